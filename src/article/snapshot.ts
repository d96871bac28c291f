import type { Removal } from './article.ts';
import { MarkedClutter, type SaidOfArticle } from './clutter.ts';
import type { ClutterRules } from './clutter-rules.ts';
import {
  type Attributes,
  attributesOf,
  carryAttributes,
  NAMING_ATTRIBUTES,
  TEXT_ELEMENTS,
} from './copied-attributes.ts';
import { elementsNamed, elementsUnder, MARKS, marksOf, nameSet } from './elements.ts';
import { SHOWN_FILE } from './lazy-images.ts';
import { type PageSurvey, surveyPage } from './page-survey.ts';
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
const HOLDS_ADDRESS = /^(?:src|videoid|data-(?:src|href|url|embed-url|shortcode|.*src|(?:video|tweet|track)-?id))$/;

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
const IN_LINE = nameSet('a abbr b bdi br cite code em i mark q s small span strong sub sup time u wbr');

/** Elements nested deeper than this are put beside each other: recursive readers of the copy would overflow the stack. */
const DEEPEST = 300;

const NOTHING_SAID: SaidOfArticle = { title: null, descriptions: [] };

/** Where hidden and outlying parts go: most are menus and dialogs, and yet some pages keep the article in one. */
export type OutlyingParts = 'left out' | 'kept';

/** A node to copy, where to, and whether the nodes after it are to follow. */
interface Pending {
  node: Node;
  target: Node;
  depth: number;
  withSiblings: boolean;
  /** True for an element that is copied already, with all that is in it, and only waits for being put in its place. */
  isMade?: boolean;
}

/**
 * Step 1: copies a live document into an inert one that runs no script, loads nothing and can be taken apart. Comes
 * first because every later step changes what it reads. Open shadow roots are flattened into the copy, scripts and
 * styles stay behind (which pays for the copying: later steps have less to walk through), and everything is an HTML
 * element in it, also where the page is XHTML. Outlying parts are those that are hidden, beside the article or
 * marked as clutter; the latter are noted in `removed`. The live document is only read.
 */
export function takeSnapshot(
  live: Document,
  baseAddress: string,
  outlying: OutlyingParts,
  rules: ClutterRules,
  removed: Removal[],
  about: SaidOfArticle = NOTHING_SAID,
  survey: PageSurvey = surveyPage(live),
): Document {
  const body = unclobbered(live, 'body');
  const copy = emptyCopy(live, baseAddress);
  if (body === null) return copy;
  // Built up outside the document: browsers and jsdom then keep no indexes for the nodes meanwhile.
  const top = copy.createElement('body');
  carryAttributes(attributesOf(body, false), top);
  const clutter = outlying === 'kept' ? null : new MarkedClutter(body, survey, rules, removed, about);
  const pending: Pending[] = [];
  pushChildren(body, top, 0, pending);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) copyNode(next, copy, clutter, pending);
  copy.body.replaceWith(top);
  return copy;
}

/** Copies parts of a live document the same way, each into a box of its own; nothing is left out of them. */
export function copyFragments(fragments: readonly Node[], live: Document, baseAddress: string): Document {
  const copy = emptyCopy(live, baseAddress);
  for (const fragment of fragments) {
    const box = copy.createElement('div');
    const pending: Pending[] = [];
    const first = unclobbered(fragment, 'firstChild');
    if (first !== null) pending.push({ node: first, target: box, depth: 0, withSiblings: true });
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) copyNode(next, copy, null, pending);
    copy.body.append(box);
  }
  return copy;
}

function emptyCopy(live: Document, baseAddress: string): Document {
  const copy = unclobbered(live, 'implementation').createHTMLDocument('');
  const base = copy.createElement('base');
  base.href = baseAddress;
  copy.head.append(base);
  return copy;
}

