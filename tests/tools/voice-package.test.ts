import { describe, expect, it } from 'vitest';
import { COMMON_FILE, dictionaryFile, EMBEDDED_VOICES } from '../../src/platform/embedded-voices.ts';
import { unpackFiles } from '../../src/platform/packed-files.ts';
import { compileVoices } from '../../tools/voice/compile-voices.ts';
import { cutRussianDictionary, readCommonRussianWords } from '../../tools/voice/cut-russian.ts';
import { readVoicePackage } from '../../tools/voice/read-voice-package.ts';
import { stripSynthesizer } from '../../tools/voice/strip-synthesizer.ts';

const voicePackage = readVoicePackage();
const bytesOf = (name: string) => voicePackage.files.get(name) ?? new Uint8Array(0);
const isSame = (one: Uint8Array = new Uint8Array(0), other: Uint8Array) => Buffer.compare(one, other) === 0;

describe('the script of the synthesiser', () => {
  it('loses what fetches, what asks where it is, and what only Node has', () => {
    const stripped = stripSynthesizer(voicePackage.script);
    for (const sign of ['import.meta', 'XMLHttpRequest', 'fetch(', 'require(', 'espeak-ng.data'])
      expect([sign, voicePackage.script.includes(sign), stripped.includes(sign)]).toEqual([sign, true, false]);
  });

  it('ends the build when it is another one, and says what is different', () => {
    const other = voicePackage.script.replace('var moduleOverrides=', 'var overrides=');
    expect(() => stripSynthesizer(other)).toThrow(/has changed: .*loader/);
    expect(() => stripSynthesizer(`${voicePackage.script}\nfetch('x');`)).toThrow(/fetch\(/);
  });
});

describe('the data of the voices', () => {
  const compiled = compileVoices(voicePackage);

  it('are what each voice needs, and what eSpeak has', () => {
    const common = unpackFiles(compiled[COMMON_FILE] ?? new Uint8Array(0));
    for (const { dictionary, file, manner } of EMBEDDED_VOICES) {
      expect(isSame(common.get(`lang/${file}`), bytesOf(`lang/${file}`)), file).toBe(true);
      if (manner.variant) expect(common.has(`voices/!v/${manner.variant}`)).toBe(true);
      const words = unpackFiles(compiled[dictionaryFile(dictionary)] ?? new Uint8Array(0)).get(`${dictionary}_dict`);
      expect(words?.length).toBeGreaterThan(0);
      if (dictionary !== 'ru') expect(isSame(words, bytesOf(`${dictionary}_dict`)), dictionary).toBe(true);
    }
  });
});

/** A dictionary of two lists: entries, each with its length in front, and rules. */
function dictionaryOf(first: number[][], second: number[][], rules: number[]): Uint8Array {
  const lists = [first, second].flatMap((entries) => [...entries.flatMap((entry) => [entry.length + 1, ...entry]), 0]);
  const header = [2, 0, 0, 0, 8 + lists.length, 0, 0, 0];
  return Uint8Array.from([...header, ...lists, ...rules]);
}

/** An entry that tells the stress of a word alone; in the word, "#" stands for the pair "ир". */
function stressOf(word: string): number[] {
  const codes = Array.from(word, (letter) => (letter === '#' ? 0x23 + 25 : letter.charCodeAt(0) - 0x42f));
  const bits = codes.map((code) => code.toString(2).padStart(6, '0')).join('');
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
  return [0xc0 | bytes.length, ...bytes, 0x42];
}

describe('the Russian dictionary', () => {
  // What is more than a stress: a word as it is, its phonemes, their end, its flags.
  const spelled = [0x01, 0xff, 0x41, 0];

  it('keeps common words and their forms, what is more than a stress, and the rules', () => {
    const [street, streets, world, rare] = ['дорога', 'дорогам', 'м#', 'домна'].map(stressOf);
    const whole = dictionaryOf([street ?? [], rare ?? [], streets ?? []], [spelled, world ?? []], [7, 8, 9]);
    const kept = dictionaryOf([street ?? [], streets ?? []], [spelled, world ?? []], [7, 8, 9]);
    expect([...cutRussianDictionary(whole, ['дорога', 'мир'])]).toEqual([...kept]);
    expect([...cutRussianDictionary(whole, [])]).toEqual([...dictionaryOf([], [spelled], [7, 8, 9])]);
    expect(cutRussianDictionary(whole, ['дорога', 'мир', 'домна'])).toEqual(whole);
  });

  it('is cut to about a tenth', () => {
    const whole = bytesOf('ru_dict');
    const cut = cutRussianDictionary(whole, readCommonRussianWords());
    expect(cut.length).toBeLessThan(whole.length / 8);
    expect(cut.length).toBeGreaterThan(whole.length / 20);
  });

  it('ends the build when its words do not end where its rules begin', () => {
    const wrong = dictionaryOf([stressOf('дом')], [], []);
    wrong[4] = 99;
    expect(() => cutRussianDictionary(wrong, [])).toThrow(/ru_dict has changed/);
  });
});
