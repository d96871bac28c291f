import type { MessageKey } from '../../assets/message-key.ts';
import type { TextBlock } from '../article/article.ts';
import type { Obstacle } from '../article/obstacle.ts';
import type { PreparedReadingData } from '../article/reading-rules.ts';
import type { SerializedArticle } from '../article/serialize.ts';
import type { DictionaryAnswer } from '../glossary/dictionary.ts';
import type { Term } from '../glossary/term.ts';
import type { SpeakerSummary } from '../speakers/attribution.ts';
import { isPackagedTypeface, type PackagedTypeface } from './packaged-font.ts';

/** What the background asks of the content script in a tab. */
export type ReadRequest =
  /** The button or its key: opens the reading view, or closes it. */
  | { type: 'toggle' }
  /** The menu entry on selected text; `text` is what the browser says is selected, also within frames. */
  | { type: 'selection'; text: string | null }
  /**
   * Nobody pressed here: the page is on a site where Lectern opens by itself. `timeOrigin` is that of the page's `performance`:
   * the tab may have gone on to another page since it was asked for.
   */
  | { type: 'open-by-itself'; timeOrigin: number };

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
export const PART_NAMES = [
  'resources',
  'reading',
  'receipt',
  'speakers',
  'glossary',
  'listening',
  'appearance',
  'focus',
  'syllables',
] as const;
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
  /**
   * A page of a site on which Lectern opens by itself is there. `timeOrigin` is that of its `performance`, by which it is known
   * from the next one; `isReturn`: it came by "back", "forward" or "reload".
   */
  | { type: 'open-by-itself'; timeOrigin: number; isReturn: boolean }
  /** A font of the package is asked for; answered with a PackagedFont. */
  | { type: 'load-font'; typeface: PackagedTypeface }
  /** The page with all settings is asked for: a content script cannot open it. */
  | { type: 'open-options' }
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
  /** Words of an article are to be divided into parts; answered with a DivisionsReply. `language`: BCP 47. */
  | { type: 'divide-words'; words: readonly string[]; language: string | null }
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

/** Of each word the offsets, in UTF-16 code units, at which a new part begins. `unknown-language`: no one here knows how. */
export type DivisionsReply = number[][] | 'unknown-language';

/** What the background asks of the first-run page, in which the content script runs as one of its own scripts. */
export interface WelcomeMessage {
  type: 'read-welcome-page';
  request: ReadRequest;
  kept: KeptOnPage;
}

/** The messages of which nothing but the type is looked at here. */
const PLAIN_TYPES: readonly ReaderMessage['type'][] = [
  'reader-state',
  'open-article-tab',
  'open-notice-tab',
  'open-options',
];

/** Whether a value that arrived as a message is that question. */
export function isWelcomeMessage(value: unknown): value is WelcomeMessage {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'read-welcome-page';
}

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
  if (type === 'divide-words') {
    const words: unknown = Reflect.get(value as object, 'words');
    return Array.isArray(words) && words.every((word) => typeof word === 'string');
  }
  if (type === 'load-font') return isPackagedTypeface(Reflect.get(value as object, 'typeface'));
  const texts = TEXTS[type as ReaderMessage['type']];
  if (texts) return texts.every((key) => typeof Reflect.get(value as object, key) === 'string');
  if (type === 'find-speakers' || type === 'find-terms') return Array.isArray(Reflect.get(value as object, 'blocks'));
  if (type === 'open-by-itself')
    return (
      typeof Reflect.get(value as object, 'timeOrigin') === 'number' &&
      typeof Reflect.get(value as object, 'isReturn') === 'boolean'
    );
  return PLAIN_TYPES.some((plain) => plain === type);
}
