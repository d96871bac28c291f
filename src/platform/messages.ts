import type { MessageKey } from '../../assets/message-key.ts';
import type { TextBlock } from '../article/article.ts';
import type { Obstacle } from '../article/obstacle.ts';
import type { PreparedReadingData } from '../article/reading-rules.ts';
import type { SerializedArticle } from '../article/serialize.ts';
import type { DictionaryAnswer } from '../glossary/dictionary.ts';
import type { Term } from '../glossary/term.ts';
import type { SpeakerSummary } from '../speakers/attribution.ts';

/** What the background asks of the content script in a tab. */
export type ReadRequest =
  /** The button or its key: opens the reading view, or closes it. */
  | { type: 'toggle' }
  /** The menu entry on selected text; `text` is what the browser says is selected, also within frames. */
  | { type: 'selection'; text: string | null };

/** What the content script needs and is no code. It comes as the part `resources`, once for each page that is opened. */
export interface PageResources {
  /** reader.css */
  styleSheet: string;
  readingData: PreparedReadingData;
  /** What each notice says: message keys, the heading first. */
  noticeTexts: Readonly<Record<Obstacle | 'loading' | 'reading', readonly [MessageKey, ...MessageKey[]]>>;
}

/**
 * What was put back on this page on an earlier visit: fingerprints of pieces, under the page's address. It comes with each
 * request; where there are any, the part `receipt` is there already.
 */
export interface KeptOnPage {
  address: string;
  pieces: readonly string[];
}

/** What is injected beside content.js, at once or when it is first asked for; each part is a file of this name. */
export const PART_NAMES = ['resources', 'reading', 'receipt', 'speakers', 'glossary', 'listening'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** What came of it, for the button's title. `openTab`: nothing can be shown in this page, a tab must tell why. */
export interface ReadOutcome {
  state: ReaderState;
  openTab: Obstacle | null;
}

export type ReaderState = 'open' | 'closed' | 'cannot-read';

/** What a content script tells the background. */
export type ReaderMessage =
  /** The reading view in the sender's tab was closed from within. */
  | { type: 'reader-state'; state: ReaderState }
  /** The page got the better of the overlay: the article is to be shown in a tab of Lectern's own. */
  | { type: 'open-article-tab'; article: SerializedArticle }
  /** The same where a notice stood. */
  | { type: 'open-notice-tab'; obstacle: Obstacle }
  /** A part of the reading view is asked for; answered with nothing once it has been injected, or could not be. */
  | { type: 'load-part'; part: PartName }
  /** Who says what in an article is asked for; answered with a SpeakersReply. `language`: BCP 47. */
  | { type: 'find-speakers'; blocks: readonly TextBlock[]; language: string | null }
  /** The terms of an article are asked for; answered with a TermsReply. `language`: BCP 47. */
  | { type: 'find-terms'; blocks: readonly TextBlock[]; language: string | null }
  /** The reader knows a term, or wants it explained again; `id` and `term` are a Term's. Answered with nothing. */
  | { type: 'know-term'; id: string; term: string; isKnown: boolean }
  /** A term for the reader's own glossary; answered with a KeepReply. */
  | { type: 'keep-own-term'; term: string; definition: string }
  /** A word, or a few, that the reader selected; answered with a WordReply. `opensSentence`: its capital tells nothing. */
  | { type: 'look-up-word'; word: string; opensSentence: boolean }
  /** The summary of a Wikipedia article is asked for, by its English title; answered with a PageSummaryReply. */
  | { type: 'look-up-page'; title: string; language: string | null };

/** `no-model`: what is needed to find speakers could not be loaded. */
export type SpeakersReply = SpeakerSummary | 'no-model';

/** The terms with the ids of those that the reader knows. `no-glossary`: Lectern's glossary could not be loaded. */
export type TermsReply = { terms: Term[]; known: string[] } | 'no-glossary';

/** `full`: the reader's glossary has as many entries as it may have. `not-stored`: the browser refused to store it. */
export type KeepReply = 'kept' | 'full' | 'not-stored';

/** `name`: it is none of the words that a dictionary has. `no-dictionary`: the dictionary could not be loaded. */
export type WordReply = DictionaryAnswer | 'not-found' | 'no-dictionary';

/** Under this symbol the content script leaves its function in its own world, where no page can reach it. */
export const CONTENT_SCRIPT = 'lectern';

/** What stands for the symbol under which a part leaves what it offers there. */
export function symbolOfPart(name: PartName): string {
  return `${CONTENT_SCRIPT}.${name}`;
}

/** The fields that must hold a text, of the messages that have such fields. */
const TEXTS: Partial<Record<ReaderMessage['type'], readonly string[]>> = {
  'know-term': ['id', 'term'],
  'keep-own-term': ['term', 'definition'],
  'look-up-word': ['word'],
  'look-up-page': ['title'],
};

/** Whether a value that arrived as a message is one of ours; whatever else arrives is not answered. */
export function isReaderMessage(value: unknown): value is ReaderMessage {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : null;
  if (type === 'load-part') return PART_NAMES.some((name) => Reflect.get(value as object, 'part') === name);
  const texts = TEXTS[type as ReaderMessage['type']];
  if (texts) return texts.every((key) => typeof Reflect.get(value as object, key) === 'string');
  if (type === 'find-speakers' || type === 'find-terms') return Array.isArray(Reflect.get(value as object, 'blocks'));
  return type === 'reader-state' || type === 'open-article-tab' || type === 'open-notice-tab';
}
