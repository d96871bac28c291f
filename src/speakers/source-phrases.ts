import type { Word } from '../text/name-words.ts';
import type { Mention } from './name-mentions.ts';
import { CALENDAR, GROUP_WORDS, isDocument, isGroupRole, isPluralRole, isRoleNoun, TITLES } from './word-lists.ts';

/** What the words of a source turn out to be; the indices are those of words. */
export type SourceReading =
  | { type: 'name'; mention: Mention }
  | { type: 'pronoun'; at: number }
  | { type: 'relative'; at: number }
  /** Words for somebody without a name; `head` is the noun that says what they are. */
  | { type: 'description'; from: number; to: number; head: number };

const PRONOUNS: ReadonlySet<string> = new Set(
  'he she his her him hers they their them it its i we my our me us you himself herself themselves'.split(' '),
);
const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom', 'whose']);
const PREPOSITIONS: ReadonlySet<string> = new Set(
  "of for from at in with by on to against near about behind inside outside within across under over among between including like such who that which whose where when as speaking writing working close familiar representing who’s who's".split(
    ' ',
  ),
);
const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an this that his her their its our my some one another'.split(' '),
);
const AFTER_NAME: ReadonlySet<string> = new Set(
  'himself herself itself themselves also too then now later still alone'.split(' '),
);
/** Verbs and nouns behind which somebody's name is given. */
const GIVEN: ReadonlySet<string> = new Set('name named called identified known'.split(' '));
/** A role between the comma and the name is not longer, in words. */
const LONGEST_ROLE = 8;
const BREAK = /^[,;:–—()\-[\]]$/;

/** Reads the words from `from` to `to`; null where there is nothing in them. */
export function readSource(
  words: readonly Word[],
  from: number,
  to: number,
  mentionsAt: ReadonlyMap<number, Mention>,
  isName: (mention: Mention) => boolean,
): SourceReading | null {
  let start = from;
  let end = to;
  while (start < end && words[start]?.kind === 'mark') start++;
  while (end > start && words[end - 1]?.kind === 'mark' && words[end - 1]?.text !== '.') end--;
  const first = words[start];
  if (first === undefined || start >= end) return null;
  if (PRONOUNS.has(first.lower) && !first.shouted && !isNoun(words, start, end)) return { type: 'pronoun', at: start };
  if (RELATIVES.has(first.lower) && (end - start === 1 || first.lower === 'who'))
    return { type: 'relative', at: start };
  const phrase = firstPhrase(words, start, end, mentionsAt);
  const head = nameAtHead(words, start, phrase, mentionsAt, isName);
  if (head !== null) return { type: 'name', mention: head };
  const published = publisher(words, phrase, end, mentionsAt);
  if (published !== null) return { type: 'name', mention: published };
  const apposed = nameBehind(words, start, phrase, end, mentionsAt);
  if (apposed !== null) return { type: 'name', mention: apposed };
  const behind = withoutDay(words, start, phrase.end);
  return { type: 'description', from: start, to: behind, head: Math.max(start, Math.min(phrase.headEnd, behind) - 1) };
}

/** "the president of Example on Wednesday": the day belongs to the verb. */
function withoutDay(words: readonly Word[], from: number, to: number): number {
  if (!CALENDAR.has(words[to - 1]?.lower ?? '')) return to;
  const end = /^(?:on|in|late|early|last|this)$/.test(words[to - 2]?.lower ?? '') ? to - 2 : to - 1;
  return end > from ? end : to;
}

interface Phrase {
  /** Where the first phrase ends: at a comma or a dash. */
  end: number;
  /** Where its nouns end: at the first preposition. */
  headEnd: number;
}

/** "his lawyer": the pronoun belongs to the noun behind it. */
function isNoun(words: readonly Word[], start: number, end: number): boolean {
  if (!/^(?:his|her|their|its|my|our|you)$/.test(words[start]?.lower ?? '')) return false;
  return end - start > 1 && words[start + 1]?.kind === 'word';
}

