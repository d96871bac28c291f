import type { Range } from '../text/span.ts';

/** Making a segmenter takes longer than asking it, and a voice asks at every word. */
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The word of `text` that a `boundary` event means; null where there is none at that place.
 *
 * @param index where the browser says that it begins, in UTF-16 units: hostile and broken engines give anything.
 * @param length how long it says that the word is; 0 or missing in browsers that do not know.
 * @param language BCP 47; guides where a word ends in scripts without spaces.
 */
export function boundaryWord(text: string, index: unknown, length: unknown, language: string): Range | null {
  if (typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index >= text.length) return null;
  // The specification leaves open whether the place is the end of the word before or the beginning of the next.
  const gap = text.slice(index).search(/\S/u);
  if (gap < 0) return null;
  const start = index + gap;
  const end = typeof length === 'number' && Number.isInteger(length) && length > gap ? index + length : 0;
  if (end > text.length || end === 0) return [start, wordEnd(text, start, language)];
  return [start, start + text.slice(start, end).trimEnd().length];
}

function wordEnd(text: string, start: number, language: string): number {
  const segment = segmenterFor(language).segment(text).containing(start);
  return segment === undefined ? text.length : segment.index + segment.segment.length;
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = makeSegmenter(language);
  segmenters.set(language, made);
  return made;
}

function makeSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
