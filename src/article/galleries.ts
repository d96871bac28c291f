import { collapseWhiteSpace } from '../text/white-space.ts';
import { elementsNamed, elementsUnder, nameSet } from './elements.ts';
import type { PictureRules } from './picture-rules.ts';

/** A gallery's box is looked for this many boxes above a picture. */
const DEEPEST = 8;

/** With more text than this beside its pictures, in UTF-16 units, a box is an article and no gallery. */
const MOST_TEXT = 160;

/** A longer text beside a picture is not its caption, in UTF-16 units. */
const LONGEST_CAPTION = 400;

/** The value of `nodeType` for a text, which has a name only on a window's `Node`. */
const TEXT = 3;

/** The browser shows these in its own way, with their pictures in place. */
const WHOLE = nameSet('figure table tbody tr td p blockquote body main article');

/** The box of a gallery in the page, and its pictures in order, each as a figure with its caption; none of a mere strip. */
export interface Gallery {
  box: Element;
  figures: Element[];
}

/** Finds the boxes that hold several pictures and little else, innermost first. */
export function findGalleries(images: readonly Element[], rules: PictureRules): Gallery[] {
  const held = new Map<Element, Element[]>();
  for (const image of images) {
    const boxes: Element[] = [];
    for (let box = image.parentElement; box !== null && boxes.length < DEEPEST; box = box.parentElement)
      boxes.push(box);
    if (boxes.some((box) => box.localName === 'a' && leadsAway(box))) continue;
    for (const box of boxes) {
      const own = held.get(box);
      if (own === undefined) held.set(box, [image]);
      else own.push(image);
    }
  }
  const galleries: Gallery[] = [];
  for (const [box, own] of held) {
    if (own.length < 2 || WHOLE.has(box.localName) || galleries.some((other) => box.contains(other.box))) continue;
    const figures = figuresOf(box, own, rules);
    if (figures !== null) galleries.push({ box, figures });
  }
  for (const gallery of galleries) if (isStrip(gallery, galleries, rules)) gallery.figures = [];
  return galleries;
}

function figuresOf(box: Element, images: readonly Element[], rules: PictureRules): Element[] | null {
  const parts: { item: Element; image: Element | undefined }[] = [];
  let beside = 0;
  // Pages without paragraphs have their text in the box itself, with line breaks between.
  for (const node of box.childNodes)
    if (node.nodeType === TEXT) beside += collapseWhiteSpace(node.nodeValue ?? '').length;
  if (beside > MOST_TEXT) return null;
  for (let item = box.firstElementChild; item !== null; item = item.nextElementSibling) {
    const part = item;
    const own = images.filter((image) => part.contains(image));
    const [image] = own;
    if (own.length > 1) return null;
    const { length } = collapseWhiteSpace(item.textContent ?? '');
    if (image === undefined) beside += length;
    if (beside > MOST_TEXT || (image !== undefined && length > LONGEST_CAPTION)) return null;
    if (image !== undefined || /^h\d$/.test(item.localName)) parts.push({ item, image });
  }
  // A picture beside a link to another page is a teaser of that page.
  if (elementsNamed(box, 'a').filter(leadsAway).length >= images.length) return null;
  return parts.map(({ item, image }) =>
    image === undefined ? (item.cloneNode(true) as Element) : figureOf(item, image, rules),
  );
}

function figureOf(item: Element, image: Element, rules: PictureRules): Element {
  const figure = item.ownerDocument.createElement('figure');
  const copy = item.cloneNode(true) as Element;
  for (const part of elementsUnder(copy))
    if (['img', 'button', 'picture'].includes(part.localName) || rules.control.test(part.textContent ?? ''))
      part.remove();
  figure.append(image.cloneNode());
  if (item !== image && /\S/.test(copy.textContent ?? '')) {
    const caption = item.ownerDocument.createElement('figcaption');
    caption.append(...(elementsNamed(copy, 'figcaption')[0] ?? copy).childNodes);
    figure.append(caption);
  }
  return figure;
}

/** The small pictures beside a gallery that lead to its large ones. */
function isStrip({ box, figures }: Gallery, galleries: readonly Gallery[], rules: PictureRules): boolean {
  return (
    rules.strip.test(`${box.className} ${box.parentElement?.className}`) &&
    galleries.some((other) => other.box !== box && other.figures.length >= figures.length)
  );
}

/** True for a link to another page, rather than to the picture in full. */
export function leadsAway(link: Element): boolean {
  return !/^$|^#|\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])/i.test(link.getAttribute('href') ?? '');
}
