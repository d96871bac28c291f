import { createLexicon } from '../../src/speakers/lexicon.ts';
import type { Range } from '../../src/text/span.ts';
import { readSenses } from './read-senses.ts';

/** Senses, one higher than WordNet's lexicographer files: verbs of communication; of cognition, emotion and perception. */
const SPEAKING = 33;
const THINKING: ReadonlySet<number> = new Set([32, 38, 40]);

/** What the words of a cue mostly mean, for corpora that do not say it. */
export interface CueMeanings {
  wordsOf(cue: readonly Range[], text: string): string[];
  meanSpeaking(words: readonly string[]): boolean;
  meanThinking(words: readonly string[]): boolean;
}

export function createCueMeanings(): CueMeanings {
  const lexicon = createLexicon(new Map(), readSenses());
  return {
    wordsOf: (cue, text) =>
      cue.flatMap(
        ([start, end]) =>
          text
            .slice(start, end)
            .toLowerCase()
            .match(/\p{L}+/gu) ?? [],
      ),
    meanSpeaking: (words) => words.some((word) => lexicon.sense(word) === SPEAKING),
    meanThinking: (words) => words.some((word) => THINKING.has(lexicon.sense(word))),
  };
}
