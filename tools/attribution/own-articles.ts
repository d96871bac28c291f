import { readAttributionCorpus } from '../read-attribution-corpus.ts';
import { createCueMeanings } from './cue-meanings.ts';
import { paragraphsOf, type TrainingArticle } from './training-article.ts';

/** The project's own annotated articles. A cue reports speech unless its words mostly mean thinking. */
export function readOwnArticles(): TrainingArticle[] {
  const meanings = createCueMeanings();
  return readAttributionCorpus().map(({ id, text, attributions }) => ({
    id,
    text,
    paragraphs: paragraphsOf(text),
    attributions: attributions.map((attribution) => {
      const words = meanings.wordsOf(attribution.cue, text);
      return { ...attribution, speech: meanings.meanSpeaking(words) || !meanings.meanThinking(words) };
    }),
  }));
}
