import type { Span } from '../text/span.ts';

/** Word for word within quotation marks, in the article's words, or both in one statement. */
export type AttributionKind = 'direct' | 'indirect' | 'mixed';

/** The number of a speaker in `SpeakerSummary.speakers`, from 0. */
export type SpeakerId = number;

/** Somebody says, thinks or asks something. */
export interface Attribution {
  /** What is said, in order; quotation marks belong to it. Each piece lies in one block. */
  content: Span[];
  /** The words that name who says it: "the minister", "She". */
  source: Span | null;
  /** The words that report it: "said", "according to". */
  cue: Span | null;
  kind: AttributionKind;
  /** Null where the article leaves open who it is. */
  speaker: SpeakerId | null;
}

/** Somebody who says something in the article. Every word of it is the article's own. */
export interface Speaker {
  id: SpeakerId;
  /** The fullest form of the name; of a source without a name its own words: "a spokesman for the ministry". */
  name: string;
  /** False for a source that the article does not name. */
  named: boolean;
  /** What the person is, in the article's words and without the name; null where it does not say. */
  role: string | null;
  /** Where the role stands. */
  roleSpan: Span | null;
  /** Where the speaker is named, by any form of the name, in the order of the text; no pronouns. */
  mentions: Span[];
  /** Indices into `SpeakerSummary.attributions`, in the order of the text. */
  attributions: number[];
  /** How many words of the article are this speaker's direct quotations. */
  quotedWords: number;
  /** These as a share of all quoted words of the article, 0 to 1. */
  share: number;
}

/** Who says what in an article. */
export interface SpeakerSummary {
  /** `quotations`: the language is not known to the model, and only what stands in quotation marks was found. */
  extent: 'full' | 'quotations';
  /** In the order of their first content. */
  attributions: Attribution[];
  /** In the order of their first attribution; only those who say something. */
  speakers: Speaker[];
}

/** What is known of a text without a single quotation or statement. */
export const NOBODY_SPEAKS: SpeakerSummary = { extent: 'full', attributions: [], speakers: [] };
