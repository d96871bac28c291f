import { expect, it } from 'vitest';
import { findWords, type Word } from '../../src/text/name-words.ts';
import { findNameRuns } from '../../src/text/names.ts';
import { findSentences } from '../../src/text/sentences.ts';
import type { Range } from '../../src/text/span.ts';

function wordsOf(text: string, quotations: readonly Range[] = []): Word[] {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }): Range => [index, index + line.length]);
  const sentences = paragraphs.flatMap((paragraph) => findSentences(text, paragraph));
  return findWords(text, { paragraphs, sentences, quotations });
}

function namesIn(text: string): string[] {
  const words = wordsOf(text);
  return findNameRuns(words).map(({ from, to }) => text.slice(words[from]?.start, words[to - 1]?.end));
}

it.each<[text: string, names: string[]]>([
  ['Then Joost van der Plank met Ana de la Cruz.', ['Joost van der Plank', 'Ana de la Cruz']],
  ['We saw Samir al-Hakawati and bin Tarn.', ['Samir al-Hakawati', 'Tarn']],
  ['It was J. K. Quill of Wick.', ['J. K. Quill', 'Wick']],
  ['It was Jean-Luc O’Quill.', ['Jean-Luc O’Quill']],
  ['It was Robert “Bob” Tarn.', ['Robert “Bob” Tarn']],
  ['They asked Sen. Ada Quill on Monday.', ['Sen. Ada Quill']],
  ['They asked Ada Quill, Jr. again.', ['Ada Quill, Jr']],
  ['They left the Bank of Wick.', ['Bank of Wick']],
  [
    'They left the Institute for Tides and the Department of Ports and Health.',
    ['Institute for Tides', 'Department of Ports and Health'],
  ],
  ['They asked Ada Quill of Wick.', ['Ada Quill', 'Wick']],
  ['They sold Tarn & Quill.', ['Tarn & Quill']],
  ['Meanwhile the Munich-based firm left.', []],
  ['This is it. However, Monday came.', []],
  ['But Quill said the WHO and the US knew.', ['Quill', 'WHO', 'US']],
  ['Port Of Wick Closes After Storm', []],
  ['FOUR HELD AFTER RAID Ada Quill was seen.', ['Ada Quill']],
])('%s', (text, names) => expect(namesIn(text)).toEqual(names));

it('notes where any word has a capital', () => {
  const text = 'Rain fell: Quill said “Tides rise”.';
  const quotation: Range = [text.indexOf('“'), text.length - 1];
  const opening = wordsOf(text, [quotation]).filter(({ opens }) => opens);
  expect(opening.map((word) => word.text)).toEqual(['Rain', 'Quill', 'Tides']);
});

it('parts a possessive from its word and keeps offsets right past marks of more than one unit', () => {
  const text = '😀 Quill’s boat, Ada’s.';
  const words = wordsOf(text);
  expect(words.every((word) => text.slice(word.start, word.end) === word.text)).toBe(true);
  expect(words.map((word) => word.text)).toContain('’s');
});
