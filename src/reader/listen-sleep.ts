import type { Clock } from '../speech/engine.ts';

/** When the voice is to stop: with the article, which is always so, or after so many minutes. */
export type SleepChoice = 'end' | 5 | 10 | 15 | 30 | 45 | 60;

export const SLEEP_CHOICES: readonly SleepChoice[] = ['end', 5, 10, 15, 30, 45, 60];

const MINUTE = 60_000;

/** Ends listening after a while, for those who fall asleep over it. */
export class SleepTimer {
  readonly #clock: Clock;
  readonly #isOver: () => void;
  #choice: SleepChoice = 'end';
  #cancel: (() => void) | null = null;

  /** `isOver` is called when the time is up; the timer stands at the end of the article again by then. */
  constructor(clock: Clock, isOver: () => void) {
    this.#clock = clock;
    this.#isOver = isOver;
  }

  get choice(): SleepChoice {
    return this.#choice;
  }

  /** The time counts from now. */
  choose(choice: SleepChoice): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#choice = choice;
    if (typeof choice !== 'number') return;
    this.#cancel = this.#clock.after(choice * MINUTE, () => {
      this.choose('end');
      this.#isOver();
    });
  }
}
