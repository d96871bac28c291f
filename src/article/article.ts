import type { MessageKey } from '../../assets/message-key.ts';

/** What a block is to a reader. */
export type BlockKind =
  | 'standfirst'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'quote'
  | 'table'
  | 'code'
  | 'caption'
  | 'note'
  | 'byline';

/** A piece of the article's running text; its element in `Article.content` carries the id in `data-block`. */
export interface TextBlock {
  id: string;
  kind: BlockKind;
  /** Plain text with white space collapsed, except in `code`. */
  text: string;
}

/** Something that was stripped from the page, and why. */
export interface Removal {
  /** The id of the rule that took it, as in assets/clutter/. */
  rule: string;
  /** The reason, as a message that a reader can be shown. */
  reason: MessageKey;
  text: string;
  /**
   * What was taken, so that it can be put back: an element of the sanitised article, taken out of it, or, with `origin`
   * "page", one that still stands in the live page and is not sanitised. Null for a line of a text without a page.
   */
  element: Element | null;
  origin: 'article' | 'page';
  /** The id of the block that it stood after; null where it stood before them all or outside the article. */
  after: string | null;
}

export type Direction = 'ltr' | 'rtl';

/** An article as it was found in a page: data about it, its text in blocks, and its sanitised elements. */
export interface Article {
  title: string;
  /** The authors as the page names them, without a leading "By". */
  byline: string | null;
  siteName: string | null;
  /** ISO 8601, as precise as the page gives it. */
  publishedTime: string | null;
  /** BCP 47. */
  language: string | null;
  direction: Direction;
  /** Absolute; the page's own address. */
  url: string;
  /** The lead paragraph under the headline; also the first block, of kind `standfirst`. */
  standfirst: string | null;
  blocks: TextBlock[];
  /** Sanitised: no script, no style, no form, no event handler; addresses absolute or `#fragment`. */
  content: DocumentFragment;
  removed: Removal[];
}

/** Why what was found may not be an article at all: the reader is told and can have it shown all the same. */
export type Doubt = 'front-page' | 'too-short';

export interface Reading {
  article: Article;
  doubt: Doubt | null;
}
