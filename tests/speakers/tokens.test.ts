import { describe, expect, it } from 'vitest';
import { labelSpan, tokensWithin } from '../../src/speakers/token-ranges.ts';
import { CLOSING, INSIDE, OPENING, OUTSIDE, type Tokens, tokensOf } from '../../src/speakers/tokens.ts';
import { paragraphsOf } from './spoken-text.ts';

function tokensIn(text: string): Tokens {
  const tokens = paragraphsOf(text).paragraphs[0]?.tokens;
  if (tokens === undefined) throw new Error('there is no paragraph');
  return tokens;
}

describe('words', () => {
  it.each([
    ['We can’t re-open at 10.30 today.', 'We can’t re-open at 10.30 today .'],
    ['The mayor’s plan, 12%: no…', 'The mayor ’s plan , 12% : no …'],
    ["Quill's U.S. boat... left", "Quill 's U.S . boat ... left"],
    ['It cost £1,200 (net).', 'It cost £ 1,200 ( net ) .'],
    ['Zoe\u0308 left 🌉 now', 'Zoe\u0308 left 🌉 now'],
    ['’s', '’ s'],
    ['\u200fYes\u200f, \u2066no\u2069', 'Yes , no'],
  ])('%s', (text, words) => {
    const { surfaces, start, end, count } = tokensIn(text);
    expect(surfaces.join(' ')).toBe(words);
    expect(surfaces).toHaveLength(count);
    expect(surfaces).toEqual(Array.from({ length: count }, (_, token) => text.slice(start[token], end[token])));
  });

  it('are in lower case, with one sign for quotation marks of every style', () => {
    expect(tokensIn('«Yes We Can,» Quill said').words).toEqual(['“', 'yes', 'we', 'can', ',', '”', 'quill', 'said']);
    expect(tokensIn("'Yes We Can,' Quill said").words).toEqual(['“', 'yes', 'we', 'can', ',', '”', 'quill', 'said']);
  });
});

it('tells where a token stands to the marks', () => {
  expect([...tokensIn('“No way,” she said.').quote]).toEqual([
    ...[OPENING, INSIDE, INSIDE, INSIDE, CLOSING],
    ...[OUTSIDE, OUTSIDE, OUTSIDE],
  ]);
  expect([...tokensIn('She said: “No way').quote]).toEqual([OUTSIDE, OUTSIDE, OUTSIDE, OPENING, INSIDE, INSIDE]);
});

it('counts the sentences', () => {
  expect([...tokensIn('It rained. She left.').sentence]).toEqual([0, 0, 0, 1, 1, 1]);
});

it('gives offsets into the whole text, of the paragraph alone', () => {
  const text = 'One two. Three four. Five';
  const tokens = tokensOf(text, [9, 20], [[9, 20]], []);
  expect(tokens.surfaces).toEqual(['Three', 'four', '.']);
  expect([...tokens.start]).toEqual([9, 15, 19]);
});

describe('ranges of tokens', () => {
  const tokens = tokensIn('One two three four');

  it('are those that begin within a range of the text', () => {
    expect(tokensWithin(tokens, [4, 13])).toEqual([1, 3]);
    expect(tokensWithin(tokens, [5, 9])).toEqual([2, 3]);
    expect(tokensWithin(tokens, [0, 100])).toEqual([0, 4]);
    expect(tokensWithin(tokens, [7, 7])).toEqual([2, 2]);
  });

  it('are labelled as one span, and a span that is cut begins anew behind it', () => {
    const labels = Uint8Array.from([7, 8, 8, 8]);
    labelSpan(labels, [0, 2], 1);
    expect([...labels]).toEqual([1, 2, 7, 8]);
    labelSpan(labels, [1, 1], 3);
    expect([...labels]).toEqual([1, 1, 7, 8]);
  });
});
