import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSystemClock } from '../../src/platform/system-clock.ts';
import { createWebSpeech, type SpeechWindow } from '../../src/platform/web-speech.ts';
import type { Engine, SpeechListener } from '../../src/speech/engine.ts';
import { type FakeSynthesis, fakeVoice } from './fake-speech-synthesis.ts';
import { type SpeechStage, setSpeechStage, TEXT } from './web-speech-stage.ts';

const stage = setSpeechStage();
let synthesis: FakeSynthesis;
let engine: Engine;
let told: string[];
let listener: SpeechListener;
const speak: SpeechStage['speak'] = (...values) => stage().speak(...values);

beforeEach(() => {
  ({ synthesis, engine, told, listener } = stage());
});

describe('the voices of the browser', () => {
  it.each<[string, SpeechWindow]>([
    ['has none', {} as never],
    [
      'refuses it',
      Object.defineProperty({}, 'speechSynthesis', {
        get() {
          throw new Error('refused');
        },
      }) as never,
    ],
  ])('are silent, and say so, in a window that %s', async (_, window) => {
    const none = createWebSpeech(window, createSystemClock());
    expect(none.voices()).toEqual([]);
    none.onVoices(() => told.push('voices'), new AbortController().signal);
    stage().speak({}, listener, none);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told).toEqual(['voice-unavailable']);
    none.cancel();
  });

  it('come late and are reported once, by an event or without', async () => {
    synthesis.voices = [];
    engine.onVoices(() => told.push(`${engine.voices().length}`), new AbortController().signal);
    synthesis.dispatchEvent(new Event('voiceschanged'));
    expect(told).toEqual([]);
    synthesis.voices = [fakeVoice()];
    synthesis.dispatchEvent(new Event('voiceschanged'));
    synthesis.dispatchEvent(new Event('voiceschanged'));
    expect(told).toEqual(['1']);
    await vi.advanceTimersByTimeAsync(9900);
    synthesis.voices = [fakeVoice(), fakeVoice({ name: 'Ben' })];
    await vi.advanceTimersByTimeAsync(200);
    expect(told).toEqual(['1', '2']);
  });

  it('are not looked after any more once nobody wants to know', async () => {
    const ended = new AbortController();
    engine.onVoices(() => told.push('voices'), ended.signal);
    ended.abort();
    expect(vi.getTimerCount()).toBe(0);
    synthesis.voices = [];
    synthesis.dispatchEvent(new Event('voiceschanged'));
    expect(told).toEqual([]);
  });

  it('take shorter texts where they are remote, which die after 14 s', () => {
    const voice = stage().voice;
    expect(engine.longestText(voice)).toBe(300);
    expect(engine.longestText({ ...voice, isLocal: false })).toBe(180);
  });
});

describe('speaking', () => {
  it('hands over a new utterance each time, with the voice and its own language', () => {
    synthesis.voices = [fakeVoice({ lang: 'en_GB' })];
    speak({ rate: 1.5, pitch: 0.8, volume: 0.5 });
    const [voice] = synthesis.voices;
    expect(synthesis.last).toMatchObject({ text: TEXT, voice, lang: 'en_GB', rate: 1.5, pitch: 0.8, volume: 0.5 });
    synthesis.finish();
    speak();
    expect(new Set(synthesis.utterances).size).toBe(2);
  });

  it('tells of the beginning once, and of the end', () => {
    speak();
    expect(told).toEqual([]);
    synthesis.last.tell('start');
    synthesis.last.tell('start');
    synthesis.finish();
    synthesis.last.tell('end');
    expect(told).toEqual(['started', 'ended']);
  });

  it.each([
    ['Anna', true, 5, 3],
    ['Google Deutsch', false, 3, 2],
    ['Google Deutsch', false, 1.5, 1.5],
    ['Microsoft Aria Online', false, 3, 3],
    ['Anna', true, 0.01, 0.34],
    ['Anna', true, Number.NaN, 1],
  ])('by %s (local: %s) at rate %d asks for %d', (name, localService, rate, expected) => {
    synthesis.voices = [fakeVoice({ name, localService })];
    speak({ rate });
    expect(synthesis.last.rate).toBe(expected);
  });

  it('keeps the silence before a text, counted from the end of the one before', async () => {
    speak({ pauseBefore: 500 });
    expect(synthesis.calls).toHaveLength(1);
    synthesis.finish();
    await vi.advanceTimersByTimeAsync(200);
    speak({ text: 'Next.', pauseBefore: 500 });
    await vi.advanceTimersByTimeAsync(299);
    expect(synthesis.calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(synthesis.calls).toEqual([`speak ${TEXT}`, 'speak Next.']);
  });

  it('goes on at once, within the event that ends the text before', () => {
    speak({}, { ...listener, ended: () => speak({ text: 'Next.' }) });
    synthesis.finish();
    expect(synthesis.calls).toEqual([`speak ${TEXT}`, 'speak Next.']);
  });

  it('says that a voice is gone', async () => {
    const voice = stage().voice;
    synthesis.voices = [];
    speak({ voice });
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['voice-unavailable']);
    expect(synthesis.calls).toEqual([]);
  });

  it('says that the browser throws', async () => {
    synthesis.onSpeak = () => {
      throw new Error('broken');
    };
    speak();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['synthesis-failed']);
  });

  it('gives up the voices while the page keeps the queue shut, and never opens it', async () => {
    const voice = stage().voice;
    synthesis.paused = true;
    speak({ voice });
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['voice-unavailable']);
    expect(engine.voices()).toEqual([]);
    expect(synthesis.calls).toEqual([`speak ${TEXT}`, 'cancel']);
    synthesis.paused = false;
    expect(engine.voices()).toEqual([voice]);
    // Chromium may call itself paused and speak: only trying shows it.
    synthesis.paused = true;
    expect(engine.voices()).toEqual([voice]);
  });
});

