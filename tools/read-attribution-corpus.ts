import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnnotatedArticle, readAnnotatedArticles } from './annotated-article.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'attribution-corpus');

/** All articles of tools/attribution-corpus, by file name; throws with the file's name where one does not fit. */
export function readAttributionCorpus(): AnnotatedArticle[] {
  const articles: AnnotatedArticle[] = [];
  for (const name of readdirSync(FOLDER).sort()) {
    if (!name.endsWith('.txt')) continue;
    try {
      articles.push(...readAnnotatedArticles(readFileSync(join(FOLDER, name), 'utf8')));
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const ids = articles.map(({ id }) => id);
  const doubled = ids.find((id, index) => ids.indexOf(id) !== index);
  if (doubled !== undefined) throw new Error(`two articles are called ${doubled}`);
  return articles;
}
