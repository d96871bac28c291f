// Reads every article of tools/attribution-corpus and says what does not fit, or how many there are.
import { readAttributionCorpus } from './read-attribution-corpus.ts';

try {
  const articles = readAttributionCorpus();
  const attributions = articles.reduce((sum, article) => sum + article.attributions.length, 0);
  console.log(`${articles.length} articles, ${attributions} attributions`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
