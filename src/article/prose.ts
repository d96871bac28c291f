import { collapseWhiteSpace } from '../text/white-space.ts';
import { elementsNamed } from './elements.ts';

/** A paragraph with less text than this, in UTF-16 units, may as well be a teaser or a label. */
const SHORTEST = 80;

/** A paragraph with a greater share of its text in links leads elsewhere. */
const MOST_LINKED = 0.4;

/** A box is gone into as long as one inside it holds this share of the prose. */
const NEARLY_ALL = 0.85;

/** The paragraphs under an element that are told rather than listed, and the length of their text. */
export interface Prose {
  paragraphs: readonly { element: Element; text: string }[];
  length: number;
}

/** Gathers the prose under an element. */
export function proseUnder(element: Element): Prose {
  return proseOf(elementsNamed(element, 'p'));
}

/** Tells which of the elements `candidates` are prose. */
export function proseOf(candidates: readonly Element[]): Prose {
  const paragraphs: { element: Element; text: string }[] = [];
  let length = 0;
  for (const paragraph of candidates) {
    const text = collapseWhiteSpace(paragraph.textContent ?? '');
    if (text.length < SHORTEST || !isTold(text.length, linkedLength(paragraph))) continue;
    paragraphs.push({ element: paragraph, text });
    length += text.length;
  }
  return { paragraphs, length };
}

/** True for a paragraph of so much text, of which so much stands in links, both in UTF-16 units: it is told, not listed. */
export function isTold(length: number, linked: number): boolean {
  return length >= SHORTEST && linked <= MOST_LINKED * length;
}

/** How much of the prose, from 0 to 1, stands in the paragraphs of an element as well. */
export function shareHeld(prose: Prose, element: Element): number {
  if (prose.length === 0) return 1;
  const held = new Set(elementsNamed(element, 'p').map((paragraph) => collapseWhiteSpace(paragraph.textContent ?? '')));
  let length = 0;
  for (const paragraph of prose.paragraphs) if (held.has(paragraph.text)) length += paragraph.text.length;
  return length / prose.length;
}

/** The smallest box under `root` that holds nearly all of the prose. */
export function boxOfProse(root: Element, prose: Prose): Element {
  const lengths = new Map<Element, number>();
  for (const { element, text } of prose.paragraphs)
    for (let box = element.parentElement; box !== null && box !== root; box = box.parentElement)
      lengths.set(box, (lengths.get(box) ?? 0) + text.length);
  let smallest = root;
  // A map keeps the order of insertion, inner boxes before outer ones, so the first large enough is the smallest.
  for (const [box, length] of lengths) {
    if (length < NEARLY_ALL * prose.length) continue;
    smallest = smallest === root || smallest.contains(box) ? box : smallest;
  }
  return smallest;
}

/** How much of an element's text stands in links, in UTF-16 units. */
export function linkedLength(element: Element): number {
  let length = 0;
  // Most paragraphs hold nothing but text, and a walk costs more than this look.
  if (element.firstElementChild === null) return 0;
  for (const link of elementsNamed(element, 'a')) length += (link.textContent ?? '').length;
  return length;
}
