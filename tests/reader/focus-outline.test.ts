import { expect, it } from 'vitest';
import { type OutlineEntry, outlineOf } from '../../src/reader/focus-outline.ts';

/** Headings written as their level and a letter, nested in brackets. */
const nested = (entries: readonly OutlineEntry<string>[]): string =>
  entries.map(({ heading, entries: under }) => heading + (under.length > 0 ? `[${nested(under)}]` : '')).join(' ');
const outline = (...headings: string[]) => nested(outlineOf(headings, (heading) => Number(heading[0])));

it.each([
  ['stand in a row where they are of one level', ['2a', '2b', '2c'], '2a 2b 2c'],
  ['stand under the one before them of a higher level', ['2a', '3b', '3c', '2d', '3e'], '2a[3b 3c] 2d[3e]'],
  ['may leave out a level', ['2a', '4b', '3c', '2d'], '2a[4b 3c] 2d'],
  ['may begin with a lower level', ['3a', '2b', '3c'], '3a 2b[3c]'],
])('headings %s', (_, headings, expected) => {
  expect(outline(...headings)).toBe(expected);
});
