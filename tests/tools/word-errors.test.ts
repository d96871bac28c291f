import { describe, expect, it } from 'vitest';
import { countWordErrors, wordErrorRate, wordsOf } from '../../tools/voice/word-errors.ts';

const errors = (wanted: string, heard: string) => countWordErrors(wordsOf(wanted), wordsOf(heard));

describe('the words of a text', () => {
  it('are the same whether written or heard', () => {
    expect(wordsOf('"We can\'t wait," the Mayor said.')).toEqual(['we', "can't", 'wait', 'the', 'mayor', 'said']);
    expect(wordsOf(' – … ')).toEqual([]);
  });
});

describe('word errors', () => {
  it.each([
    ['nothing wrong', 'The bridge has failed.', 'the bridge has failed', 0],
    ['a word changed', 'the bridge has failed', 'the breeds has failed', 1],
    ['a word left out', 'the bridge has failed', 'bridge has failed', 1],
    ['a word too many', 'the bridge has failed', 'the old bridge has failed', 1],
    ['one word heard as two', 'customers came', 'custom ers came', 2],
    ['all in another order', 'one two', 'two one', 2],
    ['nothing heard', 'the bridge has failed', '', 4],
    ['nothing said', '', 'the bridge', 2],
  ])('%s', (_, wanted, heard, count) => {
    expect(errors(wanted, heard)).toBe(count);
  });
});

describe('the word error rate', () => {
  it('counts words, not sentences', () => {
    const long = { words: 18, errors: 1 };
    const short = { words: 2, errors: 2 };
    expect(wordErrorRate([long, short]).rate).toBeCloseTo(3 / 20);
  });

  it('has no margin where all sentences are alike, and less the more of them there are', () => {
    const alike = Array.from({ length: 5 }, () => ({ words: 10, errors: 2 }));
    expect(wordErrorRate(alike)).toEqual({ rate: 0.2, margin: 0 });
    const unlike = [
      { words: 10, errors: 0 },
      { words: 10, errors: 4 },
    ];
    // Each is 2 words from the mean: the root of (4 + 4) · 2 / 1 is 4.
    expect(wordErrorRate(unlike).margin).toBeCloseTo((1.96 * 4) / 20);
    const many = Array.from({ length: 10 }, () => unlike).flat();
    expect(wordErrorRate(many).margin).toBeLessThan(wordErrorRate(unlike).margin / 3);
  });
});
