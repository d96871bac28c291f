import { beforeAll, describe, expect, it } from 'vitest';
import { type Dictionary, lookUp, readDictionary } from '../../src/glossary/dictionary.ts';
import type { ChosenEntry } from '../../tools/dictionary/choose-entries.ts';
import type { Exception } from '../../tools/dictionary/read-exceptions.ts';
import type { Meaning } from '../../tools/dictionary/read-wordnet.ts';
import { writeDictionary } from '../../tools/dictionary/write-dictionary.ts';

function meaning(part: Meaning['part'], words: string[], definition: string, ...examples: string[]): Meaning {
  return { part, file: 0, words, isName: false, definition, examples };
}

const SHINE = meaning('verb', ['polish', 'shine'], 'make (a surface) glow', 'polish my shoes', 'she shined the silver');
const CUT = meaning('verb', ['saw'], 'cut with a saw');
const TOOL = meaning('noun', ['saw'], 'a tool with teeth');
const SAYING = meaning('noun', ['saw', 'maxim'], 'a well-known saying', 'the old saw about haste');
const ENTRIES: ChosenEntry[] = [
  { word: 'a.m.', meanings: [meaning('adverb', ['a.m.'], 'before noon')] },
  { word: 'axe', meanings: [meaning('noun', ['axe'], 'an edge tool')] },
  { word: 'axis', meanings: [meaning('noun', ['axis'], 'a straight line')] },
  { word: 'by and large', meanings: [meaning('adverb', ['by and large'], 'usually')] },
  { word: 'cafe', meanings: [meaning('noun', ['cafe'], 'a small restaurant')] },
  { word: 'cease-fire', meanings: [meaning('noun', ['cease-fire'], 'a pause in a war')] },
  { word: 'court of law', meanings: [meaning('noun', ['court of law'], 'where cases are heard')] },
  { word: 'do', meanings: [meaning('verb', ['do'], 'carry out'), meaning('verb', ['do'], 'suffice')] },
  { word: 'doe', meanings: [meaning('noun', ['doe'], 'a female deer')] },
  { word: 'give', meanings: [meaning('verb', ['give'], 'hand over')] },
  { word: 'give up', meanings: [meaning('verb', ['give up'], 'stop trying', 'the boxer gave up')] },
  { word: 'glass', meanings: [meaning('noun', ['glass'], 'what windows are made of')] },
  { word: 'hat', meanings: [meaning('verb', ['hat'], 'put a hat on')] },
  { word: 'hate', meanings: [meaning('verb', ['hate'], 'dislike very much')] },
  { word: 'hi', meanings: [meaning('noun', ['hi'], 'a greeting')] },
  { word: 'maxim', meanings: [SAYING] },
  { word: 'nice', meanings: [meaning('adjective', ['nice'], 'pleasant')] },
  { word: 'polish', meanings: [SHINE] },
  { word: 'saw', meanings: [SAYING, TOOL, CUT] },
  { word: 'see', meanings: [meaning('verb', ['see'], 'perceive by sight', 'we saw the sea')] },
  { word: 'shine', meanings: [SHINE] },
];
const EXCEPTIONS: Exception[] = [
  { form: 'axes', lemma: 'axis', part: 'noun' },
  { form: 'does', lemma: 'do', part: 'verb' },
  { form: 'gave', lemma: 'give', part: 'verb' },
  { form: 'gave up', lemma: 'give up', part: 'verb' },
  { form: 'saw', lemma: 'see', part: 'verb' },
];

let dictionary: Dictionary;
let bytes: Uint8Array;
beforeAll(() => {
  bytes = writeDictionary(ENTRIES, EXCEPTIONS);
  dictionary = readDictionary(bytes);
});

const lemmasOf = (word: string, beginsSentence = false) =>
  (lookUp(dictionary, word, beginsSentence)?.entries ?? []).map(({ lemma }) => lemma);

