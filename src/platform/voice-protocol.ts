/** The port between a reading view that listens and the background, where the embedded voice is. */
export const VOICE_PORT = 'lectern.voice';

/** What the embedded voice gives, in samples a second. */
export const SAMPLE_RATE = 22_050;

/** What a reading view says to the background. */
export type VoiceQuestion =
  /**
   * A text is to be synthesised; `id` counts up from 1. Answered with any number of `audio` and then `done`, or with
   * `failed`. `voice` is the id of one of the voices in embedded-voices.ts; `rate` and `pitch` as in SpeechManner.
   */
  | { type: 'synthesize'; id: number; text: string; voice: string; rate: number; pitch: number }
  /** What was asked for is not wanted any more. */
  | { type: 'drop'; id: number }
  /** Something is heard in this tab now, or not any more: for the badge, and for the other tabs. */
  | { type: 'speaking'; isSpeaking: boolean };

/** A word of the text and when it begins: its UTF-16 offsets, and samples from the beginning of the whole text's sound. */
export type WordTime = [start: number, end: number, sample: number];

/** What the background answers. */
export type VoiceAnswer =
  /** The next of the sound: 16-bit little-endian samples in Base64, and the words whose beginnings are known by now. */
  | { type: 'audio'; id: number; samples: string; words: WordTime[] }
  /** There is no more of it. */
  | { type: 'done'; id: number }
  | { type: 'failed'; id: number; fault: 'language-unavailable' | 'voice-unavailable' | 'synthesis-failed' }
  /** Another tab speaks now: this one is to pause. */
  | { type: 'give-way' };
