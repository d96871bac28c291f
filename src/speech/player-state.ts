import type { Span } from '../text/span.ts';
import type { SpeechFault } from './engine.ts';

/** Why nothing is heard. */
export type FailureReason =
  | SpeechFault
  /** There is no voice for the language, of any engine. */
  | 'no-voice'
  /** There is nothing in the article to be read. */
  | 'nothing-to-read'
  /** The voice took the text and stayed silent. */
  | 'no-sound';

export type PlayerState =
  | { name: 'idle' }
  /** Asked to speak, and nothing is heard yet. */
  | { name: 'preparing' }
  | { name: 'speaking' }
  | { name: 'paused' }
  /** Heard to the end. */
  | { name: 'ended' }
  | { name: 'failed'; reason: FailureReason };

/** Something that a person should know and that does not stop the reading. */
export type PlayerNotice =
  /** The chosen voice failed, and another goes on. */
  | 'voice-replaced'
  /** The sleep timer has paused it. */
  | 'time-is-up'
  /** The machine has no sound device: the words are marked and nothing is heard. */
  | 'silent';

/** Told what is heard. */
export interface PlayerListener {
  stateChanged(state: PlayerState): void;
  /** A sentence begins to be heard, or was stepped to; its number in the script. */
  sentenceReached(index: number): void;
  /** The word that is heard now; null where none is known, or after speech stopped. */
  wordReached(word: Span | null): void;
  noticed(notice: PlayerNotice): void;
}
