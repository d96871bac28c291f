import { collapseWhiteSpace } from '../text/white-space.ts';
import type { BlockKind } from './article.ts';
import { elementsNamed, elementsUnder, marksOf, nameSet, textsUnder } from './elements.ts';

/** A block on its way to being typed. */
export interface Unit {
  /** Unique in the article; there are gaps where blocks were taken out. */
  id: string;
  element: Element;
  kind: BlockKind;
  text: string;
  /** Class names and ids of the element and of the small boxes around it, for the rules that go by marks. */
  marks: string;
  /** The share of the text that stands in links, or in a link around the block, from 0 to 1. */
  linked: number;
  /** Where the first link of the block, or the link around it, leads; null where there is none. */
  leadsTo: string | null;
  /** True where a link leads to another place in the article. */
  leadsWithin: boolean;
  /** True where a link stands for an embedded video or the like. */
  embeds: boolean;
  /** True where a picture comes right before, with no text between. */
  afterImage: boolean;
}

/** The class that the copy's h1 elements are given, for Readability makes them h2. */
export const HEADLINE_MARK = 'lectern-headline';

const BLOCKS = nameSet(
  'address article aside blockquote center dd details div dl dt figcaption figure footer h1 h2 h3',
  'h4 h5 h6 header hr li main ol p pre section summary table ul',
);

/** Elements that can be a block themselves when they hold nothing but running text. */
const LEAVES = nameSet('p h1 h2 h3 h4 h5 h6 li dt dd figcaption summary address');

