import type { Mark, MarkFamily } from './marks.ts';

/** A mark that has been judged. `weak`: it closes a quotation that is open, if it must (a word in -s and an apostrophe look the same). */
export interface JudgedMark {
  mark: Mark;
  /** `toggle` closes what is open and opens otherwise. */
  side: 'open' | 'close' | 'toggle';
  weak: boolean;
}

/** Two marks that belong together, or one without its other. */
export interface MarkPair {
  family: MarkFamily;
  opening: string;
  start: number;
  innerStart: number;
  innerEnd: number;
  end: number;
  /** False where the closing mark is missing. */
  closed: boolean;
  /** The closing mark, where there is one. */
  closing: Mark | null;
  weak: boolean;
}

interface Open {
  pair: MarkPair;
  /** Where the first quotation within it opens: it ends there if it is never closed. */
  interrupted: number | null;
  firstInner: MarkPair | null;
}

/** The longest that a quotation may be, in UTF-16 units, which nothing but a weak mark closes. */
const WEAK_REACH = 100;

/**
 * Pairs the marks of one family in a paragraph, which ends at `end`. A quotation that is never closed ends where the next
 * one within it opens, else at the paragraph's end. A closing mark without an opening one is taken for the end of a
 * quotation that opened before `from`, if it is the first mark: its pair has the opening mark ''.
 */
export function pairMarks(marks: readonly JudgedMark[], from: number, end: number): MarkPair[] {
  const pairs: MarkPair[] = [];
  const open: Open[] = [];
  let last: MarkPair | null = null;
  for (const [index, { mark, side, weak }] of marks.entries()) {
    const top = open.at(-1);
    if (side === 'open' || (side === 'toggle' && top === undefined)) {
      const pair = unclosedPair(mark, end);
      if (top !== undefined && top.interrupted === null) {
        top.interrupted = mark.start;
        top.firstInner = pair;
      }
      open.push({ pair, interrupted: null, firstInner: null });
      pairs.push(pair);
    } else if (top !== undefined) {
      if (weak && mark.start - top.pair.innerStart > WEAK_REACH) continue;
      closePair(top.pair, mark, weak);
      last = top.pair;
      open.pop();
    } else if (last !== null && last.end === mark.start) {
      // A page that doubles its marks on one side only.
      last.end = mark.end;
    } else if (index === 0 && !weak && mark.start > from) {
      pairs.push({ ...unclosedPair(mark, end), opening: '', start: from, innerStart: from });
      const lone = pairs.at(-1);
      if (lone !== undefined) closePair(lone, mark, false);
    }
  }
  for (const { pair, interrupted, firstInner } of open) {
    if (interrupted === null) continue;
    pair.end = interrupted;
    pair.innerEnd = interrupted;
    if (firstInner !== null && pair.innerStart === interrupted) {
      firstInner.start = pair.start;
      firstInner.opening = pair.opening;
    }
  }
  return joinDoubled(pairs);
}

function unclosedPair(mark: Mark, end: number): MarkPair {
  const { family, glyph: opening, start, end: innerStart } = mark;
  return { family, opening, start, innerStart, innerEnd: end, end, closed: false, closing: null, weak: false };
}

function closePair(pair: MarkPair, mark: Mark, weak: boolean): void {
  pair.innerEnd = mark.start;
  pair.end = mark.end;
  pair.closed = true;
  pair.closing = mark;
  pair.weak = weak;
}

/** Marks that are doubled on both sides are two pairs, one around the other, which a reader sees as one. */
function joinDoubled(pairs: readonly MarkPair[]): MarkPair[] {
  const joined: MarkPair[] = [];
  for (const pair of pairs) {
    const outer = joined.at(-1);
    if (outer?.closed && pair.closed && outer.innerStart === pair.start && outer.innerEnd === pair.end) {
      outer.innerStart = pair.innerStart;
      outer.innerEnd = pair.innerEnd;
    } else joined.push(pair);
  }
  return joined;
}
