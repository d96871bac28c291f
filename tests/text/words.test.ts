import { expect, test } from 'vitest';
import { countWords, minutesToRead, readingMinutes } from '../../src/text/words.ts';

test.each([
  ["The wall's engineers, 1,200 of them, re-built it.", 'en', 8],
  ['', 'en', 0],
  ['— … —', 'en', 0],
  ['السور البحري القديم', 'ar', 3],
])('%s has the words %s', (text, language, count) => {
  expect(countWords(text, language)).toBe(count);
});

test('words without spaces between are counted, also where the language is unknown or none', () => {
  for (const language of ['ja', null, 'not a language!']) {
    const count = countWords('港町の防波堤が閉鎖された。', language);
    expect(count).toBeGreaterThan(4);
    expect(count).toBeLessThan(12);
  }
});

test('reading takes a minute for 238 English words, and at least one', () => {
  expect(readingMinutes('word '.repeat(238 * 4), 'en')).toBe(4);
  expect(readingMinutes('Short.', 'en')).toBe(1);
  expect(readingMinutes('', null)).toBe(1);
});

test('Chinese and Japanese are measured in characters', () => {
  expect(readingMinutes('港'.repeat(357 * 3), 'ja')).toBe(3);
  expect(readingMinutes('墙'.repeat(255 * 2), 'zh-Hant')).toBe(2);
});

test('a pace of one’s own counts in every script, in proportion to the usual one', () => {
  expect(minutesToRead('word '.repeat(100), 'en', 200)).toBe(0.5);
  expect(minutesToRead('港'.repeat(357), 'ja', 119)).toBeCloseTo(2);
  expect(minutesToRead('', 'en', 200)).toBe(0);
});
