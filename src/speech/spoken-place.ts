import type { Range, Span } from '../text/span.ts';
import type { SpokenPiece, SpokenSentence, SpokenStretch } from './script.ts';

/**
 * What of the article a stretch of a piece's spoken text stands for (UTF-16 offsets into `piece.text`): "€3bn" for any word
 * of "3 billion euros". Null for words that are only spoken, and in a sentence that is no part of the article.
 */
export function sourceOf({ span }: SpokenSentence, piece: SpokenPiece, [start, end]: Range): Span | null {
  if (span === null) return null;
  const sources = piece.stretches
    .filter((stretch) => stretch.start < end && stretch.end > start)
    .map((stretch) => sourceWithin(stretch, start, end))
    .filter(([from, to]) => from < to);
  if (sources.length === 0) return null;
  const from = Math.min(...sources.map(([first]) => first));
  const to = Math.max(...sources.map(([, last]) => last));
  return { block: span.block, start: from, end: to };
}

function sourceWithin({ start, end, sourceStart, sourceEnd, isSame }: SpokenStretch, from: number, to: number): Range {
  if (!isSame) return [sourceStart, sourceEnd];
  return [sourceStart + Math.max(0, from - start), sourceStart + Math.min(to, end) - start];
}
