import { MARKS, nameSet } from './elements.ts';

/** What later steps read. Names such as `name` could shadow properties of the copy, and the rest costs time to carry. */
const CARRIED_ATTRIBUTES = nameSet(
  'class id href src srcset alt title lang dir role rel itemprop aria-modal aria-level content width height',
  'data-testid datetime colspan rowspan scope headers start reversed value open summary data-src data-srcset',
  'data-original data-lazy-src data-lazy-srcset data-image data-litespeed-src poster cite data-href data-url',
  'videoid data-embed-url data-instgrm-permalink data-text-post-permalink',
);

const HIDING_ATTRIBUTES = new Set(['hidden', 'aria-hidden', 'style', 'placeholder', 'fallback']);

/**
 * What holds running text: the clutter rules have spared it, and Readability would throw out a heading for "header" or
 * "scroll" in its class name. Its marks go where Readability does not look.
 */
export const TEXT_ELEMENTS = nameSet('p h1 h2 h3 h4 h5 h6 li dt dd blockquote pre table');

/** By what the makers of a page call its parts; those with hashed class names often have only the last. */
export const NAMING_ATTRIBUTES = ['class', 'id', 'data-testid'];

/** What of an element's attributes is carried over, or tells that it is hidden. */
export type Attributes = ReadonlyMap<string, string>;
const NO_ATTRIBUTES: Attributes = new Map();

/** Reads them from an element of the live page; with `withData` all that begin with `data-`, too. */
export function attributesOf(element: Element, withData: boolean): Attributes {
  // Not by `unclobbered`: it would bind both anew for every element of the page.
  const { getAttributeNames, getAttribute }: Element = Object.getPrototypeOf(element);
  const names = getAttributeNames.call(element);
  if (names.length === 0) return NO_ATTRIBUTES;
  const found = new Map<string, string>();
  for (const name of names)
    if (CARRIED_ATTRIBUTES.has(name) || HIDING_ATTRIBUTES.has(name) || (withData && name.startsWith('data-')))
      found.set(name, getAttribute.call(element, name) ?? '');
  return found;
}

/** Gives them to an element of the copy, and `more` marks with them. */
export function carryAttributes(attributes: Attributes, more: string, to: Element) {
  const { localName } = to;
  const isText = TEXT_ELEMENTS.has(localName);
  let marks = '';
  for (const [name, value] of attributes) {
    // An object's id alone would make it a property of the document.
    if (name === 'id' && localName === 'object') continue;
    const isMark = NAMING_ATTRIBUTES.includes(name);
    if (isMark && (isText || name !== 'class')) marks += ` ${value}`;
    if (!HIDING_ATTRIBUTES.has(name) && !(isText && name === 'class')) to.setAttribute(name, value);
  }
  if (more.trim() !== '') marks += ` ${more}`;
  if (marks !== '') to.setAttribute(MARKS, marks);
}
