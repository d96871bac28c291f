import type { Clock } from '../speech/engine.ts';

/** When the voice is to stop: never, after so many minutes, or with the article. */
export type SleepChoice = 'off' | 5 | 10 | 15 | 30 | 45 | 60 | 'end';

export const SLEEP_CHOICES: readonly SleepChoice[] = ['off', 5, 10, 15, 30, 45, 60, 'end'];

const MINUTE = 60_000;

/** Ends listening after a while, for those who fall asleep over it. */
export class SleepTimer {
  readonly #clock: Clock;
  readonly #isOver: () => void;
  #choice: SleepChoice = 'off';
  #cancel: (() => void) | null = null;

  /** `isOver` is called when the time is up; the timer is off again by then. */
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
      this.choose('off');
      this.#isOver();
    });
  }
}
