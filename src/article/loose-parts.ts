import { collapseWhiteSpace } from '../text/white-space.ts';
import { elementsNamed, elementsUnder } from './elements.ts';

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

/** What the mark of a note says: "1", "[12]", "*". */
const NOTE_MARK = /^\W*\w{0,3}\W*$/;

/** Step 4: finds and copies the loose parts. Comes before Readability, which uses the document up. */
export function findLooseParts(copy: Document): LooseParts {
  const before: Element[] = [];
  const after = new Set<Element>();
  let underHeadline = false;
  let paragraphs = 0;
  for (const element of elementsUnder(copy.body)) {
    const name = element.localName;
    if (name === 'p' && paragraphs < TEXT_BEGINS && textOf(element).length >= SHORTEST_PARAGRAPH) paragraphs++;
    if (name === 'h1') underHeadline = true;
    if (name === 'a') {
      const notes = notesOf(element, copy);
      if (notes !== null) after.add(notes);
    } else if (underHeadline && paragraphs < TEXT_BEGINS && (isPoints(element) || isLeadPicture(element, before)))
      before.push(element);
  }
  return { before: before.map(copyOf), after: [...after].map(copyOf) };
}

/** The list of notes to which a mark in a paragraph leads; null for any other link. */
function notesOf(link: Element, copy: Document): Element | null {
  const address = link.getAttribute('href') ?? '';
  if (!address.startsWith('#') || !NOTE_MARK.test(link.textContent ?? '') || link.closest('p') === null) return null;
  const list = copy.getElementById(address.slice(1))?.closest('ol, ul');
  return list && !list.contains(link) ? list : null;
}

/** Puts back the parts that did not come along with the article's element. */
export function rejoinLooseParts(root: Element, { before, after }: LooseParts) {
  const held = elementsUnder(root);
  const isHeld = (part: Element) => {
    if (part.localName === 'figure')
      return held.some((element) => element.localName === 'img' && element.getAttribute('src') === sourceOf(part));
    const first = textOf(part.firstElementChild);
    return held.some((element) => element.localName === 'li' && textOf(element) === first);
  };
  root.prepend(...before.filter((part) => !isHeld(part)));
  root.append(...after.filter((part) => !isHeld(part)));
}

function isPoints(element: Element): boolean {
  const items = [...element.children];
  return (
    element.localName === 'ul' &&
    items.length > 1 &&
    items.every((item) => textOf(item).length >= SHORTEST_POINT && elementsNamed(item, 'a').length === 0)
  );
}

function isLeadPicture(element: Element, found: readonly Element[]): boolean {
  return (
    element.localName === 'figure' &&
    sourceOf(element) !== null &&
    !found.some(({ localName }) => localName === 'figure')
  );
}

function sourceOf(figure: Element): string | null {
  return elementsNamed(figure, 'img')[0]?.getAttribute('src') ?? null;
}

function copyOf(element: Element): Element {
  return element.cloneNode(true) as Element;
}

function textOf(element: Element | null): string {
  return collapseWhiteSpace(element?.textContent ?? '');
}
