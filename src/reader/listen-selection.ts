import type { Script } from '../speech/script.ts';
import type { Span } from '../text/span.ts';
import type { ShownArticle } from './ports.ts';
import { findRanges } from './text-range.ts';

/** `Range.START_TO_END` and `Range.END_TO_START`, which have no values without a window. */
const START_TO_END = 1;
const END_TO_START = 3;

/** Stands in no article: a sentence that is no part of it is found nowhere. */
const NOWHERE: Span = { block: '', start: 0, end: 0 };

/**
 * The first and the last sentence of a script that a range of the article holds some of; null where there are none,
 * or no range.
 */
export function sentencesIn(
  shown: Pick<ShownArticle, 'article' | 'element'>,
  script: Script,
  range: Range | null,
): readonly [first: number, last: number] | null {
  if (!range) return null;
  const places = findRanges(
    shown,
    script.map(({ span }) => span ?? NOWHERE),
  );
  const touched = places.flatMap((place, index) => {
    const isTouched =
      place !== null &&
      place.compareBoundaryPoints(START_TO_END, range) > 0 &&
      place.compareBoundaryPoints(END_TO_START, range) < 0;
    return isTouched ? [index] : [];
  });
  const [first] = touched;
  const last = touched.at(-1);
  return first === undefined || last === undefined ? null : [first, last];
}
