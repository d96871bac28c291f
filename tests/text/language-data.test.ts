import { expect, test } from 'vitest';
import abbreviations from '../../assets/language/abbreviations.json' with { type: 'json' };
import apostrophes from '../../assets/language/apostrophes.json' with { type: 'json' };
import quotationMarks from '../../assets/language/quotation-marks.json' with { type: 'json' };
import reportingWords from '../../assets/language/reporting-words.json' with { type: 'json' };
import { LONGEST_ABBREVIATION } from '../../src/text/abbreviations.ts';

const WORD_LISTS = Object.entries({ ...abbreviations, ...apostrophes, reportingWords });

test('languages are in order and named by their code', () => {
  for (const data of [quotationMarks, ...WORD_LISTS.map(([, lists]) => lists)]) {
    const languages = Object.keys(data);
    expect(languages).toEqual([...languages].sort());
    for (const language of languages) expect(language).toMatch(/^[a-z]{2,3}$/);
  }
});

test.each(Object.entries(quotationMarks))('the marks of %s are pairs', (_, { pairs, speechDash }) => {
  expect(pairs.length).toBeGreaterThan(0);
  expect(new Set(pairs).size).toBe(pairs.length);
  for (const pair of pairs) expect(pair).toMatch(/^["“”„«»‹›‘’‚「」『』]{2}$/u);
  expect(typeof speechDash).toBe('boolean');
});

test.each(WORD_LISTS)('the words of %s are in order, each once, without stop and apostrophe', (_, lists) => {
  for (const words of Object.values<string[]>(lists)) {
    expect(words.length).toBeGreaterThan(0);
    expect(words).toEqual([...new Set(words)].sort());
    for (const word of words) expect(word).toMatch(/^\p{L}[\p{L}\p{M}.]*(?<!\.)$/u);
  }
});

test('no abbreviation is longer than what is looked at', () => {
  for (const lists of Object.values(abbreviations))
    for (const word of Object.values<string[]>(lists).flat()) expect(word.length).toBeLessThan(LONGEST_ABBREVIATION);
});