/** The address that a page's relative addresses start from: its own where its `<base>` leads out of the web. */
export function baseAddressOf(live: Document): string {
  const base = unclobbered(live, 'baseURI');
  return /^(https?|file):/i.test(base) ? base : unclobbered(live, 'URL');
}

function copyNode(next: Pending, copy: Document, clutter: MarkedClutter | null, pending: Pending[]) {
  const { node, target, depth, withSiblings, isMade } = next;
  if (isMade) {
    target.appendChild(node);
    return;
  }
  const sibling = withSiblings ? nextSiblingOf(node) : null;
  if (sibling !== null) pending.push({ node: sibling, target, depth, withSiblings });
  // What shadows the type of a form is no number.
  const type: unknown = node.nodeType;
  if (type === TEXT || type === CDATA) copyText(node as Text, sibling, target, copy);
  if (type !== ELEMENT && typeof type === 'number') return;
  const element = node as Element;
  const namespace = unclobbered(element, 'namespaceURI');
  // SVG is drawing, not text, and a rich source of ways to smuggle scripts.
  if (namespace === MATHML) target.appendChild(copy.importNode(element, true));
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
    const names =
      attributes.size === 0 ? '' : NAMING_ATTRIBUTES.map((naming) => attributes.get(naming) ?? '').join(' ');
    // Menus and feet of pages are nobody's loss; a box beside the text might be missed.
    if (beside && name === 'aside') clutter.noteBeside(element, names);
    if (beside || clutter.takes(element, name, names)) return;
  }
  const made = copy.createElement(isAttribution(name, target) ? 'p' : nameOfCopy(name, element, attributes));
  carryAttributes(attributes, made);
  if (TEXT_ELEMENTS.has(made.localName)) inheritMarks(made, target, element);
  // Readability makes every h1 an h2.
  if (name === 'h1') made.setAttribute(MARKS, `${marksOf(made)} ${HEADLINE_MARK}`);
  if (name === 'img') noteShownFile(element as HTMLImageElement, made);
  const isDeepest = depth >= DEEPEST;
  // Put in its place when it is complete: what a tree keeps count of is counted anew for every node that joins it.
  if (isDeepest) target.appendChild(made);
  else pending.push({ node: made, target, depth, withSiblings: false, isMade: true });
  pushChildren(element, isDeepest ? target : made, depth + 1, pending);
}

/** The file that the browser already shows: taking it asks the network for nothing that the page has not asked for. */
function noteShownFile(image: HTMLImageElement, made: Element) {
  const file = unclobbered(image, 'currentSrc');
  if (file && unclobbered(image, 'naturalWidth') >= LEAST_SHOWN_WIDTH) made.setAttribute(SHOWN_FILE, file);
}

function copyText(text: Text, sibling: Node | null, target: Node, copy: Document) {
  const { data } = text;
  if (!/\S/.test(data)) {
    const before = target.lastChild;
    // The copy cannot be clobbered, so its names are read as they are.
    const shut = BLOCKS.has(((before ?? target) as Element).localName);
    if (shut || (sibling !== null && BLOCKS.has(String(unclobbered(sibling, 'nodeName')).toLowerCase()))) return;
  }
  target.appendChild(copy.createTextNode(data));
}

/** The foot of a quotation names who said it. */
function isAttribution(name: string, target: Node): boolean {
  return name === 'footer' && target.nodeName === 'BLOCKQUOTE';
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
function inheritMarks(made: Element, box: Node, element: Element) {
  if (box.nodeName !== 'DIV') return;
  const around = unclobbered(element, 'parentElement');
  // To count the children of every box takes long on large pages.
  if (around === null || unclobbered(around, 'firstElementChild') !== unclobbered(around, 'lastElementChild')) return;
  const marks = marksOf(box as Element);
  if (marks.trim() !== '') made.setAttribute(MARKS, `${made.getAttribute(MARKS) ?? ''} ${marks}`);
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
function pushChildren(element: Element, target: Node, depth: number, pending: Pending[]) {
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
