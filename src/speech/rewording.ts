/** What is said for a stretch of a text. */
export interface Change {
  start: number;
  end: number;
  /** As it was found where the stretch is only kept from being changed. */
  spoken: string;
}

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/** Gathers what of a text is said in other words. Who comes first has it: later changes of the same place are dropped. */
export class Rewording {
  readonly text: string;
  readonly #taken: Uint8Array;
  readonly #changes: Change[] = [];

  constructor(text: string) {
    this.text = text;
    this.#taken = new Uint8Array(text.length);
  }

  /** Whether nothing of a stretch was claimed yet. */
  isFree(start: number, end: number): boolean {
    // The ends tell in most cases, and long stretches are rare.
    if (this.#taken[start] === 1 || this.#taken[end - 1] === 1) return false;
    return !this.#taken.subarray(start, end).includes(1);
  }

  /** Has a stretch said as `spoken`, apart from the words at its sides. */
  change(start: number, end: number, spoken: string): void {
    if (start >= end || !this.isFree(start, end)) return;
    this.#taken.fill(1, start, end);
    this.#changes.push({ start, end, spoken });
  }

  /** Keeps a stretch from being changed by those who come later. */
  keep(start: number, end: number): void {
    this.change(start, end, this.text.slice(start, end));
  }

  /** The changes in order, without what was only kept. */
  changes(): Change[] {
    return this.#changes
      .filter(({ start, end, spoken }) => spoken !== this.text.slice(start, end))
      .sort((one, other) => one.start - other.start)
      .map((change) => ({ ...change, spoken: this.#apart(change) }));
  }

  /** Words that stand where a sign stood need a space at their sides: "R&D" is "R and D". */
  #apart({ start, end, spoken }: Change): string {
    const first = this.text.charAt(start);
    const last = this.text.charAt(end - 1);
    const before = this.text.charAt(start - 1);
    const behind = this.text.charAt(end);
    if (spoken === '') return isWord(before) && isWord(behind) && !isWord(first) ? ' ' : '';
    const lead = isWord(before) && !isWord(first) && isWord(spoken.charAt(0)) ? ' ' : '';
    const tail = isWord(behind) && !isWord(last) && isWord(spoken.charAt(spoken.length - 1)) ? ' ' : '';
    return lead + spoken + tail;
  }
}

function isWord(character: string): boolean {
  return WORD_CHARACTER.test(character);
}