describe('stopping', () => {
  it('cancels only what is spoken', async () => {
    engine.cancel();
    speak({ pauseBefore: 100 });
    engine.cancel();
    synthesis.speaking = true;
    engine.cancel();
    expect(synthesis.calls).toEqual([`speak ${TEXT}`, 'cancel']);
  });

  it('takes back a text that still waits for its turn', async () => {
    speak();
    synthesis.finish();
    speak({ text: 'Next.', pauseBefore: 500 });
    // What the page speaks in the meantime is not ours to stop.
    synthesis.speaking = true;
    engine.cancel();
    await vi.advanceTimersByTimeAsync(1000);
    expect(synthesis.calls).toEqual([`speak ${TEXT}`]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('speaks again only a moment later, for Linux loses a text that follows at once', async () => {
    speak();
    speak({ text: 'Next.' });
    expect(synthesis.calls).toEqual([`speak ${TEXT}`, 'cancel']);
    await vi.advanceTimersByTimeAsync(59);
    expect(synthesis.calls).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(synthesis.calls).toEqual([`speak ${TEXT}`, 'cancel', 'speak Next.']);
  });

  it('does not take for the page what Firefox still calls speaking after it was cancelled', async () => {
    speak();
    engine.cancel();
    synthesis.speaking = true;
    speak({ text: 'Next.' });
    await vi.advanceTimersByTimeAsync(60);
    expect(synthesis.calls).toEqual([`speak ${TEXT}`, 'cancel', 'speak Next.']);
  });

  it('silences what the page itself speaks before it speaks', async () => {
    synthesis.speaking = true;
    speak();
    await vi.advanceTimersByTimeAsync(60);
    expect(synthesis.calls).toEqual(['cancel', `speak ${TEXT}`]);
  });

  it.each(['start', 'end', 'error', 'boundary'] as const)(
    'hears no `%s` of what was cancelled, neither before nor during the next text',
    async (type) => {
      speak();
      const former = synthesis.last;
      engine.cancel();
      former.tell(type, { error: 'interrupted', name: 'word', charIndex: 0 });
      speak({ text: 'Next.' });
      await vi.advanceTimersByTimeAsync(60);
      former.tell(type, { error: 'interrupted', name: 'word', charIndex: 0 });
      await vi.advanceTimersByTimeAsync(0);
      expect(told).toEqual([]);
      synthesis.last.tell('start');
      synthesis.finish();
      expect(told).toEqual(['started', 'ended']);
    },
  );

  it('never pauses or resumes: platforms wedge, cancel or ignore it', async () => {
    const voice = stage().voice;
    synthesis.paused = true;
    speak({ voice });
    engine.cancel();
    speak({ voice });
    await vi.advanceTimersByTimeAsync(100);
    expect(synthesis.calls).toHaveLength(4);
    expect(synthesis.calls.filter((call) => /pause|resume/.test(call))).toEqual([]);
  });
});
