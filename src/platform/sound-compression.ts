/** 25 ms at 22,050 samples a second: longer than a period of the lowest voice, shorter than a sound of speech. */
const FRAME = 552;
const HALF = FRAME / 2;
/** How far from its own place a frame is looked for, in samples: a period of a voice of 80 Hz. */
const REACH = 276;
/** Every so many samples are compared; the voice has little above 5 kHz. */
const STRIDE = 2;

/**
 * Makes speech shorter without making it higher: frames are taken further apart than they are laid down, each from where it
 * fits best to the one before (waveform similarity overlap-add: Verhelst and Roelands, ICASSP 1993).
 */
export class SoundCompression {
  readonly #factor: number;
  #waiting = new Int16Array(0);
  /** The place of `#waiting` in the whole sound. */
  #origin = 0;
  #framesLaid = 0;
  /** The second half of the last frame, and what followed it in the sound. */
  #tail: Int16Array | null = null;

  /** @param factor how many times shorter; at least 1 */
  constructor(factor: number) {
    this.#factor = factor;
  }

  /** Takes the next of the sound; gives what of the shorter sound is ready. */
  push(samples: Int16Array): Int16Array {
    if (this.#factor <= 1) return samples;
    this.#waiting = joined([this.#waiting, samples]);
    const ready: Int16Array[] = [];
    for (;;) {
      const place = Math.round(this.#framesLaid * HALF * this.#factor) - this.#origin;
      // The frame itself, the room to look for it, and what follows it, which the next one is compared with.
      if (place + REACH + FRAME + HALF > this.#waiting.length) break;
      ready.push(this.#layFrame(place));
    }
    this.#forget();
    return joined(ready);
  }

  /** The rest, after the last of the sound. */
  end(): Int16Array {
    if (this.#factor <= 1) return new Int16Array(0);
    const place = Math.round(this.#framesLaid * HALF * this.#factor) - this.#origin;
    const rest = Math.max(0, Math.round((this.#waiting.length - place) / this.#factor));
    const silence = new Int16Array(REACH + FRAME + HALF);
    return this.push(silence).subarray(0, rest);
  }

  #layFrame(place: number): Int16Array {
    const from = this.#tail === null ? Math.max(0, place) : this.#bestPlace(place, this.#tail);
    const sound = this.#waiting;
    const laid = new Int16Array(HALF);
    for (let index = 0; index < HALF; index++) {
      const share = this.#tail === null ? 1 : index / HALF;
      laid[index] = (sound[from + index] ?? 0) * share + (this.#tail?.[index] ?? 0) * (1 - share);
    }
    this.#tail = sound.slice(from + HALF, from + FRAME);
    this.#framesLaid++;
    return laid;
  }

  /** Where near a place the sound is most like what would have followed. */
  #bestPlace(place: number, wanted: Int16Array): number {
    const sound = this.#waiting;
    let best = place;
    let bestLikeness = Number.NEGATIVE_INFINITY;
    for (let from = Math.max(0, place - REACH); from <= place + REACH; from += STRIDE) {
      let likeness = 0;
      let energy = 1;
      for (let index = 0; index < HALF; index += STRIDE) {
        const sample = sound[from + index] ?? 0;
        likeness += sample * (wanted[index] ?? 0);
        energy += sample * sample;
      }
      const relative = likeness / Math.sqrt(energy);
      if (relative > bestLikeness) [best, bestLikeness] = [from, relative];
    }
    return best;
  }

  /** Lets go of what no further frame can come from. */
  #forget(): void {
    const next = Math.round(this.#framesLaid * HALF * this.#factor) - this.#origin;
    const past = Math.min(Math.max(0, next - REACH), this.#waiting.length);
    this.#waiting = this.#waiting.slice(past);
    this.#origin += past;
  }
}

/** One sound of several. */
export function joined(sounds: readonly Int16Array[]): Int16Array<ArrayBuffer> {
  const whole = new Int16Array(sounds.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const sound of sounds) {
    whole.set(sound, offset);
    offset += sound.length;
  }
  return whole;
}
