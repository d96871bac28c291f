import type { Translate } from '../../assets/message-key.ts';
import type { Article } from '../article/article.ts';
import type { LiveSettings } from '../settings/settings.ts';
import type { SpeakerSummary } from '../speakers/attribution.ts';
import type { FailureReason } from '../speech/player-state.ts';
import type { SharedStage } from './shared-stage.ts';

/** What the reading view needs from the world around it: the overlay in a page and the tab of Lectern's own hand in theirs. */
export interface ReaderPorts {
  /** The document that the view is shown in; every element is made with it. */
  document: Document;
  translate: Translate;
  /** The reader's own language (BCP 47), for dates and numbers. */
  locale: string;
  settings: LiveSettings;
  /** Closes the reading view. */
  close(): void;
  /** Opens or closes what a part of the view shows of the article: the receipt, or a panel. Listening pauses and goes on. */
  togglePart(name: ViewPartName): void;
}

/** The panels beside the article; each has a button in the toolbar. */
export type PanelName = 'speakers' | 'glossary' | 'appearance';

/** What the parts of the view are called that come when they are asked for. */
export type ViewPartName = 'receipt' | 'listening' | PanelName;

/**
 * Answers a key that a person pressed, by its name in `KeyboardEvent.key`; false where it has no use for it. `isHeld`: it is
 * one of the presses that the browser adds while the key is held down.
 */
export type KeyAnswer = (key: string, isHeld?: boolean) => boolean;

/** An article as it stands in the view, for the parts of the view that come later. */
export interface ShownArticle {
  /** The data; its `blocks`, `content` and `removed` follow what is put back into the view. */
  article: Article;
  /** Holds the article's elements, but for the standfirst, which stands with the headline. */
  content: HTMLElement;
  /** All of it: the headline, the standfirst and `content`. */
  element: HTMLElement;
  /** Holds the article, and whatever a part of the view puts beside it or over it. */
  stage: HTMLElement;
  /** What a panel covers that takes the whole view: the bar and the article. */
  covered: readonly HTMLElement[];
  /** Opens the receipt; null where nothing was taken out. */
  receiptButton: HTMLButtonElement | null;
  /** Open the panels. */
  panelButtons: Readonly<Record<PanelName, HTMLButtonElement>>;
  /** Starts to read aloud; then it pauses and goes on. */
  listenButton: HTMLButtonElement;
  /** Makes pictures and tables that are new in the view behave as the others do. */
  dress(content: HTMLElement): void;
  /** Speaks to those who listen with a screen reader. */
  announce(text: string): void;
  /** Has keys answered while this article is on show; who asks last is asked first. */
  answerKeys(answer: KeyAnswer): void;
  shared: SharedStage;
  /** Aborted when something else is shown. */
  signal: AbortSignal;
}

/** The live page that an article was read from. */
export interface ArticleSource {
  document: Document;
  /** Reads an element of the page as an article of its own: sanitised, nothing left out. May throw. */
  readPart(element: Element): Article;
}

/** The article on show, as the receipt needs it. */
export interface ReceiptSubject {
  shown: ShownArticle;
  /** The address of the page under which it is remembered what was put back. */
  address: string;
  /** Null where there is no live page, or not all of it was read. */
  source: ArticleSource | null;
}

/** What a person put back into the article of a page on an earlier visit. */
export interface KeptForPage {
  address: string;
  /** Fingerprints of the pieces. */
  pieces: readonly string[];
}

/** The part of the view that comes when the receipt is first asked for. */
export interface ReceiptPart {
  /** Opens the receipt under its button, or closes it. */
  toggle(subject: ReceiptSubject): void;
  /** Puts back what is kept for the page, without a word: it was so when the person left. */
  restore(subject: ReceiptSubject, kept: KeptForPage): void;
}

/** Speaks short texts, such as a card or a quotation; the article pauses for them and stays paused. */
export interface ReadAloud {
  /**
   * @param language BCP 47; null where it is not known.
   * @returns null once it is spoken or stopped, or why it was not heard. Never rejects.
   */
  speak(text: string, language: string | null): Promise<FailureReason | null>;
  /** Ends what is spoken so, and nothing else. */
  stop(): void;
}

/** What came of looking for speakers: a summary, or what was missing. */
export type SpeakersAnswer = SpeakerSummary | 'no-answer' | 'no-model';

/** The article on show, as the panel of speakers needs it. */
export interface SpeakersSubject {
  shown: ShownArticle;
  readAloud: ReadAloud;
  /**
   * Who says what in the article's blocks as they are now; looked for once, and again where pieces were put back since,
   * or where it went wrong. Never rejects.
   */
  findSpeakers(): Promise<SpeakersAnswer>;
}

/** The part of the view that comes with the first speaker, or when the panel is first asked for. */
export interface SpeakersPart {
  /** Opens the panel, or closes it. */
  toggle(subject: SpeakersSubject): void;
  /** Makes the names of those who speak pressable in the text, where the settings say so. */
  markNames(subject: SpeakersSubject): void;
}

/** The article on show, for a part of the view that needs nothing else of it. */
export interface ArticleSubject {
  shown: ShownArticle;
}

/** The part of the view that comes when the sheet of settings is first asked for. */
export interface AppearancePart {
  /** Opens the sheet, or closes it. */
  toggle(subject: ArticleSubject): void;
}

/**
 * A part of the view that comes when the settings first want it (line focus and outline; syllables). From then on it
 * follows the settings by itself, until something else is shown.
 */
export interface FollowingPart {
  follow(subject: ArticleSubject): void;
}

/** Something to press in a notice. */
export interface NoticeAction {
  label: string;
  run(): void;
}

/** What is shown where there is no article, or none yet: never nothing. */
export interface Notice {
  heading: string;
  /** Plain sentences: why, and what to do next. */
  sentences: string[];
  actions: NoticeAction[];
  /** True while something is still going on ("The page is still loading"). */
  busy: boolean;
}

/** A line above the article, for what happened meanwhile ("The page behind has changed"). */
export interface Banner {
  text: string;
  actions: NoticeAction[];
}

/** The reading view, independent of where it is mounted. */
export interface View {
  /** The one element to mount; holds the toolbar, the article or notice, and the live region. */
  root: HTMLElement;
  showArticle(article: Article): ShownArticle;
  showNotice(notice: Notice): void;
  /** Shows a banner, announced politely; null takes it away. */
  showBanner(banner: Banner | null): void;
  /** Moves the focus to where reading starts: the headline or the notice's heading. */
  focusStart(): void;
  /** Hands a key to what is open in the view; false where nothing has a use for it. */
  pressKey: KeyAnswer;
  /** Ends every subscription of the view. */
  dispose(): void;
}
