import { collapseWhiteSpace } from '../text/white-space.ts';
import { unclobbered } from './unclobbered.ts';

/** A box with more text than this around a field, in UTF-16 units, is more than what invites to fill it in. */
const LONGEST_INVITATION = 500;

/** A short article may have a field beside it. */
const MAIN = new Set(['main', 'article']);

/** Fields that a person writes something of their own into. */
const PERSONAL = /^(?:email|tel|password)$/i;
/** Fields that may be anything; one that nothing explains is no form's, but a script's. */
const WRITTEN = /^(?:|text)$/i;

/** The common names of the field of a search, which stands in the menus of a page. */
const SEARCHED = /^(?:q|s|k|query|keywords?|.*search.*)$/i;

/**
 * The boxes that ask a reader to write something: an address for a newsletter, a name to sign in, a comment. Told by
 * their fields alone, they are found in every language. Each is the largest box around a field that holds little text.
 */
export function findFormBoxes(body: Element, fields: readonly Element[]): ReadonlySet<Element> {
  const boxes = new Set<Element>();
  for (const field of fields) {
    const read = unclobbered(field, 'getAttribute');
    const type = read('type') ?? '';
    if (!PERSONAL.test(type) && !(WRITTEN.test(type) && (read('placeholder') ?? read('aria-label')))) continue;
    if (SEARCHED.test(read('name') ?? '')) continue;
    let box: Element | null = null;
    for (let around = parentOf(field); around !== null && around !== body; around = parentOf(around)) {
      const text = collapseWhiteSpace(unclobbered(around, 'textContent') ?? '');
      if (text.length > LONGEST_INVITATION || MAIN.has(unclobbered(around, 'localName'))) break;
      if (text !== '') box = around;
    }
    if (box !== null) boxes.add(box);
  }
  return boxes;
}

function parentOf(element: Element): Element | null {
  return unclobbered(element, 'parentElement');
}
