import type { Article } from './article.ts';
import { unclobbered } from './unclobbered.ts';

/** An article whose elements are HTML text, to be sent to another context and sanitised anew there. */
export type SerializedArticle = Omit<Article, 'content'> & { html: string };

/** Turns the elements into HTML in an inert document; the article itself stays as it is. */
export function serializeArticle({ content, removed, ...data }: Article, document: Document): SerializedArticle {
  const inert = unclobbered(document, 'implementation').createHTMLDocument('');
  const container = inert.createElement('div');
  container.append(inert.importNode(content, true));
  // Elements cannot be sent; what was taken can be put back there by its text.
  return { ...data, removed: removed.map((removal) => ({ ...removal, element: null })), html: container.innerHTML };
}
