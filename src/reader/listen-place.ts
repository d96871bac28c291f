import type { Clock } from '../speech/engine.ts';
import { findPlace, keepPlace } from '../speech/resume.ts';
import type { Script } from '../speech/script.ts';
import type { KeptPlaces } from './listening-ports.ts';

/** How long the voice is heard before its place is written down, in milliseconds: steps and pauses come in bursts. */
const REST = 2000;
/** How long a start waits for the place of an earlier visit, in milliseconds. */
const PATIENCE = 500;
/** Who stopped before this sentence has missed nothing by starting anew. */
const FIRST_WORTH_KEEPING = 2;

/** Keeps where listening stopped, and finds it again. Nothing here rejects: without it, one starts at the beginning. */
export class ListenPlace {
  readonly #places: KeptPlaces;
  readonly #address: string;
  readonly #clock: Clock;
  #waiting: { script: Script; sentence: number } | null = null;
  #cancel: (() => void) | null = null;

  constructor(places: KeptPlaces, address: string, clock: Clock) {
    this.#places = places;
    this.#address = address;
    this.#clock = clock;
  }

  /** The sentence at which an earlier visit stopped; null where there was none, or it is not worth going back to. */
  async find(script: Script): Promise<number | null> {
    const tooLate = new Promise<null>((resolve) => this.#clock.after(PATIENCE, () => resolve(null)));
    const kept = await Promise.race([this.#places.find(this.#address), tooLate]).catch(() => null);
    const sentence = kept && findPlace(script, kept);
    return sentence !== null && sentence >= FIRST_WORTH_KEEPING ? sentence : null;
  }

  /** A sentence is heard. */
  reached(script: Script, sentence: number): void {
    this.#waiting = { script, sentence };
    this.#cancel ??= this.#clock.after(REST, () => this.flush());
  }

  /** Writes down at once what waits. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (!waiting || waiting.sentence < FIRST_WORTH_KEEPING) return;
    void this.#places.keep(this.#address, keepPlace(waiting.script, waiting.sentence)).catch(() => undefined);
  }

  /** All has been heard: the next visit starts at the beginning. */
  forget(): void {
    this.#waiting = null;
    this.flush();
    void this.#places.forget(this.#address).catch(() => undefined);
  }
}
