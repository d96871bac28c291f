import { collapseWhiteSpace } from '../text/white-space.ts';
import { nameSet } from './elements.ts';
import { unclobbered } from './unclobbered.ts';

/** Running text of a live page and the block-level element around it. */
export interface PageBlock {
  element: Element;
  text: string;
  /** True where the element holds this text alone. */
  isWhole: boolean;
}

/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT`, which have no value without a window. */
const SHOW_ELEMENTS_AND_TEXTS = 5;
const TEXT = 3;

const BLOCKS = nameSet(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer',
  'form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
);

/** Whatever these hold is not shown as running text. */
const UNSHOWN = nameSet('script style template noscript textarea select option button svg iframe object');

/** Invisible characters, and white space, which differ between a page and what was made of it. */
const UNSEEN = /[\s\u00ad\u200b\u2060\ufeff]+/g;

/** A text as it is compared with another: without white space and invisible characters. */
export function comparable(text: string): string {
  return text.replace(UNSEEN, '');
}

/** The running text of a live page in document order, also where boxes hold text beside boxes. The page is only read. */
export function pageBlocks(document: Document): PageBlock[] {
  const body = unclobbered(document, 'body');
  if (body === null) return [];
  const runs: { element: Element; parts: string[] }[] = [];
  const walker = unclobbered(document, 'createTreeWalker')(body, SHOW_ELEMENTS_AND_TEXTS);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const isText = unclobbered(node, 'nodeType') === TEXT;
    // A line break counts as white space.
    if (!isText && unclobbered(node as Element, 'localName') !== 'br') continue;
    const element = blockAround(node, body);
    if (element === null) continue;
    const part = isText ? (node as Text).data : ' ';
    const open = runs.at(-1);
    if (open?.element === element) open.parts.push(part);
    else if (/\S/.test(part)) runs.push({ element, parts: [part] });
  }
  const counts = new Map<Element, number>();
  for (const { element } of runs) counts.set(element, (counts.get(element) ?? 0) + 1);
  return runs.map(({ element, parts }) => {
    const text = collapseWhiteSpace(parts.join(''));
    const isWhole = counts.get(element) === 1 && comparable(element.textContent ?? '') === comparable(text);
    return { element, text, isWhole };
  });
}

function blockAround(node: Node, body: Element): Element | null {
  for (let box = unclobbered(node, 'parentElement'); box !== null; box = unclobbered(box, 'parentElement')) {
    const name = unclobbered(box, 'localName');
    if (UNSHOWN.has(name)) return null;
    if (box === body || BLOCKS.has(name)) return box;
  }
  return null;
}
