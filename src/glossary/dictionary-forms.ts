import type { PartOfSpeech } from './dictionary-format.ts';

/** The endings that morphy(7WN) takes off, with what it puts in their place. Adverbs have none. */
const ENDINGS: Readonly<Record<PartOfSpeech, readonly (readonly [ending: string, base: string])[]>> = {
  noun: [
    ['s', ''],
    ['ses', 's'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['ies', 'y'],
  ],
  verb: [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  adjective: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
  ],
  adverb: [],
};

/** A base of one letter is the name of a letter, and nobody who presses "as" means the letter a. */
const SHORTEST_BASE = 2;

/**
 * Common words that the rules take for a form of one that nobody thinks of: "number" would be more numb, "seed" and "bed"
 * would be past tenses of "see" and "be".
 */
const NOT_INFLECTED: ReadonlySet<string> = new Set([
  ...['after', 'bother', 'buffer', 'butcher', 'camper', 'customer', 'dresser', 'fiver', 'founder', 'halter', 'layer'],
  ...['leer', 'liver', 'mariner', 'matter', 'muster', 'number', 'offer', 'outer', 'owner', 'passer', 'plumber'],
  ...['porter', 'presenter', 'pretender', 'broker', 'gardener', 'goner', 'insider', 'outsider', 'signer', 'solder'],
  ...[
    'stretcher',
    'stapler',
    'teenager',
    'wholesaler',
    'forest',
    'modest',
    'bed',
    'feed',
    'seed',
    'according',
    'evening',
  ],
  ...['dying', 'corps', 'genus', 'his', 'pas', 'sis', 'species', 'velours'],
]);

/** "hat" becomes "hatted", so that "hated" is of "hate" alone: one vowel and one consonant that is written twice. */
const DOUBLES = /^[^aeiou]*[aeiou][^aeiouwxy]$/;
/** Only these have "es" and not "s" behind them. */
const HISSES = /(?:[sxzo]|ch|sh)$/;

/**
 * What a word may be a regular form of, by the rules of WordNet's morphy(7WN): most are no words, which the dictionary tells.
 * The word itself is not among them. As there, nouns in "ss" have no ending, and of "boxesful" the ending is in front of "ful".
 * Other than there, a base has to be spelled so that it can have the ending.
 */
export function regularBases(word: string, part: PartOfSpeech): string[] {
  if (NOT_INFLECTED.has(word) || (part === 'noun' && word.endsWith('ss'))) return [];
  const after = part === 'noun' && word.endsWith('ful') ? 'ful' : '';
  const stem = word.slice(0, word.length - after.length);
  const bases = ENDINGS[part]
    .filter(([ending, base]) => stem.endsWith(ending) && stem.length - ending.length + base.length >= SHORTEST_BASE)
    .map(([ending, base]) => [stem.slice(0, stem.length - ending.length) + base, ending, base] as const)
    .filter(([whole, ending, base]) => base !== '' || canHave(whole, ending))
    .map(([whole]) => whole + after);
  return [...new Set(bases)];
}

function canHave(base: string, ending: string): boolean {
  if (ending === 's') return true;
  return ending === 'es' ? HISSES.test(base) : !DOUBLES.test(base);
}
