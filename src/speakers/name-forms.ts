import { FULL_FIRST_NAMES, SUFFIXES } from './word-lists.ts';

const MINOR: ReadonlySet<string> = new Set([
  'of',
  'the',
  'for',
  'and',
  'on',
  'in',
  'to',
  '&',
  'de',
  'la',
  'et',
  'des',
  'du',
]);
/** Marks that Unicode does not take apart from their letters. */
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** A word of a name for comparing: lower case, without accents, stops and apostrophes. */
export function foldNamePart(word: string): string {
  const lower = word.toLowerCase();
  // Most words are plain; taking them apart costs more than all the rest.
  if (/^[a-z]+$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\p{M}.'’‘"“”(),]/gu, '')
    .replace(/[øłđßæœı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[‐‑]/g, '-');
}

/** Whether two first names can be one person's: the same, an initial, or a usual short form. */
export function firstNamesAgree(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  const ones = FULL_FIRST_NAMES.get(one) ?? [];
  const others = FULL_FIRST_NAMES.get(other) ?? [];
  return ones.includes(other) || others.includes(one) || ones.some((full) => others.includes(full));
}

/** Whether two full names, in folded parts and without titles, can be one person's: "Ted Example", "Edward J. Example". */
export function fullNamesAgree(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 2) return false;
  const last = short[short.length - 1] ?? '';
  const lastOfLong = long[long.length - 1] ?? '';
  if (sameFamilyName(last, lastOfLong)) {
    if (firstNamesAgree(short[0] ?? '', long[0] ?? '')) return true;
    // "Abdel Rahman" of "Rami Abdel Rahman", "Bob Smith" of "James “Bob” Smith".
    return long.length > 2 && isInOrder(short, long.slice(1));
  }
  // The second of two family names left out: "Ana María Pérez", "Ana María Pérez Ruiz".
  return short.length >= 2 && long.length > 2 && short.every((part, index) => part === long[index]);
}

/** "Assad" and "al-Assad", "Zuma" and "Zuma-Sambudla" are left apart; an article before the name is not. */
function sameFamilyName(one: string, other: string): boolean {
  return one === other || withoutArticle(one) === withoutArticle(other);
}

/** "al-assad" → "assad"; what else has a hyphen stays. */
export function withoutArticle(part: string): string {
  return part.replace(/^(?:al|el|ad|as|an|ar|at|ez|ul)-(?=.{3})/, '');
}

/** Whether the short name of a body is within its long one: the same words in the same order. */
export function isInOrder(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const part of long) if (at < short.length && part === short[at]) at++;
  return at === short.length;
}

/** The initials of a name of three words or more, with and without the small words: "who", "lse". */
export function initialsOf(parts: readonly string[]): string[] {
  const all = parts.flatMap((part) => part.split('-'));
  const major = all.filter((part) => !MINOR.has(part));
  if (major.length < 2) return [];
  const short = major.map((part) => part[0] ?? '').join('');
  const long = all.map((part) => part[0] ?? '').join('');
  return short === long ? [short] : [short, long];
}

/** The parts of a name without what follows it: "Jr", "QC", "III". */
export function withoutSuffixes(parts: readonly string[]): readonly string[] {
  let end = parts.length;
  while (end > 1 && SUFFIXES.has(parts[end - 1] ?? '')) end--;
  return parts.slice(0, end);
}
