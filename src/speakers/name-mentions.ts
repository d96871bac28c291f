import notNames from '../../assets/speakers/not-names.json' with { type: 'json' };
import titles from '../../assets/speakers/titles.json' with { type: 'json' };
import type { Word } from '../text/name-words.ts';
import { findNameRuns, type NameRun } from '../text/names.ts';
import { foldNamePart } from './name-forms.ts';
import {
  COUNTRIES,
  DEMONYMS,
  type Gender,
  genderOf,
  isGroupRole,
  isListedRoleNoun,
  isPluralRole,
  isRoleNoun,
  ORGANISATION_WORDS,
  REGIONS,
  SUFFIXES,
  TITLES,
} from './word-lists.ts';

export type NameKind = 'person' | 'organisation' | 'place' | 'people' | 'unknown';

/** A place in the text where somebody or something is named; the indices are those of words. */
export interface Mention {
  /** The name alone: no title, no rank, no "Jr". */
  from: number;
  to: number;
  /** Where the title before it begins; `from` where there is none. */
  titleFrom: number;
  /** Where what belongs to the name ends: behind "Jr". */
  after: number;
  /** Folded for comparing. */
  parts: readonly string[];
  kind: NameKind;
  /** True where the words around it say that it is a person. */
  surelyPerson: boolean;
  gender: Gender | null;
  /** A single word with a capital that any word would have there. */
  weak: boolean;
  /** The word is a title as well, and a name only if somebody else of that name is known. */
  doubtful: boolean;
  quoted: boolean;
  /** It begins where any word has a capital. */
  opens: boolean;
  /** The first name of its sentence, which is its subject as a rule. */
  leads: boolean;
}

/** The last word of names for what cannot speak: laws, streets, prizes. */
const THINGS: ReadonlySet<string> = new Set(notNames.things);
const SURNAMES: ReadonlySet<string> = new Set(titles.surnamesToo);
/** What stands at the head of a department, and so between the title and the name: "Secretary of State Jane Example". */
const OFFICES: ReadonlySet<string> = new Set(
  'state defense defence labor labour energy education agriculture commerce treasury transportation transport interior war homeland security human services health housing urban development veterans affairs foreign justice finance trade staff police operations the and for public prosecutions parliament common commons lords home wales scotland'.split(
    ' ',
  ),
);

/** Finds every name of an article; months, peoples and lone titles are not among them. */
export function findMentions(words: readonly Word[]): Mention[] {
  const mentions: Mention[] = [];
  let lastSentence = -1;
  for (const run of findNameRuns(words)) {
    const mention = mentionOf(words, run);
    if (mention === null) continue;
    const sentence = words[mention.from]?.sentence ?? -1;
    mention.leads = sentence !== lastSentence && mention.kind !== 'place' && mention.kind !== 'people';
    if (mention.leads) lastSentence = sentence;
    mentions.push(mention);
  }
  return mentions;
}