describe('the senses of a word', () => {
  it('come all, in their order, by part of speech', () => {
    expect(lookUp(dictionary, 'saw')).toEqual({
      entries: [
        {
          lemma: 'saw',
          parts: [
            {
              partOfSpeech: 'noun',
              senses: [
                { definition: 'a well-known saying', example: 'the old saw about haste' },
                { definition: 'a tool with teeth', example: null },
              ],
            },
            { partOfSpeech: 'verb', senses: [{ definition: 'cut with a saw', example: null }] },
          ],
        },
        {
          lemma: 'see',
          parts: [{ partOfSpeech: 'verb', senses: [{ definition: 'perceive by sight', example: 'we saw the sea' }] }],
        },
      ],
    });
  });

  it('have the example that shows the word that was asked for, also inflected, and no other', () => {
    const exampleOf = (word: string) => lookUp(dictionary, word)?.entries[0]?.parts[0]?.senses[0]?.example;
    expect(exampleOf('polish')).toBe('polish my shoes');
    expect(exampleOf('shine')).toBe('she shined the silver');
    expect(exampleOf('maxim')).toBeNull();
    expect(exampleOf('give up')).toBe('the boxer gave up');
  });
});

describe('a form of a word', () => {
  it.each([
    ['nicer', ['nice']],
    ['polishes', ['polish']],
    ['polishing', ['polish']],
    ['hated', ['hate']],
    ['axes', ['axis', 'axe']],
    ['does', ['do', 'doe']],
    ['gave up', ['give up']],
    ['giving up', ['give up']],
    ['courts of law', ['court of law']],
    ['cease-fires', ['cease-fire']],
    ['glasses', ['glass']],
  ])('leads to the word: %s', (form, lemmas) => {
    expect(lemmasOf(form)).toEqual(lemmas);
  });

  it('has only the part of speech that it can be of', () => {
    expect(lookUp(dictionary, 'sawing')?.entries[0]?.parts.map(({ partOfSpeech }) => partOfSpeech)).toEqual(['verb']);
    expect(lemmasOf('nices')).toEqual([]);
  });

  it.each(['his', 'seed', 'glas', 'unheard-of', ''])('is not made up: %s', (word) => {
    expect(lemmasOf(word)).toEqual([]);
  });
});

describe('what a reader marks', () => {
  it.each([
    ['“polish,”', ['polish']],
    ['polish’s', ['polish']],
    ['pol\u00adish', ['polish']],
    ['café', ['cafe']],
    ['a.m.', ['a.m.']],
    ['cease‑fire', ['cease-fire']],
    ['cease fire', ['cease-fire']],
    ['by-and-large', ['by and large']],
    [' by  and\nlarge ', ['by and large']],
  ])('is cleaned first: %s', (marked, lemmas) => {
    expect(lemmasOf(marked)).toEqual(lemmas);
  });

  it('is a name where it has a capital, unless the capital begins a sentence', () => {
    expect(lemmasOf('Polish')).toEqual([]);
    expect(lemmasOf('Polish', true)).toEqual(['polish']);
    expect(lemmasOf('By and large', true)).toEqual(['by and large']);
    expect(lemmasOf('POLISH', true)).toEqual([]);
    expect(lemmasOf('McHat', true)).toEqual([]);
  });

  it.each(['by and large by and', '42', 'мир', 'constructor', '__proto__'])(
    'may be what no dictionary has: %s',
    (marked) => {
      expect(lookUp(dictionary, marked)).toBeNull();
    },
  );

  it('may be a whole page, or what is made to take long', () => {
    for (const marked of [
      'very '.repeat(100_000),
      '-'.repeat(100_000),
      `a${"'".repeat(100_000)}!`,
      "a'".repeat(50_000),
    ])
      expect(lookUp(dictionary, marked)).toBeNull();
  });
});

describe('a file that is no dictionary', () => {
  it('is refused, and so is one that is cut off or of another version', () => {
    expect(() => readDictionary(new Uint8Array(0))).toThrow('no dictionary');
    expect(() => readDictionary(new TextEncoder().encode('<!doctype html>'))).toThrow('no dictionary');
    expect(() => readDictionary(bytes.with(4, 99))).toThrow('no dictionary');
    for (const length of [6, 100, bytes.length - 1])
      expect(() => readDictionary(bytes.slice(0, length))).toThrow('cut off');
  });
});
