import type { Word } from '../text/name-words.ts';
import type { Mention } from './name-mentions.ts';
import { BREAK, headOf, isSameSentence, LINKS, PAUSE, POSSESSIVE, type RolePhrase } from './role-heads.ts';
import { DETERMINERS, OCCUPATIONS, REPORTING_VERBS } from './word-lists.ts';

/** Longer phrases tell a story instead of a role; in words. */
const LONGEST = 24;
/** A bare role such as "Director", before the name of the firm, is not longer, in words. */
const LONGEST_BARE = 4;

/** "Jane Example, 34, a baker from Hull," and "John Sample, who heads the council". */
export function roleBehindPause(
  words: readonly Word[],
  mention: Mention,
  mentionsAt: ReadonlyMap<number, Mention>,
  isBody: boolean,
  isSource: boolean,
): RolePhrase | null {
  let from = mention.after;
  if (words[from]?.text === '(') {
    while (from < mention.after + 6 && words[from]?.text !== ')') from++;
    from++;
  }
  if (!PAUSE.test(words[from]?.text ?? '')) return null;
  from++;
  const start = from;
  from = skipAge(words, from);
  // What an article says of a source with "a" or "the" or after the age is what they are, whatever the noun.
  const isTold = isSource && (from > start || /^(?:a|an|the)$/.test(words[from]?.lower ?? ''));
  if (!isSameSentence(words, from, mention.from)) return null;
  if (words[from]?.lower === 'who') return clause(words, from + 1);
  if (words[from]?.lower === 'of' || words[from]?.lower === 'from') {
    while (words[from]?.kind === 'word' || POSSESSIVE.test(words[from]?.text ?? '')) from++;
    if (words[from]?.text !== ',') return null;
    from++;
  }
  const to = endBehind(words, from);
  const head = headOf(words, from, to, isBody, isTold);
  if (head < 0) return null;
  // "John Sample, president Jane Example": the role is the other one's.
  for (let index = head; index <= head + 1; index++) {
    const other = mentionsAt.get(index);
    if (other !== undefined && other !== mention && other.kind === 'person' && other.from === head + 1) return null;
  }
  return { from, to: withFirm(words, from, to, mentionsAt), place: 'apposed' };
}

/** "Jane Example is the head of the council." */
export function roleInSentence(
  words: readonly Word[],
  mention: Mention,
  mentionsAt: ReadonlyMap<number, Mention>,
): RolePhrase | null {
  let from = mention.after;
  if (!LINKS.has(words[from]?.lower ?? '') || mention.quoted) return null;
  from++;
  while (/^(?:now|also|currently|once|then|still)$/.test(words[from]?.lower ?? '')) from++;
  if (!/^(?:a|an|the|one|his|her)$/.test(words[from]?.lower ?? '')) return null;
  const to = endBehind(words, from);
  const head = headOf(words, from, to);
  return head < 0 || mentionsAt.get(head + 1)?.from === head + 1 ? null : { from, to, place: 'sentence' };
}

/** "Jane Example of the Bakers' Union": where somebody belongs, if nothing better is known. */
export function homeOf(
  words: readonly Word[],
  mention: Mention,
  mentionsAt: ReadonlyMap<number, Mention>,
): RolePhrase | null {
  const from = mention.after;
  if (!/^(?:of|from|at|with)$/.test(words[from]?.lower ?? '') || mention.kind !== 'person') return null;
  const at = DETERMINERS.has(words[from + 1]?.lower ?? '') ? from + 2 : from + 1;
  const other = mentionsAt.get(at);
  if (other === undefined) {
    // "Natural Justice": a title at the end, and no name by itself.
    let to = at;
    while (words[to]?.capital === true && isSameSentence(words, to, from)) to++;
    return to - at > 1 ? { from, to, place: 'home' } : null;
  }
  if (other.kind === 'place' || (other.parts.length < 2 && other.kind !== 'organisation')) return null;
  return POSSESSIVE.test(words[other.after]?.text ?? '') ? null : { from, to: other.after, place: 'home' };
}

function skipAge(words: readonly Word[], from: number): number {
  let at = from;
  if (words[at]?.lower === 'aged' || words[at]?.lower === 'also' || words[at]?.lower === 'now') at++;
  if (words[at]?.kind !== 'number') return from;
  at++;
  return PAUSE.test(words[at]?.text ?? '') ? at + 1 : from;
}

function clause(words: readonly Word[], from: number): RolePhrase | null {
  let at = from;
  while (/^(?:has|also|now|currently|had|once|previously|is|was)$/.test(words[at]?.lower ?? '')) at++;
  const verb = words[at - 1]?.lower ?? '';
  const to = endBehind(words, at);
  if (verb === 'is' || verb === 'was') return headOf(words, at, to) >= 0 ? { from: at, to, place: 'clause' } : null;
  return OCCUPATIONS.has(words[at]?.lower ?? '') && to - at > 1 ? { from: at, to, place: 'clause' } : null;
}

/** Where a phrase behind a name ends: at a comma or a stop, before a clause or a word that reports speech. */
function endBehind(words: readonly Word[], from: number): number {
  let to = from;
  while (to < words.length && to - from < LONGEST) {
    const word = words[to];
    if (word === undefined || !isSameSentence(words, to, from)) break;
    if (BREAK.test(word.text) && !isAbbreviationStop(words, to)) break;
    if (to > from && (/^(?:who|which|that|where|when|but|while)$/.test(word.lower) || REPORTING_VERBS.has(word.lower)))
      break;
    to++;
  }
  return to;
}

function isAbbreviationStop(words: readonly Word[], index: number): boolean {
  return words[index]?.text === '.' && isSameSentence(words, index, index + 1) && words[index + 1]?.kind === 'word';
}

/** "Director, IIFL Securities": the firm behind the bare role belongs to it. */
function withFirm(words: readonly Word[], from: number, to: number, mentionsAt: ReadonlyMap<number, Mention>): number {
  if (words[to]?.text !== ',' || to - from > LONGEST_BARE || DETERMINERS.has(words[from]?.lower ?? '')) return to;
  const firm = mentionsAt.get(to + 1);
  if (firm === undefined || (firm.kind === 'person' && firm.surelyPerson) || words[to + 1]?.capital !== true) return to;
  const next = words[firm.after];
  return next === undefined || BREAK.test(next.text) || !isSameSentence(words, firm.after, to) ? firm.after : to;
}
