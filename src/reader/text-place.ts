import { element } from './element.ts';
import { unwrapText, wrapText } from './text-wrap.ts';

/**
 * Puts an element that can take the focus around the start of a range; the words in it are what a screen reader says. Null
 * where the range holds no text.
 */
export function makePlace(document: Document, range: Range): HTMLElement | null {
  const [place] = wrapText(oneText(range), () => element(document, 'span', 'place'));
  if (place) place.tabIndex = -1;
  return place ?? null;
}

/** Takes such an element away, once the focus has left it. `onRemoved` is called then, or at once. */
export function removePlace(place: HTMLElement, onRemoved: () => void): void {
  const leave = () => {
    if (place.isConnected) unwrapText(place);
    onRemoved();
  };
  // Who stands there goes on from there: taken away, it would leave the focus nowhere.
  if ((place.getRootNode() as Document | ShadowRoot).activeElement === place)
    place.addEventListener('blur', leave, { once: true });
  else leave();
}

/** The part of a range that lies in its first text node. */
function oneText(range: Range): Range {
  const first = range.cloneRange();
  const { startContainer, endContainer } = range;
  if (endContainer !== startContainer) first.setEnd(startContainer, (startContainer as Text).data.length);
  return first;
}
