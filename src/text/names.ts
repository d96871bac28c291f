import nameParticles from '../../assets/speakers/name-particles.json' with { type: 'json' };
import notNames from '../../assets/speakers/not-names.json' with { type: 'json' };
import organisationWords from '../../assets/speakers/organisation-words.json' with { type: 'json' };
import titles from '../../assets/speakers/titles.json' with { type: 'json' };
import type { Word } from './name-words.ts';

/** Neighbouring words that look like one name, with whatever title stands before it; indices of words, the end is not part of it. */
export interface NameRun {
  from: number;
  to: number;
}

const OPENERS: ReadonlySet<string> = new Set(notNames.openers);
const OPENERS_IN_NAMES: ReadonlySet<string> = new Set(notNames.namesToo);
const CALENDAR: ReadonlySet<string> = new Set(notNames.calendar);
const PRONOUNS: ReadonlySet<string> = new Set(notNames.pronouns);
const PARTICLES: ReadonlySet<string> = new Set(nameParticles.particles);
const SUFFIXES: ReadonlySet<string> = new Set(nameParticles.suffixes);
const TITLES: ReadonlySet<string> = new Set([...titles.male, ...titles.female, ...titles.neutral]);
const ORGANISATION_WORDS: ReadonlySet<string> = new Set(organisationWords.inNames);

/** "Munich-based", "Democratic-leaning": made of a name, and none itself. */
const MODIFIER = /^\p{Lu}.*[-‑]\p{Ll}+(?:ing|ed|led|born|style|wide|owned|made|run)$/u;

/** Abbreviations longer than this are words at the end of a sentence: "the Sen." but not "the chairman." */
const LONGEST_ABBREVIATION = 5;

/** Finds the runs of capitalised words, in order. Headlines are left out: there every word has a capital. */
export function findNameRuns(words: readonly Word[]): NameRun[] {
  const runs: NameRun[] = [];
  for (let index = 0; index < words.length; ) {
    if (!canBegin(words, index)) {
      index++;
      continue;
    }
    const to = endOfRun(words, index);
    runs.push({ from: index, to });
    index = to;
  }
  return runs;
}

function canBegin(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !word.capital || word.headline) return false;
  return belongs(words, index);
}

/** Whether a capitalised word may be part of a name at all. */
function belongs(words: readonly Word[], index: number): boolean {
  const word = words[index];
  const next = words[index + 1];
  if (word === undefined) return false;
  if (MODIFIER.test(word.text)) return false;
  if (PRONOUNS.has(word.lower)) return word.lower === 'us' && word.shouted;
  const beforeName = next?.capital === true && next.sentence === word.sentence && !CALENDAR.has(next.lower);
  if (CALENDAR.has(word.lower)) return beforeName && OPENERS_IN_NAMES.has(word.lower);
  // The World Health Organization.
  if (!OPENERS.has(word.lower) || (word.lower === 'who' && word.shouted)) return true;
  if (word.opens) return beforeName && OPENERS_IN_NAMES.has(word.lower);
  return (beforeName && OPENERS_IN_NAMES.has(word.lower)) || words[index - 1]?.capital === true;
}

function endOfRun(words: readonly Word[], from: number): number {
  let to = from + 1;
  for (;;) {
    const next = nextPart(words, from, to);
    if (next === to) break;
    to = next;
  }
  return to;
}

/** Where the run ends if one more part is taken in; `to` itself where there is none. */
function nextPart(words: readonly Word[], from: number, to: number): number {
  const last = words[to - 1];
  const word = words[to];
  if (last === undefined || word === undefined || word.sentence !== last.sentence) return to;
  if (word.capital) return !word.opens && belongs(words, to) ? to + 1 : to;
  if (word.text === '.' && word.start === last.end)
    return takesStop(last.lower) && isNameAt(words, to + 1) ? to + 2 : to;
  if (word.text === ',' && SUFFIXES.has(words[to + 1]?.lower ?? '') && words[to + 1]?.capital === true) return to + 2;
  if (word.text === '“' || word.text === '"' || word.text === '(') return endOfNickname(words, to);
  // "the Planters’ Federation"
  if (/^['’]$/.test(word.text) && last.lower.endsWith('s') && ORGANISATION_WORDS.has(words[to + 1]?.lower ?? ''))
    return isNameAt(words, to + 1) ? to + 2 : to;
  if (word.text === '&') return isNameAt(words, to + 1) ? to + 2 : to;
  let at = to;
  while (at < to + 3 && PARTICLES.has(words[at]?.lower ?? '')) at++;
  if (at > to && isNameAt(words, at)) return at + 1;
  if (!joinsOrganisation(words, from, to)) return to;
  at = words[to]?.lower !== 'and' && /^(?:the|a)$/.test(words[to + 1]?.lower ?? '') ? to + 2 : to + 1;
  return words[at]?.capital === true ? at + 1 : to;
}

function isNameAt(words: readonly Word[], index: number): boolean {
  return words[index]?.capital === true && belongs(words, index);
}

function takesStop(lower: string): boolean {
  return lower.length <= LONGEST_ABBREVIATION && (TITLES.has(lower) || lower === 'st');
}

/** Robert “Bob” Example: the nickname stands within the name. */
function endOfNickname(words: readonly Word[], opening: number): number {
  const closing = words[opening + 2];
  const isClosed = closing !== undefined && /^["”)]$/.test(closing.text);
  return isClosed && isNameAt(words, opening + 1) && isNameAt(words, opening + 3) ? opening + 4 : opening;
}

/** "Bank of England", "Department for Health and Social Care", but not "Smith of Leeds". */
function joinsOrganisation(words: readonly Word[], from: number, to: number): boolean {
  const joint = words[to]?.lower ?? '';
  const last = words[to - 1]?.lower ?? '';
  const isHead = ORGANISATION_WORDS.has(last) || TITLES.has(last);
  if (joint === 'of') return isHead || last === 'observatory';
  if (joint === 'for' || joint === 'on') return ORGANISATION_WORDS.has(last) && !TITLES.has(last);
  if (joint !== 'and') return false;
  let hasHead = false;
  for (let index = from; index < to; index++) {
    const lower = words[index]?.lower ?? '';
    if (ORGANISATION_WORDS.has(lower)) hasHead = true;
    if (hasHead && (lower === 'of' || lower === 'for' || lower === 'on')) return true;
  }
  return false;
}
