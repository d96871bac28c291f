import { type CanonicalCode, CodeReader, canonicalCode } from './dictionary-code.ts';
import { END_OF_PIECE, END_OF_TEXT, FIRST_SEPARATOR, GROUP, type SectionName } from './dictionary-format.ts';
import { readLines, readNumbers } from './dictionary-sections.ts';

/** The texts of all meanings, read one at a time: to unpack them all would take as long as the dictionary may take to open. */
export class DictionaryTexts {
  readonly #bits: Uint8Array;
  readonly #code: CanonicalCode;
  /** Where each group begins, in bits. */
  readonly #groups: Int32Array;
  readonly #separators: readonly string[];
  readonly #words: readonly string[];
  readonly #firsts: Int32Array;
  readonly #seconds: Int32Array;

  /** `words` are those that texts are made of, in order. */
  constructor(sections: Record<SectionName, Uint8Array>, words: readonly string[]) {
    this.#bits = sections.texts;
    this.#code = canonicalCode(sections.codeLengths);
    this.#separators = readLines(sections.separators);
    this.#words = words;
    this.#firsts = readNumbers(sections.pairFirsts);
    this.#seconds = readNumbers(sections.pairSeconds);
    const lengths = readNumbers(sections.groupLengths);
    this.#groups = new Int32Array(lengths.length);
    for (let group = 1; group < lengths.length; group++)
      this.#groups[group] = (this.#groups[group - 1] ?? 0) + (lengths[group - 1] ?? 0);
  }

  /** The pieces of a meaning's text, the definition first, then its examples. Throws a RangeError where there is none. */
  read(meaning: number): string[] {
    const start = this.#groups[Math.floor(meaning / GROUP)];
    if (start === undefined) throw new RangeError(`there is no meaning ${meaning}`);
    const reader = new CodeReader(this.#code, this.#bits, start);
    for (let before = meaning % GROUP; before > 0; before--) while (reader.next() !== END_OF_TEXT);
    const pieces: string[] = [];
    let piece = '';
    let afterWord = false;
    const add = (symbol: number): void => {
      const pair = symbol - FIRST_SEPARATOR - this.#separators.length - this.#words.length;
      const word = symbol - FIRST_SEPARATOR - this.#separators.length;
      if (pair >= 0) {
        add(this.#firsts[pair] ?? 0);
        add(this.#seconds[pair] ?? 0);
      } else if (word >= 0) {
        piece += afterWord ? ` ${this.#words[word]}` : this.#words[word];
        afterWord = true;
      } else {
        piece += this.#separators[symbol - FIRST_SEPARATOR] ?? '';
        afterWord = false;
      }
    };
    for (let symbol = reader.next(); symbol !== END_OF_TEXT; symbol = reader.next()) {
      if (symbol !== END_OF_PIECE) {
        add(symbol);
        continue;
      }
      pieces.push(piece);
      piece = '';
      afterWord = false;
    }
    return [...pieces, piece];
  }
}