function mentionOf(words: readonly Word[], run: NameRun): Mention | null {
  const titleFrom = run.from;
  let from = endOfTitle(words, run);
  // "Coach (Frank) Example": the name in brackets is left out with them.
  if (words[from]?.kind === 'mark') while (from < run.to && !/^[)”"]$/.test(words[from++]?.text ?? ''));
  if (from >= run.to) return null;
  let to = run.to;
  while (to > from + 1 && (SUFFIXES.has(foldNamePart(words[to - 1]?.text ?? '')) || words[to - 1]?.kind === 'mark'))
    to--;
  if (followsOffice(words, run)) from = Math.max(from, run.to - 2);
  // "Australian Jane Example": the people before the name is no part of it.
  while (to - from > 2 && DEMONYMS.has(words[from]?.lower ?? '') && !isOrganisation(words, from, to)) from++;
  if (isDateline(words, run)) return null;
  const parts = partsOf(words, from, to);
  const first = words[from];
  if (parts.length === 0 || first === undefined) return null;
  const hasTitle = from > titleFrom;
  const surelyPerson = hasTitle || isAmongPersonWords(words, from, run.to);
  return {
    from,
    to,
    titleFrom,
    after: run.to,
    parts,
    kind: kindOf(words, from, to, parts, surelyPerson),
    surelyPerson,
    gender: hasTitle ? genderWithin(words, titleFrom, from) : null,
    weak: first.opens && to - from === 1 && !hasTitle,
    doubtful: to - from === 1 && !hasTitle && isNounForPeople(first.lower),
    quoted: first.quoted,
    opens: first.opens,
    leads: false,
  };
}

/** "LONDON (Agency) - ", "NEW YORK, May 3 — " at the start of a paragraph. */
function isDateline(words: readonly Word[], { from, to }: NameRun): boolean {
  const before = words[from - 1];
  const next = words[to];
  // The agency behind the place.
  if (before?.text === '(' && next?.text === ')' && /^[–—-]$/.test(words[to + 1]?.text ?? '')) return true;
  if (before !== undefined && before.paragraph === words[from]?.paragraph) return false;
  for (let index = from; index < to; index++)
    if (words[index]?.shouted === false && words[index]?.kind === 'word') return false;
  return next !== undefined && /^[(,–—-]$/.test(next.text);
}

function isNounForPeople(lower: string): boolean {
  return TITLES.has(lower) || isListedRoleNoun(lower);
}

function partsOf(words: readonly Word[], from: number, to: number): string[] {
  const parts: string[] = [];
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (word !== undefined && word.kind !== 'mark') parts.push(foldNamePart(word.text));
  }
  return parts;
}

/** The index of the first word of the name within a run: behind the last title that leaves a name after it. */
function endOfTitle(words: readonly Word[], { from, to }: NameRun): number {
  for (let index = to - 1; index >= from; index--) {
    if (!isTitle(words, index, from, to)) continue;
    let next = index + 1;
    if (words[next]?.text === '.') next++;
    if (words[next]?.lower === 'of' || words[next]?.lower === 'for') {
      next++;
      while (next < to && OFFICES.has(words[next]?.lower ?? '')) next++;
      // "President of Iran": nothing but the place.
      if (next >= to) return to;
    }
    if (next >= to || SUFFIXES.has(foldNamePart(words[next]?.text ?? ''))) {
      const lower = words[index]?.lower ?? '';
      if (isSurname(words, index, from) || !TITLES.has(lower) || (to - from === 1 && SURNAMES.has(lower))) continue;
      return to;
    }
    // "Liberal Democratic Party": the whole is the name.
    return isParty(words[index]?.lower ?? '') && isOrganisation(words, from, to) ? from : next;
  }
  return from;
}

/** "Minister of State for Railways Jane Example": before the name stands what the office is for. */
function followsOffice(words: readonly Word[], { from, to }: NameRun): boolean {
  const office = words[from - 2];
  if (to - from < 3 || !/^(?:for|of)$/.test(words[from - 1]?.lower ?? '') || office?.capital !== true) return false;
  return TITLES.has(office.lower) || OFFICES.has(office.lower);
}

/** Words for people that also begin the names of bodies. */
function isParty(lower: string): boolean {
  return !TITLES.has(lower) || lower === 'republican' || lower === 'democrat';
}

function isTitle(words: readonly Word[], index: number, from: number, to: number): boolean {
  const word = words[index];
  if (word === undefined || word.kind !== 'word') return false;
  // "Jane Example MP"
  if (word.shouted && index === to - 1 && index - from > 1) return false;
  const lower = foldNamePart(word.text);
  if (TITLES.has(lower)) return !(SURNAMES.has(lower) && index > from && index === to - 1);
  if (
    lower.includes('-') &&
    lower.split('-').every((part) => TITLES.has(part) || part === 'elect' || part === 'general')
  )
    return true;
  if (!isListedRoleNoun(lower)) return false;
  return index === from ? word.opens || !SURNAMES.has(lower) : !SURNAMES.has(lower);
}

/** "Stephen King": a word for an office that is the family name here. */
function isSurname(words: readonly Word[], index: number, from: number): boolean {
  const before = words[index - 1];
  return (
    index > from &&
    SURNAMES.has(words[index]?.lower ?? '') &&
    before !== undefined &&
    !TITLES.has(before.lower) &&
    !isListedRoleNoun(before.lower)
  );
}

function genderWithin(words: readonly Word[], from: number, to: number): Gender | null {
  for (let index = from; index < to; index++) {
    const gender = genderOf(words[index]?.lower ?? '');
    if (gender !== null) return gender;
  }
  return null;
}

function isAmongPersonWords(words: readonly Word[], from: number, to: number): boolean {
  const before = words[from - 1];
  const next = words[to];
  const second = words[to + 1];
  const hasWho = next?.lower === 'who' || (next?.text === ',' && second?.lower === 'who');
  if (hasWho && !isOrganisation(words, from, to)) return true;
  if (
    next?.text === ',' &&
    second?.kind === 'number' &&
    /^[1-9]\d?$/.test(second.text) &&
    /^[,.]$/.test(words[to + 2]?.text ?? '')
  )
    return true;
  if (next?.text === ',' && second?.lower === 'aged') return true;
  return (
    before?.kind === 'word' && !before.capital && isRoleNoun(before.lower) && before.sentence === words[from]?.sentence
  );
}

function kindOf(
  words: readonly Word[],
  from: number,
  to: number,
  parts: readonly string[],
  surelyPerson: boolean,
): NameKind {
  const joined = parts.join(' ');
  const spoken = words
    .slice(from, to)
    .map((word) => word.lower)
    .join(' ');
  if (COUNTRIES.has(spoken) || COUNTRIES.has(joined)) return surelyPerson && parts.length > 1 ? 'person' : 'place';
  if (REGIONS.has(spoken)) return surelyPerson ? 'person' : 'place';
  if (parts.every((part, index) => DEMONYMS.has(part) || isPeople(words, from + index))) return 'people';
  if (surelyPerson && !hasJoint(parts)) return 'person';
  if (parts.length > 1 && THINGS.has(parts[parts.length - 1] ?? '')) return 'place';
  if (isGroupRole(words[from - 1]?.lower ?? '')) return 'organisation';
  if (isOrganisation(words, from, to)) return 'organisation';
  const before = words[from - 1]?.lower;
  if (before === 'the') return 'organisation';
  if (parts.length > 1 && parts.length < 6) return 'person';
  return before !== undefined && /^(?:in|near|outside|across|from)$/.test(before) ? 'place' : 'unknown';
}

/** "Democrats", "Londoners": people, but nobody by name. */
function isPeople(words: readonly Word[], index: number): boolean {
  const lower = words[index]?.lower ?? '';
  return isPluralRole(lower) || (lower.endsWith('s') && DEMONYMS.has(lower.slice(0, -1)));
}

function hasJoint(parts: readonly string[]): boolean {
  return parts.includes('of') || parts.includes('for');
}

function isOrganisation(words: readonly Word[], from: number, to: number): boolean {
  let single = '';
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (word === undefined) continue;
    if (ORGANISATION_WORDS.has(word.lower) && to - from > 1) return true;
    if (word.text === '&' || word.lower === 'for') return true;
    single = word.text;
  }
  return to - from === 1 && /^(?:\p{Lu}[\p{Lu}&\d]{1,5}|(?:\p{Lu}\.){2,})$/u.test(single);
}
