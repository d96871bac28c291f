// Not the package's index: that brings a second function which nothing here uses.
import Readability from '@mozilla/readability/Readability.js';
import { elementsUnder } from './elements.ts';
import { boxOfProse, proseOf, proseUnder, shareHeld } from './prose.ts';
import { KEPT_PLACE } from './set-aside.ts';

/** What Readability found: the element that holds the article, and what it read along the way. */
export interface Body {
  element: Element;
  direction: string | null;
}

/** Where Readability takes less than this share of the page's prose, it took the wrong box or one of several. */
const ENOUGH_PROSE = 0.6;

/** A page with less prose than this, in UTF-16 units, says too little about where its article is. */
const LEAST_PROSE = 1000;

/** A box of which less than this share is prose is a page, not an article. */
const LEAST_PART = 0.5;

/** What stands inside an article's box without being its text. */
const BESIDE_THE_TEXT = new Set(['nav', 'aside', 'footer', 'button', 'input']);

/**
 * Step 5: finds the element that holds the article, in `copy`, which has these `elements` and is used up. Readability finds it; where that leaves
 * most of the page's prose out, the smallest box around the prose is taken instead, from the second copy that
 * `copyAgain` makes. Null where there is none.
 */
export function findBody(
  copy: Document,
  elements: readonly Element[],
  copyAgain: () => Document,
  title: string | null,
): Body | null {
  const prose = proseOf(elements.filter(({ localName }) => localName === 'p'));
  const found = readabilityBody(copy, title);
  if (prose.length < LEAST_PROSE || (found !== null && shareHeld(prose, found.element) >= ENOUGH_PROSE)) return found;
  const second = copyAgain().body;
  const element = boxOfProse(second, proseUnder(second));
  if (element === second || (element.textContent ?? '').length * LEAST_PART > prose.length) return found;
  for (const beside of elementsUnder(element)) if (BESIDE_THE_TEXT.has(beside.localName)) beside.remove();
  return { element: asDivision(element), direction: found?.direction ?? null };
}

/** The body itself cannot be sanitised as an article's root. */
function asDivision(element: Element): Element {
  const division = element.ownerDocument.createElement('div');
  division.append(...element.childNodes);
  return division;
}

function readabilityBody(copy: Document, title: string | null): Body | null {
  // Readability takes out the headline that says the same as the title, so it gets the title as we read it.
  const meta = copy.createElement('meta');
  meta.setAttribute('property', 'og:title');
  meta.content = title ?? '';
  copy.head.append(meta);
  const found =
    parse(copy, {}) ??
    // Trusted Types may forbid its way of starting over; without a lower limit it never does.
    parse(copy, { charThreshold: 1 });
  if (found === null) return null;
  const content = found.content;
  if (content === null || content === undefined || content.nodeType !== 1) return null;
  return { element: content as Element, direction: found.dir ?? null };
}

function parse(copy: Document, options: { charThreshold?: number }) {
  try {
    return new Readability<Node>(copy, {
      ...options,
      disableJSONLD: true,
      keepClasses: true,
      serializer: (node) => node,
      allowedVideoRegex: KEPT_PLACE,
    }).parse();
  } catch {
    return null;
  }
}
