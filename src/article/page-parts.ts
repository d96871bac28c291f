import type { MarkedClutter } from './clutter.ts';
import { type Attributes, attributesOf, NAMING_ATTRIBUTES, TEXT_ELEMENTS } from './copied-attributes.ts';
import { elementsNamed, elementsUnder, nameSet } from './elements.ts';
import { HEADLINE_MARK } from './segment.ts';
import { firstChildOf, localNameOf, nextSiblingOf, unclobbered } from './unclobbered.ts';

const HTML = 'http://www.w3.org/1999/xhtml';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Values of `nodeType`, which have names only on a window's `Node`. */
const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

/** Holds nothing to read: left behind together with what is inside. */
const LEFT_BEHIND = nameSet(
  'script style link meta title base template canvas map area param track select option optgroup',
  'datalist textarea progress meter frame frameset dialog',
);

/** Beside the article by their very names. Readability would take them out of the article in any case. */
const BESIDE = new Set(['nav', 'footer', 'aside']);

/** A narrower file, in pixels, is a placeholder until the picture itself has come. */
const LEAST_SHOWN_WIDTH = 160;

/** Where an empty box keeps the address of what a script, or the reader's consent, is to put there. */
export const HOLDS_ADDRESS =
  /^(?:src|videoid|data-(?:src|href|url|embed-url|shortcode|.*src|(?:video|tweet|track)-?id))$/;

/** Elements that show something although there is nothing in them. */
const FILLED_FROM_OUTSIDE = nameSet('img br hr wbr input iframe video audio object embed source slot td th col');

/** What the main part of a page holds, and a menu or a dialog does not. */
const MAIN_PARTS = new Set(['h1', 'main', 'article']);
const MAIN_PARTS_AND_PICTURES = new Set([...MAIN_PARTS, 'img']);

/** Between blocks white space is nothing; between words it is a space. */
const BLOCKS = nameSet(
  'div p section article main header figure figcaption ul ol li dl dt dd table tr td th tbody thead',
  'tfoot h1 h2 h3 h4 h5 h6 blockquote form hr br picture body',
);

/** What stands in a line of text and holds no blocks. */
export const IN_LINE = nameSet('a abbr b bdi br cite code em i mark q s small span strong sub sup time u wbr');

/** Elements nested deeper than this are put beside each other: recursive readers of the copy would overflow the stack. */
const DEEPEST = 300;

/**
 * An element of a page as its copy is to have it, before the copy is made: what is looked at and left out on the way
 * costs next to nothing as a record, and much as an element.
 */
export interface Part {
  /** In the copy, in lower case. */
  name: string;
  attributes: Attributes;
  /** What names it beside its own attributes. */
  marks: string;
  /** The file that the browser already shows, if it is a picture. */
  shownFile: string | null;
  /** A formula of the live page, which is copied whole and has no further parts. */
  formula: Element | null;
  /** Parts, and texts as they stand. */
  children: (Part | string)[];
}

/** A node to read, the part that it belongs to, and whether the nodes after it are to follow. */
interface Pending {
  node: Node;
  target: Part;
  depth: number;
  withSiblings: boolean;
}

/**
 * Reads what is under an element of a live page: open shadow roots are flattened, scripts and styles stay behind, and
 * so do outlying parts where `clutter` says which they are. The live document is only read.
 */
export function readParts(element: Element, clutter: MarkedClutter | null): Part {
  const top = newPart(localNameOf(element), attributesOf(element, false));
  const pending: Pending[] = [];
  pushChildren(element, top, 0, pending);
  readAll(pending, clutter);
  return top;
}

/** Reads what is under a fragment, into a box of its own; nothing is left out. */
export function readFragmentParts(fragment: Node): Part {
  const box = newPart('div', new Map());
  const node = unclobbered(fragment, 'firstChild');
  if (node !== null) readAll([{ node, target: box, depth: 0, withSiblings: true }], null);
  return box;
}

function newPart(name: string, attributes: Attributes): Part {
  return { name, attributes, marks: '', shownFile: null, formula: null, children: [] };
}

function readAll(pending: Pending[], clutter: MarkedClutter | null) {
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) readNode(next, clutter, pending);
}

function readNode({ node, target, depth, withSiblings }: Pending, clutter: MarkedClutter | null, pending: Pending[]) {
  const sibling = withSiblings ? nextSiblingOf(node) : null;
  if (sibling !== null) pending.push({ node: sibling, target, depth, withSiblings });
  // What shadows the type of a form is no number.
  const type: unknown = node.nodeType;
  if (type === TEXT || type === CDATA) readText(node as Text, sibling, target);
  if (type !== ELEMENT && typeof type === 'number') return;
  const element = node as Element;
  const namespace = unclobbered(element, 'namespaceURI');
  // SVG is drawing, not text, and a rich source of ways to smuggle scripts.
  if (namespace === MATHML) target.children.push({ ...newPart('math', new Map()), formula: element });
  if (namespace !== HTML) return;
  const name = localNameOf(element);
  if (LEFT_BEHIND.has(name)) return;
  const isChildless = firstChildOf(element) === null;
  const isFilledLate = FILLED_FROM_OUTSIDE.has(name) || name.includes('-') || isChildless;
  const attributes = attributesOf(element, isFilledLate);
  if (isChildless && isBlank(element, name, attributes)) return;
  if (clutter !== null) {
    const beside = BESIDE.has(name) && !isAttribution(name, target);
    if (isHidden(element, attributes)) return;
    const names = namesOf(attributes);
    // Menus and feet of pages are nobody's loss; a box beside the text might be missed.
    if (beside && name === 'aside') clutter.noteBeside(element, names);
    if (beside || clutter.takes(element, name, names)) return;
  }
  const part = newPart(isAttribution(name, target) ? 'p' : nameOfCopy(name, element, attributes), attributes);
  part.marks = inheritedMarks(part.name, target, element);
  // Readability makes every h1 an h2.
  if (name === 'h1') part.marks += ` ${HEADLINE_MARK}`;
  if (name === 'img') part.shownFile = shownFileOf(element as HTMLImageElement);
  target.children.push(part);
  pushChildren(element, depth >= DEEPEST ? target : part, depth + 1, pending);
}

