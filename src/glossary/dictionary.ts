import { HEADWORD, IN_TEXTS, PARTS_OF_SPEECH, type PartOfSpeech, type SectionName } from './dictionary-format.ts';
import { regularBases } from './dictionary-forms.ts';
import { queriesOf } from './dictionary-query.ts';
import { readLines, readNumbers, readSections } from './dictionary-sections.ts';
import { DictionaryTexts } from './dictionary-texts.ts';

export type { PartOfSpeech } from './dictionary-format.ts';

/** One sense of a word. Plain text. */
export interface DictionarySense {
  definition: string;
  /** A sentence or phrase with the word in it; null where WordNet has none. */
  example: string | null;
}

/** The senses of one part of speech, the commonest first, as WordNet has them. */
export interface DictionaryPart {
  partOfSpeech: PartOfSpeech;
  senses: readonly DictionarySense[];
}

/** A headword with what it means. */
export interface DictionaryEntry {
  /** "leave", also where "left" was asked for. */
  lemma: string;
  /** Nouns, verbs, adjectives, adverbs; never empty. */
  parts: readonly DictionaryPart[];
}

/** What a word may be: itself, then what it may be a form of ("left": left, leave). Never empty. */
export interface DictionaryAnswer {
  entries: readonly DictionaryEntry[];
}

/** An irregular form's headword. */
interface Base {
  headword: number;
  part: PartOfSpeech;
}

/** An opened dictionary; only `lookUp` looks inside. */
export interface Dictionary {
  /** Sorted by UTF-16 units. */
  headwords: readonly string[];
  /** Where each headword's senses begin in `meanings`; one more than there are headwords. */
  senseStarts: Int32Array;
  meanings: Int32Array;
  meaningParts: Uint8Array;
  irregular: ReadonlyMap<string, readonly Base[]>;
  texts: DictionaryTexts;
}

/** Opens the dictionary from its unpacked bytes. Throws an Error where they are none, not whole, or of another version. */
export function readDictionary(bytes: Uint8Array): Dictionary {
  const sections = readSections(bytes);
  const words = readFrontCoded(sections.wordPrefixes, readLines(sections.wordEndings));
  const isUsed = (use: number) => (_: string, index: number) => ((sections.wordUses[index] ?? 0) & use) !== 0;
  const headwords = words.filter(isUsed(HEADWORD));
  return {
    headwords,
    ...readSenses(sections),
    meaningParts: sections.meaningParts,
    irregular: readIrregular(sections, headwords),
    texts: new DictionaryTexts(sections, words.filter(isUsed(IN_TEXTS))),
  };
}

/**
 * Looks a word up, or a phrase of at most four words, as a reader marks it. Null where the dictionary has nothing, and for
 * names: a word with a capital letter counts as a name unless `beginsSentence` says that the capital may come from its place.
 */
export function lookUp(dictionary: Dictionary, word: string, beginsSentence = false): DictionaryAnswer | null {
  for (const query of queriesOf(word, beginsSentence)) {
    const found = [...entryOf(dictionary, query, PARTS_OF_SPEECH), ...basesOf(dictionary, query)];
    if (found.length > 0) return { entries: found };
  }
  return null;
}

/** More senses than any word has. */
const MANY = 1000;

function basesOf(dictionary: Dictionary, form: string): DictionaryEntry[] {
  const parts = new Map<string, PartOfSpeech[]>();
  for (const part of PARTS_OF_SPEECH)
    for (const base of new Set(basesAs(dictionary, form, part))) parts.set(base, [...(parts.get(base) ?? []), part]);
  // What the lists of exceptions know comes before what the rules make of a form: "axes" is of "axis". Then what has more
  // senses, as common words have: "does" is of "do" before it is of "doe".
  const known = new Set((dictionary.irregular.get(form) ?? []).map(({ headword }) => dictionary.headwords[headword]));
  const entries = [...parts].flatMap(([base, own]) => (base === form ? [] : [...entryOf(dictionary, base, own)]));
  const rankOf = ({ lemma, parts }: DictionaryEntry) =>
    parts.reduce((count, { senses }) => count + senses.length, known.has(lemma) ? MANY : 0);
  return entries.sort((one, other) => rankOf(other) - rankOf(one));
}

