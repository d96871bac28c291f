import { describe, expect, it, vi } from 'vitest';
import { createLocalVoice } from '../../src/platform/local-voice.ts';

class Utterance extends EventTarget {
  voice: unknown = null;
  lang = '';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

const LOCAL = { lang: 'en_GB', localService: true };
const REMOTE = { lang: 'fr-FR', localService: false };

function windowWith(voices: object[]) {
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    cancel: vi.fn(),
    speak: vi.fn(),
  });
  return { window: { speechSynthesis: synthesis, SpeechSynthesisUtterance: Utterance } as never, synthesis };
}

describe('a voice of this machine', () => {
  it('speaks the languages of local voices alone', () => {
    const voice = createLocalVoice(windowWith([LOCAL, REMOTE]).window);
    expect(voice.canSpeak('en')).toBe(true);
    expect(voice.canSpeak('en-US')).toBe(true);
    expect(voice.canSpeak('fr')).toBe(false);
  });

  it.each(['end', 'error'])('is done at its %s', async (event) => {
    const { window, synthesis } = windowWith([LOCAL]);
    const done = createLocalVoice(window).speak('A word.', 'en');
    const utterance = synthesis.speak.mock.calls[0]?.[0] as Utterance;
    expect(utterance).toMatchObject({ text: 'A word.', voice: LOCAL, lang: 'en_GB' });
    utterance.dispatchEvent(new Event(event));
    await expect(done).resolves.toBeUndefined();
  });

  it('is done at once where there is none', async () => {
    const { window, synthesis } = windowWith([REMOTE]);
    await createLocalVoice(window).speak('Un mot.', 'fr');
    expect(synthesis.speak).not.toHaveBeenCalled();
    const voiceless = createLocalVoice({} as never);
    expect(voiceless.canSpeak('en')).toBe(false);
    await voiceless.speak('A word.', 'en');
    voiceless.stop();
  });

  it('gives up on one that never answers', async () => {
    vi.useFakeTimers();
    try {
      const done = createLocalVoice(windowWith([LOCAL]).window).speak('A word.', 'en');
      await vi.advanceTimersByTimeAsync(60_000);
      await expect(done).resolves.toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells of voices that come late, as long as it is asked to', () => {
    const { window, synthesis } = windowWith([]);
    const heard = vi.fn();
    const ended = new AbortController();
    createLocalVoice(window).onVoices(heard, ended.signal);
    synthesis.dispatchEvent(new Event('voiceschanged'));
    ended.abort();
    synthesis.dispatchEvent(new Event('voiceschanged'));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
