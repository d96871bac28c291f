import type { FailureReason } from './player-state.ts';
import type { Trouble } from './utterance.ts';

/** What is done after a trouble: the same voice again, at once or after so many milliseconds; another voice; or nothing. */
export type Remedy = 'same-voice' | 'other-voice' | 'give-up' | number;

/** When a busy sound device is tried again, in milliseconds. */
const BUSY_RETRIES = [500, 1000];
/** When the only voice is tried again, in milliseconds, and after what. */
const ONLY_VOICE_RETRY = 500;
const PASSING: ReadonlySet<Trouble> = new Set(['network', 'synthesis-failed']);
/** So many voices may fail one after the other; silence takes so long to be noticed that it is fewer. */
const MOST_FAULTS = 3;
const MOST_SILENCES = 2;
/** A voice that falls silent more often than this in one text is a bad one. */
const MOST_STALLS = 1;

/** Chooses the remedy for a trouble, by what was tried since something was heard. */
export class Recovery {
  #troubles = 0;
  #busyTries = 0;
  #stalls = 0;

  remedyFor(trouble: Trouble): Remedy {
    if (trouble === 'not-allowed') return 'give-up';
    if (trouble === 'audio-busy') return BUSY_RETRIES[this.#busyTries++] ?? 'give-up';
    if (trouble === 'slept') return 'same-voice';
    if (trouble === 'stalled' && this.#stalls++ < MOST_STALLS) return 'same-voice';
    this.#troubles++;
    return this.#troubles < (reasonFor(trouble) === 'no-sound' ? MOST_SILENCES : MOST_FAULTS)
      ? 'other-voice'
      : 'give-up';
  }

  /** Where another voice is wanted and there is none. */
  remedyForOnlyVoice(trouble: Trouble): Exclude<Remedy, 'other-voice'> {
    return PASSING.has(trouble) && this.#troubles === 1 ? ONLY_VOICE_RETRY : 'give-up';
  }

  /** A word was heard. */
  hearWord(): void {
    this.#troubles = 0;
  }

  /** Something was heard to its end, or a person asks for something else. */
  reset(): void {
    this.#troubles = 0;
    this.#busyTries = 0;
    this.#stalls = 0;
  }
}

/** What a person is told where nothing helps against a trouble. */
export function reasonFor(trouble: Trouble): FailureReason {
  return trouble === 'stalled' || trouble === 'slept' ? 'no-sound' : trouble;
}