/** The file that the browser already shows: taking it asks the network for nothing that the page has not asked for. */
function shownFileOf(image: HTMLImageElement): string | null {
  const file = unclobbered(image, 'currentSrc');
  return file && unclobbered(image, 'naturalWidth') >= LEAST_SHOWN_WIDTH ? file : null;
}

function readText(text: Text, sibling: Node | null, target: Part) {
  const { data } = text;
  if (!/\S/.test(data)) {
    const before = target.children.at(-1) ?? target;
    if (typeof before !== 'string' && BLOCKS.has(before.name)) return;
    if (sibling !== null && BLOCKS.has(String(unclobbered(sibling, 'nodeName')).toLowerCase())) return;
  }
  target.children.push(data);
}

/** The foot of a quotation names who said it. */
function isAttribution(name: string, target: Part): boolean {
  return name === 'footer' && target.name === 'blockquote';
}

/** True for a box of running text: words, and nothing in it but what stands in a line. */
function holdsOnlyText(element: Element): boolean {
  let hasText = false;
  let inLine = 0;
  let words = false;
  for (let node = firstChildOf(element); node !== null; node = nextSiblingOf(node)) {
    const type: unknown = node.nodeType;
    if (type === TEXT) hasText ||= /\S/.test(node.nodeValue ?? '');
    if (type !== ELEMENT && typeof type === 'number') continue;
    const name = localNameOf(node as Element);
    if (!IN_LINE.has(name)) return false;
    inLine++;
    words = name !== 'a' && /\S/.test(unclobbered(node, 'textContent') ?? '');
  }
  // Several of them without a word between are a row of things, such as author, date and place.
  return hasText || (inLine === 1 && words);
}

/** A copied form could shadow what is asked of it; and a button around a picture, to enlarge it, would take it along when it goes. */
function nameOfCopy(name: string, element: Element, attributes: Attributes): string {
  if (name === 'form') return 'div';
  if (attributes.get('role') === 'heading') return `h${/^[2-6]$/.exec(attributes.get('aria-level') ?? '')?.[0] ?? 2}`;
  // Readability makes one as well, and loses the class names.
  if (name === 'div' && holdsOnlyText(element)) return 'p';
  if (name === 'button' && elementsNamed(element, 'img').length > 0) return 'span';
  return name;
}

/** Childless boxes without anything to come in them: icons, and the places of advertisements. A target of links is kept by its id. */
function isBlank(element: Element, name: string, attributes: Attributes): boolean {
  if (FILLED_FROM_OUTSIDE.has(name) || attributes.has('id')) return false;
  for (const attribute of attributes.keys()) if (HOLDS_ADDRESS.test(attribute)) return false;
  return unclobbered(element, 'shadowRoot') === null;
}

/** Readability puts the one paragraph of a box in the place of the box, whose name may say what it is. */
function inheritedMarks(name: string, box: Part, element: Element): string {
  if (!TEXT_ELEMENTS.has(name) || box.name !== 'div') return '';
  const around = unclobbered(element, 'parentElement');
  // To count the children of every box takes long on large pages.
  if (around === null || unclobbered(around, 'firstElementChild') !== unclobbered(around, 'lastElementChild'))
    return '';
  return namesOf(box.attributes);
}

function namesOf(attributes: Attributes): string {
  if (attributes.size === 0) return '';
  return NAMING_ATTRIBUTES.map((naming) => attributes.get(naming) ?? '').join(' ');
}

function isHidden(element: Element, attributes: Attributes): boolean {
  // Text behind hidden="until-found" is shown as soon as someone searches for it.
  const hidden = attributes.get('hidden');
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true;
  // What AMP shows until the element around it has come, or if it does not come.
  if (attributes.has('placeholder') || attributes.has('fallback')) return true;
  const style = attributes.get('style');
  if (style !== undefined && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  if (attributes.get('aria-hidden') !== 'true') return false;
  const names = attributes.get('class') ?? '';
  // Wikipedia shows formulas as pictures with this class. And a page with a dialog open hides its own main part.
  if (/\bfallback-image\b/.test(names)) return false;
  // A carousel hides all its slides but the one in view.
  const shown = /slide|carousel/i.test(names) ? MAIN_PARTS_AND_PICTURES : MAIN_PARTS;
  return !elementsUnder(element).some((inner) => shown.has(localNameOf(inner)));
}

/** Puts the children by as they are shown: those of an open shadow root, with what is slotted in. */
function pushChildren(element: Element, target: Part, depth: number, pending: Pending[]) {
  if (isSlot(element)) {
    const assigned = element.assignedNodes({ flatten: true });
    for (const node of assigned.reverse()) pending.push({ node, target, depth, withSiblings: false });
    if (assigned.length > 0) return;
  }
  const first = firstChildOf(unclobbered(element, 'shadowRoot') ?? element);
  if (first !== null) pending.push({ node: first, target, depth, withSiblings: true });
}

function isSlot(element: Element): element is HTMLSlotElement {
  return localNameOf(element) === 'slot';
}
