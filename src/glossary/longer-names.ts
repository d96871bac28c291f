import longerNames from '../../assets/language/longer-names.json' with { type: 'json' };
import organisationWords from '../../assets/speakers/organisation-words.json' with { type: 'json' };
import titles from '../../assets/speakers/titles.json' with { type: 'json' };
import type { Token } from './tokens.ts';

const HEADS: ReadonlySet<string> = new Set([...organisationWords.inNames, ...longerNames.heads]);
const BEFORE: ReadonlySet<string> = new Set([
  ...titles.male,
  ...titles.female,
  ...titles.neutral,
  ...longerNames.before,
]);
/** "Example AG", "Ann Example MP": what is put behind a name and has a meaning of its own. */
const BEHIND: ReadonlySet<string> = new Set(longerNames.behind);
/** "Syrian", "British", "Chinese", "French", "Iraqi": a country's adjective before a name is no part of it. */
const ADJECTIVE = /(?:an|ish|ese|ench|utch|i|ic|wn|rth|uth|ast|est|US|UK|UN|EU)$/;
const SPACE = /^[ \u00a0\u202f]$/;
const CAPITAL = /^\p{Lu}/u;
const HYPHEN = /^[-‐‑]$/;

/**
 * Whether capitalised words found as a term are only a piece of a longer name: "OCI Group", "USA Today", "R-S.C.". `from`
 * and `to` are indices of tokens, the end is not part of it; `opens` tells of a token whether it begins a sentence.
 */
export function isInLongerName(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  opens: (index: number) => boolean,
): boolean {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined) return false;
  const [before, behind] = [tokens[from - 1], tokens[to]];
  if (behind !== undefined && last.stem === last.end) {
    const gap = text.slice(last.end, behind.start);
    if ((gap === '&' || HYPHEN.test(gap)) && CAPITAL.test(behind.key)) return true;
    if (SPACE.test(gap) && CAPITAL.test(behind.key) && HEADS.has(behind.key.toLowerCase())) return true;
  }
  if (before === undefined) return false;
  const gap = text.slice(before.end, first.start);
  if ((gap === '&' || HYPHEN.test(gap)) && CAPITAL.test(before.key)) return !ADJECTIVE.test(before.key);
  if (!SPACE.test(gap) || !CAPITAL.test(before.key) || before.stem < before.end || opens(from - 1)) return false;
  if (to - from === 1 && BEHIND.has(first.key)) return false;
  const lower = before.key.toLowerCase();
  return !BEFORE.has(lower) && !ADJECTIVE.test(before.key) && before.key !== before.key.toUpperCase();
}
