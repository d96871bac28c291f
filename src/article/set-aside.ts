import { elementsUnder, nameSet } from './elements.ts';
import { embedOf } from './embeds.ts';
import { findGalleries } from './galleries.ts';
import type { ReadingRules } from './reading-rules.ts';

/** The class of the frame that keeps the place of what is set aside; Readability spares frames that it is told of. */
export const KEPT_PLACE = /^lectern-kept$/;

const NUMBER = 'data-kept';

/** Boxes that stay when all that they hold is set aside. */
const STAYING = nameSet('body main article figure li td th blockquote');

/**
 * Step 3b: sets aside the embeds and galleries of the copy, as what is to be shown of them, and leaves frames in their
 * places, which Readability keeps where it keeps the text around. It would take boxes of pictures and links for teasers.
 * Comes after the pictures have their addresses. `elements` are those of the copy.
 */
export function setAside(
  copy: Document,
  elements: readonly Element[],
  baseAddress: string,
  { embeds, pictures }: ReadingRules,
): Element[] {
  const kept: Element[] = [];
  const images: Element[] = [];
  const put = (shown: Element, place: Element) => {
    const frame = copy.createElement('iframe');
    frame.className = 'lectern-kept';
    frame.setAttribute(NUMBER, String(kept.push(shown) - 1));
    place.replaceWith(frame);
    lift(frame, pictures.control);
  };
  for (const element of elements) {
    if (element.localName === 'img') images.push(element);
    const embed = embedOf(element, baseAddress, embeds);
    if (embed === null || !copy.body.contains(element)) continue;
    if (embed === 'nothing') element.remove();
    else put(embed, element);
  }
  for (const { box, figures } of findGalleries(images, pictures)) {
    const gallery = copy.createElement('div');
    gallery.append(...figures);
    if (figures.length > 0) put(gallery, box);
    else box.remove();
  }
  return kept;
}

/** Takes the place of the boxes around that hold nothing else: their class names tell Readability of advertisements. */
function lift(frame: Element, control: RegExp) {
  let place = frame;
  for (;;) {
    const box: Element | null = place.parentElement;
    if (box === null || STAYING.has(box.localName)) break;
    if (elementsUnder(box).some((other) => ['img', 'iframe'].includes(other.localName) && other !== frame)) break;
    if (!control.test(box.textContent ?? '')) break;
    place = box;
  }
  if (place !== frame) place.replaceWith(frame);
}

/** Tells a frame in whose place something is kept from others of its kind; null for any other element. */
export function placeOf(element: Element): string | null {
  return element.getAttribute(NUMBER);
}

/** Puts what was set aside where its place is kept. Comes after Readability. */
export function putBack(root: Element, kept: readonly Element[]) {
  for (const frame of elementsUnder(root)) {
    if (frame.localName !== 'iframe') continue;
    const shown = kept[Number(placeOf(frame) ?? -1)];
    if (shown === undefined) frame.remove();
    else frame.replaceWith(shown);
  }
}
