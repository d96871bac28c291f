import type { OutputTrack, SoundOutput } from './sound-output.ts';
import { SAMPLE_RATE } from './voice-protocol.ts';

/** How far ahead a piece of sound is handed over, in samples: 15 ms, in which the browser has it ready. */
const LEAD = Math.round(0.015 * SAMPLE_RATE);

/** Where a stretch of the sound stands on the output's clock, in samples. */
interface Stretch {
  sample: number;
  frame: number;
}

/**
 * Plays pieces of sound back to back on whole samples. The output has the rate of the sound, so that nothing is resampled
 * and the pieces join without a seam. A piece that comes late moves all that follows.
 */
export class AudioTrack {
  readonly #output: SoundOutput;
  readonly #track: OutputTrack;
  readonly #stretches: Stretch[] = [];
  readonly #begin: number;
  #length = 0;
  #end: number | null = null;

  /** @param begin on the output's clock, in samples: not earlier than that; null for as soon as possible */
  constructor(output: SoundOutput, volume: number, begin: number | null) {
    this.#output = output;
    this.#begin = begin ?? 0;
    this.#track = output.createTrack(volume);
  }

  /** The end of what was added so far, on the output's clock in samples; null before the first piece. */
  get end(): number | null {
    return this.#end;
  }

  add(samples: Int16Array): void {
    if (samples.length === 0) return;
    const now = Math.ceil(this.#output.playedUntil * SAMPLE_RATE);
    const frame = this.#end !== null && this.#end >= now ? this.#end : Math.max(this.#begin, now + LEAD);
    const last = this.#stretches.at(-1);
    if (last === undefined || last.frame + this.#length - last.sample !== frame)
      this.#stretches.push({ sample: this.#length, frame });
    this.#track.play(samples, frame / SAMPLE_RATE);
    this.#length += samples.length;
    this.#end = frame + samples.length;
  }

  /** When a sample of the sound is played, on the output's clock in seconds; null where it has not been added yet. */
  timeOf(sample: number): number | null {
    const stretch = this.#stretches.findLast((each) => each.sample <= sample);
    if (stretch === undefined || sample >= this.#length) return null;
    return (stretch.frame + sample - stretch.sample) / SAMPLE_RATE;
  }

  /** Falls silent at once. */
  cut(): void {
    this.#track.cut();
  }
}
