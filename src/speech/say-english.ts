import english from '../../assets/pronunciation/english.json' with { type: 'json' };
import type { Rewording } from './rewording.ts';

const RULERS = new Set(english.rulers);
const NUMBERED = new Set(english.numbered);
const ROMAN = /(?<![\p{L}\p{M}\p{N}.'’-])(\p{Lu}[\p{L}\p{M}]{1,30}) ([IVXL]{1,7})(?![\p{L}\p{M}\p{N}]|[.'’-]\p{Lu})/gu;
const FIRST_NAME = /(?<!\p{L})\p{Lu}[\p{L}.'’-]+ $/u;
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
const ORDINALS: readonly string[] = english.ordinals;

const DECADE = /(?<![\p{L}\p{N}.,$€£])(1[5-9]|20)(\d)0['’]?s(?![\p{L}\p{N}])/gu;
const SHORT_DECADE = /(?<![\p{L}\p{N}.,$€£])['’‘]?([2-9])0['’]?s(?![\p{L}\p{N}])/gu;
const CENTURIES: Readonly<Record<string, string>> = english.centuries;
/** By the digit of the tens. */
const TENS: readonly string[] = english.decades;

const CAPITALISED_PLURAL = /(?<![\p{L}\p{M}\p{N}])(\p{Lu}{2,5})s(?![\p{L}\p{M}\p{N}])/gu;

const BIG_M = /(?<![\p{L}\p{N}.,])(\p{Nd}{1,4}(?:\.\p{Nd}{1,2})?) ?m(?= (\p{L}+))/gu;
const MEASURED = new Set(english.measured);
const COUNTED = new Set(english.counted);

/** Has said what only English writes so. Linear in the text. */
export function sayEnglish(rewording: Rewording): void {
  const { text } = rewording;
  for (const { 0: all, 1: century = '', 2: decade = '', index } of text.matchAll(DECADE)) {
    const tens = TENS[Number(decade)] ?? '';
    const spoken = century === '20' && decade === '0' ? 'two thousands' : `${CENTURIES[century] ?? century} ${tens}`;
    rewording.change(index, index + all.length, spoken);
  }
  for (const { 0: all, 1: decade = '', index } of text.matchAll(SHORT_DECADE))
    rewording.change(index, index + all.length, TENS[Number(decade)] ?? all);
  for (const { 0: all, 1: number = '', 2: behind = '', index } of text.matchAll(BIG_M)) {
    const unit = MEASURED.has(behind) ? 'metres' : COUNTED.has(behind) ? 'million' : null;
    if (unit !== null) rewording.change(index, index + all.length, `${number} ${unit}`);
  }
  for (const { 0: all, 1: name = '', 2: numeral = '', index } of text.matchAll(ROMAN)) {
    const start = index + name.length + 1;
    const isFullName = FIRST_NAME.test(text.slice(Math.max(0, index - 20), index));
    const spoken = sayRoman(name, numeral, text.slice(index + all.length, index + all.length + 5), isFullName);
    if (spoken !== null) rewording.change(start, index + all.length, spoken);
  }
}

/** Has plurals of acronyms keep their ending, which some voices drop: MPs. Not of `words`, which are said as words: GIFs. */
export function sayPlurals(rewording: Rewording, words: ReadonlySet<string>): void {
  for (const { 0: all, 1: acronym = '', index } of rewording.text.matchAll(CAPITALISED_PLURAL))
    if (!words.has(acronym)) rewording.change(index, index + all.length, `${acronym.split('').join('.')}.'s`);
}

function sayRoman(name: string, numeral: string, behind: string, isFullName: boolean): string | null {
  const value = romanValue(numeral);
  if (value === null) return null;
  if (NUMBERED.has(name)) return String(value);
  if (RULERS.has(name)) {
    // "as King Charles I think"
    if (numeral === 'I' && !/^(?:$|[^\p{L}\s]|\s(?:of|and|was|in|is)\b)/u.test(behind)) return null;
    return value <= ORDINALS.length ? `the ${ORDINALS[value - 1]}` : String(value);
  }
  // Joe Manchin III
  if (isFullName && /^(?:II|III|IV)$/.test(numeral)) return `the ${ORDINALS[value - 1]}`;
  // One letter, or L, is a name or an initial more often: Malcolm X, size XL.
  return /^[IVX]{2,5}$/.test(numeral) && numeral !== 'XXX' ? String(value) : null;
}

/** Null for what no Roman wrote. */
function romanValue(numeral: string): number | null {
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$|^(?:XL|L)X{0,3}(?:IX|IV|V?I{0,3})$/.test(numeral)) return null;
  let value = 0;
  for (const [index, letter] of [...numeral].entries()) {
    const here = VALUES[letter] ?? 0;
    value += here < (VALUES[numeral.charAt(index + 1)] ?? 0) ? -here : here;
  }
  return value;
}
