import type { Clock } from '../speech/engine.ts';
import { SAMPLE_RATE } from './voice-protocol.ts';

/** How far ahead a piece of sound is handed over, in samples: 15 ms, in which the browser has it ready. */
const LEAD = Math.round(0.015 * SAMPLE_RATE);
/** In which sound fades where it is cut off, in seconds: without it there is a click. */
const FADE = 0.005;

/** Where a stretch of the sound stands on the audio clock, in samples. */
interface Stretch {
  sample: number;
  frame: number;
}

/**
 * Plays pieces of sound back to back on whole samples. The audio context has the rate of the sound, so that nothing is
 * resampled and the pieces join without a seam. A piece that comes late moves all that follows.
 */
export class AudioTrack {
  readonly #context: AudioContext;
  readonly #gain: GainNode;
  readonly #sources: AudioBufferSourceNode[] = [];
  readonly #stretches: Stretch[] = [];
  readonly #begin: number;
  #length = 0;
  #end: number | null = null;

  /** @param begin on the audio clock, in samples: not earlier than that; null for as soon as possible */
  constructor(context: AudioContext, volume: number, begin: number | null) {
    this.#context = context;
    this.#begin = begin ?? 0;
    this.#gain = context.createGain();
    this.#gain.gain.value = volume;
    this.#gain.connect(context.destination);
  }

  /** The end of what was added so far, on the audio clock, in samples; null before the first piece. */
  get end(): number | null {
    return this.#end;
  }

  add(samples: Int16Array): void {
    if (samples.length === 0) return;
    const now = Math.ceil(this.#context.currentTime * SAMPLE_RATE);
    const frame = this.#end !== null && this.#end >= now ? this.#end : Math.max(this.#begin, now + LEAD);
    const last = this.#stretches.at(-1);
    if (last === undefined || last.frame + this.#length - last.sample !== frame)
      this.#stretches.push({ sample: this.#length, frame });
    const buffer = this.#context.createBuffer(1, samples.length, SAMPLE_RATE);
    const channel = buffer.getChannelData(0);
    for (let index = 0; index < samples.length; index++) channel[index] = (samples[index] ?? 0) / 0x8000;
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#gain);
    source.start(frame / SAMPLE_RATE);
    this.#sources.push(source);
    this.#length += samples.length;
    this.#end = frame + samples.length;
  }

  /** When a sample of the sound is played, on the audio clock in seconds; null where it has not been added yet. */
  timeOf(sample: number): number | null {
    const stretch = this.#stretches.findLast((each) => each.sample <= sample);
    if (stretch === undefined || sample > this.#length) return null;
    return (stretch.frame + sample - stretch.sample) / SAMPLE_RATE;
  }

  /** Falls silent at once. */
  cut(clock: Clock): void {
    const { currentTime } = this.#context;
    this.#gain.gain.setTargetAtTime(0, currentTime, FADE / 3);
    for (const source of this.#sources) source.stop(currentTime + FADE);
    clock.after(FADE * 4000, () => this.#gain.disconnect());
  }
}
