import { expect, test } from 'vitest';
import { packGlossary, unpackGlossary } from '../../src/glossary/compact-glossary.ts';
import { decodeWords, encodeWords } from '../../src/glossary/word-codes.ts';
import { entry } from './glossary-of.ts';

test('what is packed comes out again', () => {
  const entries = [
    entry('Tarn Front', { also: ['al-Tarn', 'Tarn-Front'], wp: 'Tarn_Front', level: 2, short: ['Front'] }),
    entry('OFW', { full: 'Ostian Fund for Walls', wp: 'Ostian_Fund_for_Walls', match: 'caps-only', cues: ['wall'] }),
    entry('no-fly zone', { wp: 'No-fly_zone', match: 'with-cues', kind: 'military term', asof: '2025-01', level: 0 }),
    entry('HOB', { full: 'Harbour Office Board', wp: 'HOB_(lake)' }),
    entry('lake board', { wp: 'Board_of_the_lake' }),
    entry('pond', { also: ['small lake'], wp: 'Small_lake', level: 3 }),
  ];
  const packed = packGlossary(entries);
  expect(unpackGlossary(packed)).toEqual(entries);
  const titles = decodeWords(packed)
    .split('\n')
    .slice(6)
    .map((line) => line.split('^')[4]);
  expect(titles).toEqual(['=', '=', '=', '=1 (lake)', 'Board of the lake', '=2']);
});

test('an empty glossary stays empty', () => {
  expect(unpackGlossary(packGlossary([]))).toEqual([]);
  expect(unpackGlossary('')).toEqual([]);
});

test('an entry that holds what parts entries is told of', () => {
  expect(() => packGlossary([entry('a^b', { is: 'B.' })])).toThrow('"a^b" holds "^"');
  expect(() => packGlossary([entry('ab', { also: ['a|b'] })])).toThrow('"a|b" holds "|"');
});

test('words are coded and come out again, with their spaces', () => {
  const text = 'the lake and the lake^the lake|ab the-lake and the  lake\nthe lake é';
  const coded = encodeWords(text);
  expect(decodeWords(coded)).toBe(text);
  expect(coded.split('\n').slice(1).join('\n').length).toBeLessThan(text.length);
  expect(() => encodeWords('a~b')).toThrow('"~" stands for a word');
});
