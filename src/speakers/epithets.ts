import type { Word } from '../text/name-words.ts';
import type { PronounResolver } from './pronouns.ts';
import type { Bearer } from './resolve-names.ts';
import {
  DEMONYMS,
  DETERMINERS,
  type Gender,
  GROUP_WORDS,
  genderOf,
  isFirm,
  isGroupRole,
  isOffice,
  isPluralRole,
  isRoleNoun,
  PREPOSITIONS,
  TITLES,
} from './word-lists.ts';

/** Words without a name that stand for somebody: "the minister", "the 41-year-old", "the company". */
export interface Epithet {
  /** Index of the first word. */
  from: number;
  /** Index of the noun. */
  head: number;
  /** Index behind the last word. */
  to: number;
}

/** What an epithet is matched against. */
export interface EpithetKnowledge {
  words: readonly Word[];
  bearers: readonly Bearer[];
  /** The words of all roles that the article gives a bearer. */
  roleWordsOf(bearer: Bearer): ReadonlySet<string>;
  /** The age that the article gives; null where it gives none. */
  ageOf(bearer: Bearer): string | null;
  pronouns: PronounResolver;
}

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'his', 'her', 'their', 'its']);
/** What an epithet may add without telling who is meant. */
const PASSING: ReadonlySet<string> = new Set(
  'new former old young younger older veteran current retired late then outgoing'.split(' '),
);
const AGE = /^(\d{1,3})-year-old$/;
/** How near somebody has to stand for an epithet that tells something new of them, in sentences. */
const NEAR = 3;
/** A firm named less often is hardly what an article calls "the company". */
const FEWEST_OF_FIRM = 2;
/** In so many first paragraphs somebody may be described before the name comes. */
const LEAD_PARAGRAPHS = 3;

/** Who is meant by a description; null where nobody named fits. */
export function resolveEpithet(knowledge: EpithetKnowledge, epithet: Epithet): Bearer | null {
  const { words } = knowledge;
  const head = words[epithet.head];
  if (head === undefined || isPluralRole(head.lower)) return null;
  const isDefinite = DEFINITE.has(words[epithet.from]?.lower ?? '') || words[epithet.from + 1]?.text === '’s';
  const content = contentOf(words, epithet);
  const age = content.map((word) => AGE.exec(word)?.[1]).find((found) => found !== undefined);
  const earlier = isDefinite ? pick(knowledge, epithet, content, age ?? null, false) : null;
  if (earlier !== null) return earlier;
  const inLead = (words[epithet.from]?.paragraph ?? LEAD_PARAGRAPHS) < LEAD_PARAGRAPHS;
  const later = inLead ? pick(knowledge, epithet, content, age ?? null, true) : null;
  if (later !== null || !isDefinite) return later;
  return nearest(knowledge, epithet, age ?? null);
}

/** The words that tell something, the noun among them. */
function contentOf(words: readonly Word[], { from, to }: Epithet): string[] {
  const content: string[] = [];
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (
      word === undefined ||
      word.kind === 'mark' ||
      PASSING.has(word.lower) ||
      DETERMINERS.has(word.lower) ||
      DEFINITE.has(word.lower)
    )
      continue;
    if (!PREPOSITIONS.has(word.lower)) content.push(word.lower);
  }
  return content;
}

/** Whom the article gives such a role: the one named last before the epithet, or the first one after it. */
function pick(
  knowledge: EpithetKnowledge,
  epithet: Epithet,
  content: readonly string[],
  age: string | null,
  after: boolean,
): Bearer | null {
  const head = knowledge.words[epithet.head]?.lower ?? '';
  const gender = genderOf(head);
  let best: Bearer | null = null;
  let bestAt = after ? Number.POSITIVE_INFINITY : -1;
  let fitting = 0;
  for (const bearer of knowledge.bearers) {
    if (!fits(knowledge, bearer, content, head, age, gender)) continue;
    const at = after
      ? bearer.mentions.find(({ from }) => from >= epithet.to)?.from
      : bearer.mentions.findLast(({ from }) => from < epithet.from)?.from;
    if (at === undefined) continue;
    fitting++;
    if (after ? at < bestAt : at > bestAt) {
      best = bearer;
      bestAt = at;
    }
  }
  // Told before the name comes it has to be clear who is meant.
  return after && fitting > 1 ? null : best;
}

function fits(
  knowledge: EpithetKnowledge,
  bearer: Bearer,
  content: readonly string[],
  head: string,
  age: string | null,
  gender: Gender | null,
): boolean {
  const known = knowledge.ageOf(bearer);
  if (age !== null && known !== null) return age === known;
  const roles = knowledge.roleWordsOf(bearer);
  if (bearer.kind === 'person' || bearer.kind === 'unknown') {
    const shown = knowledge.pronouns.genderOf(bearer);
    if (gender !== null && shown !== null && shown !== gender) return false;
    if (head === 'teenager' && known !== null) return /^1[3-9]$/.test(known);
    if ((isRoleNoun(head) || TITLES.has(head)) && roles.has(head))
      return content.every((word) => roles.has(word) || AGE.test(word) || DEMONYMS.has(word));
    if (DEMONYMS.has(head))
      return [...roles].some((role) => role === head || (role.length > 3 && role.slice(0, 4) === head.slice(0, 4)));
  }
  if (bearer.kind === 'person' || !(GROUP_WORDS.has(head) || isGroupRole(head))) return false;
  return bearer.parts.includes(head) || roles.has(head)
    ? content.every((word) => bearer.parts.includes(word) || roles.has(word))
    : false;
}

/** An epithet that tells something new stands for whoever was named just before, if only one can be meant. */
function nearest(
  { words, bearers, pronouns, ageOf }: EpithetKnowledge,
  epithet: Epithet,
  age: string | null,
): Bearer | null {
  const head = words[epithet.head];
  if (head === undefined) return null;
  const isPerson =
    age !== null ||
    (isRoleNoun(head.lower) && !isOffice(head.lower) && !isFirm(head.lower)) ||
    DEMONYMS.has(head.lower) ||
    /-(?:of|to)-/.test(head.lower);
  if (!isPerson && !isFirm(head.lower)) return null;
  if (PREPOSITIONS.has(words[epithet.head + 1]?.lower ?? '') && epithet.head + 1 < epithet.to) return null;
  const sentence = words[epithet.from]?.sentence ?? 0;
  if (isPerson)
    return pronouns.mostLikely(
      epithet.from,
      genderOf(head.lower),
      NEAR,
      (bearer) => age === null || ageOf(bearer) === null,
    );
  let best: Bearer | null = null;
  let most = FEWEST_OF_FIRM - 1;
  for (const bearer of bearers) {
    if ((bearer.kind !== 'organisation' && bearer.kind !== 'unknown') || !bearer.sure || bearer.mentions.length <= most)
      continue;
    const mention = bearer.mentions.findLast(({ from }) => from < epithet.from);
    if (mention === undefined || sentence - (words[mention.from]?.sentence ?? 0) > NEAR * 2) continue;
    best = bearer;
    most = bearer.mentions.length;
  }
  return best;
}
