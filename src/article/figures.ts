import { collapseWhiteSpace } from '../text/white-space.ts';
import { elementsNamed } from './elements.ts';
import type { Unit } from './segment.ts';

/**
 * Step 10: joins each caption that stands loose with the picture before it in a figure, which is what screen readers
 * and the reading view go by. Comes after the blocks are typed, because only then is it known what a caption is.
 */
export function joinCaptions(units: readonly Unit[], root: Element) {
  for (const unit of units) {
    if (unit.kind !== 'caption' || !unit.afterImage || unit.element.localName !== 'p' || isInFigure(unit.element))
      continue;
    const picture = pictureBefore(unit.element, root);
    if (picture === null) continue;
    const document = root.ownerDocument;
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    picture.replaceWith(figure);
    caption.append(...unit.element.childNodes);
    figure.append(picture, caption);
    unit.element.remove();
    unit.element = caption;
  }
}

function isInFigure(element: Element): boolean {
  for (let box: Element | null = element; box !== null; box = box.parentElement)
    if (box.localName === 'figure') return true;
  return false;
}

/** The box before a caption, or before one that the caption is alone in, where it holds a picture and no text. */
function pictureBefore(element: Element, root: Element): Element | null {
  let box = element;
  while (box.previousElementSibling === null) {
    const around = box.parentElement;
    if (around === null || around === root) return null;
    box = around;
  }
  const before = box.previousElementSibling;
  const holdsPicture = before.localName === 'img' || elementsNamed(before, 'img').length > 0;
  return holdsPicture && collapseWhiteSpace(before.textContent ?? '') === '' && before.localName !== 'figure'
    ? before
    : null;
}
