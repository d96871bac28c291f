import { expect, test } from 'vitest';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { isStructural, STRUCTURAL } from '../../src/article/structural-rules.ts';

test('rules by make-up have names of their own, which no rule by words has', () => {
  const names = Object.values(STRUCTURAL).map(({ rule }) => rule);
  expect(new Set(names).size).toBe(names.length);
  expect(READING_DATA.clutter.map(({ id }) => id).filter((id) => names.some((name) => name === id))).toEqual([]);
});

test('verdicts by make-up are told from those by words', () => {
  for (const verdict of Object.values(STRUCTURAL)) expect(isStructural({ ...verdict })).toBe(true);
  expect(isStructural({ rule: 'share', reason: 'removedShare' })).toBe(false);
});
