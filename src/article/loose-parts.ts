import { elementsNamed, elementsUnder, nearestNamed, textOf } from './elements.ts';
import { leadPictureOf } from './lead-picture.ts';
import type { PictureRules } from './picture-rules.ts';
import { placeOf } from './set-aside.ts';
import { fileOf } from './tidy-pictures.ts';

/** Copies of what belongs to an article and often stands outside the box that Readability takes. */
export interface LooseParts {
  /** The lead picture, and points set in a list under the headline. */
  before: readonly Element[];
  /** The lists of notes to which marks in the text lead. */
  after: readonly Element[];
}

/** Shorter list items under a headline are a menu, in UTF-16 units. */
const SHORTEST_POINT = 40;

/** The standfirst and a long byline are long paragraphs too: with this many of them the text has begun. */
const TEXT_BEGINS = 3;
const SHORTEST_PARAGRAPH = 80;

const PICTURES = new Set(['img', 'iframe']);

/** What the mark of a note says: "1", "[12]", "*". */
const NOTE_MARK = /^\W*\w{0,3}\W*$/;

/** Step 4: finds and copies the loose parts among the elements of the copy. Comes before Readability, which uses the document up. */
export function findLooseParts(copy: Document, elements: readonly Element[], rules: PictureRules): LooseParts {
  const before: Element[] = [];
  const after = new Set<Element>();
  let underHeadline = false;
  let picture: Element | null = null;
  let paragraphs = 0;
  for (const element of elements) {
    const name = element.localName;
    if (name === 'p' && paragraphs < TEXT_BEGINS && textOf(element).length >= SHORTEST_PARAGRAPH) paragraphs++;
    if (name === 'h1') {
      // Some pages set the picture over the headline, in one box with it.
      if (picture !== null && !underHeadline && isNear(picture, element)) before.push(picture);
      else if (!underHeadline) picture = null;
      underHeadline = true;
    }
    if (picture === null && paragraphs < TEXT_BEGINS) {
      picture = leadPictureOf(element, rules);
      if (picture !== null && underHeadline) before.push(picture);
    }
    if (name === 'a') {
      const notes = notesOf(element, copy);
      if (notes !== null) after.add(notes);
    } else if (underHeadline && paragraphs < TEXT_BEGINS && isPoints(element)) {
      const heading = element.previousElementSibling;
      if (heading !== null && /^h[2-6]$/.test(heading.localName)) before.push(heading);
      before.push(element);
    }
  }
  return { before: before.map(copyOf), after: [...after].map(copyOf) };
}

/** The list of notes to which a mark in a paragraph leads; null for any other link. */
function notesOf(link: Element, copy: Document): Element | null {
  const address = link.getAttribute('href') ?? '';
  if (!address.startsWith('#') || !NOTE_MARK.test(link.textContent ?? '')) return null;
  if (nearestNamed(link, 'p') === null) return null;
  const list = nearestNamed(copy.getElementById(address.slice(1)), 'ol', 'ul');
  return list !== null && !list.contains(link) ? list : null;
}

/** Puts back the parts that did not come along with the article's element. */
export function rejoinLooseParts(root: Element, { before, after }: LooseParts) {
  const held = elementsUnder(root);
  const isHeld = (part: Element) => {
    const picture = [part, ...elementsUnder(part)].find(({ localName }) => PICTURES.has(localName));
    if (picture !== undefined) return held.some((element) => isSamePicture(element, picture));
    // A list by its first point, and its heading by itself.
    const first = textOf(part.firstElementChild ?? part);
    return held.some((element) => /^(?:li|h\d)$/.test(element.localName) && textOf(element) === first);
  };
  root.prepend(...before.filter((part) => !isHeld(part)));
  root.append(...after.filter((part) => !isHeld(part)));
}

function isSamePicture(one: Element, other: Element): boolean {
  if (one.localName !== other.localName) return false;
  return one.localName === 'img'
    ? fileOf(one) === fileOf(other)
    : placeOf(one) !== null && placeOf(one) === placeOf(other);
}

function isPoints(element: Element): boolean {
  if (element.localName !== 'ul') return false;
  const items = [...element.children];
  return (
    items.length > 1 &&
    items.every((item) => textOf(item).length >= SHORTEST_POINT && elementsNamed(item, 'a').length === 0)
  );
}

/** The boxes around a headline, up to this many, are its own rather than the page's. */
const HEADLINE_BOXES = 4;

function isNear(picture: Element, headline: Element): boolean {
  let box = headline.parentElement;
  for (let depth = 1; depth < HEADLINE_BOXES && box !== null && box.localName !== 'body'; depth++) {
    if (box.contains(picture)) return true;
    box = box.parentElement;
  }
  return false;
}

function copyOf(element: Element): Element {
  return element.cloneNode(true) as Element;
}
