import type { Range } from '../text/span.ts';
import { CONTENT } from './labels.ts';
import type { Tokens } from './tokens.ts';

/** The tokens that begin within a range of the text: from the first to before the second number. */
export function tokensWithin({ start, count }: Tokens, [from, to]: Range): [from: number, to: number] {
  return [firstFrom(start, count, from), firstFrom(start, count, to)];
}

/** Labels tokens as one span. */
export function labelSpan(labels: Uint8Array, [from, to]: [from: number, to: number], label: number) {
  labels.fill(label + 1, from, to);
  if (to > from) labels[from] = label;
  // What followed a span that was cut begins anew.
  const next = labels[to];
  if (next !== undefined && next !== 0 && next % 2 === 0 && (next !== label + 1 || label === CONTENT))
    labels[to] = next - 1;
}

function firstFrom(starts: Int32Array, count: number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
