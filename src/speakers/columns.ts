import { hashOf } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { OUTSIDE, type Tokens } from './tokens.ts';

/** What each token of a paragraph is, by itself; words and endings as hashes. */
export interface Columns {
  count: number;
  word: Int32Array;
  ending3: Int32Array;
  ending2: Int32Array;
  shape: Int32Array;
  sense: Int32Array;
  /** How surely it reports speech, 0 to 3; 0 within quotation marks. */
  cue: Int32Array;
  quote: Int32Array;
  /** Its sentence's number, from 0. */
  sentence: Int32Array;
  /** How long the quotation is that it stands in, in tokens; 0 outside. */
  quotationLength: Int32Array;
}

/** A sentence of a paragraph: tokens `from` to before `to`. */
export interface SentenceFrame {
  from: number;
  to: number;
  /** 0: nothing of it is quoted, 1: some, 2: all but a token. */
  quoted: number;
  /** The surest cue in it. */
  cue: number;
  startsQuoted: boolean;
  endsQuoted: boolean;
}

const NUMBER = 1;
const LOWER = 2;
const INITIAL = 3;
const CAPITALS = 4;
const CAPITALISED = 5;
const MIXED = 6;
const HYPHENED = 7;
const PUNCTUATION = 16;

export function columnsOf(tokens: Tokens, lexicon: Lexicon): Columns {
  const { count, words, surfaces, quote } = tokens;
  const fresh = () => new Int32Array(count);
  const columns: Columns = {
    count,
    word: fresh(),
    ending3: fresh(),
    ending2: fresh(),
    shape: fresh(),
    sense: fresh(),
    cue: fresh(),
    quote: Int32Array.from(quote),
    sentence: fresh(),
    quotationLength: quotationLengths(tokens),
  };
  for (let token = 0; token < count; token++) {
    const word = words[token] ?? '';
    const hash = hashOf(word);
    columns.word[token] = hash;
    columns.ending3[token] = hashOf(word.slice(-3));
    columns.ending2[token] = hashOf(word.slice(-2));
    columns.shape[token] = shapeOf(surfaces[token] ?? '');
    columns.sense[token] = lexicon.sense(word);
    columns.cue[token] = quote[token] === OUTSIDE ? lexicon.cueStrength(hash) : 0;
  }
  return columns;
}

/** Cuts the paragraph into its sentences and writes their numbers into `columns.sentence`. */
export function framesOf(tokens: Tokens, columns: Columns): SentenceFrame[] {
  const frames: SentenceFrame[] = [];
  for (let from = 0; from < tokens.count; ) {
    let to = from;
    let quoted = 0;
    let cue = 0;
    for (; to < tokens.count && tokens.sentence[to] === tokens.sentence[from]; to++) {
      if (tokens.quote[to] !== OUTSIDE) quoted++;
      cue = Math.max(cue, columns.cue[to] ?? 0);
      columns.sentence[to] = frames.length;
    }
    frames.push({
      from,
      to,
      quoted: quoted === 0 ? 0 : quoted >= to - from - 1 ? 2 : 1,
      cue,
      startsQuoted: tokens.quote[from] !== OUTSIDE,
      endsQuoted: tokens.quote[to - 1] !== OUTSIDE,
    });
    from = to;
  }
  return frames;
}

function shapeOf(surface: string): number {
  const first = surface.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return NUMBER;
  const lower = surface.toLowerCase();
  const upper = surface.toUpperCase();
  if (lower === upper) return PUNCTUATION + (first & 127);
  if (surface === lower) return surface.includes('-') ? HYPHENED : LOWER;
  if (surface === upper) return surface.length === 1 ? INITIAL : CAPITALS;
  return surface[0] === upper[0] ? CAPITALISED : MIXED;
}

function quotationLengths({ count, quote }: Tokens): Int32Array {
  const lengths = new Int32Array(count);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    if (quote[from] !== OUTSIDE) {
      while (to < count && quote[to] !== OUTSIDE && !(quote[to] === 1 && quote[to - 1] !== 1)) to++;
      lengths.fill(to - from, from, to);
    }
    from = to;
  }
  return lengths;
}
