import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMON_FILE, EMBEDDED_VOICES } from '../../src/platform/embedded-voices.ts';
import { createEspeak, type Espeak } from '../../src/platform/espeak.ts';
import { primaryLanguage } from '../../src/text/primary-language.ts';
import { createRealEspeak, loadStrippedSynthesizer, readVoiceFile, synthesizeAll } from './real-espeak.ts';

const SENTENCES: Record<string, string> = JSON.parse(
  readFileSync(new URL('../fixtures/voice/sentences.json', import.meta.url), 'utf8'),
);
const NEWS =
  'The ministers met in Geneva on Tuesday, and they did not agree on anything that matters. Talks will go on next week, officials said, after both sides asked for more time to study the proposal.';

let espeak: Espeak;
beforeAll(() => {
  espeak = createRealEspeak();
});

const loudness = (samples: readonly number[]) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

/** After how many samples the middle of a sound is most like itself: the period of its pitch, from 37 to 367 Hz. */
function period(samples: readonly number[]): number {
  const middle = Math.floor(samples.length / 2);
  const likeness = (lag: number) => {
    const [here, there] = [middle, middle + lag].map((start) => samples.slice(start, start + 1300));
    const product = here?.reduce((sum, sample, index) => sum + sample * (there?.[index] ?? 0), 0) ?? 0;
    return product / loudness(there ?? []);
  };
  const lags = Array.from({ length: 540 }, (_, index) => index + 60);
  return lags.reduce((best, lag) => (likeness(lag) > likeness(best) ? lag : best));
}

async function spokenWords(text: string, voice = 'en-US'): Promise<string[]> {
  const { words } = await synthesizeAll(espeak, text, voice);
  return words.map(([start, end]) => text.slice(start, end));
}

describe('every voice in the package', () => {
  it.each(EMBEDDED_VOICES.map(({ id, language }) => [id, SENTENCES[primaryLanguage(language)] ?? '']))(
    '%s speaks a sentence of its language, word by word',
    async (voice, sentence) => {
      expect(sentence).not.toBe('');
      const { samples, seconds, words } = await synthesizeAll(espeak, sentence, voice);
      expect(loudness(samples)).toBeGreaterThan(800);
      // Between 7 and 30 letters a second, so that no word is spelled out and none is left out.
      expect(sentence.length / seconds).toBeGreaterThan(7);
      expect(sentence.length / seconds).toBeLessThan(30);
      expect(words.length).toBeGreaterThanOrEqual(sentence.split(' ').length * 0.8);
      const starts = words.map(([, , sample]) => sample);
      expect(starts).toEqual([...starts].sort((one, other) => one - other));
      expect(starts.at(-1)).toBeLessThan(samples.length);
    },
  );

  it.each(['en-US', 'de', 'es-ES', 'ru', 'ar', 'hi', 'it', 'tr'])(
    '%s is as fast as it is asked to be',
    async (voice) => {
      const sentence = SENTENCES[primaryLanguage(voice)] ?? '';
      const usual = (await synthesizeAll(espeak, sentence, voice)).seconds;
      for (const rate of [0.5, 1.5, 2, 3]) {
        const { seconds } = await synthesizeAll(espeak, sentence, voice, { rate });
        expect(usual / seconds / rate, `${rate} times`).toBeGreaterThan(0.85);
        expect(usual / seconds / rate, `${rate} times`).toBeLessThan(1.18);
      }
    },
  );
});

describe('the words that are told', () => {
  it('are those of the text, each once, though a number is many words to speak', async () => {
    const text = 'Then 1,234 people paid $3.50 in 2024, didn’t they?';
    expect(await spokenWords(text)).toEqual([
      'Then',
      '1,234',
      'people',
      'paid',
      '$',
      '3.50',
      'in',
      '2024',
      'didn’t',
      'they',
    ]);
  });

  it.each([
    ['letters with accents, whole or put together', 'Café cafe\u0301 naïve end', 'end'],
    ['emoji of several code points', 'One 😀 👨‍👩‍👧 end', 'end'],
    ['letters outside the first plane', '𝒳 and 𝒴 end', 'end'],
    ['half a pair', 'One \ud83d end', 'end'],
    ['what would be a tag', 'A <b>bold</b> <break time="9s"/> end', 'end'],
    ['what would be the name of a character', 'R&D &lt; &amp; end', 'end'],
    ['what would be phonemes', 'See [[h@l]] [1] end', 'end'],
    ['what would be a command', 'One \u0001-5p \u0000 end', 'end'],
  ])('stand right behind %s', async (_, text, last) => {
    const words = await spokenWords(text);
    expect(words.at(-1)).toBe(last);
    expect(new Set(words).size).toBeGreaterThan(1);
  });

  it.each([
    ['ru', 'Компания Microsoft заявила'],
    ['ar', 'قالت شركة Microsoft اليوم'],
    ['hi', 'कंपनी Microsoft ने कहा'],
  ])('are spoken in Latin letters too, by a voice for %s that is the first to speak', async (voice, text) => {
    const { words } = await synthesizeAll(createRealEspeak(), text, voice);
    expect(words.map(([start, end]) => text.slice(start, end))).toEqual(text.split(' '));
  });

  it('stand right in a text from right to left', async () => {
    const text = 'قال الوزير في 12 مايو';
    expect(await spokenWords(text, 'ar')).toEqual(text.split(' '));
  });

  it('begin earlier in the sound by as much as it is faster', async () => {
    const usual = await synthesizeAll(espeak, NEWS);
    const fast = await synthesizeAll(espeak, NEWS, 'en-US', { rate: 3 });
    expect(fast.words.map(([start]) => start)).toEqual(usual.words.map(([start]) => start));
    for (const [index, [, , sample]] of usual.words.entries()) {
      const share = sample / usual.samples.length;
      // Pauses shrink more than words.
      expect(Math.abs((fast.words[index]?.[2] ?? 0) / fast.samples.length - share)).toBeLessThan(0.1);
    }
  });
});

