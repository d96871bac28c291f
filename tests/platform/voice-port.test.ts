import { describe, expect, it } from 'vitest';
import { type SynthesisListener, VoicePort } from '../../src/platform/voice-port.ts';
import { VOICE_PORT } from '../../src/platform/voice-protocol.ts';
import { FakeClock } from '../speech/fake-clock.ts';
import { FakeVoiceBackground, samples, voiceText } from './fake-voice-background.ts';

function stage() {
  const clock = new FakeClock();
  const background = new FakeVoiceBackground();
  const port = new VoicePort(background.connect, clock);
  /** What was told of each text. */
  const told: string[] = [];
  const ask = (text: string, more: Partial<SynthesisListener> = {}) =>
    port.synthesize(voiceText(text), {
      answered: ({ type }) => told.push(`${text} ${type}`),
      lost: (cause) => told.push(`${text} ${cause}`),
      ...more,
    });
  return { clock, background, port, told, ask };
}

describe('a question', () => {
  it('opens the port when it is needed first, and all use the same', () => {
    const { background, ask } = stage();
    expect(background.ports).toHaveLength(0);
    expect([ask('a'), ask('b')]).toEqual([1, 2]);
    expect(background.names).toEqual([VOICE_PORT]);
    expect(background.questions).toEqual([
      { type: 'synthesize', id: 1, ...voiceText('a') },
      { type: 'synthesize', id: 2, ...voiceText('b') },
    ]);
  });

  it('hears its own answers, and none after the last', () => {
    const { background, told, ask } = stage();
    ask('a');
    ask('b');
    background.audio('b', samples(3));
    background.done('b');
    background.audio('b', samples(3));
    background.done('b');
    background.port.answer({ type: 'failed', id: 1, fault: 'voice-unavailable' });
    background.audio('a', samples(3));
    expect(told).toEqual(['b audio', 'b done', 'a failed']);
  });

  it('hears nothing more once it is dropped, and the background is told once', () => {
    const { background, port, told, ask } = stage();
    const id = ask('a');
    port.drop(id);
    port.drop(id);
    port.drop(99);
    background.audio('a', samples(3));
    background.stop();
    expect(background.dropped).toEqual([id]);
    expect(told).toEqual([]);
  });

  it.each([
    null,
    'audio',
    { type: 'audio', id: 1, samples: 3, words: [] },
    { type: 'audio', id: 1, samples: '', words: [[0, 1]] },
    { type: 'audio', id: 1, samples: '', words: [[0, 1, -5]] },
    { type: 'audio', samples: '', words: [] },
    { type: 'failed', id: 1, fault: 'no such fault' },
    { type: 'done', id: '1' },
    { type: 'done', id: 77 },
    { type: 'other', id: 1 },
  ])('is not disturbed by %j', (message) => {
    const { background, told, ask } = stage();
    ask('a');
    background.port.answer(message);
    expect(told).toEqual([]);
    background.done('a');
    expect(told).toEqual(['a done']);
  });

  it('cannot be asked where the extension is gone', () => {
    const { clock, background, port, ask } = stage();
    background.isGone = true;
    expect(() => ask('a')).toThrow('invalidated');
    expect(() => port.tellSpeaking(true)).not.toThrow();
    clock.run(10_000);
    expect(clock.waiting).toBe(0);
  });
});

describe('a background that is lost', () => {
  it('is told to all who wait, and the next question opens another port', () => {
    const { background, told, ask } = stage();
    ask('a');
    ask('b');
    background.done('a');
    background.stop();
    expect(told).toEqual(['a done', 'b stopped']);
    expect(ask('c')).toBe(3);
    expect(background.ports).toHaveLength(2);
    background.done('c');
    expect(told.at(-1)).toBe('c done');
  });

  it('is noticed at the next question where the browser has not said so', () => {
    const { background, told, ask } = stage();
    ask('a');
    background.port.isBroken = true;
    ask('b');
    expect(told).toEqual(['a stopped']);
    expect(background.port.questions).toMatchObject([{ text: 'b' }]);
    background.done('b');
    expect(told).toEqual(['a stopped', 'b done']);
  });

  it('is let go of when it says nothing for 2.5 s', () => {
    const { clock, background, told, ask } = stage();
    ask('a');
    const { port } = background;
    clock.run(2499);
    expect(told).toEqual([]);
    clock.run(1);
    expect(told).toEqual(['a silent']);
    expect(port.isOpen).toBe(false);
    ask('b');
    expect(background.ports).toHaveLength(2);
  });

  it('is let go of also where the port throws at whoever closes it', () => {
    const { clock, background, told, ask } = stage();
    ask('a');
    background.port.isBroken = true;
    clock.run(2500);
    expect(told).toEqual(['a silent']);
  });

  it('is alive as long as it answers one of the questions', () => {
    const { clock, background, told, ask } = stage();
    ask('a');
    ask('b');
    for (let answer = 0; answer < 4; answer++) {
      clock.run(2000);
      background.audio('a', samples(3));
    }
    clock.run(2499);
    expect(told).not.toContain('b silent');
    clock.run(1);
    expect(told.slice(-2)).toEqual(['a silent', 'b silent']);
  });

  it('may be silent while nothing is wanted of it', () => {
    const { clock, background, port, ask } = stage();
    ask('a');
    background.done('a');
    clock.run(60_000);
    port.drop(ask('b'));
    clock.run(60_000);
    expect(background.ports).toHaveLength(1);
    expect(background.port.isOpen).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  it('is given the whole time again after each loss', () => {
    const { clock, background, told, ask } = stage();
    ask('a');
    clock.run(2000);
    background.stop();
    ask('b');
    clock.run(2499);
    expect(told).toEqual(['a stopped']);
  });
});

describe('what is heard in the tab', () => {
  it('is told when it changes', () => {
    const { background, port } = stage();
    for (const isSpeaking of [false, true, true, false, false]) port.tellSpeaking(isSpeaking);
    expect(background.speaking).toEqual([true, false]);
  });

  it('is told again to a background that was stopped, a while later and once', () => {
    const { clock, background, port } = stage();
    port.tellSpeaking(true);
    background.stop();
    clock.run(900);
    expect(background.speaking).toEqual([true]);
    clock.run(60_000);
    expect(background.speaking).toEqual([true, true]);
    background.stop();
    port.tellSpeaking(false);
    clock.run(60_000);
    expect(background.speaking).toEqual([true, true, false]);
  });

  it('is not told again to a background that has been told since', () => {
    const { clock, background, port } = stage();
    port.tellSpeaking(true);
    background.stop();
    for (const isSpeaking of [false, true]) port.tellSpeaking(isSpeaking);
    clock.run(60_000);
    expect(background.speaking).toEqual([true, false, true]);
  });

  it('gives way to another tab, until it listens no more', () => {
    const { background, port } = stage();
    const listening = new AbortController();
    let given = 0;
    port.onGiveWay(() => given++, listening.signal);
    port.tellSpeaking(true);
    background.port.answer({ type: 'give-way' });
    expect(given).toBe(1);
    listening.abort();
    background.port.answer({ type: 'give-way' });
    expect(given).toBe(1);
  });
});
