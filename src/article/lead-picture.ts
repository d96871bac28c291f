import { elementsUnder, marksOf } from './elements.ts';
import { leadsAway } from './galleries.ts';
import type { PictureRules } from './picture-rules.ts';
import { placeOf } from './set-aside.ts';
import { isBeside } from './tidy-pictures.ts';

/** At least this wide, in CSS pixels, a picture is large enough to lead. */
const LARGE = 300;

/** A box with more text than this, in UTF-16 units, holds more than a picture and its caption. */
const LONGEST_CAPTION = 300;

/** A picture and its caption have this many boxes around them at most. */
const MOST_BOXES = 3;

/**
 * The picture, gallery or video that `element` is, as it may lead an article: its figure or its box with the caption, or
 * itself. Null for anything else, and for pictures that are small or link to another page.
 */
export function leadPictureOf(element: Element, rules: PictureRules): Element | null {
  const name = element.localName;
  if (name === 'iframe') return placeOf(element) === null ? null : element;
  if (name !== 'img' || isBeside(element, null, rules)) return null;
  const width = Number.parseFloat(element.getAttribute('width') ?? '');
  let isLead = width >= LARGE;
  let best = element;
  let box = element.parentElement;
  for (let depth = 0; box !== null && box.localName !== 'body'; box = box.parentElement) {
    if (box.localName === 'figure') return box;
    if (box.localName === 'a' && leadsAway(box)) return null;
    if (depth++ >= MOST_BOXES || (box.textContent ?? '').length > LONGEST_CAPTION) break;
    const inside = elementsUnder(box);
    if (inside.some((other) => other !== element && /^(?:img|iframe|h1|figure)$/.test(other.localName))) break;
    isLead ||= Number.isNaN(width) && rules.lead.test(marksOf(box));
    if (inside.some((other) => rules.caption.test(marksOf(other)))) {
      best = box;
      isLead = true;
    }
  }
  return isLead ? best : null;
}
