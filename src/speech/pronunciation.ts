import abbreviations from '../../assets/pronunciation/abbreviations.json' with { type: 'json' };
import acronyms from '../../assets/pronunciation/acronyms.json' with { type: 'json' };
import names from '../../assets/pronunciation/names.json' with { type: 'json' };
import { primaryLanguage } from '../text/primary-language.ts';
import type { Range } from '../text/span.ts';
import { AudibleText } from './audible-text.ts';
import { wordsOf } from './language-words.ts';
import { type Phrase, PhraseBook, phraseTokens } from './phrase-book.ts';
import { Rewording } from './rewording.ts';
import { sayAddresses } from './say-addresses.ts';
import { isInCapitals, sayCapitals } from './say-capitals.ts';
import { sayEnglish, sayPlurals } from './say-english.ts';
import { joinThousands, sayNumbers } from './say-numbers.ts';
import { saySigns } from './say-signs.ts';
import type { SpokenStretch } from './script.ts';

/** How a reader wants something said. */
export interface Pronunciation {
  /** As it stands in articles; with a capital letter it is found only so, or all in capitals. */
  written: string;
  /** In words of the language. */
  spoken: string;
}

/** A text as it is spoken, and what of the written one it stands for. */
export interface SpokenText {
  text: string;
  /** In order, without gaps, over all of `text`. */
  stretches: readonly SpokenStretch[];
}

interface AcronymLists {
  spelled: readonly string[];
  respelled: Readonly<Record<string, string>>;
}

/** What is known of a language, made once. */
interface Lists {
  abbreviations: PhraseBook;
  names: PhraseBook;
  acronyms: PhraseBook;
  /** The acronyms that stay what they are in a headline in capitals. */
  headlineAcronyms: ReadonlySet<string>;
  headlineBook: PhraseBook;
}

const ABBREVIATIONS: Readonly<Record<string, readonly Phrase[]>> = abbreviations as Record<string, Phrase[]>;
const ACRONYMS: Readonly<Record<string, AcronymLists>> = acronyms.languages as Record<string, AcronymLists>;
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = names;
const SAID_AS_WORDS = new Set(acronyms.words);
const HEADLINE_WORDS = new Set(acronyms.headlineWords);

const LISTS = new Map<string, Lists>();
const OWN_BOOKS = new WeakMap<readonly Pronunciation[], PhraseBook>();

/**
 * Says a text in a language (BCP 47): the reader's own pronunciations first, then what this language writes in another
 * way than it is said. Offsets are UTF-16. Time is linear in the text.
 */
export function speakText(text: string, language: string | null, pronunciations: readonly Pronunciation[]): SpokenText {
  return speakRange(new AudibleText(text), [0, Number.POSITIVE_INFINITY], language, pronunciations);
}

/** The same for a range of what is audible of a text; the stretches are offsets into that text itself. */
export function speakRange(
  audible: AudibleText,
  [from, to]: Range,
  language: string | null,
  pronunciations: readonly Pronunciation[],
): SpokenText {
  const text = audible.text.slice(from, to);
  const spoken = new SpokenTextBuilder(audible, from);
  let at = 0;
  for (const change of reword(text, language, pronunciations).changes()) {
    spoken.keep(text, at, change.start);
    spoken.replace(change.start, change.end, text.slice(change.start, change.end), change.spoken);
    at = change.end;
  }
  spoken.keep(text, at, text.length);
  return spoken;
}

