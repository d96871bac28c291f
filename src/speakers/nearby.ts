import type { Columns, SentenceFrame } from './columns.ts';
import { OUTSIDE, type Tokens } from './tokens.ts';

/** For each token the nearest one of a sort before or after it in its sentence; -1 where there is none. */
export interface Nearby {
  cueBefore: Int32Array;
  cueAfter: Int32Array;
  markBefore: Int32Array;
  markAfter: Int32Array;
  quotedBefore: Int32Array;
  quotedAfter: Int32Array;
  /** "that", "who", "which" and their like. */
  connectiveBefore: Int32Array;
  verbBefore: Int32Array;
  verbAfter: Int32Array;
}

const MARKS: ReadonlySet<string> = new Set([',', ':', ';', '—', '–', '―', '-', '(', ')']);
const CONNECTIVES: ReadonlySet<string> = new Set(['that', 'whether', 'who', 'which', 'if', 'how']);

/** The lexicographer files of verbs are numbers 29 to 43, and senses are one higher: WordNet, lexnames(5WN). */
const FIRST_VERB = 30;
const LAST_VERB = 44;

export function nearbyTokens(tokens: Tokens, columns: Columns, frames: readonly SentenceFrame[]): Nearby {
  const { words, quote } = tokens;
  const isCue = (token: number) => (columns.cue[token] ?? 0) > 0;
  const isMark = (token: number) => MARKS.has(words[token] ?? '');
  const isQuoted = (token: number) => quote[token] !== OUTSIDE;
  const isConnective = (token: number) => CONNECTIVES.has(words[token] ?? '');
  const isVerb = (token: number) => isVerbSense(columns.sense[token] ?? 0);
  return {
    cueBefore: before(frames, tokens.count, isCue),
    cueAfter: after(frames, tokens.count, isCue),
    markBefore: before(frames, tokens.count, isMark),
    markAfter: after(frames, tokens.count, isMark),
    quotedBefore: before(frames, tokens.count, isQuoted),
    quotedAfter: after(frames, tokens.count, isQuoted),
    connectiveBefore: before(frames, tokens.count, isConnective),
    verbBefore: before(frames, tokens.count, isVerb),
    verbAfter: after(frames, tokens.count, isVerb),
  };
}

/** Whether a word mostly is a verb, by the number of its sense. */
export function isVerbSense(sense: number): boolean {
  return sense >= FIRST_VERB && sense <= LAST_VERB;
}

type Test = (token: number) => boolean;

function before(frames: readonly SentenceFrame[], count: number, fits: Test): Int32Array {
  const nearest = new Int32Array(count).fill(-1);
  for (const { from, to } of frames)
    for (let token = from + 1; token < to; token++)
      nearest[token] = fits(token - 1) ? token - 1 : (nearest[token - 1] ?? -1);
  return nearest;
}

function after(frames: readonly SentenceFrame[], count: number, fits: Test): Int32Array {
  const nearest = new Int32Array(count).fill(-1);
  for (const { from, to } of frames)
    for (let token = to - 2; token >= from; token--)
      nearest[token] = fits(token + 1) ? token + 1 : (nearest[token + 1] ?? -1);
  return nearest;
}
