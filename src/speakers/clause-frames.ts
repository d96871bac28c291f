import type { Columns, SentenceFrame } from './columns.ts';
import { CLOSING, OUTSIDE, type Tokens } from './tokens.ts';

/** How a sentence reports as a whole, and where its parts stand; token numbers, -1 where there is none. */
export interface ClauseFrame {
  /** 0: no words that report, 1: "…, she said.", 2: "…, said the mayor of Hull.", 3: "…, according to the firm." */
  closing: number;
  /** The comma or mark that parts what is reported from the closing words. */
  closesAt: number;
  /** 0: none, 1: "She said …", 2: "According to her, …" */
  opening: number;
  /** The first word that reports. */
  opensAt: number;
}

/** From this strength on a cue is one more often than not. */
const SURE = 2;
/** So many tokens may stand behind the last cue of "…, she said on Monday." */
const LONGEST_TAIL = 6;
/** So many tokens may name the source in it. */
const LONGEST_SOURCE = 12;

export function clauseFramesOf(tokens: Tokens, columns: Columns, frames: readonly SentenceFrame[]): ClauseFrame[] {
  return frames.map((frame) => ({ ...closingOf(tokens, columns, frame), ...openingOf(tokens, columns, frame) }));
}

function closingOf(
  { words, quote }: Tokens,
  { cue }: Columns,
  { from, to }: SentenceFrame,
): Pick<ClauseFrame, 'closing' | 'closesAt'> {
  const none = { closing: 0, closesAt: -1 };
  let last = to - 1;
  while (last > from && ((cue[last] ?? 0) < SURE || quote[last] !== OUTSIDE)) last--;
  if (last <= from) return none;
  const parts = (token: number) => words[token] === ',' || quote[token] === CLOSING;
  if (words[last] === 'to' && words[last - 1] === 'according') last--;
  if (words[last] === 'according') return parts(last - 1) ? { closing: 3, closesAt: last - 1 } : none;
  if (parts(last - 1)) return { closing: 2, closesAt: last - 1 };
  if (to - 1 - last > LONGEST_TAIL) return none;
  for (let token = last - 1; token >= Math.max(from + 1, last - LONGEST_SOURCE); token--)
    if (parts(token)) return { closing: 1, closesAt: token };
  return none;
}

function openingOf(
  { words, quote }: Tokens,
  { cue }: Columns,
  { from, to }: SentenceFrame,
): Pick<ClauseFrame, 'opening' | 'opensAt'> {
  if (words[from] === 'according') return { opening: 2, opensAt: from };
  for (let token = from; token < to; token++)
    if ((cue[token] ?? 0) >= SURE && quote[token] === OUTSIDE) return { opening: 1, opensAt: token };
  return { opening: 0, opensAt: -1 };
}
