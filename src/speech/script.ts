import type { Span } from '../text/span.ts';

/** The article's own voice, or the second one, in which quotations may be spoken. */
export type VoiceRole = 'first' | 'second';

/** A stretch of the spoken text, and what of the sentence's source it stands for. All offsets are UTF-16. */
export interface SpokenStretch {
  /** In the spoken text. */
  start: number;
  end: number;
  /** In the block's text; the two are equal for words that are only spoken ("Kerry:"). */
  sourceStart: number;
  sourceEnd: number;
  /** Each character stands for the one at the same place of the source; otherwise the whole for the whole. */
  isSame: boolean;
}

/** What is handed to an engine in one go: one voice, one language. */
export interface SpokenPiece {
  /** As it is spoken: "3 billion euros" for "€3bn". */
  text: string;
  /** In order, without gaps, over all of `text`. */
  stretches: readonly SpokenStretch[];
  /** BCP 47. */
  language: string;
  role: VoiceRole;
  /** Silence before it, in milliseconds at rate 1. */
  pauseBefore: number;
}

/** A sentence of the article, or a line that is read as one: the step of "next sentence", and what is marked. */
export interface SpokenSentence {
  /** Where it stands; null for what is no part of the article (the text of a card). */
  span: Span | null;
  /** Sentences of one paragraph share its number; in ascending order. */
  paragraph: number;
  /** At least one. */
  pieces: readonly SpokenPiece[];
}

/** A text to listen to, in the order of listening. */
export type Script = readonly SpokenSentence[];
