import type { LanguageMarks, MarkRole } from './language-marks.ts';
import { closesOnly, opensOnly } from './mark-roles.ts';
import { isWordCharacter, type Mark } from './marks.ts';
import type { JudgedMark } from './pairs.ts';

/** How far a short form such as "twould" or "o" may reach from its apostrophe. */
const REACH = 12;

interface Candidate extends JudgedMark {
  /** A quotation may close here, and no word would end so by itself. */
  firm: boolean;
  /** It opens only where a closing mark follows. */
  needsClosing: boolean;
}

/**
 * Tells the single marks of a paragraph that quote from apostrophes, and drops the apostrophes: those inside words, at
 * the start of shortened words and years (’tis, ’90s), behind plural owners (the dogs’ owners) and feet (6').
 */
export function judgeSingleMarks(
  text: string,
  marks: readonly Mark[],
  language: LanguageMarks,
  roles: ReadonlyMap<string, MarkRole>,
): JudgedMark[] {
  const candidates = marks
    .filter(({ family }) => family === 'single')
    .flatMap((mark) => candidateOf(text, mark, language, roles) ?? []);
  const judged: JudgedMark[] = [];
  let closesAhead = false;
  for (let index = candidates.length - 1; index >= 0; index--) {
    const candidate = candidates[index];
    if (candidate === undefined) continue;
    const { mark, side, weak, firm, needsClosing } = candidate;
    const apostrophe: boolean = side === 'open' ? needsClosing && !closesAhead : weak && closesAhead;
    if (!apostrophe) judged.push({ mark, side, weak });
    if (side === 'open') closesAhead = apostrophe && closesAhead;
    else closesAhead ||= firm || !weak;
  }
  return judged.reverse();
}

function candidateOf(
  text: string,
  mark: Mark,
  language: LanguageMarks,
  roles: ReadonlyMap<string, MarkRole>,
): Candidate | null {
  const role = mark.glyph === "'" ? 'either' : (roles.get(mark.glyph) ?? 'either');
  if (isWordCharacter(mark.before) && isWordCharacter(mark.after)) return null;
  if (opensOnly(mark)) {
    if (role === 'close' && mark.glyph === '’') return null;
    const form = leadingForm(text, mark);
    if (/^\p{N}{2}(?:er)?s?$/u.test(form) && !closesBehind(text, mark, form)) return null;
    if (language.leading.has(form) && !closesBehind(text, mark, form)) return null;
    return { mark, side: 'open', weak: false, firm: false, needsClosing: language.leadingUnlessClosed.has(form) };
  }
  if (mark.glyph === '‚') return null;
  if (closesOnly(mark)) {
    const weak = mayBeApostrophe(text, mark, language);
    return { mark, side: 'close', weak, firm: !weak, needsClosing: false };
  }
  if (role === 'either') return null;
  return { mark, side: role, weak: false, firm: false, needsClosing: false };
}

function leadingForm(text: string, mark: Mark): string {
  return /^[\p{L}\p{N}]+/u.exec(text.slice(mark.end, mark.end + REACH))?.[0].toLowerCase() ?? '';
}

/** 'Em' and '90' in marks of their own: the mark behind them decides, except for ’n’. */
function closesBehind(text: string, mark: Mark, form: string): boolean {
  return (
    form !== 'n' &&
    /['’‘]/.test(text.charAt(mark.end + form.length)) &&
    /^.?(?:$|[^\p{L}])/u.test(text.slice(mark.end + form.length, mark.end + form.length + 2))
  );
}

/** The dogs’ owners, doin’ nothing, 6' tall: a word that ends so and goes on after a space. */
function mayBeApostrophe(text: string, mark: Mark, { trailing }: LanguageMarks): boolean {
  if (/^\p{N}$/u.test(mark.before)) return true;
  if (!/^\s$/u.test(mark.after) || !isWordCharacter(mark.before)) return false;
  const word = /\p{L}+$/u.exec(text.slice(Math.max(0, mark.start - REACH), mark.start))?.[0].toLowerCase() ?? '';
  return /(?:[szx]|\p{L}in)$/u.test(word) || trailing.has(word);
}
