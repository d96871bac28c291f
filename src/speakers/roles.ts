import type { Word } from '../text/name-words.ts';
import type { Range } from '../text/span.ts';
import { foldNamePart } from './name-forms.ts';
import type { Mention } from './name-mentions.ts';
import type { Bearer } from './resolve-names.ts';
import type { RolePhrase } from './role-heads.ts';
import { findRolePhrases } from './role-phrases.ts';
import { DETERMINERS, HONORIFICS, isRoleNoun, meaningsOfTitle, TITLES } from './word-lists.ts';

/** What an article says of a bearer: the most telling words, and every word of all of them. */
export interface RolesOfBearer {
  best: Range | null;
  /** The words of all roles, in lower case. */
  words: ReadonlySet<string>;
}

/** How telling a phrase is by where it stands. */
const BY_PLACE: Readonly<Record<RolePhrase['place'], number>> = {
  before: 3,
  apposed: 3.2,
  sentence: 2,
  clause: 0.6,
  home: 0.6,
  epithet: 1,
};
/** A bare rank or party: "Sen.", "Republican". */
const BARE_TITLE = -1.4;
const PER_WORD = 0.3;
const MOST_WORDS = 5;
const FIRST_MENTION = 1;
const BESIDE_QUOTATION = 0.5;
const WITH_PRONOUN = -0.7;
const IN_HEADLINE = -3;

/**
 * Finds what the article says that a bearer is. `sourceFrom` tells of a mention that is the source of a statement where
 * that source begins; `told` are further phrases that stand for the bearer.
 */
export function findRoles(
  words: readonly Word[],
  bearer: Bearer,
  mentionsAt: ReadonlyMap<number, Mention>,
  sourceFrom: (mention: Mention) => number | null,
  told: readonly RolePhrase[],
): RolesOfBearer {
  const all = new Set<string>();
  let best: RolePhrase | null = null;
  let most = Number.NEGATIVE_INFINITY;
  bearer.mentions.forEach((mention, order) => {
    // What people call each other is no word of the article's own.
    if (mention.quoted) return;
    const from = sourceFrom(mention);
    for (const phrase of findRolePhrases(words, mention, mentionsAt, from)) {
      if (isOwnName(words, phrase, bearer)) continue;
      for (let index = phrase.from; index < phrase.to; index++) {
        const word = words[index];
        if (word?.kind !== 'word') continue;
        all.add(word.lower);
        for (const meaning of meaningsOfTitle(word.lower)) all.add(meaning);
      }
      const telling = rate(words, phrase, order) + (from === null ? 0 : BESIDE_QUOTATION);
      if (telling > most) {
        best = phrase;
        most = telling;
      }
    }
  });
  // What a body is called in passing, "the agency", is no role.
  for (const phrase of bearer.kind === 'person' ? told : []) {
    const telling = rate(words, phrase, bearer.mentions.length);
    if (telling > most) {
      best = phrase;
      most = telling;
    }
  }
  return { best: best === null ? null : rangeOf(words, best), words: all };
}

/** A name that is parted by a comma or a dash is no role. */
function isOwnName(words: readonly Word[], { from, to }: RolePhrase, { parts }: Bearer): boolean {
  return words.slice(from, to).every(({ kind, text }) => kind === 'mark' || parts.includes(foldNamePart(text)));
}

function rate(words: readonly Word[], { from, to, place }: RolePhrase, order: number): number {
  let rating = BY_PLACE[place];
  let count = 0;
  let bare = true;
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (word === undefined || word.kind !== 'word') continue;
    if (DETERMINERS.has(word.lower) || HONORIFICS.has(word.lower)) continue;
    count++;
    if (!TITLES.has(word.lower)) bare = false;
  }
  rating += Math.min(count, MOST_WORDS) * PER_WORD;
  if (bare && count < 2) rating += BARE_TITLE;
  if (order === 0) rating += FIRST_MENTION;
  if (words[from]?.headline === true) rating += IN_HEADLINE;
  if (/^(?:his|her|their|its|my|our)$/.test(words[from]?.lower ?? '')) rating += WITH_PRONOUN;
  if (place === 'before' && !isRoleNoun(words[to - 1]?.lower ?? '')) rating -= PER_WORD;
  return rating;
}

/** Without the article before it and the marks behind it. */
function rangeOf(words: readonly Word[], phrase: RolePhrase): Range | null {
  let { from, to } = phrase;
  while (to > from && words[to - 1]?.kind === 'mark' && words[to - 1]?.text !== '.') to--;
  if (phrase.place === 'before' || phrase.place === 'epithet')
    while (from < to && DETERMINERS.has(words[from]?.lower ?? '')) from++;
  const first = words[from];
  const last = words[to - 1];
  return first === undefined || last === undefined || from >= to ? null : [first.start, last.end];
}