describe('markup in the text', () => {
  it('is not obeyed', async () => {
    const { seconds } = await synthesizeAll(espeak, 'One <break time="9s"/> two.');
    expect(seconds).toBeLessThan(5);
    const plain = await synthesizeAll(espeak, 'Read h@l now');
    expect((await synthesizeAll(espeak, 'Read [[h@l]] now')).seconds).toBeGreaterThan(plain.seconds * 0.8);
  });
});

describe('the sound', () => {
  it('is handed on while it is made: the first piece soon, the later ones longer', async () => {
    const { pieces, samples } = await synthesizeAll(espeak, NEWS);
    const lengths = pieces.map(({ length }) => length / 22_050);
    expect(lengths[0]).toBeGreaterThan(0.2);
    expect(lengths[0]).toBeLessThan(0.5);
    for (const length of lengths.slice(1, -1)) expect(length).toBeCloseTo(1, 0);
    expect(samples.length).toBe(pieces.reduce((sum, { length }) => sum + length, 0));
    // A word is known before it is to be heard.
    let handedOn = 0;
    for (const { length, words } of pieces) {
      for (const [, , sample] of words) expect(sample).toBeGreaterThanOrEqual(handedOn - 2300);
      handedOn += length;
    }
  });

  it('ends with the last word, so that the pause behind it is the one that the player makes', async () => {
    for (const rate of [1, 3]) {
      const { samples } = await synthesizeAll(espeak, NEWS, 'en-US', { rate });
      const last = samples.findLastIndex((sample) => Math.abs(sample) > 100);
      expect((samples.length - last) / 22_050).toBeLessThan(0.05);
    }
  });

  it('is nothing, and no fault, where nothing can be spoken', async () => {
    for (const text of ['', ' ', '—']) expect((await synthesizeAll(espeak, text)).seconds).toBeLessThan(0.1);
  });

  it('is higher for a higher pitch', async () => {
    const text = 'Moooo';
    const lower = await synthesizeAll(espeak, text, 'en-US', { pitch: 1.25 });
    const higher = await synthesizeAll(espeak, text, 'en-US', { pitch: 2 });
    expect(period(lower.samples)).toBeGreaterThan(period(higher.samples) * 1.3);
  });
});

describe('failing', () => {
  it('names an unknown voice and a language whose file is missing, and goes on speaking others', async () => {
    const partial = createEspeak(
      async (path) => (path === 'voice-de.bin' ? Promise.reject(new Error('gone')) : readVoiceFile(path)),
      loadStrippedSynthesizer,
    );
    await expect(synthesizeAll(partial, 'x', 'tlh')).rejects.toMatchObject({ fault: 'voice-unavailable' });
    await expect(synthesizeAll(partial, 'x', 'de')).rejects.toMatchObject({ fault: 'language-unavailable' });
    expect((await synthesizeAll(partial, 'Hello', 'en-GB')).seconds).toBeGreaterThan(0.2);
  });

  it('is over when the script could be loaded after all', async () => {
    const load = vi.fn(loadStrippedSynthesizer).mockRejectedValueOnce(new Error('not now'));
    const late = createEspeak(readVoiceFile, load);
    await expect(synthesizeAll(late, 'Hello')).rejects.toMatchObject({ fault: 'synthesis-failed' });
    expect((await synthesizeAll(late, 'Hello')).seconds).toBeGreaterThan(0.2);
  });

  it('refuses a text of which nobody would hear the end', async () => {
    await expect(synthesizeAll(espeak, 'a '.repeat(6000))).rejects.toMatchObject({ fault: 'synthesis-failed' });
  });
});

it('loads what all voices need once, and each language when it is first asked for', async () => {
  const read = vi.fn(readVoiceFile);
  const counted = createEspeak(read, loadStrippedSynthesizer);
  expect(read).not.toHaveBeenCalled();
  for (const voice of ['en-US', 'en-GB', 'fr', 'en-GB-x-second', 'fr']) await synthesizeAll(counted, 'Hello', voice);
  expect(read.mock.calls).toEqual([[COMMON_FILE], ['voice-en.bin'], ['voice-fr.bin']]);
});
