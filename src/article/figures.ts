import { collapseWhiteSpace } from '../text/white-space.ts';
import { elementsNamed, nearestNamed } from './elements.ts';
import type { Unit } from './segment.ts';

/**
 * Step 10: joins each caption that stands loose with the picture before or after it in a figure, which is what screen
 * readers and the reading view go by. Comes after the blocks are typed: only then is it known what a caption is.
 */
export function joinCaptions(units: readonly Unit[], root: Element) {
  for (const unit of units) {
    if (unit.kind !== 'caption' || unit.element.localName !== 'p' || nearestNamed(unit.element, 'figure') !== null)
      continue;
    const picture =
      (unit.afterImage ? pictureBeside(unit.element, root, 'previousElementSibling') : null) ??
      pictureBeside(unit.element, root, 'nextElementSibling');
    if (picture === null) continue;
    const document = root.ownerDocument;
    const caption = document.createElement('figcaption');
    caption.append(...unit.element.childNodes);
    const figures = picture.localName === 'figure' ? [picture] : elementsNamed(picture, 'figure');
    const figure = figures.at(-1) ?? document.createElement('figure');
    if (figures.length === 0) {
      picture.replaceWith(figure);
      figure.append(picture);
    }
    figure.append(caption);
    unit.element.remove();
    unit.element = caption;
  }
}

/** The box beside a caption, or beside one that the caption is alone in, where it holds a picture and no text. */
function pictureBeside(
  element: Element,
  root: Element,
  side: 'previousElementSibling' | 'nextElementSibling',
): Element | null {
  let box = element;
  while (box[side] === null) {
    const around = box.parentElement;
    if (around === null || around === root) return null;
    box = around;
  }
  const beside = box[side];
  const holdsPicture = beside.localName === 'img' || elementsNamed(beside, 'img').length > 0;
  return holdsPicture && collapseWhiteSpace(beside.textContent ?? '') === '' ? beside : null;
}
