import { describe, expect, it } from 'vitest';
import { boundaryWord } from '../../src/platform/boundary-word.ts';

const TEXT = 'Kerry’s plan costs 3 billion.';

describe('the word of a boundary event', () => {
  it.each<[string, unknown, unknown, string | null]>([
    ['as the browser has it', 8, 4, 'plan'],
    ['found where no length is given', 8, 0, 'plan'],
    ['with its apostrophe', 0, undefined, 'Kerry’s'],
    ['after the space that an engine points at', 7, 0, 'plan'],
    ['after that space, as long as the browser has it', 7, 5, 'plan'],
    ['without the space behind it', 8, 5, 'plan'],
    ['found where the length goes past the end', 19, 40, '3'],
    ['found where the length is that of the space alone', 7, 1, 'plan'],
    ['none behind the end', TEXT.length, 0, null],
  ])('is %s', (_, index, length, word) => {
    const found = boundaryWord(TEXT, index, length, 'en');
    expect(found && TEXT.slice(...found)).toBe(word);
  });

  it('is none where only spaces are left', () => {
    expect(boundaryWord('The end.  ', 8, 2, 'en')).toBeNull();
  });

  it('is found in scripts without spaces, and where the language is nonsense', () => {
    expect(boundaryWord('香港政府', 0, 0, 'zh')).toEqual([0, 2]);
    expect(boundaryWord('A word.', 2, 0, 'no language')).toEqual([2, 6]);
  });
});
