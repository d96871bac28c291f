import { textsUnder } from '../article/elements.ts';
import { unclobbered } from '../article/unclobbered.ts';
import { ADDED } from './text-range.ts';

/**
 * Where a point of the view stands in the text of a block, in UTF-16 units: the way back from `findRanges`. White space
 * differs between the view and the text, so what is counted is the characters without it. A point behind all of the text
 * gives the text's length.
 */
export function offsetInBlock(block: Element, text: string, node: Node, offset: number): number {
  const point = unclobbered(unclobbered(block, 'ownerDocument'), 'createRange')();
  point.setStart(node, offset);
  let solid = 0;
  for (const { data, length } of textsBefore(block, point)) solid += data.slice(0, length).replace(/\s/g, '').length;
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text.charAt(at))) continue;
    if (solid === 0) return at;
    solid--;
  }
  return text.length;
}

/** The texts of a block up to a point, and how much of each comes before it. */
function textsBefore(block: Element, point: Range): { data: string; length: number }[] {
  return [...textsUnder(block)].flatMap((text) => {
    if (text.parentElement?.closest(`[${ADDED}]`)) return [];
    if (text === point.startContainer) return [{ data: text.data, length: point.startOffset }];
    return point.comparePoint(text, 0) < 0 ? [{ data: text.data, length: text.data.length }] : [];
  });
}