/** What an element makes of the text in it; a more particular kind inside wins. */
const KINDS: Readonly<Record<string, BlockKind>> = {
  ...{ h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading' },
  ...{
    li: 'list-item',
    dt: 'list-item',
    dd: 'list-item',
    blockquote: 'quote',
    figcaption: 'caption',
    figure: 'caption',
  },
};

/** Invisible characters that break words for search, dictionaries and voices: soft hyphen, zero-width space, word joiner, BOM. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** A box around a block lends it its marks up to this much text; larger ones are the article's own. */
const LARGEST_MARKING_BOX = 600;

/** What only tables of data have, and what only pages laid out in tables have. */
const TABLE_PARTS = new Set(['th', 'caption', 'thead']);
const LAYOUT_PARTS = new Set(['table', 'ul', 'ol', 'h1', 'h2', 'h3', 'blockquote', 'figure']);

/** A table cell with more text than this, in UTF-16 units, is a page laid out in a table. */
const LONGEST_CELL = 300;

/**
 * Step 7: cuts the article into blocks, in document order, so that all of its text lies in exactly one of them and no
 * block lies in another. Loose text gets a paragraph of its own. After this the text of a block is the collapsed
 * text content of its element: a line break counts as white space, a table's cells are apart by a tab and its rows by
 * a line feed, each standing for the run of white space there.
 */
export function segmentBlocks(root: Element): Unit[] {
  tidyText(root);
  const units: Unit[] = [];
  let imageBefore = false;

  function add(element: Element, kind: BlockKind, text: string) {
    if (text === '') return;
    units.push({
      id: `b${units.length}`,
      element,
      kind,
      text,
      ...linksIn(element, text.length),
      marks: marksAround(element, root),
      afterImage: imageBefore,
    });
    imageBefore = false;
  }

  function visit(container: Element, kind: BlockKind) {
    let run: ChildNode[] = [];
    let alone = true;
    const flush = (last: boolean) => {
      const text = collapseWhiteSpace(run.map((node) => node.textContent ?? '').join(''));
      if (text !== '') {
        if (alone && last && LEAVES.has(container.localName)) add(container, kind, text);
        else add(wrap(run, container.ownerDocument), kind, text);
      }
      if (run.some(holdsImage)) imageBefore = true;
      run = [];
    };
    for (const child of [...container.childNodes]) {
      if (!isElement(child) || !holdsBlock(child)) {
        run.push(child);
        continue;
      }
      flush(false);
      alone = false;
      visitBlock(child, kind);
    }
    // A picture and, after it, words: what it shows, in a block of its own.
    const picture = run.findIndex(holdsImage);
    const leads = picture >= 0 && run.slice(0, picture + 1).every((node) => !/\S/.test(node.textContent ?? ''));
    if (leads && run.slice(picture + 1).some((node) => /\S/.test(node.textContent ?? ''))) {
      const words = run.splice(picture + 1);
      flush(false);
      alone = false;
      run = words;
    }
    flush(true);
    // HTML lets no block stand in a paragraph: written out and parsed again, the article would fall apart differently.
    if (!alone && container.localName === 'p') asDivision(container);
  }

  function visitBlock(element: Element, around: BlockKind) {
    const name = element.localName;
    if (name === 'pre') add(element, 'code', /\S/.test(element.textContent ?? '') ? (element.textContent ?? '') : '');
    else if (name === 'table' && isDataTable(element)) add(element, 'table', tableText(element));
    else if (name === 'hr') imageBefore = false;
    else visit(element, kindIn(name, around));
  }

  visit(root, 'paragraph');
  return units;
}

/** A heading in a list is still a heading; a paragraph in a quote is the quote, and a heading in a caption the caption. */
function kindIn(name: string, around: BlockKind): BlockKind {
  const kind = KINDS[name];
  if (kind === undefined || (around === 'caption' && kind !== 'quote')) return around;
  return around === 'quote' && kind !== 'caption' ? 'quote' : kind;
}

function tidyText(root: Element) {
  for (const lineBreak of elementsNamed(root, 'br')) lineBreak.after('\n');
  for (const text of textsUnder(root)) {
    if (text.data.search(INVISIBLE) >= 0) text.data = text.data.replace(INVISIBLE, '');
  }
}

function wrap(run: readonly ChildNode[], document: Document): Element {
  const paragraph = document.createElement('p');
  run[0]?.before(paragraph);
  paragraph.append(...run);
  return paragraph;
}

function asDivision(paragraph: Element) {
  const division = paragraph.ownerDocument.createElement('div');
  division.append(...paragraph.childNodes);
  paragraph.replaceWith(division);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function holdsImage(node: Node): boolean {
  return isElement(node) && (node.localName === 'img' || someChild(node, holdsImage));
}

function holdsBlock(element: Element): boolean {
  return BLOCKS.has(element.localName) || someChild(element, holdsBlock);
}

function someChild(element: Element, holds: (child: Element) => boolean): boolean {
  for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling)
    if (holds(child)) return true;
  return false;
}

function linksIn(element: Element, textLength: number): Pick<Unit, 'linked' | 'leadsTo' | 'leadsWithin' | 'embeds'> {
  let linkedLength = 0;
  let leadsTo: string | null = null;
  let leadsWithin = false;
  let embeds = false;
  const look = (link: Element): boolean => {
    const address = link.localName === 'a' ? link.getAttribute('href') : null;
    if (address === null) return someChild(link, look);
    linkedLength += collapseWhiteSpace(link.textContent ?? '').length;
    leadsTo ??= address;
    leadsWithin ||= address.startsWith('#');
    embeds ||= link.hasAttribute('data-embed');
    return false;
  };
  for (let box = element.parentElement; box !== null && leadsTo === null; box = box.parentElement)
    if (box.localName === 'a') look(box);
  someChild(element, look);
  return { linked: Math.min(1, linkedLength / textLength), leadsTo, leadsWithin, embeds };
}

function marksAround(element: Element, root: Element): string {
  const marks: string[] = [];
  for (let box: Element | null = element; box !== null && box !== root; box = box.parentElement) {
    if (box !== element && holdsMoreThan(LARGEST_MARKING_BOX, box)) break;
    marks.push(marksOf(box));
  }
  return marks.filter((mark) => mark !== '').join(' ');
}

/** Stops counting as soon as it knows: the box around a block may be the whole article. */
function holdsMoreThan(length: number, box: Element): boolean {
  return lengthLeft(length, box) < 0;
}

function lengthLeft(length: number, node: Node): number {
  let left = isElement(node) ? length : length - (node.nodeValue?.length ?? 0);
  for (let child = node.firstChild; child !== null && left >= 0; child = child.nextSibling)
    left = lengthLeft(left, child);
  return left;
}

function isDataTable(table: Element): boolean {
  const elements = elementsUnder(table);
  if (elements.some(({ localName }) => TABLE_PARTS.has(localName))) return true;
  if (elements.some(({ localName }) => LAYOUT_PARTS.has(localName))) return false;
  return elements.every((cell) => cell.localName !== 'td' || (cell.textContent ?? '').length <= LONGEST_CELL);
}

/** Cells and rows as text; white space is put between their elements where there is none, to keep element and text in step. */
function tableText(table: Element): string {
  const rows: string[] = [];
  for (const row of elementsUnder(table)) {
    if (row.localName !== 'caption' && row.localName !== 'tr') continue;
    const cells = row.localName === 'caption' ? [row] : [...row.children];
    const texts = cells.map((cell) => collapseWhiteSpace(cell.textContent ?? '')).filter((text) => text !== '');
    for (const cell of cells) cell.after(' ');
    row.after('\n');
    if (texts.length > 0) rows.push(texts.join('\t'));
  }
  return rows.join('\n');
}