/** What a form may be of, as one part of speech. Of a phrase the first or the last word is inflected: "gave up", "courts of law". */
function basesAs(dictionary: Dictionary, form: string, part: PartOfSpeech): string[] {
  const irregular = (dictionary.irregular.get(form) ?? [])
    .filter((base) => base.part === part)
    .map(({ headword }) => dictionary.headwords[headword] ?? '');
  const first = form.search(/[ -]/);
  if (first < 0) return [...irregular, ...regularBases(form, part)];
  if (part !== 'noun' && part !== 'verb') return irregular;
  const last = Math.max(form.lastIndexOf(' '), form.lastIndexOf('-')) + 1;
  return [
    ...irregular,
    ...basesAs(dictionary, form.slice(0, first), part).map((base) => base + form.slice(first)),
    ...(part === 'noun' ? basesAs(dictionary, form.slice(last), part).map((base) => form.slice(0, last) + base) : []),
  ];
}

/** The entry of a headword with those of the parts of speech that it has; none where it has none of them. */
function* entryOf(dictionary: Dictionary, lemma: string, wanted: readonly PartOfSpeech[]): Generator<DictionaryEntry> {
  const headword = find(dictionary.headwords, lemma);
  if (headword < 0) return;
  const meanings = dictionary.meanings.subarray(dictionary.senseStarts[headword], dictionary.senseStarts[headword + 1]);
  const partOf = (meaning: number) => PARTS_OF_SPEECH[dictionary.meaningParts[meaning] ?? 0];
  const parts = wanted.flatMap((partOfSpeech): DictionaryPart[] => {
    const own = [...meanings].filter((meaning) => partOf(meaning) === partOfSpeech);
    const senses = own.map((meaning) => senseOf(dictionary, lemma, partOfSpeech, meaning));
    return senses.length === 0 ? [] : [{ partOfSpeech, senses }];
  });
  if (parts.length > 0) yield { lemma, parts };
}

function senseOf(dictionary: Dictionary, lemma: string, part: PartOfSpeech, meaning: number): DictionarySense {
  const [definition = '', ...examples] = dictionary.texts.read(meaning);
  const fitting = examples.find((example) => showsWord(example, lemma, (word) => basesAs(dictionary, word, part)));
  return { definition, example: fitting ?? null };
}

/** A meaning is shared by synonyms, and an example with another word in it explains that one. */
export function showsWord(example: string, lemma: string, basesOf: (word: string) => readonly string[]): boolean {
  const [wanted = ''] = lemma.split(/[ -]/);
  const words = example.toLowerCase().match(/[a-z]+(?:'[a-z]+)*/g) ?? [];
  return words.some((word) => word === wanted || basesOf(word).includes(wanted));
}

/** The index of a word in a sorted list; -1 where it is not there. */
function find(sorted: readonly string[], word: string): number {
  let from = 0;
  let to = sorted.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const other = sorted[middle] ?? '';
    if (other === word) return middle;
    if (other < word) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

function readFrontCoded(prefixes: Uint8Array, endings: readonly string[]): string[] {
  let before = '';
  return endings.map((ending, index) => {
    before = before.slice(0, prefixes[index]) + ending;
    return before;
  });
}

function readSenses(sections: Record<SectionName, Uint8Array>): Pick<Dictionary, 'senseStarts' | 'meanings'> {
  const counts = readNumbers(sections.senseCounts);
  const senseStarts = new Int32Array(counts.length + 1);
  counts.forEach((count, headword) => {
    senseStarts[headword + 1] = (senseStarts[headword] ?? 0) + count;
  });
  const meanings = readNumbers(sections.senseMeanings);
  let next = 0;
  meanings.forEach((back, sense) => {
    meanings[sense] = back === 0 ? next++ : next - back;
  });
  return { senseStarts, meanings };
}

function readIrregular(
  sections: Record<SectionName, Uint8Array>,
  headwords: readonly string[],
): Map<string, readonly Base[]> {
  const irregular = new Map<string, Base[]>();
  const endings = readLines(sections.formEndings);
  let headword = 0;
  readNumbers(sections.formHeadwords).forEach((step, index) => {
    headword += step;
    const form = (headwords[headword] ?? '').slice(0, sections.formPrefixes[index]) + endings[index];
    const bases = irregular.get(form) ?? [];
    bases.push({ headword, part: PARTS_OF_SPEECH[sections.formParts[index] ?? 0] ?? 'noun' });
    irregular.set(form, bases);
  });
  return irregular;
}
