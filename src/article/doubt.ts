import { collapseWhiteSpace } from '../text/white-space.ts';
import type { Article, Doubt } from './article.ts';
import { elementsNamed } from './elements.ts';
import type { Hints } from './hints.ts';
import { isHomePage } from './home-page.ts';
import { wordCount } from './line-signs.ts';

/** An article with fewer words than this is most often a notice, a login form or a caption. */
const FEWEST_WORDS = 50;

/** With this many words of prose there is something to read, however many links stand around it. */
const ENOUGH_WORDS = 300;

/** On front pages at least this share of the text is links, and there are this many of headline length. */
const MOST_LINKED = 0.4;
const FEWEST_TEASERS = 12;
const HEADLINE_WORDS = 4;

/** Teasers have fewer words than this; the paragraphs of even a short article have more. */
const TEASER_WORDS = 25;

/** How much of a page leads elsewhere. */
export interface LinkMeasure {
  /** The share of the page's text that stands in links, from 0 to 1. */
  linked: number;
  /** The number of links with as many words as a headline. */
  teasers: number;
}

/** For pages that say that they are an article, which are not measured. */
export const NO_LINKS: LinkMeasure = { linked: 0, teasers: 0 };

/** Measures the copy of a page, before Readability takes it apart. */
export function measureLinks(copy: Document): LinkMeasure {
  let length = 0;
  let teasers = 0;
  for (const link of elementsNamed(copy.body, 'a')) {
    const text = collapseWhiteSpace(link.textContent ?? '');
    length += text.length;
    if (wordCount(text) >= HEADLINE_WORDS) teasers++;
  }
  return { linked: length / Math.max(1, collapseWhiteSpace(copy.body.textContent ?? '').length), teasers };
}

/**
 * Tells why what was read may be no article: a page that leads to articles, by its make-up and its address, or hardly
 * any text. Null where there is no doubt.
 */
export function doubtOf({ blocks, url }: Article, hints: Hints, { linked, teasers }: LinkMeasure): Doubt | null {
  let words = 0;
  let prose = 0;
  for (const { kind, text } of blocks) {
    if (kind === 'byline' || kind === 'note') continue;
    const count = wordCount(text);
    words += count;
    if (kind === 'paragraph' && count >= 20) prose += count;
  }
  const isFront = isHomePage(url);
  const leadsElsewhere = linked >= MOST_LINKED && teasers >= FEWEST_TEASERS && words < blocks.length * TEASER_WORDS;
  if (!hints.declaresArticle && (isFront || leadsElsewhere) && prose < ENOUGH_WORDS) return 'front-page';
  if (!hints.declaresArticle && isFront && leadsElsewhere) return 'front-page';
  return words < FEWEST_WORDS ? 'too-short' : null;
}
