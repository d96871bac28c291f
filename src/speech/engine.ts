/** Who makes the sound: the browser's Web Speech, or the voice that comes in the package. */
export type EngineName = 'system' | 'embedded';

/** A voice as a person chooses it. */
export interface Voice {
  engine: EngineName;
  /** Unique within its engine, and the same at the next visit on the same machine. */
  id: string;
  /** As the engine names it. */
  name: string;
  /** BCP 47. */
  language: string;
  /** False where the text leaves the machine to be spoken. */
  isLocal: boolean;
  /** What the engine itself would take for its language. */
  isDefault: boolean;
}

/** How fast, how high and how loud. */
export interface SpeechManner {
  /** 1 is the voice's usual speed; from 0.5 to 3. */
  rate: number;
  /** 1 is the voice's usual pitch; from 0.5 to 2. */
  pitch: number;
  /** From 0 to 1. */
  volume: number;
}

/** A text to be spoken in one go. */
export interface SpeechRequest extends SpeechManner {
  /** At most as long as the engine's `longestText`. */
  text: string;
  voice: Voice;
  /** Silence before the first sound, in milliseconds from the end of what the engine spoke last. */
  pauseBefore: number;
}

/** Why an engine does not speak. */
export type SpeechFault =
  /** The browser wants a press first. */
  | 'not-allowed'
  /** A remote voice was not reached. */
  | 'network'
  /** Something else holds the sound device. */
  | 'audio-busy'
  | 'language-unavailable'
  /** The voice is gone. */
  | 'voice-unavailable'
  /** Anything else. */
  | 'synthesis-failed';

/** Told what comes of a request; in this order, and nothing more after `ended` or `failed`. */
export interface SpeechListener {
  /** The first sound is to be heard. May never come. */
  started(): void;
  /** The word at these UTF-16 offsets into the request's text is to be heard. May never come, and may be wrong. */
  word(start: number, end: number): void;
  /** All has been heard. May never come. */
  ended(): void;
  failed(fault: SpeechFault): void;
}

/** Speaks one request at a time. */
export interface Engine {
  readonly name: EngineName;
  /** The voices there are now. They may come late, and go. */
  voices(): readonly Voice[];
  /** Calls `listener` after voices have come or gone, until `signal` is aborted. */
  onVoices(listener: () => void, signal: AbortSignal): void;
  /** How many UTF-16 units a request for this voice may have. */
  longestText(voice: Voice): number;
  /** What is going to be asked for next: an engine may make it ready while the one before is heard. */
  prepare(request: SpeechRequest): void;
  /** Silences what is spoken now, without a word to its listener, and speaks. */
  speak(request: SpeechRequest, listener: SpeechListener): void;
  /** Silences at once; the listener is told nothing more. */
  cancel(): void;
}

/** The time and its alarms, so that tests need not wait. */
export interface Clock {
  /** In milliseconds; runs on while the machine sleeps. */
  now(): number;
  /** Calls `run` after so many milliseconds, later where the browser is busy or asleep. @returns what takes it back. */
  after(delay: number, run: () => void): () => void;
}
