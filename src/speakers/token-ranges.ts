import { firstIndex } from '../text/first-index.ts';
import type { Range } from '../text/span.ts';
import { CONTENT } from './labels.ts';
import type { Tokens } from './tokens.ts';

/** The tokens that begin within a range of the text: from the first to before the second number. */
export function tokensWithin({ start, count }: Tokens, [from, to]: Range): [from: number, to: number] {
  const firstFrom = (offset: number) => firstIndex(count, (token) => (start[token] ?? 0) >= offset);
  return [firstFrom(from), firstFrom(to)];
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
