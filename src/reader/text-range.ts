import { textsUnder } from '../article/elements.ts';
import { unclobbered } from '../article/unclobbered.ts';
import type { Span } from '../text/span.ts';
import type { ShownArticle } from './ports.ts';

/** On every element with words that the view puts into a block: they are no part of the block's text. */
export const ADDED = 'data-added';

/**
 * Where the characters of a block stand in the view. White space differs between the two (a line break, a run of spaces,
 * the gap between two cells), everything else is the same, so the characters are counted without it.
 */
interface BlockPlaces {
  nodes: readonly Text[];
  /** Of each character that is no white space: the index of its node, and its offset there. */
  nodeIndices: readonly number[];
  offsets: readonly number[];
  /** Of each offset into the block's text: how many characters that are no white space come before it. */
  solidBefore: Uint32Array;
}

/**
 * Finds spans of the article in the view, from the first to the last of their characters that are no white space. A
 * range is null where the view does not hold the span: nothing of it is visible, or the block's elements say something
 * else than its text. What ranges of one call are used for must be done before the elements around them are changed.
 */
export function findRanges(shown: Pick<ShownArticle, 'article' | 'element'>, spans: readonly Span[]): (Range | null)[] {
  const places = new Map<string, BlockPlaces | null>();
  const texts = new Map(shown.article.blocks.map(({ id, text }) => [id, text]));
  const elements = new Map([...shown.element.querySelectorAll('[data-block]')].map((block) => [idOf(block), block]));
  const placesOf = (id: string): BlockPlaces | null => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const [block, text] = [elements.get(id), texts.get(id)];
    const found = block && text !== undefined ? findPlaces(block, text) : null;
    places.set(id, found);
    return found;
  };
  return spans.map((span) => {
    const found = placesOf(span.block);
    return found && rangeIn(found, span);
  });
}

function rangeIn({ nodes, nodeIndices, offsets, solidBefore }: BlockPlaces, { start, end }: Span): Range | null {
  const first = solidBefore[start];
  const behind = solidBefore[end];
  if (first === undefined || behind === undefined || behind <= first) return null;
  const startNode = nodes[nodeIndices[first] ?? -1];
  const endNode = nodes[nodeIndices[behind - 1] ?? -1];
  const [startOffset, lastOffset] = [offsets[first], offsets[behind - 1]];
  if (!startNode || !endNode || startOffset === undefined || lastOffset === undefined) return null;
  const range = unclobbered(unclobbered(startNode, 'ownerDocument'), 'createRange')();
  range.setStart(startNode, startOffset);
  range.setEnd(endNode, lastOffset + 1);
  return range;
}

function idOf(block: Element): string {
  return block.getAttribute('data-block') ?? '';
}

function findPlaces(block: Element, text: string): BlockPlaces | null {
  const nodes = [...textsUnder(block)].filter((node) => !node.parentElement?.closest(`[${ADDED}]`));
  const nodeIndices: number[] = [];
  const offsets: number[] = [];
  nodes.forEach(({ data }, index) => {
    for (let offset = 0; offset < data.length; offset++) {
      if (isWhiteSpace(data, offset)) continue;
      nodeIndices.push(index);
      offsets.push(offset);
    }
  });
  const solidBefore = new Uint32Array(text.length + 1);
  let count = 0;
  for (let offset = 0; offset < text.length; offset++) {
    solidBefore[offset] = count;
    if (isWhiteSpace(text, offset)) continue;
    if (nodes[nodeIndices[count] ?? -1]?.data[offsets[count] ?? -1] !== text[offset]) return null;
    count++;
  }
  solidBefore[text.length] = count;
  return count === offsets.length ? { nodes, nodeIndices, offsets, solidBefore } : null;
}

function isWhiteSpace(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  // The pattern is ten times as slow, and most characters are plain letters.
  return code > 0x20 && code < 0x80 ? false : /\s/.test(text.charAt(offset));
}
