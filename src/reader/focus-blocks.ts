import { textsUnder } from '../article/elements.ts';
import { unclobbered } from '../article/unclobbered.ts';
import { type Box, linesFrom, nearestBox } from './focus-lines.ts';
import type { ShownArticle } from './ports.ts';
import { ADDED } from './text-range.ts';

/** What is stepped through: the text, block by block, and the pictures between. */
const BLOCKS = '.title, [data-block], .content img';
/** Words that stand over the line, or that are no part of the text. */
const BESIDE_TEXT = `[${ADDED}], rt, rp`;

/** The blocks of an article on show and the lines in them. Nothing is measured but what is asked for. */
export class FocusBlocks {
  readonly #window: Window & typeof globalThis;
  readonly #shown: Pick<ShownArticle, 'content' | 'element'>;
  #list: readonly Element[] = [];
  #places = new Map<Element, number>();

  constructor(window: Window & typeof globalThis, shown: Pick<ShownArticle, 'content' | 'element'>) {
    this.#window = window;
    this.#shown = shown;
    this.refresh();
  }

  /** To be called when blocks have come or gone. @returns whether they have. */
  refresh(): boolean {
    const found = [...this.#shown.element.querySelectorAll(BLOCKS)].filter(
      (block) => block.localName !== 'img' || !block.closest('[data-block]'),
    );
    if (found.length === this.#list.length && found.every((block, index) => block === this.#list[index])) return false;
    this.#list = found;
    this.#places = new Map(found.map((block, index) => [block, index]));
    return true;
  }

  /** All of them, in document order. */
  get list(): readonly Element[] {
    return this.#list;
  }

  /** -1 for an element that is none of them. */
  indexOf(block: Element): number {
    return this.#places.get(block) ?? -1;
  }

  /** The block that a node stands in. */
  around(node: Node): Element | null {
    const start = node.nodeType === 1 ? (node as Element) : node.parentElement;
    const block = start?.closest(BLOCKS) ?? null;
    return block && this.#places.has(block) ? block : null;
  }

  /** The lines of a block as they stand in the window, each as wide as its column and as high as lines are apart. */
  linesOf(block: Element): Box[] {
    const isPicture = block.localName === 'img';
    const boxes = isPicture ? [block.getBoundingClientRect()] : textsOf(block).flatMap((text) => [...boxesOf(text)]);
    const lines = linesFrom(boxes, block.localName === 'table');
    if (lines.length === 0) return lines;
    const columns = this.#columnsOf(block);
    const lineHeight = isPicture ? 0 : Number.parseFloat(this.#window.getComputedStyle(block).lineHeight) || 0;
    return lines.map(({ left, top, right, bottom }) => {
      const more = Math.max(0, lineHeight - (bottom - top)) / 2;
      const column = columns[nearestBox(columns, (left + right) / 2, (top + bottom) / 2)];
      return { left: column?.left ?? left, right: column?.right ?? right, top: top - more, bottom: bottom + more };
    });
  }

  /** The index of the line in which a character stands, by its offset into all of the block's text (UTF-16). */
  lineAt(block: Element, lines: readonly Box[], offset: number): number {
    let before = 0;
    let last = 0;
    for (const text of textsOf(block)) {
      const line = before + text.data.length > offset ? lineFrom(text, Math.max(0, offset - before), lines) : -1;
      if (line >= 0) return line;
      before += text.data.length;
      last = lines.length - 1;
    }
    return Math.max(0, last);
  }

  /** The offset (UTF-16) into all of the block's text at which a line begins. */
  offsetOf(block: Element, lines: readonly Box[], line: number): number {
    let before = 0;
    for (const text of textsOf(block)) {
      const held = [...boxesOf(text)].map((box) => indexOfBox(lines, box));
      if (held.includes(line)) return before + firstOffset(text, lines, line);
      before += text.data.length;
    }
    return 0;
  }

  /** The offset (UTF-16) into all of the block's text of a place in one of its nodes. */
  offsetAt(block: Element, node: Node, offset: number): number {
    let before = 0;
    const point = unclobbered(unclobbered(block, 'ownerDocument'), 'createRange')();
    point.setStart(node, offset);
    for (const text of textsOf(block)) {
      if (text === node) return before + offset;
      if (point.comparePoint(text, 0) >= 0) break;
      before += text.data.length;
    }
    return before;
  }

  /** How much of a block's text comes before an offset, from 0 to 1. */
  shareBefore(block: Element, offset: number): number {
    const length = textsOf(block).reduce((sum, { data }) => sum + data.length, 0);
    return length === 0 ? 0 : Math.min(1, offset / length);
  }

  /** The boxes that hold the lines of a block: all of the article's width, or the columns that the text is set in. */
  #columnsOf(block: Element): Box[] {
    const { content, element } = this.#shown;
    const style = this.#window.getComputedStyle(content);
    const isInColumns = [style.columnCount, style.columnWidth].some((value) => value && value !== 'auto');
    if (!isInColumns || !content.contains(block)) return [element.getBoundingClientRect()];
    const more = (Number.parseFloat(style.columnGap) || 0) / 2;
    return [...block.getClientRects()].map(({ left, top, right, bottom }) => ({
      left: left - more,
      top,
      right: right + more,
      bottom,
    }));
  }
}

function textsOf(block: Element): Text[] {
  return [...textsUnder(block)].filter((text) => /\S/.test(text.data) && !text.parentElement?.closest(BESIDE_TEXT));
}

function boxesOf(text: Text, start = 0, end = text.data.length): DOMRectList {
  const range = unclobbered(unclobbered(text, 'ownerDocument'), 'createRange')();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range.getClientRects();
}

function indexOfBox(lines: readonly Box[], { left, top, right, bottom }: Box): number {
  return right <= left ? -1 : nearestBox(lines, (left + right) / 2, (top + bottom) / 2);
}

/** The line of the first character from an offset on that is seen; -1 where there is none: white space may take no room. */
function lineFrom(text: Text, offset: number, lines: readonly Box[]): number {
  for (let at = offset; at < text.data.length; at++) {
    for (const box of boxesOf(text, at, at + 1)) {
      const line = indexOfBox(lines, box);
      if (line >= 0) return line;
    }
  }
  return -1;
}

/** The first offset of a text node at which a line, or one behind it, stands. */
function firstOffset(text: Text, lines: readonly Box[], line: number): number {
  let [low, high] = [0, text.data.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = lineFrom(text, middle, lines);
    if (found >= 0 && found < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
