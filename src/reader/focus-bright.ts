import type { Settings } from '../settings/settings.ts';
import type { FocusBlocks } from './focus-blocks.ts';
import { areasOf, type Box } from './focus-lines.ts';
import { lineOfPlace, type Place } from './focus-place.ts';

/** How many lines stay bright before the current one, and as many behind it. */
const LINES_AROUND = { one: 0, three: 1, five: 2 } as const;
/** How far lines may be apart to be bright together, in heights of the current line: a gap between paragraphs, no picture. */
const GAP = 1.5;

/** How far around the focused element its outline reaches, in CSS pixels. */
const OUTLINE = 6;

/** What is bright of an article, and the line that one reads, as they stand in the window. */
export interface Bright {
  /** Null where nothing is dimmed. */
  areas: readonly Box[] | null;
  line: Box;
}

/** What the settings leave bright around a place; null where nothing of it is seen. */
export function brightAround(
  blocks: FocusBlocks,
  place: Place,
  { lineFocus, paragraphFocus }: Pick<Settings, 'lineFocus' | 'paragraphFocus'>,
): Bright | null {
  const line = lineOfPlace(blocks, place);
  if (!line) return null;
  if (lineFocus === 'off' && paragraphFocus === 'off') return { areas: null, line };
  const lines =
    lineFocus === 'off' ? paragraphAround(blocks, place.block) : linesAround(blocks, place, LINES_AROUND[lineFocus]);
  const focused = focusedAmong(place.block, lines);
  return { areas: areasOf(focused ? [...lines, focused] : lines, GAP * (line.bottom - line.top)), line };
}

/** What has the focus on one of the lines, with its outline, as wide as the column. The headline shows none. */
function focusedAmong(block: Element, lines: readonly Box[]): Box | null {
  const { activeElement } = block.getRootNode() as Document | ShadowRoot;
  const [first] = lines;
  if (!first || !activeElement?.matches(':not(.title)') || !block.contains(activeElement)) return null;
  const { top, bottom } = activeElement.getBoundingClientRect();
  const isAmong = lines.some((line) => line.top < bottom && top < line.bottom);
  return isAmong ? { ...first, top: top - OUTLINE, bottom: bottom + OUTLINE } : null;
}

function linesAround(blocks: FocusBlocks, { block, offset }: Place, count: number): Box[] {
  const lines = blocks.linesOf(block);
  const current = blocks.lineAt(block, lines, offset);
  const before = lines.slice(0, current);
  const behind = lines.slice(current + 1);
  const index = blocks.indexOf(block);
  for (let at = index - 1; before.length < count && blocks.list[at]; at--) before.unshift(...linesAt(blocks, at));
  for (let at = index + 1; behind.length < count && blocks.list[at]; at++) behind.push(...linesAt(blocks, at));
  return [...before.slice(before.length - count), ...lines.slice(current, current + 1), ...behind.slice(0, count)];
}

function linesAt(blocks: FocusBlocks, index: number): Box[] {
  const block = blocks.list[index];
  return block ? blocks.linesOf(block) : [];
}

/** All lines of a block; a picture and its caption are read as one. */
function paragraphAround(blocks: FocusBlocks, block: Element): Box[] {
  const figure = block.closest('figure');
  const together = figure ? blocks.list.filter((one) => figure.contains(one)) : [block];
  return together.flatMap((one) => blocks.linesOf(one));
}
