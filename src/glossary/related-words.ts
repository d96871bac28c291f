import type { GlossaryEntry } from './entry.ts';
import { singularsOf } from './tokens.ts';

/** How much a word of an entry's name and meaning tells of what the entry is about: from 1 for a rare one down to 0. */
export type WordWeights = ReadonlyMap<string, number>;

/** A word that explains at most so many entries weighs so much. */
const WEIGHTS: readonly (readonly [entries: number, weight: number])[] = [
  [6, 1],
  [20, 0.6],
  [60, 0.3],
];
const SHORTEST = 4;
/** Of letters without accents alone: there are thousands of meanings to go through, and few words with others in them. */
const WORD = /[a-z]{4,}/g;

/** Weighs the words that explain the entries of a glossary by how many they explain. */
export function weighWords(entries: readonly GlossaryEntry[]): WordWeights {
  const counts = new Map<string, number>();
  for (const entry of entries) for (const word of wordsOf(entry)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const [word, count] of counts) {
    const weight = WEIGHTS.find(([most]) => count <= most)?.[1];
    if (weight !== undefined) weights.set(word, weight);
  }
  return weights;
}

/** The words of an entry's name and meaning, in small letters and in the singular, each once. */
export function wordsOf({ term, full, is }: GlossaryEntry): Set<string> {
  const words = `${full ?? term} ${is}`.toLowerCase().match(WORD) ?? [];
  return new Set(words.map(stemOf).filter((word) => word.length >= SHORTEST));
}

/** A word in small letters and, where it looks like a plural, without its ending. */
export function stemOf(key: string): string {
  const small = key.toLowerCase();
  return singularsOf(small).at(-1) ?? small;
}
