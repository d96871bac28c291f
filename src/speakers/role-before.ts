import type { Word } from '../text/name-words.ts';
import type { Mention } from './name-mentions.ts';
import {
  BREAK,
  headOf,
  isAge,
  isNounOfRole,
  isSameSentence,
  PAUSE,
  POSSESSIVE,
  type RolePhrase,
} from './role-heads.ts';
import {
  ADJECTIVES,
  CALENDAR,
  DETERMINERS,
  HONORIFICS,
  isRoleNoun,
  OPENERS,
  PARTICIPLES,
  PREPOSITIONS,
  REPORTING_VERBS,
  TITLES,
} from './word-lists.ts';

/** Longer phrases tell a story instead of a role; in words. */
const LONGEST = 9;
/** "head of highways": so many words at most between the name and its "head". */
const LONGEST_OFFICE = 6;

/** "US Secretary of State John Kerry", "his press secretary Jane Example", "head of highways John Sample". */
export function roleBefore(words: readonly Word[], mention: Mention, isBody: boolean): RolePhrase | null {
  let base = mention.from;
  let to = mention.from;
  // The courtesy title alone tells nothing: "Mr".
  while (to > mention.titleFrom && isHonorific(words, to - 1)) to--;
  if (to > mention.titleFrom) base = mention.titleFrom;
  else {
    to = mention.titleFrom;
    const noun = words[to - 1];
    if (noun === undefined || !isSameSentence(words, to - 1, mention.from)) return null;
    if (isNounOfRole(noun, isBody)) base = to - 1;
    else base = startOfOffice(words, to);
    if (base === to) return null;
  }
  const from = extendLeft(words, base, base < to && words[base]?.capital === true && base === mention.titleFrom);
  return from < to ? { from, to, place: 'before' } : null;
}

/** "a spokesman for the builders, Jane Example,", "Ms Sample's father, John Sample,". */
export function roleBeforePause(words: readonly Word[], mention: Mention): RolePhrase | null {
  const to = mention.titleFrom - 1;
  if (!PAUSE.test(words[to]?.text ?? '') || !isSameSentence(words, to, mention.from)) return null;
  const behind = words[mention.after];
  if (behind !== undefined && behind.kind === 'word' && behind.lower === 'and') return null;
  let from = to;
  let start = -1;
  while (from > 0 && to - from < LONGEST * 2) {
    const word = words[from - 1];
    if (word === undefined || !isSameSentence(words, from - 1, to) || word.quoted !== words[to]?.quoted) break;
    if (BREAK.test(word.text) || REPORTING_VERBS.has(word.lower)) break;
    from--;
    if (/^(?:a|an|the|his|her|their|its|my|our)$/.test(word.lower) && headOf(words, from, to) >= 0) start = from;
  }
  // Without an article it has to open the sentence: "Council leader, Jane Example, said".
  const opening = words[from]?.lower ?? '';
  const opensPhrase = !PREPOSITIONS.has(opening) && (!OPENERS.has(opening) || ADJECTIVES.has(opening));
  if (start < 0 && from < to && opensPhrase && headOf(words, from, to) >= 0) start = from;
  if (start < 0 || to - start > LONGEST * 2) return null;
  return { from: start, to, place: 'before' };
}

/** "petrol attendant Jane Example", "Counsel assisting the inquiry, John Sample,": what a source has before its name. */
export function roleWithinSource(words: readonly Word[], mention: Mention, sourceFrom: number): RolePhrase | null {
  let to = mention.titleFrom;
  if (to > sourceFrom && words[to - 1]?.text === ',') to--;
  if (to - sourceFrom < 1 || to - sourceFrom > LONGEST) return null;
  let said = 0;
  for (let index = sourceFrom; index < to; index++) {
    const word = words[index];
    if (word === undefined || (word.kind !== 'word' && !POSSESSIVE.test(word.text) && !isAge(word))) return null;
    const { lower } = word;
    if (REPORTING_VERBS.has(lower) || CALENDAR.has(lower) || /^(?:and|or|both|even|only|including)$/.test(lower))
      return null;
    if (!DETERMINERS.has(lower) && !PREPOSITIONS.has(lower) && (!OPENERS.has(lower) || ADJECTIVES.has(lower))) said++;
  }
  const last = words[to - 1]?.lower ?? '';
  if (said === 0 || PREPOSITIONS.has(last) || DETERMINERS.has(last) || POSSESSIVE.test(words[to - 1]?.text ?? ''))
    return null;
  let from = sourceFrom;
  while (from < to && isAge(words[from])) from++;
  return { from, to, place: 'before' };
}

