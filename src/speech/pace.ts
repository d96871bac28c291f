import type { Voice } from './engine.ts';

/** Letters a second at rate 1, until a voice is known better: about 170 English words a minute. */
const USUAL_SPEED = 14;
/** No voice is slower or faster than this: something else has happened meanwhile. */
const SLOWEST = 4;
const FASTEST = 60;

/** From fewer letters the silence at both ends would be learned instead of the speed. */
const FEWEST_LETTERS = 20;
/** How much of what is known gives way to what was heard last. */
const NEWS = 0.4;

/** Until a voice is known, it may be half as slow again as others. */
const UNKNOWN = { factor: 1.5, margin: 2500 };
const KNOWN = { factor: 1.25, margin: 1500 };
/** Some voices do not go faster than this, or go back to 1 when they are asked to. */
const SAFE_RATE = 1.5;

/** What has been learned of a voice at one rate by listening to it. */
export class Pace {
  #speed = USUAL_SPEED;
  #isKnown = false;
  /** Whether it says which word it speaks; null where that is not known yet. */
  givesWords: boolean | null = null;
  /** Whether it has spoken to the end without saying so. */
  losesEnds = false;

  /** Begins with what is known of the voice at another rate. */
  constructor(other?: Pace) {
    if (other === undefined) return;
    this.#speed = other.#speed;
    this.givesWords = other.givesWords;
    this.losesEnds = other.losesEnds;
  }

  /** How long so many letters take at a rate, in milliseconds. */
  duration(letters: number, rate: number): number {
    return (letters / (this.#speed * rate)) * 1000;
  }

  /** How many letters are spoken in so many milliseconds. */
  letters(duration: number, rate: number): number {
    return (duration / 1000) * this.#speed * rate;
  }

  /** The longest that so many letters may take before something must be wrong, in milliseconds. */
  longest(letters: number, rate: number): number {
    const { factor, margin } = this.#isKnown ? KNOWN : UNKNOWN;
    const isSure = this.#isKnown || this.losesEnds;
    return this.duration(letters, isSure ? rate : Math.min(rate, SAFE_RATE)) * factor + margin;
  }

  /** So many letters have been heard in so many milliseconds. */
  learn(letters: number, duration: number, rate: number): void {
    const heard = letters / ((duration / 1000) * rate);
    if (letters < FEWEST_LETTERS || heard < SLOWEST || heard > FASTEST) return;
    this.#speed = this.#isKnown ? this.#speed * (1 - NEWS) + heard * NEWS : heard;
    this.#isKnown = true;
  }
}

/** The paces of all voices that have been heard. */
export class Paces {
  readonly #paces = new Map<string, Pace>();
  readonly #latest = new Map<string, Pace>();

  /** A voice does not always go as much faster as it is asked to, so each rate is learned by itself. */
  of({ engine, id }: Voice, rate: number): Pace {
    const voice = `${engine} ${id}`;
    const key = `${voice} ${rate}`;
    const pace = this.#paces.get(key) ?? new Pace(this.#latest.get(voice));
    this.#paces.set(key, pace);
    this.#latest.set(voice, pace);
    return pace;
  }
}
