import { collapseWhiteSpace } from '../text/white-space.ts';
import { nearestNamed, textsUnder } from './elements.ts';
import { isSameText } from './likeness.ts';

const BLOCKS = 'p h2 h3 h4 h5 div section header li blockquote'.split(' ');

/** Shorter descriptions say no more than the headline. */
const SHORTEST = 40;
const LONGEST = 600;

/** How much of the description has to stand at the start of a text for it to be looked at, in UTF-16 units. */
const OPENING = 24;

/** A standfirst that the page shows, and the description that it says. */
export interface ShownStandfirst {
  text: string;
  description: string;
}

/**
 * Finds the standfirst in the copy: the text that says what one of the page's descriptions says. It often stands with the
 * headline, outside the element that Readability takes, so this comes before; null where the page does not show it.
 */
export function findShownStandfirst(copy: Document, descriptions: readonly string[]): ShownStandfirst | null {
  const openings = descriptions
    .filter(({ length }) => length >= SHORTEST)
    .map((description) => ({ description, opening: description.slice(0, OPENING).toLowerCase() }));
  if (openings.length === 0) return null;
  const found = new Map<string, string>();
  for (const node of textsUnder(copy.body)) {
    if (node.data.length < OPENING) continue;
    const start = collapseWhiteSpace(node.data).slice(0, OPENING).toLowerCase();
    for (const { description, opening } of openings) {
      if (start !== opening || found.has(description)) continue;
      // Some pages describe themselves by the words under their first picture.
      if (nearestNamed(node.parentElement, 'figure', 'figcaption') !== null) continue;
      const text = collapseWhiteSpace(nearestNamed(node.parentElement, ...BLOCKS)?.textContent ?? '');
      if (text.length <= LONGEST && isSameText(text, description)) found.set(description, text);
    }
  }
  for (const { description } of openings) {
    const text = found.get(description);
    if (text !== undefined) return { text, description };
  }
  return null;
}
