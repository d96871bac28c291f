import { readParagraphs } from '../../src/speakers/read-paragraphs.ts';
import type { Tokens } from '../../src/speakers/tokens.ts';
import { labelTokens } from './label-tokens.ts';
import type { TrainingArticle } from './training-article.ts';

/** A paragraph to learn from. */
export interface Example {
  article: number;
  tokens: Tokens;
  labels: Uint8Array;
}

export function examplesOf(articles: readonly TrainingArticle[]): Example[] {
  return articles.flatMap((article, number) =>
    readParagraphs(article, 'en').map(({ tokens }) => ({
      article: number,
      tokens,
      labels: labelTokens(article, tokens),
    })),
  );
}
