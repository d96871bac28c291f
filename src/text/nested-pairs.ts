import type { MarkPair } from './pairs.ts';

export interface NestedPair {
  pair: MarkPair;
  nested: boolean;
}

/**
 * Brings the pairs of all families of a paragraph into the order of the text, and settles those that cross: one that is
 * not closed ends within the other; of two that are closed the less certain is dropped, as its marks are apostrophes or
 * strays. `single`: the text quotes with single marks.
 */
export function nestPairs(pairs: readonly MarkPair[], single: boolean): NestedPair[] {
  const sorted = [...pairs].sort((a, b) => a.start - b.start || b.end - a.end);
  const dropped = new Set<MarkPair>();
  const around: MarkPair[] = [];
  for (const pair of sorted) {
    settle(pair, around, dropped, single);
    if (!dropped.has(pair)) around.push(pair);
  }
  const ends: number[] = [];
  return sorted.flatMap((pair) => {
    if (dropped.has(pair) || pair.innerEnd <= pair.innerStart) return [];
    while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) <= pair.start) ends.pop();
    ends.push(pair.end);
    return [{ pair, nested: ends.length > 1 }];
  });
}

function settle(pair: MarkPair, around: MarkPair[], dropped: Set<MarkPair>, single: boolean): void {
  for (let outer = around.at(-1); outer !== undefined; outer = around.at(-1)) {
    if (outer.end <= pair.start) around.pop();
    else if (!single && outer.family === 'single' && outer.weak && pair.family !== 'single') {
      dropped.add(outer);
      around.pop();
    } else if (pair.end <= outer.innerEnd) return;
    else if (!pair.closed) {
      pair.end = outer.innerEnd;
      pair.innerEnd = outer.innerEnd;
      if (pair.family === 'single') dropped.add(pair);
      return;
    } else if (!outer.closed) {
      outer.end = pair.start;
      outer.innerEnd = pair.start;
      around.pop();
    } else if (certainty(pair, single) > certainty(outer, single)) {
      dropped.add(outer);
      around.pop();
    } else {
      dropped.add(pair);
      return;
    }
  }
}

function certainty(pair: MarkPair, single: boolean): number {
  if (pair.family === 'dash' || pair.opening === '') return 0;
  if (pair.weak) return 1;
  return (pair.family === 'single') === single ? 3 : 2;
}
