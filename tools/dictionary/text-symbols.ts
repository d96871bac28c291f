import { END_OF_PIECE, END_OF_TEXT, FIRST_SEPARATOR } from '../../src/glossary/dictionary-format.ts';

/** Texts as numbers, in the words and separators that they are made of. */
export interface TextSymbols {
  separators: readonly string[];
  /** Sorted by UTF-16 units. */
  words: readonly string[];
  /** All texts one behind the other, each with `END_OF_TEXT`. */
  symbols: Int32Array;
}

const WORD_OR_SEPARATOR = /[A-Za-z0-9]+(?:'[A-Za-z]+)*|[^A-Za-z0-9]+/g;
const WORD = /^[A-Za-z0-9]/;

/** Cuts texts into symbols; each text is its pieces. A single space between two words is no symbol: it is what mostly stands there. */
export function textSymbols(texts: readonly (readonly string[])[]): TextSymbols {
  const cut = texts.map((pieces) =>
    pieces.map((piece) => (piece.match(WORD_OR_SEPARATOR) ?? []).filter((token) => token !== ' ')),
  );
  const tokens = [...new Set(cut.flat(2))].sort();
  const separators = tokens.filter((token) => !WORD.test(token));
  const words = tokens.filter((token) => WORD.test(token));
  const numbers = new Map([...separators, ...words].map((token, index) => [token, index + FIRST_SEPARATOR]));
  const symbols: number[] = [];
  for (const pieces of cut) {
    pieces.forEach((piece, index) => {
      if (index > 0) symbols.push(END_OF_PIECE);
      for (const token of piece) symbols.push(numbers.get(token) ?? END_OF_TEXT);
    });
    symbols.push(END_OF_TEXT);
  }
  return { separators, words, symbols: Int32Array.from(symbols) };
}
