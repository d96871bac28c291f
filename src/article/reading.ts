import { pageKind } from './page-kind.ts';
import { readArticleInSteps } from './read-article.ts';
import { readFragments, readSelection } from './read-selection.ts';
import { readText } from './read-text.ts';
import { compilePrepared } from './reading-rules.ts';
import { serializeArticle } from './serialize.ts';

/** What reading offers to a content script, which gets it as a file of its own. */
export const READING = {
  compilePrepared,
  pageKind,
  readArticleInSteps,
  readFragments,
  readSelection,
  readText,
  serializeArticle,
};

export type ArticleReading = typeof READING;
