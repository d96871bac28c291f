/** A stretch of time; milliseconds since 1970, as `Date.now()` gives them. */
export interface TimeStretch {
  from: number;
  to: number;
}

/** Sound as it was played, with the time of each sample. */
export class SoundRecording {
  readonly #rate: number;
  readonly #end: () => void;
  readonly #pieces: Int16Array[] = [];
  #length = 0;
  /** An odd byte that waits for its other half. */
  #rest: Buffer = Buffer.alloc(0);
  #start = Number.POSITIVE_INFINITY;

  /** @param rate samples a second, of one channel */
  constructor(rate: number, end: () => void = () => undefined) {
    this.#rate = rate;
    this.#end = end;
  }

  /** Takes the next 16-bit little-endian samples, which came at a time. */
  add(bytes: Buffer, time: number): void {
    const all = Buffer.concat([this.#rest, bytes]);
    const count = all.length >> 1;
    this.#rest = all.subarray(count * 2);
    const samples = new Int16Array(count);
    for (let index = 0; index < count; index++) samples[index] = all.readInt16LE(index * 2);
    this.#pieces.push(samples);
    this.#length += count;
    // Pieces may come late, never early: the earliest beginning that any of them allows is the true one.
    this.#start = Math.min(this.#start, time - (this.#length / this.#rate) * 1000);
  }

  /** When the first sample was played. */
  get startTime(): number {
    return this.#start;
  }

  /** All samples so far. */
  samples(): Int16Array {
    const all = new Int16Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  /**
   * When something was to be heard: stretches in which a sample is as loud as `threshold` at least every `gap` milliseconds.
   */
  loudStretches(threshold = 300, gap = 60): TimeStretch[] {
    const samples = this.samples();
    const most = (gap / 1000) * this.#rate;
    const stretches: { first: number; last: number }[] = [];
    for (let index = 0; index < samples.length; index++) {
      if (Math.abs(samples[index] ?? 0) < threshold) continue;
      const last = stretches.at(-1);
      if (last && index - last.last <= most) last.last = index;
      else stretches.push({ first: index, last: index });
    }
    return stretches.map(({ first, last }) => ({ from: this.#timeOf(first), to: this.#timeOf(last + 1) }));
  }

  stop(): void {
    this.#end();
  }

  #timeOf(sample: number): number {
    return this.#start + (sample / this.#rate) * 1000;
  }
}
