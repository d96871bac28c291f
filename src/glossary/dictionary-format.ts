/**
 * The parts of speech in WordNet's order; a number in the file is an index into this list. WordNet's satellite adjectives
 * are adjectives here.
 */
export const PARTS_OF_SPEECH = ['noun', 'verb', 'adjective', 'adverb'] as const;

export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** The first bytes of the file: "LDIC" and the number of this format. */
export const SIGNATURE: readonly number[] = [0x4c, 0x44, 0x49, 0x43, 1];

/**
 * What lies in the file behind the signature, in this order: each section is its length in bytes, as a varint (seven bits a
 * byte, the low ones first), and then its bytes. "Meaning" is one synset of WordNet.
 */
export const SECTIONS = [
  /** Of each word of a sorted list, how many UTF-16 units it begins with that the word before it has as well: a byte. */
  'wordPrefixes',
  /** What comes after them, a line each: UTF-8. */
  'wordEndings',
  /** What each word is for: a byte of `HEADWORD` and `IN_TEXTS`. */
  'wordUses',
  /** Of each headword, in order, how many senses it has: varints. */
  'senseCounts',
  /** Of each sense the meaning: 0 for the next one that had no sense before, else how far back it is. Varints. */
  'senseMeanings',
  /** Of each meaning the part of speech: a byte. */
  'meaningParts',
  /** What irregular forms there are of which headword: its number less that of the one before, a varint each. */
  'formHeadwords',
  /** Of each form the part of speech: a byte. */
  'formParts',
  /** Of each form, how many UTF-16 units of the headword it begins with: a byte. */
  'formPrefixes',
  /** What comes after them, a line each: UTF-8. */
  'formEndings',
  /** What stands between words in texts, a line each, without the single space: UTF-8. */
  'separators',
  /** Of each pair of symbols the one that comes first: varints. */
  'pairFirsts',
  /** Of each pair of symbols the one that comes second: varints. */
  'pairSeconds',
  /** Of each symbol the length of its code in bits, 0 where it stands in pairs alone: a byte. */
  'codeLengths',
  /** How many bits each group of `GROUP` texts takes: varints. */
  'groupLengths',
  /** The texts of all meanings: bits, the high ones of a byte first. */
  'texts',
] as const;

export type SectionName = (typeof SECTIONS)[number];

export const HEADWORD = 1;
export const IN_TEXTS = 2;

/** How many texts lie one behind the other without a sign of where they begin. */
export const GROUP = 8;

/**
 * The symbols that texts are made of: the end of a text, the end of a piece of it (definition, example), then separators,
 * words that are in texts, and pairs of symbols before them, each in the order of its section.
 */
export const END_OF_TEXT = 0;
export const END_OF_PIECE = 1;
export const FIRST_SEPARATOR = 2;
