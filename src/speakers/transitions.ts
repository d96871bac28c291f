import { INSIDE, type Tokens } from './tokens.ts';

/** Four states to the quotation marks, at the start of a sentence or within it. */
export const TRANSITION_CONTEXTS = 8;

/** The weights of the step into token `index` depend on this number. */
export function contextOf({ quote, sentence }: Tokens, index: number): number {
  const starts = index > 0 && sentence[index] !== sentence[index - 1];
  return (quote[index] ?? INSIDE) + (starts ? 4 : 0);
}
