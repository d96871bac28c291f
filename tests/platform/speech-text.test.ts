import { describe, expect, it } from 'vitest';
import { prepareSpeechText } from '../../src/platform/speech-text.ts';

/** For each code point of the prepared text, the word of the source that it belongs to. */
function wordsOf(source: string): (string | null)[] {
  const { text, wordAt } = prepareSpeechText(source, 'en');
  return Array.from(text, (_, index) => {
    const word = wordAt(index);
    return word && source.slice(...word);
  });
}

describe('prepareSpeechText', () => {
  it.each([
    ['a plain text', 'One, two.', 'One, two.'],
    ['a tag', 'a <b>c', 'a  b c'],
    ['a comparison', '3 < 4', '3   4'],
    ['the name of a character', 'R&D &#65;', 'R& D & #65;'],
    ['an ampersand that stands alone', 'R & D', 'R & D'],
    ['phonemes', '[[h@l]] [1]', '[ [h@l]] [1]'],
    ['controls', 'a\u0000b\u0001c\n', 'a b c '],
    ['halves of a pair', 'a\ud83d b', 'a  b'],
    ['a whole pair', 'a 😀', 'a 😀'],
  ])('leaves nothing of %s that is not text', (_, source, text) => {
    expect(prepareSpeechText(source, 'en').text).toBe(text);
  });

  it('finds the words of the source again, in UTF-16', () => {
    expect(wordsOf('😀 <b>R&D')).toEqual(['😀', null, '<', 'b', '>', 'R', '&', '&', 'D']);
  });

  it('takes a number for one word, and white space and the end for none', () => {
    const { wordAt } = prepareSpeechText('In 1,234 ', 'en');
    expect([3, 4, 7].map(wordAt)).toEqual([
      [3, 8],
      [3, 8],
      [3, 8],
    ]);
    expect([2, 8, 9, 99].map(wordAt)).toEqual([null, null, null, null]);
  });
});
