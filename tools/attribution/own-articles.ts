import { createLexicon } from '../../src/speakers/lexicon.ts';
import type { Range } from '../../src/text/span.ts';
import { readAttributionCorpus } from '../read-attribution-corpus.ts';
import { readSenses } from './read-senses.ts';
import { paragraphsOf, type TrainingArticle } from './training-article.ts';

/** Senses, one higher than WordNet's lexicographer files: verbs of communication; of cognition, emotion and perception. */
const SPEAKING = 33;
const THINKING: ReadonlySet<number> = new Set([32, 38, 40]);

/** The project's own annotated articles. Whether a cue reports speech is told by what its words mostly mean. */
export function readOwnArticles(): TrainingArticle[] {
  const lexicon = createLexicon(new Map(), readSenses());
  return readAttributionCorpus().map(({ id, text, attributions }) => ({
    id,
    text,
    paragraphs: paragraphsOf(text),
    attributions: attributions.map((attribution) => ({ ...attribution, speech: reportsSpeech(attribution.cue, text) })),
  }));

  function reportsSpeech(cue: readonly Range[], text: string): boolean {
    const words = cue.flatMap(
      ([start, end]) =>
        text
          .slice(start, end)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [],
    );
    const senses = words.map((word) => lexicon.sense(word));
    return senses.includes(SPEAKING) || !senses.some((sense) => THINKING.has(sense));
  }
}
