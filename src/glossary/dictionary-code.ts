/**
 * A canonical prefix code (Huffman 1952; canonical after Schwartz and Kallick 1964): of symbols with codes of one length the
 * lower one has the lower code, and every shorter code is lower than a longer one. So the lengths alone tell the codes.
 */
export interface CanonicalCode {
  /** The symbols by their codes, from the lowest. */
  symbols: Int32Array;
  /** How many symbols have a code of each length, by the length in bits. */
  counts: Int32Array;
}

/** The longest code, in bits: what a number of 32 bits holds with its sign. */
export const LONGEST_CODE = 30;

/** Makes the code of symbols from the lengths of their codes in bits; a length of 0 is no code. */
export function canonicalCode(lengths: Uint8Array): CanonicalCode {
  const counts = new Int32Array(LONGEST_CODE + 1);
  for (const length of lengths) {
    if (length > LONGEST_CODE) throw new RangeError(`a code of ${length} bits`);
    if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  }
  const places = new Int32Array(LONGEST_CODE + 2);
  for (let length = 1; length <= LONGEST_CODE; length++)
    places[length + 1] = (places[length] ?? 0) + (counts[length] ?? 0);
  const symbols = new Int32Array(places[LONGEST_CODE + 1] ?? 0);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const place = places[length] ?? 0;
    symbols[place] = symbol;
    places[length] = place + 1;
  });
  return { symbols, counts };
}

/** Reads symbols from bits, the high ones of a byte first. */
export class CodeReader {
  readonly #code: CanonicalCode;
  readonly #bytes: Uint8Array;
  #bit: number;

  /** `bit` is where to begin, counted from the first bit of `bytes`. */
  constructor(code: CanonicalCode, bytes: Uint8Array, bit: number) {
    this.#code = code;
    this.#bytes = bytes;
    this.#bit = bit;
  }

  /** The next symbol. Throws a RangeError where the bits are at their end or are no code. */
  next(): number {
    const { counts, symbols } = this.#code;
    const bytes = this.#bytes;
    let bit = this.#bit;
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST_CODE; length++, bit++) {
      const byte = bytes[bit >> 3];
      const count = counts[length];
      if (byte === undefined || count === undefined) break;
      code |= (byte >> (7 - (bit & 7))) & 1;
      if (code - first < count) {
        this.#bit = bit + 1;
        return symbols[index + code - first] ?? 0;
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new RangeError('bits that are no code');
  }
}
