import abbreviations from '../../assets/language/abbreviations.json' with { type: 'json' };
import reportingWords from '../../assets/language/reporting-words.json' with { type: 'json' };

/** Sentences are cut without knowing the language, so the words of all languages count together. */
const NEVER = new Set(Object.values(abbreviations.never).flat());
const SELDOM = new Set(Object.values(abbreviations.seldom).flat());
const BEFORE_NUMBERS = new Set(Object.values(abbreviations.beforeNumbers).flat());
const STARTERS = new Set(Object.values(abbreviations.starters).flat());
const ORDINAL_FOLLOWERS = new Set(Object.values(abbreviations.ordinalFollowers).flat());
const EXCLAIMED = new Set(Object.values(abbreviations.exclaimed).flat());
const REPORTING = new Set(reportingWords.en);

/** Further back than this, in UTF-16 units, no abbreviation begins. */
export const LONGEST_ABBREVIATION = 12;

/** Single capitals with full stops between them: J, U.S, J.-P. */
const INITIALS = /^\p{Lu}(?:\.-?\p{Lu})*$/u;

/** How many words may stand before the word of saying: "Deputy Mayor Ana Lopez said". */
const MOST_WORDS_OF_A_NAME = 4;

/**
 * Whether the full stop behind `word` belongs to it rather than ending a sentence. `next` is the word that follows;
 * `opens`: the word stands first in its sentence.
 */
export function isAbbreviation(word: string, next: string, opens: boolean): boolean {
  const follower = next.toLowerCase();
  if (/^\p{N}{1,2}$/u.test(word)) return opens || ORDINAL_FOLLOWERS.has(follower);
  if (listed(BEFORE_NUMBERS, word) && /^\p{N}/u.test(next)) return true;
  // "z. B.", which some write with a space between.
  if (listed(NEVER, word) || (/^\p{Ll}$/u.test(word) && NEVER.has(`${word}.${next}`))) return true;
  if (STARTERS.has(follower) || (word === 'I' && !opens)) return false;
  return listed(SELDOM, word) || INITIALS.test(word);
}

/** Whether the exclamation mark behind `word` belongs to a name, as in Yahoo! Inc.; `next` is the word that follows. */
export function isExclaimedName(word: string, next: string): boolean {
  return EXCLAIMED.has(word) && !STARTERS.has(next.toLowerCase());
}

/** Whether a name and then a word of saying come first. */
export function reportsSpeech(words: readonly string[]): boolean {
  const verb = words.findIndex((word) => REPORTING.has(word));
  if (verb === -1 || verb > MOST_WORDS_OF_A_NAME) return false;
  return words.slice(0, verb).every((word) => /^\p{Lu}/u.test(word));
}

/** A word that is listed with a capital is one only with it: "Sat." is a day, "sat." is not. Headlines in capitals count. */
function listed(list: ReadonlySet<string>, word: string): boolean {
  return list.has(word) || list.has(word.toLowerCase()) || list.has(word.charAt(0) + word.slice(1).toLowerCase());
}