function firstPhrase(
  words: readonly Word[],
  from: number,
  to: number,
  mentionsAt: ReadonlyMap<number, Mention>,
): Phrase {
  let headEnd = -1;
  let index = from;
  while (index < to) {
    const mention = mentionsAt.get(index);
    if (mention !== undefined) {
      index = Math.min(Math.max(mention.after, index + 1), to);
      continue;
    }
    const word = words[index];
    const behind = index > from ? endOfBracket(words, index, to) : index;
    if (behind > index) {
      index = behind;
      continue;
    }
    if (word === undefined || (BREAK.test(word.text) && index > from)) break;
    if (
      headEnd < 0 &&
      index > from &&
      PREPOSITIONS.has(word.lower) &&
      !word.shouted &&
      !isWithinTitle(words, index, mentionsAt)
    )
      headEnd = index;
    index++;
  }
  return { end: index, headEnd: headEnd < 0 ? index : headEnd };
}

/** "the agency (OCHA) spokesman": behind the brackets the phrase goes on. `at` itself where there are none. */
function endOfBracket(words: readonly Word[], at: number, to: number): number {
  if (words[at]?.text !== '(') return at;
  for (let index = at + 1; index < Math.min(to - 1, at + 4); index++)
    if (words[index]?.text === ')') return words[index + 1]?.kind === 'word' ? index + 1 : at;
  return at;
}

/** "Secretary of State and …": no name begins here, and yet the words are one. */
function isWithinTitle(words: readonly Word[], index: number, mentionsAt: ReadonlyMap<number, Mention>): boolean {
  const before = words[index - 1];
  return (
    !mentionsAt.has(index + 1) &&
    before?.capital === true &&
    TITLES.has(before.lower) &&
    words[index + 1]?.capital === true
  );
}

function nameAtHead(
  words: readonly Word[],
  from: number,
  phrase: Phrase,
  mentionsAt: ReadonlyMap<number, Mention>,
  isName: (mention: Mention) => boolean,
): Mention | null {
  let last: Mention | null = null;
  for (let index = from; index < phrase.headEnd; index++) {
    const mention = mentionsAt.get(index);
    if (mention === undefined) continue;
    const next = words[mention.after];
    // The first of several: "Paganini and his team", "Jane Example and John Sample".
    if (mention.after < phrase.headEnd && (next?.lower === 'and' || next?.lower === 'or' || next?.text === '&')) {
      if (isName(mention) && !mention.weak) return mention;
    }
    last = mention;
    index = mention.after - 1;
  }
  if (last !== null && endsHead(words, last, phrase)) return isName(last) ? last : null;
  return nameAfterBareNoun(words, from, phrase, mentionsAt);
}

