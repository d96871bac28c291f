/** Bytes that grow. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  byte(byte: number): void {
    if (!Number.isInteger(byte) || byte < 0 || byte > 255) throw new RangeError(`${byte} is no byte`);
    this.#bytes.push(byte);
  }

  /** Seven bits a byte, the low ones first. */
  varint(number: number): void {
    if (!Number.isInteger(number) || number < 0 || number >= 2 ** 28) throw new RangeError(`${number} is no varint`);
    let rest = number;
    for (; rest >= 0x80; rest >>= 7) this.#bytes.push(0x80 | (rest & 0x7f));
    this.#bytes.push(rest);
  }

  /** A line of text in UTF-8, with a line feed behind it. */
  line(text: string): void {
    if (text.includes('\n')) throw new RangeError('a line feed in a line');
    for (const byte of new TextEncoder().encode(`${text}\n`)) this.#bytes.push(byte);
  }

  append(bytes: Uint8Array): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }
}

/** Bits that grow, the high ones of a byte first. */
export class BitWriter {
  readonly #bytes: number[] = [];
  /** How many bits have been written. */
  length = 0;

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  /** The low `count` bits of a number, the highest of them first. */
  bits(number: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) {
      const at = this.length >> 3;
      if (at === this.#bytes.length) this.#bytes.push(0);
      this.#bytes[at] = (this.#bytes[at] ?? 0) | (((number >> bit) & 1) << (7 - (this.length & 7)));
      this.length++;
    }
  }
}
