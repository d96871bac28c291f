import type { Translate } from '../../assets/message-key.ts';
import type { Article } from '../article/article.ts';
import type { LiveSettings } from '../settings/settings.ts';

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
  showArticle(article: Article): void;
  showNotice(notice: Notice): void;
  /** Shows a banner, announced politely; null takes it away. */
  showBanner(banner: Banner | null): void;
  /** Moves the focus to where reading starts: the headline or the notice's heading. */
  focusStart(): void;
  /** Ends every subscription of the view. */
  dispose(): void;
}
