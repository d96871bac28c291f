import { describe, expect, it } from 'vitest';
import { findSpeakers } from '../../src/speakers/find-speakers.ts';
import { isEnglish } from '../../src/text/is-english.ts';
import { blocksOf, linesOf, model } from './spoken-text.ts';

const GERMAN =
  '„Die Brücke bleibt bis Mai geschlossen“, sagte Ingrid Solvane am Montag vor dem Rat der Stadt.\nTobias Renfrew lobte das „alte“ Boot und sagte: „Die Fähre ist jeden Morgen voll.“';
const FRENCH = '« Le pont restera fermé jusqu’en mai », a déclaré Ingrid Solvane lundi devant le conseil.';
const JAPANESE = '橋本さんは「橋は五月まで閉鎖されます」と述べた。';
const SPANISH =
  '—El puente seguirá cerrado hasta mayo —dijo Ingrid Solvane.\n—¿Y quién pagará todo eso? —preguntó Tobias Renfrew.';
const ENGLISH =
  'Ingrid Solvane said the bridge would stay shut until May. “The cables are rusty and could snap at any time,” she said, and that was all.';

describe('a language that the model does not know', () => {
  it.each<[language: string, text: string, words: string[]]>([
    ['de', GERMAN, ['„Die Brücke bleibt bis Mai geschlossen“', '„Die Fähre ist jeden Morgen voll.“']],
    ['fr', FRENCH, ['« Le pont restera fermé jusqu’en mai »']],
    ['ja', JAPANESE, ['「橋は五月まで閉鎖されます」']],
  ])('%s: quotations by their marks, and nobody named', (language, text, words) => {
    for (const used of [model, null]) {
      const found = findSpeakers(blocksOf(text), language, used);
      expect(found.extent).toBe('quotations');
      expect(found.speakers).toEqual([]);
      expect(linesOf(found, blocksOf(text))).toEqual(words.map((one) => `nobody, direct: ${one}`));
      expect(found.attributions.every(({ source, cue }) => source === null && cue === null)).toBe(true);
    }
  });

  it('es: speech behind dashes too', () => {
    const found = linesOf(findSpeakers(blocksOf(SPANISH), 'es', model), blocksOf(SPANISH));
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('El puente seguirá cerrado hasta mayo');
    expect(found.join()).not.toContain('Ingrid');
  });
});

it('leaves out titles and single words in quotation marks', () => {
  const text = 'Der Film „Die Brücke“ und das „alte“ Boot.\n彼は「橋」を見た。';
  expect(findSpeakers(blocksOf(text), 'de', model).attributions).toEqual([]);
});

it('finds quotations alone without a model, in English too', () => {
  const found = findSpeakers(blocksOf(ENGLISH), 'en', null);
  expect(found.extent).toBe('quotations');
  expect(linesOf(found, blocksOf(ENGLISH))).toEqual([
    'nobody, direct: “The cables are rusty and could snap at any time,”',
  ]);
});

it('goes by the words where the tag says English', () => {
  expect(findSpeakers(blocksOf(GERMAN), 'en', model)).toMatchObject({ extent: 'quotations', speakers: [] });
  expect(findSpeakers(blocksOf(FRENCH.repeat(3)), 'en-GB', model).extent).toBe('quotations');
  expect(findSpeakers(blocksOf(GERMAN), null, model).extent).toBe('quotations');
});

it('believes a tag that says another language', () => {
  expect(findSpeakers(blocksOf(ENGLISH), 'de', model)).toMatchObject({ extent: 'quotations', speakers: [] });
});

it.each<[text: string, language: string | null, english: boolean]>([
  [ENGLISH, 'en', true],
  [ENGLISH, 'en-US', true],
  [ENGLISH, 'EN', true],
  [ENGLISH, null, true],
  [ENGLISH, 'fr', false],
  [ENGLISH, 'eng', false],
  [GERMAN, 'en', false],
  [GERMAN, 'de', false],
  [FRENCH.repeat(2), null, false],
  ['', 'en', true],
  ['', 'de', false],
  // Too short to judge by its words.
  ['Die Brücke bleibt geschlossen.', 'en', true],
])('%j tagged %j', (text, language, english) => {
  expect(isEnglish(text, language)).toBe(english);
});
