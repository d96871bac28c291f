import type { Word } from '../text/name-words.ts';
import {
  DETERMINERS,
  HONORIFICS,
  isGroupRole,
  isPluralRole,
  isRoleNoun,
  OPENERS,
  PREPOSITIONS,
  REPORTING_VERBS,
  TITLES,
} from './word-lists.ts';

/** Words beside a name that say what its bearer is; indices of words. */
export interface RolePhrase {
  from: number;
  to: number;
  /** Where it stands to the name. */
  place: 'before' | 'apposed' | 'clause' | 'sentence' | 'home' | 'epithet';
}

export const POSSESSIVE = /^['’]s?$/;
export const PAUSE = /^[,–—-]$/;
export const BREAK = /^[,;:–—()[\]"“”‘«».!?…-]$/;
export const LINKS: ReadonlySet<string> = new Set(['is', 'was', 'became', 'remains']);
/** What a sentence puts before a verb, and a role never has. */
const NO_ROLE = /^(?:also|then|now|not|he|she|they|it|when|while)$/;
/** A phrase with a noun that is not known to be a role is short, in words. */
const LONGEST_PLAIN = 5;

export function isNounOfRole(word: Word, isBody: boolean): boolean {
  return (
    isRoleNoun(word.lower) ||
    (TITLES.has(word.lower) && !HONORIFICS.has(word.lower)) ||
    (isBody && isGroupRole(word.lower))
  );
}

export function isSameSentence(words: readonly Word[], one: number, other: number): boolean {
  return words[one]?.sentence === words[other]?.sentence;
}

export function isAge(word: Word | undefined): boolean {
  return word !== undefined && /^\d+-year-old$/.test(word.lower);
}

export function headOf(words: readonly Word[], from: number, to: number, isBody = false, isTold = false): number {
  // "one of the president's closest aides": the noun is that of the group.
  const isOneOf = words[from]?.lower === 'one' && words[from + 1]?.lower === 'of';
  const first = isOneOf ? from + 2 : from;
  let end = first;
  while (end < to && !endsNouns(words, end, first)) end++;
  const head = words[end - 1];
  if (head === undefined || head.kind !== 'word') return -1;
  if (isOneOf) return isPluralRole(head.lower) ? end - 1 : -1;
  for (let index = from; index < end - 1; index++) {
    const word = words[index];
    if (word === undefined || REPORTING_VERBS.has(word.lower) || LINKS.has(word.lower) || NO_ROLE.test(word.lower))
      return -1;
  }
  return isNounOfRole(head, isBody) || (isTold && isPlainNoun(words, from, end)) ? end - 1 : -1;
}

/** At a preposition, or behind a role at what somebody does: "aide now teaching". */
function endsNouns(words: readonly Word[], index: number, from: number): boolean {
  const lower = words[index]?.lower ?? '';
  // "an outside adviser"
  if (index === from || DETERMINERS.has(words[index - 1]?.lower ?? '')) return false;
  return (
    PREPOSITIONS.has(lower) || (/^(?:now|currently|.{3,}ing)$/.test(lower) && isRoleNoun(words[index - 1]?.lower ?? ''))
  );
}

/** "a stitcher", "retiree": a phrase of one noun or a few, without a verb. */
function isPlainNoun(words: readonly Word[], from: number, end: number): boolean {
  const last = words[end - 1];
  return (
    end > from &&
    end - from <= LONGEST_PLAIN &&
    last !== undefined &&
    !last.capital &&
    !/(?:ed|ing|ly)$/.test(last.lower) &&
    !OPENERS.has(last.lower)
  );
}
