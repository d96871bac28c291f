import { firstIndex } from '../text/first-index.ts';
import type { Range } from '../text/span.ts';

/**
 * Characters that are seen nowhere and make voices stumble: soft hyphens, zero-width spaces, marks of direction, variation
 * selectors. Joiners mean something in Arabic and Indic scripts, and nothing behind Latin letters, digits and spaces.
 */
const INVISIBLE =
  /(?:[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\p{Variation_Selector})+|(?<=[\p{sc=Latn}\p{N}\s])[\u200c\u200d]+/gu;

/** A stretch that was kept as it is. */
interface Run {
  start: number;
  sourceStart: number;
}

/** A text without what is not to be heard, and the way back to where it stood. Offsets are UTF-16. */
export class AudibleText {
  readonly text: string;
  /** In order; each reaches to where the next one starts. */
  readonly #runs: Run[] = [];

  /** `silent`: ranges of `source` that are left out, such as the marks of footnotes; in any order. */
  constructor(source: string, silent: readonly Range[] = []) {
    const gaps: Range[] = [...silent].filter(([start, end]) => start < end);
    for (const { 0: found, index } of source.matchAll(INVISIBLE)) gaps.push([index, index + found.length]);
    gaps.sort(([one], [other]) => one - other);
    let text = '';
    let at = 0;
    for (const [start, end] of [...gaps, [source.length, source.length] as const]) {
      const stop = Math.min(start, source.length);
      if (stop > at) {
        this.#runs.push({ start: text.length, sourceStart: at });
        text += source.slice(at, stop);
      }
      at = Math.max(at, end);
    }
    this.text = text;
  }

  /** Where a range stands in the source; an empty one stands in front of what follows it. */
  toSource([start, end]: Range): Range {
    const first = this.#sourceOf(start);
    return [first, end > start ? this.#sourceOf(end - 1) + 1 : first];
  }

  /** A range in pieces of which each stands unbroken in the source. */
  unbroken([start, end]: Range): Range[] {
    const pieces: Range[] = [];
    for (let index = this.#runAt(start), at = start; at < end; index++) {
      const stop = Math.min(end, this.#runs[index + 1]?.start ?? end);
      if (stop > at) pieces.push([at, stop]);
      at = Math.max(at, stop);
    }
    return pieces;
  }

  /** Where an offset of the source stands here: where what follows it stands, if it was left out. */
  fromSource(offset: number): number {
    const index = firstIndex(this.#runs.length, (at) => (this.#runs[at]?.sourceStart ?? 0) > offset) - 1;
    const run = this.#runs[index];
    if (run === undefined) return 0;
    return Math.min(run.start + offset - run.sourceStart, this.#runs[index + 1]?.start ?? this.text.length);
  }

  #runAt(offset: number): number {
    return Math.max(0, firstIndex(this.#runs.length, (index) => (this.#runs[index]?.start ?? 0) > offset) - 1);
  }

  #sourceOf(offset: number): number {
    const run = this.#runs[this.#runAt(offset)];
    return run === undefined ? 0 : run.sourceStart + offset - run.start;
  }
}
