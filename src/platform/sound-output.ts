import type { Clock } from '../speech/engine.ts';
import { SAMPLE_RATE } from './voice-protocol.ts';

/** In which sound fades where it is cut off, in seconds: without it there is a click. */
const FADE = 0.005;
/** No loudspeaker is further behind than this, in seconds; some browsers tell nonsense for a moment. */
const MOST_LATENCY = 0.5;

/** How long what the device tells of itself holds, in milliseconds: some devices take their time to answer. */
const LATENCY_HOLDS = 5000;

/** Where pieces of one sound are played. */
export interface OutputTrack {
  /** Plays samples at a time on the output's clock, in seconds; at once where it has passed. */
  play(samples: Int16Array, time: number): void;
  /** Falls silent at once. */
  cut(): void;
}

/** What sound comes out of, with a clock of its own: times are seconds on it. */
export interface SoundOutput {
  /** Up to when sound has been handed on. */
  readonly playedUntil: number;
  /** What is to be heard now: what was handed on is on its way for a moment. */
  readonly heardUntil: number;
  /** @param volume from 0 to 1 */
  createTrack(volume: number): OutputTrack;
}

/** The loudspeaker, through an audio context of {@link SAMPLE_RATE}. */
export class LoudspeakerOutput implements SoundOutput {
  readonly #context: AudioContext;
  readonly #clock: Clock;
  readonly #asksDevice: boolean;
  /** In seconds. */
  #latency = 0;
  #asksAgainAt = Number.NEGATIVE_INFINITY;

  /** @param asksDevice whether the device may be asked how far it is behind; else the context's own share is taken. */
  constructor(context: AudioContext, clock: Clock, asksDevice = true) {
    this.#context = context;
    this.#clock = clock;
    this.#asksDevice = asksDevice;
  }

  get playedUntil(): number {
    return this.#context.currentTime;
  }

  get heardUntil(): number {
    const now = this.#clock.now();
    if (now >= this.#asksAgainAt) {
      const { baseLatency } = this.#context;
      const outputLatency = this.#asksDevice ? this.#context.outputLatency : 0;
      if (outputLatency > 0) this.#asksAgainAt = now + LATENCY_HOLDS;
      const latency = outputLatency || baseLatency;
      this.#latency = latency > 0 && latency <= MOST_LATENCY ? latency : 0;
    }
    return this.#context.currentTime - this.#latency;
  }

  createTrack(volume: number): OutputTrack {
    const context = this.#context;
    const sources: AudioBufferSourceNode[] = [];
    const gain = context.createGain();
    gain.gain.value = volume;
    gain.connect(context.destination);
    return {
      play(samples, time) {
        const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE);
        const channel = buffer.getChannelData(0);
        for (let index = 0; index < samples.length; index++) channel[index] = (samples[index] ?? 0) / 0x8000;
        const source = context.createBufferSource();
        source.buffer = buffer;
        source.connect(gain);
        source.start(time);
        sources.push(source);
      },
      cut: () => {
        const { currentTime } = context;
        gain.gain.setValueAtTime(volume, currentTime);
        gain.gain.linearRampToValueAtTime(0, currentTime + FADE);
        for (const source of sources) source.stop(currentTime + FADE);
        this.#clock.after(FADE * 4000, () => gain.disconnect());
      },
    };
  }
}

/** Nothing is heard, and time goes by all the same: for a machine without a sound device, so that the words are marked. */
export class SilentOutput implements SoundOutput {
  readonly #clock: Clock;
  readonly #origin: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#origin = clock.now();
  }

  get playedUntil(): number {
    return (this.#clock.now() - this.#origin) / 1000;
  }

  get heardUntil(): number {
    return this.playedUntil;
  }

  createTrack(): OutputTrack {
    return { play() {}, cut() {} };
  }
}
