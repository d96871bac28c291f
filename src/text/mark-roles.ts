import type { LanguageMarks, MarkRole } from './language-marks.ts';
import type { Mark, MarkFamily } from './marks.ts';
import type { JudgedMark } from './pairs.ts';

/** What a mark is where the language does not use it. */
const USUAL_ROLES: ReadonlyMap<string, MarkRole> = new Map([
  ...[...'“„‟〝«‹「『﹁﹃‘‚‛'].map((glyph) => [glyph, 'open'] as const),
  ...[...'”〞〟»›」』﹂﹄’'].map((glyph) => [glyph, 'close'] as const),
  ['``', 'open'],
  ['‘‘', 'open'],
  ['‚‚', 'open'],
  [',,', 'open'],
  ['’’', 'close'],
]);

/** Guillemets point outwards or inwards: » opens in some languages, and in some pages of others. */
const POINTED: readonly [left: string, right: string][] = [
  ['«', '»'],
  ['‹', '›'],
];

/** The roles that marks have in this text: by its language, and those of guillemets by the text's own habit. */
export function rolesInText(marks: readonly Mark[], language: LanguageMarks): ReadonlyMap<string, MarkRole> {
  const roles = new Map([...USUAL_ROLES, ...language.roles]);
  for (const [left, right] of POINTED) {
    const opens = (glyph: string) => marks.filter((mark) => mark.glyph === glyph && opensOnly(mark)).length;
    const closes = (glyph: string) => marks.filter((mark) => mark.glyph === glyph && closesOnly(mark)).length;
    const outwards = opens(left) + closes(right);
    const inwards = closes(left) + opens(right);
    if (outwards !== inwards) {
      roles.set(left, outwards > inwards ? 'open' : 'close');
      roles.set(right, outwards > inwards ? 'close' : 'open');
    }
  }
  return roles;
}

/** Judges the marks of one family in a paragraph, all but single ones. */
export function judgeMarks(
  text: string,
  marks: readonly Mark[],
  family: MarkFamily,
  roles: ReadonlyMap<string, MarkRole>,
): JudgedMark[] {
  const own = marks.filter((mark) => mark.family === family);
  return own.flatMap((mark, index) =>
    isInches(text, mark, own[index + 1]) ? [] : [{ mark, side: sideOf(mark, roles.get(mark.glyph)), weak: false }],
  );
}

export function opensOnly({ opens, closes }: Mark): boolean {
  return opens && !closes;
}

export function closesOnly({ opens, closes }: Mark): boolean {
  return closes && !opens;
}

function sideOf(mark: Mark, role: MarkRole = 'either'): JudgedMark['side'] {
  if (role === 'open') return closesOnly(mark) || mark.after === '' ? 'close' : 'open';
  // A closing mark that a space has got before: it opens only where nothing is open.
  if (role === 'close') return opensOnly(mark) ? 'toggle' : 'close';
  return opensOnly(mark) ? 'open' : closesOnly(mark) ? 'close' : 'toggle';
}

/** 12" and 5'11": a mark behind a number measures inches where the quotation around it is closed by the next one. */
function isInches(text: string, mark: Mark, next: Mark | undefined): boolean {
  if (!/^["”]$|^''$|^’’$/.test(mark.glyph) || !/^\p{N}$/u.test(mark.before)) return false;
  const feet = /\p{N}['’′]\s?\p{N}{1,2}$/u.test(text.slice(Math.max(0, mark.start - 8), mark.start));
  return (feet || mark.glyph !== '”') && next !== undefined && closesOnly(next);
}
