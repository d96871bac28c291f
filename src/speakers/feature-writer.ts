import { mixed } from './hash.ts';

/** The features of each token as hashes: those of token i are `hashes[starts[i]]` to before `hashes[starts[i + 1]]`. */
export interface Features {
  starts: Int32Array;
  hashes: Int32Array;
}

/** Collects a paragraph's features; the place of a feature in a token's row is part of its hash, so all rows keep one order. */
export class FeatureWriter {
  readonly #starts: Int32Array;
  readonly #hashes: number[] = [];
  #token = -1;
  #place = 0;

  constructor(tokens: number) {
    this.#starts = new Int32Array(tokens + 1);
  }

  /** Begins the next token. */
  next() {
    this.#token++;
    this.#starts[this.#token] = this.#hashes.length;
    this.#place = 0;
  }

  one(value: number): this {
    this.#place++;
    this.#hashes.push(mixed(this.#place, value));
    return this;
  }

  two(first: number, second: number): this {
    return this.one(mixed(first, second));
  }

  three(first: number, second: number, third: number): this {
    return this.one(mixed(mixed(first, second), third));
  }

  features(): Features {
    this.#starts[this.#token + 1] = this.#hashes.length;
    return { starts: this.#starts, hashes: Int32Array.from(this.#hashes) };
  }
}
