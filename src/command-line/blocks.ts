import type { Article } from '../article/article.ts';
import { collapseWhiteSpace } from '../text/white-space.ts';

/** A block with where it stands in the text that offsets count in. */
export interface PlacedBlock {
  id: string;
  kind: string;
  text: string;
  start: number;
}

/**
 * The blocks in which speakers and terms are looked for. Offsets are UTF-16 units of `text`, where the article was read from
 * one, else of its blocks' texts joined by line feeds.
 */
export function placeBlocks(article: Article, text: string | null): PlacedBlock[] {
  return text === null ? blocksOf(article) : linesOf(text, article);
}

function blocksOf({ blocks }: Article): PlacedBlock[] {
  let start = 0;
  return blocks.map((block) => {
    const placed = { ...block, start };
    start += block.text.length + 1;
    return placed;
  });
}

/** The lines of a text as they stand there, but for those that were taken out as clutter. */
function linesOf(text: string, { removed, blocks }: Article): PlacedBlock[] {
  const clutter = new Set(removed.map((removal) => removal.text));
  // A caption without a picture is told of, and yet kept.
  for (const block of blocks) clutter.delete(block.text);
  return [...text.matchAll(/[^\n\r\u2028\u2029]+/g)]
    .filter(({ 0: line }) => !clutter.has(collapseWhiteSpace(line)))
    .map(({ 0: line, index }) => ({ id: String(index), kind: 'paragraph', text: line, start: index }));
}
