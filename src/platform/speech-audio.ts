import type { Clock } from '../speech/engine.ts';

/** A context that does not run within this wants a press of the person first; in milliseconds. */
const PATIENCE = 1000;
/** How often it is looked whether it runs, in milliseconds. */
const LOOK = 20;
/** After so long without speech the context is suspended, in milliseconds: a running one costs battery. */
const IDLE = 30_000;

/** What is to be heard now, on the audio clock in seconds: what was handed over is on its way for a moment. */
export function heardNow({ currentTime, outputLatency, baseLatency }: AudioContext): number {
  const latency = outputLatency || baseLatency;
  return currentTime - (Number.isFinite(latency) ? latency : 0);
}

/** The audio context of a reading view: made when it is first needed, suspended while nothing is spoken. */
export class SpeechAudio {
  readonly #create: () => AudioContext;
  readonly #clock: Clock;
  #context: AudioContext | null = null;
  #stopWaiting = () => {};

  constructor(create: () => AudioContext, clock: Clock) {
    this.#create = create;
    this.#clock = clock;
  }

  /**
   * Calls `ready` with the context once it runs, at once where it runs already; with null where the browser does not let it
   * run. `isNew`: its clock has begun anew, or stood still. A later call takes the place of an earlier one.
   */
  open(ready: (context: AudioContext | null, isNew: boolean) => void): void {
    this.#stopWaiting();
    const context = this.#running();
    if (context === null || context.state === 'running') {
      ready(context, false);
      return;
    }
    // It never settles where the browser wants a press; what becomes of it is told by the state.
    context.resume().catch(() => undefined);
    const until = this.#clock.now() + PATIENCE;
    const look = () => {
      if (context.state === 'running') ready(context, true);
      else if (this.#clock.now() >= until) ready(null, false);
      else this.#stopWaiting = this.#clock.after(LOOK, look);
    };
    look();
  }

  /** Nothing is spoken now. */
  rest(): void {
    this.#stopWaiting();
    this.#stopWaiting = this.#clock.after(IDLE, () => void this.#context?.suspend().catch(() => undefined));
  }

  #running(): AudioContext | null {
    if (this.#context?.state === 'closed') this.#context = null;
    try {
      this.#context ??= this.#create();
    } catch {
      return null;
    }
    return this.#context;
  }
}
