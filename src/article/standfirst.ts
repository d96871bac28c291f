import { collapseWhiteSpace } from '../text/white-space.ts';
import { isSameText } from './block-kinds.ts';
import { nearestNamed, textsUnder } from './elements.ts';

const BLOCKS = 'p h2 h3 h4 h5 div section header li blockquote'.split(' ');

/** Shorter descriptions say no more than the headline. */
const SHORTEST = 40;
const LONGEST = 600;

/** How much of the description has to stand at the start of a text for it to be looked at, in UTF-16 units. */
const OPENING = 24;

/**
 * Finds the standfirst in the copy: the text that says what the page's description says. It often stands with the
 * headline, outside the element that Readability takes, so this comes before; null where the page does not show it.
 */
export function findShownStandfirst(copy: Document, description: string | null): string | null {
  if (description === null || description.length < SHORTEST) return null;
  const opening = description.slice(0, OPENING).toLowerCase();
  for (const node of textsUnder(copy.body)) {
    const { data } = node;
    if (data.length < OPENING || !collapseWhiteSpace(data).toLowerCase().startsWith(opening)) continue;
    const text = collapseWhiteSpace(nearestNamed(node.parentElement, ...BLOCKS)?.textContent ?? '');
    if (text.length <= LONGEST && isSameText(text, description)) return text;
  }
  return null;
}
