import type { KeptVoices } from '../platform/kept-voices.ts';
import type { Voice } from '../speech/engine.ts';
import type { FailureReason } from '../speech/player-state.ts';

/** A short text to be heard once. */
export interface Hearing {
  text: string;
  /** BCP 47. */
  language: string;
  /** Null for the voice in which an article in the language would be read. */
  voice: Voice | null;
}

/** The voices of this machine, and a way to hear them. */
export interface VoicePorts {
  /** What the person reads, as told to the browser: BCP 47, the one liked best first. */
  languages: readonly string[];
  /** The voices of all engines that there are now. */
  voices(): readonly Voice[];
  /** Calls `listener` after voices have come or gone, until `signal` is aborted. */
  onVoices(listener: () => void, signal: AbortSignal): void;
  /** Already read. */
  kept: KeptVoices;
  /** Silences what is heard, and speaks at the speed that is set. Resolves when it is over: heard or stopped (null), or not, and why. */
  hear(hearing: Hearing): Promise<FailureReason | null>;
  /** Silences what is heard. */
  stop(): void;
}
