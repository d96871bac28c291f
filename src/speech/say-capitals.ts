import type { Rewording } from './rewording.ts';

const WORD = /\p{Lu}[\p{Lu}\p{M}\p{N}]+(?![\p{L}\p{N}])/gu;
const LONG_WORD = /\p{Lu}{4,}/gu;
const LOWER = /\p{Ll}/gu;
/** Words in capitals that make a headline of a line, and how few small letters it may have for each of them. */
const ENOUGH_WORDS = 2;
const FEW = 0.5;
/** Words without a vowel are acronyms that no list knows. */
const VOWEL = /[^BCDFGHJKLMNPQRSTVWXZ\p{M}\p{N}]/u;

/** Whether a line is written in capitals throughout. `acronyms` do not tell. */
export function isInCapitals(text: string, acronyms: ReadonlySet<string>): boolean {
  const words = (text.match(LONG_WORD) ?? []).filter((word) => !acronyms.has(word));
  return words.length >= ENOUGH_WORDS && (text.match(LOWER)?.length ?? 0) <= words.length * FEW;
}

/** Has the words of a line in capitals said as words: voices spell some of them. */
export function sayCapitals(rewording: Rewording, language: string | null, acronyms: ReadonlySet<string>): void {
  for (const { 0: word, index } of rewording.text.matchAll(WORD))
    if (!acronyms.has(word) && VOWEL.test(word)) rewording.change(index, index + word.length, lowered(word, language));
}

function lowered(word: string, language: string | null): string {
  try {
    return word.toLocaleLowerCase(language ?? undefined);
  } catch {
    // A page may name a language that is no language tag.
    return word.toLowerCase();
  }
}
