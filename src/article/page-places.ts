import type { Article } from './article.ts';
import { comparable, pageBlocks } from './page-blocks.ts';
import { unclobbered } from './unclobbered.ts';

/** Values of `Node.compareDocumentPosition`, which have names only on a window's `Node`. */
const DISCONNECTED = 1;
const PRECEDING = 2;
const CONTAINED_BY = 16;

/** Where something of the page belongs in the article: before or after a block of this id, or before them all. */
export type PagePlace = { side: 'before' | 'after'; block: string } | 'start' | 'end';

/**
 * Finds for elements of a live page where they belong in its article, by the text around them that both share: the
 * article's own elements are copies and know nothing of their place in the page.
 */
export class PagePlaces {
  /** What the page shows of the article, in the order of the page; null for the headline. */
  readonly #anchors: readonly { element: Element; block: string | null }[];

  constructor(document: Document, { title, blocks }: Pick<Article, 'title' | 'blocks'>) {
    const ids = new Map<string, string | null>();
    const repeated = new Set<string>();
    for (const { id, text } of blocks) {
      const key = comparable(text);
      if (ids.has(key)) repeated.add(key);
      ids.set(key, id);
    }
    // What stands in two places tells of neither.
    for (const key of repeated) ids.delete(key);
    ids.set(comparable(title), null);
    this.#anchors = pageBlocks(document).flatMap(({ element, text }) => {
      const block = ids.get(comparable(text));
      return block === undefined ? [] : [{ element, block }];
    });
  }

  /** After the nearest text of the article before it; where there is none, before the nearest after it; else at the end. */
  placeOf(element: Element): PagePlace {
    const compare = unclobbered(element, 'compareDocumentPosition');
    let next: string | null | undefined;
    let previous: string | null | undefined;
    for (const { element: anchor, block } of this.#anchors) {
      const position = compare(anchor);
      if (anchor === element || position & (DISCONNECTED | CONTAINED_BY)) continue;
      if (!(position & PRECEDING)) next = next === undefined ? block : next;
      // The headline may stand again at the foot of the page: it counts only before the text has begun.
      else previous = block ?? previous ?? null;
    }
    if (previous === null) return 'start';
    if (previous !== undefined) return { side: 'after', block: previous };
    return next === undefined ? 'end' : next === null ? 'start' : { side: 'before', block: next };
  }
}

/** True where `one` stands before `other` in one live page. */
export function standsBefore(one: Element, other: Element): boolean {
  const position = unclobbered(other, 'compareDocumentPosition')(one);
  return (position & DISCONNECTED) === 0 && (position & PRECEDING) !== 0;
}
