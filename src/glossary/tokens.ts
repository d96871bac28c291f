/** A comma between the words of a form: "Woman, Life, Freedom". */
export const COMMA = ',';

/** A word of a text as terms are made of: hyphens part words, full stops inside an acronym do not. */
export interface Token {
  /** UTF-16 offsets into the text; a possessive `'s` is part of the token. */
  start: number;
  end: number;
  /** The word in one spelling: no accents, apostrophes, soft hyphens or stops of acronyms, American endings. Keeps its case. */
  key: string;
  /** Where the possessive `'s` begins; `end` where there is none. */
  stem: number;
}

/** Characters that show nothing: soft hyphen, zero-width space and joiners, word joiner, byte-order mark. */
const INVISIBLE = '\u00ad\u200b-\u200d\u2060\ufeff';

const TOKEN = new RegExp(
  [
    // U.N., U.S.S.R
    String.raw`(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])`,
    // PG&E, 9/11, 2.0
    String.raw`\p{L}+(?:&\p{L}+)+|\p{N}+(?:[./]\p{N}+)+`,
    String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}${INVISIBLE}]*(?:['’‘ʼ´\u0060][\p{L}\p{M}\p{N}${INVISIBLE}]+)*`,
    '&',
  ].join('|'),
  'gu',
);
const POSSESSIVE = /['’‘ʼ´`]s$/iu;
const NOT_IN_KEY = new RegExp(String.raw`[.'’‘ʼ´\u0060\p{M}${INVISIBLE}]`, 'gu');
const HAS_OTHER = /[^A-Za-z0-9]/;

/** Cuts a text into the words that terms are matched by. Linear in the length of the text. */
export function findTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const end = index + word.length;
    const isPossessive = word.length > 2 && POSSESSIVE.test(word);
    tokens.push({ start: index, end, key: keyOf(word), stem: isPossessive ? end - 2 : end });
  }
  return tokens;
}

/** Plain words parted by spaces and hyphens, as most forms of terms are: cut in a tenth of the time. */
const PLAIN = /^[A-Za-z0-9 -]+$/;
const PLAIN_GAP = /[ -]+/;

/** The words of a short text in their one spelling; a comma between two is a key of its own. */
export function keysOf(text: string): string[] {
  if (!PLAIN.test(text)) {
    const tokens = findTokens(text);
    return tokens.flatMap(({ key }, index) => {
      const before = tokens[index - 1];
      return before !== undefined && text.charAt(before.end) === COMMA ? [COMMA, key] : [key];
    });
  }
  return text
    .split(PLAIN_GAP)
    .filter((word) => word !== '')
    .map(keyOf);
}

/** The one spelling of a word. */
export function keyOf(word: string): string {
  if (word === '&') return 'and';
  const plain = HAS_OTHER.test(word) ? word.normalize('NFD').replace(NOT_IN_KEY, '') : word;
  return plain.length < 6 ? plain : americanOf(plain);
}

/**
 * Both sides of a comparison are spelled so, hence it does not matter that "exercise" becomes no word: only that no two
 * different words become one.
 */
function americanOf(word: string): string {
  if (!BRITISH.test(word)) return word;
  return word
    .replace(/is(e|ed|es|ing|ation|ations|er|ers)$/, 'iz$1')
    .replace(/our(s|ed|ing)?$/, 'or$1')
    .replace(/^(cent|theat|lit|fib)re(s?)$/i, '$1er$2')
    .replace(/(def|off|lic)ence(s?)$/i, '$1ense$2')
    .replace(/programme(s?)$/, 'program$1');
}

const BRITISH = /is(?:e|ed|es|ing|ations?|ers?)$|our(?:s|ed|ing)?$|res?$|ences?$|mmes?$/;

/** The singulars that a word may be the plural of, by its spelling alone; none where it has no plural ending. */
export function singularsOf(key: string): string[] {
  if (key.length < 3 || !key.endsWith('s') || key.endsWith('ss')) return [];
  const singulars = [key.slice(0, -1)];
  if (key.endsWith('ies') && key.length > 4) singulars.push(`${key.slice(0, -3)}y`);
  if (/(?:s|x|z|ch|sh|o)es$/.test(key)) singulars.push(key.slice(0, -2));
  return singulars;
}
