import createHyphenator from 'hyphen';
import patternsByLanguage from '../../assets/syllables/languages.json';
import { primaryLanguage } from '../text/primary-language.ts';
import { once } from './once.ts';

/** Divides words of a language (BCP 47): of each the offsets, in UTF-16 code units, at which a new part begins. */
export type DivideWords = (words: readonly string[], language: string | null) => Promise<number[][] | null>;

/** The library's mark of a place where a word can be divided; no word of an article has one, or it is not divided. */
const DIVISION = '\u{AD}';
/** Shorter words are read at a glance; the library divides none of fewer than five. */
const SHORTEST_WORD = 5;

type Hyphenate = ReturnType<typeof createHyphenator>;

/** The patterns of a language, by the name of their file; null where there are none. The region decides where it can. */
export function patternsOf(language: string | null): string | null {
  const names: Readonly<Record<string, string>> = patternsByLanguage;
  if (language === null) return null;
  const [primary, region] = [primaryLanguage(language), /-([a-z]{2})(?:-|$)/i.exec(language)?.[1]?.toUpperCase()];
  for (const tag of [`${primary}-${region}`, primary]) if (Object.hasOwn(names, tag)) return names[tag] ?? null;
  return null;
}

/**
 * Divides words where TeX's hyphenation patterns do (Liang, F. M. (1983), "Word Hy-phen-a-tion by Com-put-er", Stanford):
 * near their syllables, and the same in every browser. Each language is read from the package with its first question;
 * null where there are no patterns for it, or they could not be read.
 */
export function createWordDivider(readFile: (path: string) => Promise<Uint8Array>): DivideWords {
  const hyphenators = new Map<string, () => Promise<Hyphenate | null>>();
  const hyphenatorFor = (patterns: string) => {
    const known = hyphenators.get(patterns);
    if (known) return known();
    const made = once(async () => {
      const text = new TextDecoder().decode(await readFile(`syllables/${patterns}.json`));
      return createHyphenator(JSON.parse(text) as Parameters<typeof createHyphenator>[0], {
        hyphenChar: DIVISION,
        minWordLength: SHORTEST_WORD,
      });
    });
    hyphenators.set(patterns, made);
    return made();
  };
  return async (words, language) => {
    const patterns = patternsOf(language);
    const hyphenate = patterns === null ? null : await hyphenatorFor(patterns);
    return hyphenate && words.map((word) => divisionsOf(word, hyphenate));
  };
}

function divisionsOf(word: string, hyphenate: Hyphenate): number[] {
  if (word.length < SHORTEST_WORD || word.includes(DIVISION)) return [];
  const divided = hyphenate(word);
  // It gives promises where it is asked to, and it is not.
  const parts = typeof divided === 'string' ? divided.split(DIVISION) : [];
  const divisions: number[] = [];
  let offset = 0;
  for (const part of parts.slice(0, -1)) {
    offset += part.length;
    divisions.push(offset);
  }
  return divisions;
}
