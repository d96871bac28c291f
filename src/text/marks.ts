import type { Range } from './span.ts';

/** Marks of one family open and close each other; families pair each for itself. */
export type MarkFamily = 'double' | 'single' | 'guillemet' | 'angle' | 'corner' | 'white-corner' | 'dash';

/** A quotation mark, or a sign that may be one, in its paragraph. */
export interface Mark {
  family: MarkFamily;
  glyph: string;
  /** UTF-16 offsets into the text; combining characters on the mark belong to it. */
  start: number;
  end: number;
  /** The character before the mark and others that touch it; empty at the paragraph's start. `…` stands for dots. */
  before: string;
  /** The character behind them; empty at the paragraph's end. */
  after: string;
  /** What stands before and behind lets it open or close a quotation. */
  opens: boolean;
  closes: boolean;
}

/** Two like single marks are one double mark; two commas before a letter are a careless low mark. */
const MARK = /(?:''|‘‘|’’|‚‚|``|(?<![^\s([{–—-]),,(?=\p{L})|["“”„‟＂〝〞〟״«»‹›「」『』﹁﹂﹃﹄‘’‚‛'])\p{M}*/gu;

const FAMILIES: readonly [family: MarkFamily, glyphs: RegExp][] = [
  ['double', /^(?:''|‘‘|’’|‚‚|``|,,|["“”„‟＂〝〞〟״])$/u],
  ['single', /^[‘’‚‛']$/u],
  ['guillemet', /^[«»]$/u],
  ['angle', /^[‹›]$/u],
  ['corner', /^[「」﹁﹂]$/u],
  ['white-corner', /^[『』﹃﹄]$/u],
];

/** Bidi controls, zero-width characters: they hide what a mark stands next to. */
const INVISIBLE = /^\p{Cf}+$/u;
const BEFORE_OPENING = /^(?:$|[\s([{<\p{Ps}\p{Pd}/¿¡])/u;
const AFTER_OPENING = /^[^\s)\]}.,;:!?>\p{Pe}/]/u;
const BEFORE_CLOSING = /^[^\s([{\p{Ps}]/u;
const AFTER_CLOSING = /^(?:$|[\s)\]}.,;:!?…<\p{Pe}\p{Pd}/،؛؟。，、！？；：।])/u;

/** The marks of a paragraph, in order; apostrophes are among them. */
export function readMarks(text: string, [from, to]: Range): Mark[] {
  const paragraph = text.slice(from, to);
  const marks: Mark[] = [];
  for (const match of paragraph.matchAll(MARK)) {
    const glyph = match[0].replace(/\p{M}+$/u, '');
    const family = FAMILIES.find(([, glyphs]) => glyphs.test(glyph))?.[0] ?? 'double';
    const start = from + match.index;
    marks.push({
      family,
      glyph,
      start,
      end: start + match[0].length,
      before: '',
      after: '',
      opens: false,
      closes: false,
    });
  }
  setNeighbours(text, from, to, marks);
  return marks.filter(({ before, after, glyph }) => !isGershayim(glyph, before, after));
}

/** Whether the letter or digit belongs to a script whose words stand apart, so that a mark between two of them is inside a word. */
export function isWordCharacter(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character) && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(character);
}

function setNeighbours(text: string, from: number, to: number, marks: readonly Mark[]): void {
  let previous: Mark | undefined;
  for (const mark of marks) {
    const gap = text.slice(previous?.end ?? from, mark.start);
    const touches = previous !== undefined && (gap === '' || INVISIBLE.test(gap));
    mark.before = touches ? (previous?.before ?? '') : lastCharacter(gap);
    previous = mark;
  }
  let next: Mark | undefined;
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index];
    if (mark === undefined) continue;
    const gap = text.slice(mark.end, next?.start ?? to);
    const touches = next !== undefined && (gap === '' || INVISIBLE.test(gap));
    mark.after = touches ? (next?.after ?? '') : firstCharacter(gap);
    mark.opens = BEFORE_OPENING.test(mark.before) && AFTER_OPENING.test(mark.after);
    mark.closes = BEFORE_CLOSING.test(mark.before) && AFTER_CLOSING.test(mark.after);
    next = mark;
  }
}

function lastCharacter(gap: string): string {
  return /(\P{Cf})[\p{Cf}]*$/u.exec(gap.slice(-64).replace(/\p{M}+(?=\p{Cf}*$)/u, ''))?.[1] ?? '';
}

function firstCharacter(gap: string): string {
  const [, dots, character = ''] = /^[\p{Cf}\p{M}]*(?:(\.{2,})|(\P{Cf}))/u.exec(gap.slice(0, 64)) ?? [];
  return dots === undefined ? character : '…';
}

/** Within a Hebrew word the straight or the raised double mark is a sign of abbreviation. */
function isGershayim(glyph: string, before: string, after: string): boolean {
  return /^["״”]$/u.test(glyph) && /^\p{sc=Hebr}$/u.test(before) && /^\p{sc=Hebr}$/u.test(after);
}
