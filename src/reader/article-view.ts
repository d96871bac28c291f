import type { Article } from '../article/article.ts';
import { unclobbered } from '../article/unclobbered.ts';
import { createArticleHeader } from './article-header.ts';
import { element } from './element.ts';
import { labelEmbeds } from './embed-labels.ts';
import { followFragments } from './fragment-links.ts';
import { replaceMissingImages } from './missing-images.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';
import { wrapTables } from './wide-tables.ts';

/** What is known of an article on show by whoever makes its elements. */
type ArticleInView = Pick<ShownArticle, 'article' | 'content' | 'element' | 'receiptButton' | 'dress' | 'signal'>;

/**
 * Makes the article as it is read: a document of its own in the article's language. The article's elements are copied,
 * so that the same article can be shown again; they keep their `data-block`.
 * @param signal ends what the view listens to.
 */
export function createArticleView(
  ports: ReaderPorts,
  article: Article,
  signal: AbortSignal,
): { element: HTMLElement; heading: HTMLElement; shown: ArticleInView } {
  const { document } = ports;
  const content = element(document, 'div', 'content', unclobbered(document, 'importNode')(article.content, true));
  const blocks = new Map<string, HTMLElement>();
  for (const block of content.querySelectorAll<HTMLElement>('[data-block]'))
    blocks.set(block.dataset.block ?? '', block);
  for (const { id, kind } of article.blocks) blocks.get(id)?.setAttribute('data-kind', kind);

  const dress = (part: HTMLElement) => {
    // Before the browser fetches a picture, which it does not before this turn is over.
    for (const image of part.querySelectorAll('img')) {
      image.setAttribute('loading', 'lazy');
      image.setAttribute('decoding', 'async');
    }
    labelEmbeds(ports, part);
    wrapTables(ports, part, signal);
    replaceMissingImages(ports, part);
  };
  dress(content);

  const header = createArticleHeader(ports, article, takeStandfirst());
  const view = element(document, 'div', 'document', element(document, 'article', 'article', header.element, content));
  view.setAttribute('role', 'document');
  // An empty `lang` says "unknown": better than to be read out by a voice of the wrong language.
  view.lang = article.language ?? '';
  view.dir = article.direction;
  followFragments(view);
  const { heading, receiptButton } = header;
  return { element: view, heading, shown: { article, content, element: view, receiptButton, dress, signal } };

  /** The standfirst goes under the headline, whether it is an element of the article's content or is only known of. */
  function takeStandfirst(): HTMLElement | null {
    const block = article.blocks.find(({ kind }) => kind === 'standfirst');
    const found = block && blocks.get(block.id);
    if (found) found.classList.add('standfirst');
    if (found || !article.standfirst) return found ?? null;
    const made = element(document, 'p', 'standfirst', article.standfirst);
    if (block) made.dataset.block = block.id;
    return made;
  }
}