function reword(text: string, language: string | null, pronunciations: readonly Pronunciation[]): Rewording {
  const rewording = new Rewording(text);
  const primary = primaryLanguage(language ?? '');
  const words = wordsOf(primary);
  const lists = listsOf(primary);
  const tokens = phraseTokens(text);
  const inCapitals = isInCapitals(text, lists.headlineAcronyms);
  ownBook(pronunciations).apply(rewording, tokens, true);
  sayAddresses(rewording, words);
  if (words !== null) sayNumbers(rewording, primary, words);
  lists.abbreviations.apply(rewording, tokens, inCapitals);
  joinThousands(rewording, words);
  lists.names.apply(rewording, tokens, inCapitals);
  (inCapitals ? lists.headlineBook : lists.acronyms).apply(rewording, tokens, false);
  if (primary === 'en') {
    sayEnglish(rewording);
    sayPlurals(rewording, SAID_AS_WORDS);
  }
  if (inCapitals) sayCapitals(rewording, language, lists.headlineAcronyms);
  saySigns(rewording, primary, words);
  return rewording;
}

function ownBook(pronunciations: readonly Pronunciation[]): PhraseBook {
  const known = OWN_BOOKS.get(pronunciations);
  if (known !== undefined) return known;
  const book = new PhraseBook(pronunciations);
  OWN_BOOKS.set(pronunciations, book);
  return book;
}

function listsOf(primary: string): Lists {
  const known = LISTS.get(primary);
  if (known !== undefined) return known;
  const own = Object.hasOwn(ACRONYMS, primary) ? ACRONYMS[primary] : undefined;
  const said = Object.hasOwn(NAMES, primary) ? (NAMES[primary] ?? {}) : {};
  const short = Object.hasOwn(ABBREVIATIONS, primary) ? (ABBREVIATIONS[primary] ?? []) : [];
  const respelled = Object.entries(own?.respelled ?? {}).map(([written, spoken]) => ({ written, spoken }));
  const spelled = (own?.spelled ?? []).flatMap((written) => spelledOut(written, primary));
  const all = [...respelled, ...spelled];
  const listed = [...all.map(({ written }) => written), ...acronyms.words];
  const lists: Lists = {
    abbreviations: new PhraseBook(short),
    names: new PhraseBook(Object.entries(said).map(([written, spoken]) => ({ written, spoken }))),
    acronyms: new PhraseBook(all),
    headlineAcronyms: new Set(listed.filter((written) => !HEADLINE_WORDS.has(written))),
    headlineBook: new PhraseBook(all.filter(({ written }) => !HEADLINE_WORDS.has(written))),
  };
  // Pages name languages as they like: only those that are known are worth keeping.
  if (own !== undefined || short.length > 0 || primary === '') LISTS.set(primary, lists);
  return lists;
}

/** Full stops make voices spell; the English plural keeps its ending only behind an apostrophe. */
function spelledOut(written: string, primary: string): Phrase[] {
  const letters = [...written].join('.');
  const phrase = { written, spoken: letters };
  return primary === 'en' ? [phrase, { written: `${written}s`, spoken: `${letters}.'s` }] : [phrase];
}

/** Puts the spoken text together. */
class SpokenTextBuilder implements SpokenText {
  text = '';
  readonly stretches: SpokenStretch[] = [];
  readonly #audible: AudibleText;
  readonly #from: number;

  constructor(audible: AudibleText, from: number) {
    this.#audible = audible;
    this.#from = from;
  }

  /** Says a range as it is written. */
  keep(text: string, start: number, end: number): void {
    for (const [first, behind] of this.#audible.unbroken([this.#from + start, this.#from + end]))
      this.#add(text.slice(first - this.#from, behind - this.#from), this.#audible.toSource([first, behind]), true);
  }

  /** Says a range in other words. */
  replace(start: number, end: number, written: string, spoken: string): void {
    const source = this.#audible.toSource([this.#from + start, this.#from + end]);
    const isSame = source[1] - source[0] === spoken.length && written.toLowerCase() === spoken.toLowerCase();
    this.#add(spoken, source, isSame);
  }

  #add(spoken: string, [sourceStart, sourceEnd]: Range, isSame: boolean): void {
    if (spoken === '') return;
    const start = this.text.length;
    this.text += spoken;
    this.stretches.push({ start, end: this.text.length, sourceStart, sourceEnd, isSame });
  }
}
