import { collapseWhiteSpace } from '../text/white-space.ts';
import { unclobbered } from './unclobbered.ts';

/** `NodeFilter.SHOW_ELEMENT` and `SHOW_TEXT`, which have no value without a window. */
const SHOW_ELEMENT = 1;
const SHOW_TEXT = 4;

/**
 * Every element under `root`, in document order, as they stand now. A tree walker meets no clobbered property, and one
 * list that is filtered is many times as fast in jsdom as several selectors, which are compiled anew for every document.
 */
export function elementsUnder(root: Element): Element[] {
  const found: Element[] = [];
  // A field can stand in the place of the child of a form, but not take it away.
  if (root.firstElementChild === null) return found;
  const walker = walkerOver(root, SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) found.push(node as Element);
  return found;
}

/** The elements of one name under `root`, in document order, as they stand now. */
export function elementsNamed(root: Element, name: string): Element[] {
  return elementsUnder(root).filter((element) => element.localName === name);
}

/** Every text node under `root`, in document order. */
export function* textsUnder(root: Element): Generator<Text> {
  const walker = walkerOver(root, SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node as Text;
}

function walkerOver(root: Element, show: number): TreeWalker {
  const document = unclobbered(root, 'ownerDocument');
  return unclobbered(document, 'createTreeWalker')(root, show);
}

/** Where the copy keeps the marks of elements that Readability is not to judge by their class names. */
export const MARKS = 'data-marks';

/** The class names, the id and what else names an element of the copy for its page's makers. */
export function marksOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute(MARKS) ?? ''}`;
}

/** The text of an element of the copy, with its white space collapsed. */
export function textOf(element: Element): string {
  return collapseWhiteSpace(element.textContent ?? '');
}

/** The element of the copy itself, or the nearest around it, that has one of the names. */
export function nearestNamed(element: Element | null, ...names: string[]): Element | null {
  let nearest = element;
  while (nearest !== null && !names.includes(nearest.localName)) nearest = nearest.parentElement;
  return nearest;
}

/** A set of names, written as lines of names with spaces between. */
export function nameSet(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
