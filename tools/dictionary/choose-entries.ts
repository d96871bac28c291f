import { showsWord } from '../../src/glossary/dictionary.ts';
import type { PartOfSpeech } from '../../src/glossary/dictionary-format.ts';
import { regularBases } from '../../src/glossary/dictionary-forms.ts';
import type { Exception } from './read-exceptions.ts';
import type { Meaning, Wordnet } from './read-wordnet.ts';

/** A headword of the dictionary with all meanings that it is given, in their order. */
export interface ChosenEntry {
  word: string;
  meanings: readonly Meaning[];
}

const MOST_WORDS = 4;
/** In characters; of the examples that fit the shortest is taken, and none where that is longer. */
export const LONGEST_EXAMPLE = 50;
/** No word ends with a full stop that is not an abbreviation of letters: that of "no." ends a sentence. */
const WORD = /^(?![^.]*\.$)[a-z][a-z'.]*(?:[ -][a-z'.]+)*$/;

/**
 * The lexicographer files, lexnames(5WN), whose noun phrases are what news speaks of: acts, communication, events, groups,
 * possessions, states. Of the others there are 26,000: animals, plants, foods, things, people by what they do.
 */
const FILES_OF_PHRASES: ReadonlySet<number> = new Set([4, 10, 11, 14, 21, 26]);

/** Animals, plants and substances: what only a large dictionary has of them is of use to those who know it. */
const FILES_OF_SPECIES: ReadonlySet<number> = new Set([5, 20, 27]);
const LARGEST_SIZE_OF_SPECIES = 60;
const LARGEST_SIZE = 70;

/**
 * Words that WordNet does not have, since it has no pronouns, articles, prepositions and conjunctions: what it has under
 * their spelling is another word, such as a unit of money (at), a letter (he), an inch (in).
 */
const NO_NOUNS: ReadonlySet<string> = new Set(
  'a an and as at be but by he her his i if in it its me my no nor of on or our she so the to us we who you'.split(' '),
);

const ETHNIC_SLUR = /\bethnic slur\b/;

/**
 * The headwords that go into the package, sorted by UTF-16 units. Left out of WordNet are words with a capital, names of
 * single persons and places, ethnic slurs, most noun phrases, and meanings for which there is no word that a large dictionary
 * has. `sizeOf` tells of a word the size of the smallest word list that has it.
 */
export function chooseEntries(wordnet: Wordnet, sizeOf: (word: string) => number): ChosenEntry[] {
  const isWanted = (word: string, { part, file }: Meaning) => {
    if (word.includes(' ')) return part !== 'noun' || FILES_OF_PHRASES.has(file);
    const isOfSpecies = part === 'noun' && FILES_OF_SPECIES.has(file);
    return word.includes('-') || sizeOf(word) <= (isOfSpecies ? LARGEST_SIZE_OF_SPECIES : LARGEST_SIZE);
  };
  const chosen = new Map<string, readonly Meaning[]>();
  for (const [word, all] of wordnet) {
    if (!WORD.test(word) || word.split(' ').length > MOST_WORDS) continue;
    const meanings = all.filter((meaning) => isFit(word, meaning));
    // A synonym of what is there anyway costs next to nothing, a phrase stands for itself.
    const isChosen = meanings.some((meaning) =>
      word.includes(' ') ? isWanted(word, meaning) : meaning.words.some((synonym) => isWanted(synonym, meaning)),
    );
    if (isChosen) chosen.set(word, meanings);
  }
  for (const [word, meanings] of [...chosen]) {
    const together = word.replaceAll('-', '');
    if (!wordnet.has(together) && sizeOf(together) <= LARGEST_SIZE) chosen.set(together, meanings);
  }
  return [...chosen]
    .map(([word, meanings]) => ({ word, meanings }))
    .sort((one, other) => (one.word < other.word ? -1 : 1));
}

function isFit(word: string, { words, isName, definition, part }: Meaning): boolean {
  // "polish" is in the index also for "Polish".
  if (!words.includes(word) || isName) return false;
  return !ETHNIC_SLUR.test(definition) && !(part === 'noun' && NO_NOUNS.has(word));
}

/** Gives for a meaning and the headwords that have it the examples that are kept: the shortest that fits, at most one a word. */
export function exampleChooser(
  exceptions: readonly Exception[],
): (meaning: Meaning, words: readonly string[]) => string[] {
  const irregular = new Map<string, string[]>();
  for (const { form, lemma, part } of exceptions) {
    const key = `${part} ${form}`;
    irregular.set(key, [...(irregular.get(key) ?? []), lemma]);
  }
  const basesAs = (part: PartOfSpeech) => (word: string) => [
    ...(irregular.get(`${part} ${word}`) ?? []),
    ...regularBases(word, part),
  ];
  return (meaning, words) => {
    const bases = basesAs(meaning.part);
    const short = meaning.examples.filter((example) => example.length <= LONGEST_EXAMPLE);
    short.sort((one, other) => one.length - other.length);
    const kept = words.flatMap((word) => short.find((example) => showsWord(example, word, bases)) ?? []);
    return [...new Set(kept)];
  };
}
