import type { Word } from '../text/name-words.ts';
import type { Mention } from './name-mentions.ts';
import {
  CALENDAR,
  DETERMINERS,
  HONORIFICS,
  isGroupRole,
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

/** Longer phrases tell a story instead of a role; in words. */
const LONGEST_BEFORE = 9;
const LONGEST_BEHIND = 24;
const POSSESSIVE = /^['’]s?$/;
const PAUSE = /^[,–—-]$/;
const BREAK = /^[,;:–—()[\]"“”‘«».!?…-]$/;
/** Adjectives that also open sentences without belonging to a name. */
const ADJECTIVES: ReadonlySet<string> = new Set(
  'former new top first key best old last leading next current late local own long little good great real right media'.split(
    ' ',
  ),
);
const PARTICIPLES: ReadonlySet<string> = new Set(
  'retired united convicted appointed elected renowned disgraced acclaimed unnamed celebrated respected experienced associated registered qualified seasoned self-described certified trained limited accused shared'.split(
    ' ',
  ),
);
const LINKS: ReadonlySet<string> = new Set(['is', 'was', 'became', 'remains']);
const OCCUPATIONS: ReadonlySet<string> = new Set(
  'heads leads runs chairs directs manages owns founded leading led runs ran headed chaired teaches taught coaches represents represented works worked serves served studies studied specialises specializes researches oversees edits wrote founded co-founded'.split(
    ' ',
  ),
);

/** All words around a mention that say who it is, the ones before it first. */
export function findRolePhrases(
  words: readonly Word[],
  mention: Mention,
  mentionsAt: ReadonlyMap<number, Mention>,
  sourceFrom: number | null,
): RolePhrase[] {
  const isBody = mention.kind === 'organisation' || mention.kind === 'unknown';
  const phrases = [
    before(words, mention, isBody),
    beforePause(words, mention),
    sourceFrom === null ? null : withinSource(words, mention, sourceFrom),
    behindPause(words, mention, mentionsAt, isBody, sourceFrom !== null),
    inSentence(words, mention, mentionsAt),
    home(words, mention, mentionsAt),
  ];
  return phrases.filter((phrase) => phrase !== null);
}

/** "US Secretary of State John Kerry", "his press secretary Jane Example", "head of highways John Sample". */
function before(words: readonly Word[], mention: Mention, isBody: boolean): RolePhrase | null {
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

function isHonorific(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return true;
  // The stop of "Sen." belongs to it, that of "Mr." goes with it.
  if (word.kind === 'mark')
    return HONORIFICS.has(words[index - 1]?.lower ?? '') || !TITLES.has(words[index - 1]?.lower ?? '');
  return HONORIFICS.has(word.lower);
}

function isNounOfRole(word: Word, isBody: boolean): boolean {
  return (
    isRoleNoun(word.lower) ||
    (TITLES.has(word.lower) && !HONORIFICS.has(word.lower)) ||
    (isBody && isGroupRole(word.lower))
  );
}

/** "head of highways" before a name: where "head" stands; `to` itself where there is no such thing. */
function startOfOffice(words: readonly Word[], to: number): number {
  for (let index = to - 1; index > to - 6 && index > 0; index--) {
    const word = words[index];
    if (word === undefined || word.kind !== 'word' || DETERMINERS.has(word.lower)) return to;
    if (word.lower === 'of') return index < to - 1 && isRoleNoun(words[index - 1]?.lower ?? '') ? index - 1 : to;
    if (isRoleNoun(word.lower) || PREPOSITIONS.has(word.lower) || REPORTING_VERBS.has(word.lower)) return to;
  }
  return to;
}

function isSameSentence(words: readonly Word[], one: number, other: number): boolean {
  return words[one]?.sentence === words[other]?.sentence;
}

/** Where the noun phrase begins that ends in the noun at `base`. */
function extendLeft(words: readonly Word[], base: number, isTitle: boolean): number {
  let from = base;
  while (from > 0 && base - from < LONGEST_BEFORE) {
    const word = words[from - 1];
    if (word === undefined || !isSameSentence(words, from - 1, base) || word.quoted !== words[base]?.quoted) break;
    const before = words[from - 2];
    if (POSSESSIVE.test(word.text)) {
      if (before === undefined || before.kind !== 'word') break;
      from -= 1;
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
      word.lower === 'of' &&
      before !== undefined &&
      words[from - 3] !== undefined &&
      TITLES.has(before.lower) &&
      before.capital
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

function isAge(word: Word | undefined): boolean {
  return word !== undefined && /^\d+-year-old$/.test(word.lower);
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

/** "a spokesman for the builders, Jane Example,", "Ms Sample's father, John Sample,". */
function beforePause(words: readonly Word[], mention: Mention): RolePhrase | null {
  const to = mention.titleFrom - 1;
  if (!PAUSE.test(words[to]?.text ?? '') || !isSameSentence(words, to, mention.from)) return null;
  const behind = words[mention.after];
  if (behind !== undefined && behind.kind === 'word' && behind.lower === 'and') return null;
  let from = to;
  let start = -1;
  while (from > 0 && to - from < LONGEST_BEFORE * 2) {
    const word = words[from - 1];
    if (word === undefined || !isSameSentence(words, from - 1, to) || word.quoted !== words[to]?.quoted) break;
    if (BREAK.test(word.text) || REPORTING_VERBS.has(word.lower)) break;
    from--;
    if (/^(?:a|an|the|his|her|their|its|my|our)$/.test(word.lower) && hasRoleHead(words, from, to)) start = from;
  }
  // Without an article it has to open the sentence: "Council leader, Jane Example, said".
  const opening = words[from]?.lower ?? '';
  const opensPhrase = !PREPOSITIONS.has(opening) && (!OPENERS.has(opening) || ADJECTIVES.has(opening));
  if (start < 0 && from < to && opensPhrase && hasRoleHead(words, from, to)) start = from;
  if (start < 0 || to - start > LONGEST_BEFORE * 2) return null;
  return { from: start, to, place: 'before' };
}

/** "a stitcher", "retiree": a phrase of one noun or a few, without a verb. */
function isPlainNoun(words: readonly Word[], from: number, end: number): boolean {
  const last = words[end - 1];
  return end > from && end - from <= 5 && last !== undefined && !last.capital && !/(?:ed|ing|ly)$/.test(last.lower) && !OPENERS.has(last.lower);
}

/** Whether the noun of a phrase, the last word before its first preposition, says what one person is. */
function hasRoleHead(words: readonly Word[], from: number, to: number): boolean {
  return headOf(words, from, to) >= 0;
}

function headOf(words: readonly Word[], from: number, to: number, isBody = false, isTold = false): number {
  let end = from;
  while (end < to && !(PREPOSITIONS.has(words[end]?.lower ?? '') && end > from)) end++;
  const head = words[end - 1];
  if (head === undefined || head.kind !== 'word') return -1;
  for (let index = from; index < end - 1; index++) {
    const word = words[index];
    if (
      word === undefined ||
      REPORTING_VERBS.has(word.lower) ||
      LINKS.has(word.lower) ||
      /^(?:also|then|now|not|he|she|they|it|when|while)$/.test(word.lower)
    )
      return -1;
  }
  return isNounOfRole(head, isBody) || (isTold && isPlainNoun(words, from, end)) ? end - 1 : -1;
}

/** "petrol attendant Jane Example", "Counsel assisting the inquiry, John Sample,": what a source has before its name. */
function withinSource(words: readonly Word[], mention: Mention, sourceFrom: number): RolePhrase | null {
  let to = mention.titleFrom;
  if (to > sourceFrom && words[to - 1]?.text === ',') to--;
  if (to - sourceFrom < 1 || to - sourceFrom > LONGEST_BEFORE) return null;
  let said = 0;
  for (let index = sourceFrom; index < to; index++) {
    const word = words[index];
    if (word === undefined || (word.kind !== 'word' && !POSSESSIVE.test(word.text) && !isAge(word))) return null;
    const { lower } = word;
    if (REPORTING_VERBS.has(lower) || CALENDAR.has(lower) || /^(?:and|or|both|even|only|including)$/.test(lower)) return null;
    if (!DETERMINERS.has(lower) && !PREPOSITIONS.has(lower) && (!OPENERS.has(lower) || ADJECTIVES.has(lower))) said++;
  }
  const last = words[to - 1]?.lower ?? '';
  if (said === 0 || PREPOSITIONS.has(last) || DETERMINERS.has(last) || POSSESSIVE.test(words[to - 1]?.text ?? '')) return null;
  let from = sourceFrom;
  while (from < to && isAge(words[from])) from++;
  return { from, to, place: 'before' };
}

/** "Jane Example, 34, a baker from Hull," and "John Sample, who heads the council". */
function behindPause(
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
  // What an article says of a source with "a" or after the age is what they are, whatever the noun.
  const isTold = isSource && (from > start || /^(?:a|an)$/.test(words[from]?.lower ?? ''));
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
  while (to < words.length && to - from < LONGEST_BEHIND) {
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
  if (words[to]?.text !== ',' || to - from > 4 || DETERMINERS.has(words[from]?.lower ?? '')) return to;
  const firm = mentionsAt.get(to + 1);
  if (firm === undefined || (firm.kind === 'person' && firm.surelyPerson) || words[to + 1]?.capital !== true) return to;
  const next = words[firm.after];
  return next === undefined || BREAK.test(next.text) || !isSameSentence(words, firm.after, to) ? firm.after : to;
}

/** "Jane Example is the head of the council." */
function inSentence(
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
function home(words: readonly Word[], mention: Mention, mentionsAt: ReadonlyMap<number, Mention>): RolePhrase | null {
  const from = mention.after;
  if (!/^(?:of|from|at|with)$/.test(words[from]?.lower ?? '') || mention.kind !== 'person') return null;
  const at = DETERMINERS.has(words[from + 1]?.lower ?? '') ? from + 2 : from + 1;
  const other = mentionsAt.get(at);
  if (other === undefined || other.kind === 'place' || (other.parts.length < 2 && other.kind !== 'organisation'))
    return null;
  return POSSESSIVE.test(words[other.after]?.text ?? '') ? null : { from, to: other.after, place: 'home' };
}