function isHonorific(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return true;
  // The stop of "Sen." belongs to it, that of "Mr." goes with it.
  if (word.kind === 'mark')
    return HONORIFICS.has(words[index - 1]?.lower ?? '') || !TITLES.has(words[index - 1]?.lower ?? '');
  return HONORIFICS.has(word.lower);
}

/** "head of highways" before a name: where "head" stands; `to` itself where there is no such thing. */
function startOfOffice(words: readonly Word[], to: number): number {
  for (let index = to - 1; index > to - LONGEST_OFFICE && index > 0; index--) {
    const word = words[index];
    if (word === undefined || word.kind !== 'word' || DETERMINERS.has(word.lower)) return to;
    if (word.lower === 'of') return index < to - 1 && isRoleNoun(words[index - 1]?.lower ?? '') ? index - 1 : to;
    if (isRoleNoun(word.lower) || PREPOSITIONS.has(word.lower) || REPORTING_VERBS.has(word.lower)) return to;
  }
  return to;
}

/** Where the noun phrase begins that ends in the noun at `base`. */
function extendLeft(words: readonly Word[], base: number, isTitle: boolean): number {
  let from = base;
  while (from > 0 && base - from < LONGEST) {
    const word = words[from - 1];
    if (word === undefined || !isSameSentence(words, from - 1, base) || word.quoted !== words[base]?.quoted) break;
    const before = words[from - 2];
    if (POSSESSIVE.test(word.text)) {
      if (before === undefined || before.kind !== 'word') break;
      from -= 1;
      continue;
    }
    // "the agency (OCHA) spokesman"
    if (word.text === ')' && words[from - 3]?.text === '(') {
      from -= 3;
      continue;
    }
    if (word.text === '.' && before?.capital === true && before.end === word.start) {
      from -= 1;
      continue;
    }
    if (word.kind !== 'word') {
      if (word.kind === 'number' && word.text.includes('-')) from -= 1;
      break;
    }
    if (/^(?:his|her|their|its)$/.test(word.lower)) {
      from -= 1;
      break;
    }
    if (word.lower === 'and' && before !== undefined && (isRoleNoun(before.lower) || endsOffice(words, from - 2))) {
      from -= 1;
      continue;
    }
    if (
      /^(?:of|for)$/.test(word.lower) &&
      before?.capital === true &&
      (TITLES.has(before.lower) || endsOffice(words, from - 2))
    ) {
      from -= 1;
      continue;
    }
    // Before "President" with a capital stands little: "former", "state".
    if (isTitle && from === base && !word.capital && !isOfTitle(word)) break;
    if (endsPhrase(words, from - 1)) break;
    from -= 1;
  }
  while (
    from < base &&
    (words[from]?.kind === 'mark' || POSSESSIVE.test(words[from]?.text ?? '') || isAge(words[from]))
  )
    from++;
  return from;
}

function isOfTitle({ lower }: Word): boolean {
  return (
    ADJECTIVES.has(lower) ||
    lower.includes('-') ||
    isRoleNoun(lower) ||
    /^(?:state|then|fellow|retired|deputy|interim|acting|outgoing|veteran)$/.test(lower)
  );
}

/** "Secretary of State": where the last word of it is given. */
function endsOffice(words: readonly Word[], index: number): boolean {
  return (
    words[index]?.capital === true && words[index - 1]?.lower === 'of' && TITLES.has(words[index - 2]?.lower ?? '')
  );
}

/** Whether a word cannot stand within a noun phrase before its noun. */
function endsPhrase(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return true;
  const { lower } = word;
  if (CALENDAR.has(lower) || DETERMINERS.has(lower) || PREPOSITIONS.has(lower) || REPORTING_VERBS.has(lower))
    return true;
  if (ADJECTIVES.has(lower) || lower.includes('-')) return false;
  if (OPENERS.has(lower)) return true;
  if (word.capital) return false;
  if (lower.endsWith('ly') || (/(?:ed|ing)$/.test(lower) && lower.length > 4 && !PARTICIPLES.has(lower))) return true;
  const before = words[index - 1];
  // A name right before a word in -s makes it a verb: "Example calls senator …".
  return (
    /[^s]s$/.test(lower) && (before === undefined || before.capital || /^(?:he|she|it|who|which)$/.test(before.lower))
  );
}
