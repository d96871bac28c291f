import { collapseWhiteSpace } from '../text/white-space.ts';
import { likeness } from './likeness.ts';
import type { Prose } from './prose.ts';
import { unclobbered } from './unclobbered.ts';

/** A headline is the page's own where it is at least this like the title. */
const SAME_HEADLINE = 0.5;

/** A box with fewer paragraphs of prose under a headline is a teaser. */
const LEAST_PARAGRAPHS = 3;

/** With more headlines of the first rank than this, they are the headings of the article's own parts. */
const MOST_ARTICLES = 6;

/**
 * The boxes of other articles that the page goes on with, as endless scrolling leaves them: each is the largest box
 * around another h1 that holds no further one. Empty where it cannot be told which one is its own.
 */
export function findOtherArticles(
  headings: readonly Element[],
  title: string | null,
  prose: () => Prose,
): ReadonlySet<Element> {
  const found = new Set<Element>();
  const headlines = headings.filter(({ localName }) => localName === 'h1');
  if (title === null || headlines.length < 2 || headlines.length > MOST_ARTICLES) return found;
  const own = headlines.filter((headline) => {
    return likeness(collapseWhiteSpace(headline.textContent ?? ''), title) >= SAME_HEADLINE;
  });
  const [first] = own;
  if (first === undefined || own.length > 1) return found;
  const { paragraphs } = prose();
  const holdsArticle = (box: Element) => {
    const contains = unclobbered(box, 'contains');
    return paragraphs.filter(({ element }) => contains(element)).length >= LEAST_PARAGRAPHS;
  };
  // A page's own headline may stand alone in its head, and the h1 with the text be no more than a label.
  if (!holdsArticle(boxAlone(first, headlines))) return found;
  for (const headline of headlines) {
    const box = boxAlone(headline, headlines);
    if (headline !== first && holdsArticle(box)) found.add(box);
  }
  return found;
}

/** The largest box around one of the headlines that holds no other of them. */
function boxAlone(headline: Element, headlines: readonly Element[]): Element {
  let box = headline;
  for (let around: Element | null = box; around !== null; around = unclobbered(around, 'parentElement')) {
    const contains = unclobbered(around, 'contains');
    if (headlines.some((other) => other !== headline && contains(other))) break;
    box = around;
  }
  return box;
}
