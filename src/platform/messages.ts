import type { MessageKey } from '../../assets/message-key.ts';
import type { TextBlock } from '../article/article.ts';
import type { Obstacle } from '../article/obstacle.ts';
import type { PreparedReadingData } from '../article/reading-rules.ts';
import type { SerializedArticle } from '../article/serialize.ts';
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
export const PART_NAMES = ['resources', 'reading', 'receipt', 'speakers'] as const;
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
  | { type: 'find-speakers'; blocks: readonly TextBlock[]; language: string | null };

/** `no-model`: what is needed to find speakers could not be loaded. */
export type SpeakersReply = SpeakerSummary | 'no-model';

/** Under this symbol the content script leaves its function in its own world, where no page can reach it. */
export const CONTENT_SCRIPT = 'lectern';

/** What stands for the symbol under which a part leaves what it offers there. */
export function symbolOfPart(name: PartName): string {
  return `${CONTENT_SCRIPT}.${name}`;
}

/** Whether a value that arrived as a message is one of ours; whatever else arrives is not answered. */
export function isReaderMessage(value: unknown): value is ReaderMessage {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : null;
  if (type === 'load-part') return PART_NAMES.some((name) => Reflect.get(value as object, 'part') === name);
  if (type === 'find-speakers') return Array.isArray(Reflect.get(value as object, 'blocks'));
  return type === 'reader-state' || type === 'open-article-tab' || type === 'open-notice-tab';
}
