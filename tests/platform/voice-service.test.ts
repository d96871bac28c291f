import { describe, expect, it, vi } from 'vitest';
import type { Runtime } from '../../src/platform/browser.ts';
import { type Espeak, SynthesisError } from '../../src/platform/espeak.ts';
import { VOICE_PORT, type VoiceAnswer } from '../../src/platform/voice-protocol.ts';
import { createVoiceService, encodeSamples, isVoiceQuestion } from '../../src/platform/voice-service.ts';

const EXTENSION = 'lectern';

type Listener = (...values: never[]) => void;

/** A port as the background sees it, and what came back through it. */
class FakePort {
  readonly answers: VoiceAnswer[] = [];
  readonly #listeners = { message: new Set<Listener>(), disconnect: new Set<Listener>() };
  readonly port: Runtime.Port;

  constructor({ name = VOICE_PORT, sender = { id: EXTENSION, tab: { id: 7 } } as Runtime.MessageSender } = {}) {
    const event = (listeners: Set<Listener>) => ({ addListener: (listener: Listener) => void listeners.add(listener) });
    this.port = {
      name,
      sender,
      onMessage: event(this.#listeners.message),
      onDisconnect: event(this.#listeners.disconnect),
      postMessage: (answer: VoiceAnswer) => void this.answers.push(answer),
    } as unknown as Runtime.Port;
  }

  ask(message: unknown): void {
    for (const listener of this.#listeners.message) (listener as (message: unknown) => void)(message);
  }

  disconnect(): void {
    for (const listener of this.#listeners.disconnect) (listener as () => void)();
  }

  get isHeard(): boolean {
    return this.#listeners.message.size > 0;
  }

  /** In the order of coming: "audio 1". */
  get told(): string[] {
    return this.answers.map((answer) => ('id' in answer ? `${answer.type} ${answer.id}` : answer.type));
  }
}

function stage() {
  const asked: string[] = [];
  const espeak: Espeak = {
    async synthesize({ text }, listener) {
      asked.push(text);
      await Promise.resolve();
      if (text === 'broken') throw new SynthesisError('language-unavailable');
      if (text === 'odd') throw new TypeError('odd');
      listener(Int16Array.of(1, -2, 300), [[0, 3, 0]]);
    },
  };
  const tabs = { began: vi.fn(), ended: vi.fn() };
  const connect = createVoiceService(espeak, tabs, EXTENSION);
  const open = (port = new FakePort()) => {
    connect(port.port);
    return port;
  };
  return { asked, tabs, open };
}

const question = (id: number, text = `text ${id}`) => ({
  type: 'synthesize',
  id,
  text,
  voice: 'en-GB',
  rate: 1,
  pitch: 1,
});

describe('a question', () => {
  it('is answered with the sound and an end', async () => {
    const { open } = stage();
    const port = open();
    port.ask(question(1));
    await vi.waitFor(() => expect(port.told).toEqual(['audio 1', 'done 1']));
    expect(port.answers[0]).toEqual({
      type: 'audio',
      id: 1,
      samples: encodeSamples(Int16Array.of(1, -2, 300)),
      words: [[0, 3, 0]],
    });
  });

  it('waits for those before it, of other views too', async () => {
    const { asked, open } = stage();
    const [one, other] = [open(), open()];
    one.ask(question(1, 'a'));
    other.ask(question(1, 'b'));
    one.ask(question(2, 'c'));
    await vi.waitFor(() => expect(one.told).toEqual(['audio 1', 'done 1', 'audio 2', 'done 2']));
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(other.told).toEqual(['audio 1', 'done 1']);
  });

  it('is not begun when it was dropped, and the next one is', async () => {
    const { asked, open } = stage();
    const port = open();
    for (const id of [1, 2, 3]) port.ask(question(id));
    port.ask({ type: 'drop', id: 2 });
    await vi.waitFor(() => expect(port.told).toContain('done 3'));
    expect(asked).toEqual(['text 1', 'text 3']);
    expect(port.told).not.toContain('done 2');
  });

  it('is not begun, nor answered, when its page is gone', async () => {
    const { asked, open } = stage();
    const [gone, other] = [open(), open()];
    gone.ask(question(1));
    gone.ask(question(2));
    gone.disconnect();
    other.ask(question(1, 'last'));
    await vi.waitFor(() => expect(other.told).toContain('done 1'));
    expect(asked).toEqual(['last']);
    expect(gone.answers).toEqual([]);
  });

  it('that cannot be spoken is told so, and the next one is spoken', async () => {
    const { open } = stage();
    const port = open();
    port.ask(question(1, 'broken'));
    port.ask(question(2, 'odd'));
    port.ask(question(3));
    await vi.waitFor(() => expect(port.told).toEqual(['failed 1', 'failed 2', 'audio 3', 'done 3']));
    expect(port.answers.slice(0, 2)).toEqual([
      { type: 'failed', id: 1, fault: 'language-unavailable' },
      { type: 'failed', id: 2, fault: 'synthesis-failed' },
    ]);
  });

  it('lets other work of the background through before the next one', async () => {
    const { asked, open } = stage();
    const port = open();
    for (const id of [1, 2]) port.ask(question(id));
    const seen = await new Promise<number>((resolve) => setTimeout(() => resolve(asked.length), 0));
    expect(seen).toBe(1);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
  });

  it('is no question where it is not as the protocol has it', async () => {
    const wrong = [
      null,
      'synthesize',
      { type: 'synthesize' },
      { ...question(1), rate: 9 },
      { ...question(1), rate: Number.NaN },
    ];
    for (const message of [...wrong, { ...question(1), text: 3 }, { type: 'speaking' }, { type: 'drop' }])
      expect(isVoiceQuestion(message), JSON.stringify(message)).toBe(false);
    const right = [question(1), { type: 'drop', id: 1 }, { type: 'speaking', isSpeaking: true }];
    for (const message of right) expect(isVoiceQuestion(message)).toBe(true);
  });
});

describe('a port', () => {
  it('of another name, or from outside, is left alone', () => {
    const { open } = stage();
    expect(open(new FakePort({ name: 'other' })).isHeard).toBe(false);
    expect(open(new FakePort({ sender: { id: 'another' } })).isHeard).toBe(false);
    expect(open().isHeard).toBe(true);
  });

  it('tells when its tab speaks and when it is silent or gone, and is asked to give way', () => {
    const { tabs, open } = stage();
    const port = open();
    port.ask({ type: 'speaking', isSpeaking: true });
    const [view] = tabs.began.mock.calls[0] ?? [];
    expect(view).toMatchObject({ tabId: 7 });
    view.giveWay();
    expect(port.answers).toEqual([{ type: 'give-way' }]);
    port.ask({ type: 'speaking', isSpeaking: false });
    port.disconnect();
    expect(tabs.ended.mock.calls).toEqual([[view], [view]]);
  });
});

it('carries samples as 16 bits each, the lower eight first, however many there are', () => {
  expect(encodeSamples(Int16Array.of(1, -2, 300))).toBe(Buffer.from([1, 0, 0xfe, 0xff, 0x2c, 0x01]).toString('base64'));
  const many = Int16Array.from({ length: 50_001 }, (_, index) => index - 25_000);
  expect(encodeSamples(many)).toBe(Buffer.from(many.buffer).toString('base64'));
});