function endsHead(words: readonly Word[], mention: Mention, phrase: Phrase): boolean {
  for (let index = mention.after; index < phrase.headEnd; index++) {
    const word = words[index];
    if (word === undefined || word.kind === 'number') continue;
    // "Kerry's" alone is Kerry; "Kerry's office" is not.
    if (/^['’]s?$/.test(word.text) && index === phrase.headEnd - 1) return true;
    if (!AFTER_NAME.has(word.lower) && !word.lower.endsWith('ly') && word.text !== '.') return false;
  }
  return true;
}

/** "chief of staff Jane Example": the name behind "of" and a bare noun is the person, behind "of the" it is not. */
function nameAfterBareNoun(
  words: readonly Word[],
  from: number,
  phrase: Phrase,
  mentionsAt: ReadonlyMap<number, Mention>,
): Mention | null {
  const joint = words[phrase.headEnd]?.lower;
  if (
    (joint !== 'of' && joint !== 'for') ||
    !(isRoleNoun(words[phrase.headEnd - 1]?.lower ?? '') || words[phrase.headEnd - 1]?.capital === true)
  )
    return null;
  for (let index = phrase.headEnd + 1; index < phrase.end; index++) {
    const mention = mentionsAt.get(index);
    if (mention === undefined) continue;
    const before = words[index - 1];
    if (mention.titleFrom === phrase.headEnd + 1 && mention.from > mention.titleFrom && mention.after >= phrase.end)
      return mention;
    const isBare =
      joint === 'of' &&
      before !== undefined &&
      !before.capital &&
      before.kind === 'word' &&
      !isRoleNoun(before.lower) &&
      !TITLES.has(before.lower);
    const hasArticle = DETERMINERS.has(words[phrase.headEnd + 1]?.lower ?? '');
    return isBare &&
      !hasArticle &&
      !PREPOSITIONS.has(before.lower) &&
      mention.after >= phrase.end &&
      from < index &&
      mention.kind !== 'organisation'
      ? mention
      : null;
  }
  return null;
}

/** "a report from Example Securities", "a statement by Jane Example": who wrote it speaks. */
function publisher(
  words: readonly Word[],
  phrase: Phrase,
  to: number,
  mentionsAt: ReadonlyMap<number, Mention>,
): Mention | null {
  if (!isDocument(words[phrase.headEnd - 1]?.lower ?? '') || !/^(?:from|by)$/.test(words[phrase.headEnd]?.lower ?? ''))
    return null;
  const at = words[phrase.headEnd + 1]?.lower === 'the' ? phrase.headEnd + 2 : phrase.headEnd + 1;
  const mention = at < to ? mentionsAt.get(at) : undefined;
  if (mention === undefined || mention.kind === 'place' || mention.kind === 'people') return null;
  const next = words[mention.after];
  return mention.after >= to || next === undefined || next.kind === 'mark'
    ? /^['’]s?$/.test(next?.text ?? '')
      ? null
      : mention
    : null;
}

/** "his sister, Jane Example,", "the rebel group, the Free Column,": the name in apposition to a description of one. */
function nameBehind(
  words: readonly Word[],
  from: number,
  phrase: Phrase,
  to: number,
  mentionsAt: ReadonlyMap<number, Mention>,
): Mention | null {
  const head = words[phrase.headEnd - 1];
  if (head === undefined || isPluralRole(head.lower)) return null;
  const isBody = GROUP_WORDS.has(head.lower) || isGroupRole(head.lower);
  const isOwned =
    words[from]?.capital === true && /^['’]s?$/.test(words[from + 1]?.text ?? words[from + 2]?.text ?? '');
  const isOne =
    isOwned || isRoleNoun(head.lower) || DETERMINERS.has(words[from]?.lower ?? '') || TITLES.has(head.lower) || isBody;
  if (!isOne) return null;
  const given = nameGivenAs(words, from, to, mentionsAt);
  if (given !== null) return given;
  for (let index = phrase.end + 1; index < Math.min(to, phrase.end + LONGEST_ROLE); index++) {
    const mention = mentionsAt.get(index);
    const word = words[index];
    if (mention === undefined) {
      if (word === undefined || (word.kind === 'mark' && word.text !== '.') || PREPOSITIONS.has(word.lower))
        return null;
      continue;
    }
    const next = words[mention.after];
    const closes =
      mention.after >= to ||
      next === undefined ||
      (next.kind === 'mark' && !/^['’]s?$/.test(next.text)) ||
      /^(?:of|from)$/.test(next.lower);
    if (!closes) {
      index = mention.after - 1;
      continue;
    }
    const isFull = mention.parts.length > 1 && mention.kind === 'person';
    const isDirect = mention.titleFrom === phrase.end + 1 || words[mention.titleFrom - 1]?.lower === 'the';
    if ((!isDirect && !isFull) || mention.kind === 'place' || mention.kind === 'people') return null;
    if (isBody && !isRoleNoun(head.lower)) return mention.kind === 'person' && !isDirect ? null : mention;
    return mention.kind === 'organisation' && !isDirect ? null : mention;
  }
  return null;
}

/** "a commander who gave his name as Example", "a woman named Jane". */
function nameGivenAs(
  words: readonly Word[],
  from: number,
  to: number,
  mentionsAt: ReadonlyMap<number, Mention>,
): Mention | null {
  for (let index = from + 1; index < to; index++) {
    if (!GIVEN.has(words[index]?.lower ?? '')) continue;
    for (let behind = index + 1; behind < Math.min(to, index + 5); behind++) {
      const mention = mentionsAt.get(behind);
      if (mention !== undefined) return mention.kind === 'organisation' || mention.kind === 'place' ? null : mention;
      if (!/^(?:only|simply|just|as|himself|herself|is|was|be)$/.test(words[behind]?.lower ?? '')) break;
    }
  }
  return null;
}
