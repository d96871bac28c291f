import { expect, it } from 'vitest';
import {
  firstNamesAgree,
  foldNamePart,
  fullNamesAgree,
  initialsOf,
  withoutArticle,
  withoutSuffixes,
} from '../../src/speakers/name-forms.ts';

it.each([
  ['Müller', 'muller'],
  ['O’Quill', 'oquill'],
  ['Łódź', 'lodz'],
  ['J.', 'j'],
  ['Jean‑Luc', 'jean-luc'],
  ['Søren', 'soren'],
])('folds %s', (word, folded) => expect(foldNamePart(word)).toBe(folded));

it.each<[one: string, other: string, agree: boolean]>([
  ['edward tarn', 'ted tarn', true],
  ['e tarn', 'edward tarn', true],
  ['edward j tarn', 'edward tarn', true],
  ['abdel tarn', 'rami abdel tarn', true],
  ['ana maria perez', 'ana maria perez ruiz', true],
  ['bashar al-tarn', 'bashar tarn', true],
  ['ada tarn', 'ivo tarn', false],
  ['ada tarn', 'ada quill', false],
  ['tarn', 'ada tarn', false],
])('%s and %s', (one, other, agree) => {
  expect(fullNamesAgree(one.split(' '), other.split(' '))).toBe(agree);
  expect(fullNamesAgree(other.split(' '), one.split(' '))).toBe(agree);
});

it('tells short first names from others', () => {
  expect(firstNamesAgree('bill', 'will')).toBe(true);
  expect(firstNamesAgree('bill', 'bob')).toBe(false);
});

it('makes initials with and without the small words', () => {
  expect(initialsOf(['institute', 'of', 'tidal', 'studies'])).toEqual(['its', 'iots']);
  expect(initialsOf(['wick'])).toEqual([]);
});

it('leaves suffixes and articles away, but never the whole name', () => {
  expect(withoutSuffixes(['ivo', 'tarn', 'jr', 'md'])).toEqual(['ivo', 'tarn']);
  expect(withoutSuffixes(['jr'])).toEqual(['jr']);
  expect([withoutArticle('al-tarn'), withoutArticle('al-x'), withoutArticle('zuma-quill')]).toEqual([
    'tarn',
    'al-x',
    'zuma-quill',
  ]);
});
