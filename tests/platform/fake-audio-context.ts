import { SAMPLE_RATE } from '../../src/platform/voice-protocol.ts';
import type { Clock } from '../../src/speech/engine.ts';

/** A piece of sound that was handed over: where it stands on the context's clock in samples, and what is in it. */
export interface PlayedPiece {
  frame: number;
  samples: number[];
  volume: number;
  /** In seconds on the context's clock; null where nobody has stopped it. */
  stoppedAt: number | null;
}

/** How a context behaves. */
interface Behaviour {
  /** It runs at once; else it is suspended, and what becomes of `resume` is up to `obeys`. */
  runs?: boolean;
  /** Whether it runs when it is told to: there is a device, and the browser allows it. */
  obeys?: boolean;
}

/** An audio context whose clock runs with a clock that a test moves, as long as its state is `running`. */
export class FakeAudioContext {
  state: AudioContextState;
  obeys: boolean;
  outputLatency = 0;
  baseLatency = 0;
  /** The time stands still although the state says that it runs: the device is gone. */
  isFrozen = false;
  readonly destination = {};
  readonly played: PlayedPiece[] = [];
  /** What was asked of it, in order. */
  readonly calls: ('resume' | 'suspend' | 'close')[] = [];
  /** The changes of loudness that were asked for: "0.8 at 1.5". */
  readonly ramps: string[] = [];
  /** How many tracks lead to the loudspeaker. */
  connected = 0;
  readonly #clock: Clock;
  #passed = 0;
  #lookedAt: number;

  constructor(clock: Clock, { runs = true, obeys = true }: Behaviour = {}) {
    this.#clock = clock;
    this.#lookedAt = clock.now();
    this.state = runs ? 'running' : 'suspended';
    this.obeys = obeys;
  }

  /** As the code under test takes it. */
  get asContext(): AudioContext {
    return this as unknown as AudioContext;
  }

  get currentTime(): number {
    const now = this.#clock.now();
    if (this.state === 'running' && !this.isFrozen) this.#passed += now - this.#lookedAt;
    this.#lookedAt = now;
    return this.#passed / 1000;
  }

  /** All samples, in the order of their times. */
  get heard(): number[] {
    return [...this.played].sort((one, other) => one.frame - other.frame).flatMap(({ samples }) => samples);
  }

  /** The times between each piece and the next, in samples. */
  get gaps(): number[] {
    return this.played.slice(1).map(({ frame }, index) => {
      const before = this.played[index];
      return before === undefined ? Number.NaN : frame - before.frame - before.samples.length;
    });
  }

  become(state: AudioContextState): void {
    this.currentTime;
    this.state = state;
  }

  resume(): Promise<void> {
    this.calls.push('resume');
    if (!this.obeys || this.state === 'closed') return new Promise(() => {});
    this.become('running');
    return Promise.resolve();
  }

  suspend(): Promise<void> {
    this.calls.push('suspend');
    this.become('suspended');
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.calls.push('close');
    this.become('closed');
    return Promise.resolve();
  }

  createGain() {
    const ramps = this.ramps;
    return {
      gain: {
        value: 1,
        setValueAtTime: (value: number, time: number) => void ramps.push(`${value} at ${time}`),
        linearRampToValueAtTime: (value: number, time: number) => void ramps.push(`to ${value} at ${time}`),
      },
      connect: (to: unknown) => {
        if (to === this.destination) this.connected++;
      },
      disconnect: () => {
        this.connected--;
      },
    };
  }

  createBuffer(_channels: number, length: number, sampleRate: number) {
    if (sampleRate !== SAMPLE_RATE) throw new Error('the sound would be resampled');
    const channel = new Float32Array(length);
    return { getChannelData: () => channel };
  }

  createBufferSource() {
    const piece: PlayedPiece = { frame: Number.NaN, samples: [], volume: Number.NaN, stoppedAt: null };
    const source = {
      buffer: null as { getChannelData(): Float32Array } | null,
      connect: ({ gain }: { gain: { value: number } }) => {
        piece.volume = gain.value;
      },
      start: (time: number) => {
        piece.frame = wholeFrame(time);
        piece.samples = [...(source.buffer?.getChannelData() ?? [])].map((value) => value * 0x8000);
        this.played.push(piece);
      },
      stop: (time: number) => {
        piece.stoppedAt = time;
      },
    };
    return source;
  }
}

function wholeFrame(time: number): number {
  const frame = Math.round(time * SAMPLE_RATE);
  if (Math.abs(time * SAMPLE_RATE - frame) > 1e-6) throw new Error(`${time} is no whole sample: it would be resampled`);
  return frame;
}
