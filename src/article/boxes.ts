import { nameSet } from './elements.ts';
import { isProse, wordCount } from './line-signs.ts';
import type { Unit } from './segment.ts';

/** An element is part of the spine where at least this share of the prose stands in it. */
const MAIN_PART = 0.5;

/** Boxes of one name that hold a greater share of the prose are pieces of the column. */
const PART = 0.2;

/** Paragraphs whose boxes of one name hold a smaller share of the prose do not stand in the column. */
const COLUMN = 0.1;

/** A paragraph with a greater share of its text in links is no prose. */
const MOST_LINKED = 0.4;

/** What a page's make-up is made of. */
const MADE = nameSet('div section aside article header footer main form nav center');

/** Blocks that stand together beside the column of the text: a list, a quotation, a box of the page's making. */
export interface Box {
  element: Element;
  /** False for a list, a quotation and the like, which are the author's own, not the page's making. */
  made: boolean;
  units: readonly Unit[];
  words: number;
  /** The share of the text that stands in links, from 0 to 1. */
  linked: number;
}

/** How the blocks of an article stand on the page. */
export interface Layout {
  /** By each of its blocks; a block that stands in the column itself has none. */
  boxes: ReadonlyMap<Unit, Box>;
  /** The prose that stands in the column. */
  column: ReadonlySet<Unit>;
}

/** True for a block that tells and does not lead elsewhere. */
export function isPlainProse({ kind, text, linked }: Unit): boolean {
  return kind === 'paragraph' && linked < MOST_LINKED && isProse(text);
}

/**
 * Finds the column of the text and the boxes beside it. The column is what holds most of the prose: its elements lie
 * around each other like a spine, and whatever else is a child of one of them is a box. No names are looked at, so it
 * holds in every language and for every publisher.
 */
export function layoutOf(units: readonly Unit[], root: Element): Layout {
  const total = proseIn(units);
  const spine = spineOf(units, root, total);
  const members = new Map<Element, Unit[]>();
  for (const unit of units) {
    let box = unit.element;
    while (box !== root && box.parentElement !== null && !spine.has(box.parentElement)) box = box.parentElement;
    if (box === unit.element) continue;
    const others = members.get(box);
    if (others) others.push(unit);
    else members.set(box, [unit]);
  }
  const parts = partsOfColumn(members, total);
  const boxes = new Map<Unit, Box>();
  for (const [element, inside] of members) {
    if (parts.has(element)) continue;
    const box = boxFrom(element, inside);
    for (const unit of inside) boxes.set(unit, box);
  }
  return { boxes, column: columnOf(units.filter((unit) => isPlainProse(unit) && !boxes.has(unit))) };
}

/** The prose that stands where much of it stands: a standfirst in the head of the page is not with the rest. */
function columnOf(prose: readonly Unit[]): ReadonlySet<Unit> {
  const lengths = new Map<string, number>();
  let total = 0;
  const placeOf = ({ element }: Unit) => (element.parentElement === null ? '' : nameOf(element.parentElement));
  for (const unit of prose) {
    total += unit.text.length;
    lengths.set(placeOf(unit), (lengths.get(placeOf(unit)) ?? 0) + unit.text.length);
  }
  return new Set(prose.filter((unit) => (lengths.get(placeOf(unit)) ?? 0) > COLUMN * total));
}

/** The boxes that are pieces of the column: some pages wrap every paragraph or section in boxes of one name. */
function partsOfColumn(members: ReadonlyMap<Element, readonly Unit[]>, total: number): ReadonlySet<Element> {
  const lengths = new Map<string, number>();
  for (const [element, inside] of members)
    lengths.set(
      nameOf(element),
      (lengths.get(nameOf(element)) ?? 0) + proseIn(inside.filter((unit) => !isInCard(unit, element))),
    );
  return new Set([...members.keys()].filter((element) => (lengths.get(nameOf(element)) ?? 0) > PART * total));
}

/** The length of the prose, in UTF-16 units. */
function proseIn(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + (isPlainProse(unit) ? unit.text.length : 0), 0);
}

/** Teasers of other articles are articles within the box. */
function isInCard(unit: Unit, box: Element): boolean {
  for (let around = unit.element; around !== box; ) {
    if (around.localName === 'article') return true;
    if (around.parentElement === null) return false;
    around = around.parentElement;
  }
  return false;
}

function nameOf(element: Element): string {
  return `${element.localName} ${element.getAttribute('class') ?? ''}`;
}

function boxFrom(element: Element, units: readonly Unit[]): Box {
  let length = 0;
  let linked = 0;
  let words = 0;
  for (const unit of units) {
    length += unit.text.length;
    linked += unit.linked * unit.text.length;
    words += wordCount(unit.text);
  }
  return { element, made: MADE.has(element.localName), units, words, linked: linked / length };
}

function spineOf(units: readonly Unit[], root: Element, total: number): ReadonlySet<Element> {
  const held = new Map<Element, number>();
  for (const unit of units) {
    if (!isPlainProse(unit)) continue;
    for (let box = unit.element.parentElement; box !== null; box = box.parentElement) {
      held.set(box, (held.get(box) ?? 0) + unit.text.length);
      if (box === root) break;
    }
  }
  const spine = new Set([root]);
  for (const [element, length] of held) if (length >= MAIN_PART * total) spine.add(element);
  return spine;
}
