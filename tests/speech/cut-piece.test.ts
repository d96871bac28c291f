import { describe, expect, it } from 'vitest';
import { clauseStart, cutPiece } from '../../src/speech/cut-piece.ts';

function partsOf(text: string, longest: number): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = cutPiece(text, start, longest);
    if (end <= start) throw new Error('The cut does not move.');
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

describe('a piece that is too long', () => {
  it.each([
    ['is left alone where it fits', 'One two.', 8, ['One two.']],
    ['is cut behind a clause', 'One two, three four.', 15, ['One two, ', 'three four.']],
    ['is cut behind the last clause', 'A, b, c, d, e', 8, ['A, b, ', 'c, d, e']],
    ['keeps a closing mark with its clause', 'He said “no,” and left.', 20, ['He said “no,” ', 'and left.']],
    ['is not cut in a number', 'It is 3,000,000 now', 12, ['It is ', '3,000,000 ', 'now']],
    ['is cut behind a word', 'One two three', 9, ['One two ', 'three']],
    ['is cut between characters at last', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['is cut behind a clause of Chinese', '他说今天很好，我们走吧', 9, ['他说今天很好，', '我们走吧']],
    ['keeps surrogates together', '😀😀😀', 3, ['😀', '😀', '😀']],
    ['keeps a joined emoji together', '👩‍👩‍👧👩‍👩‍👧', 9, ['👩‍👩‍👧', '👩‍👩‍👧']],
    ['keeps marks with their letter', 'e\u0301e\u0301e\u0301', 3, ['e\u0301', 'e\u0301', 'e\u0301']],
    ['is cut for an engine that takes nothing', '😀a', 0, ['😀', 'a']],
  ])('%s', (_name, text, longest, parts) => {
    expect(partsOf(text, longest)).toEqual(parts);
  });

  it.each([1, 2, 5, 40, 300])('loses nothing and fits, %i at a time', (longest) => {
    const text = `${'Long ago, they said “well”. '.repeat(30)}😀👩‍👩‍👧${'e\u0301'.repeat(200)}`;
    const parts = partsOf(text, longest);
    expect(parts.join('')).toBe(text);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(Math.max(2, longest));
    expect(parts.filter((part) => /\p{Cs}/u.test(part))).toEqual([]);
  });
});

describe('where to speak on', () => {
  it.each([
    ['One two, three four', 'four', 'three four'],
    ['One two, three four', 'three', 'three four'],
    ['One two three', 'three', 'One two three'],
    [`${'word '.repeat(30)}last`, 'last', 'last'],
    ['It is 3,000 miles', 'miles', 'It is 3,000 miles'],
  ])('in %j at %j', (text, word, rest) => {
    expect(text.slice(clauseStart(text, text.indexOf(word)))).toBe(rest);
  });
});
