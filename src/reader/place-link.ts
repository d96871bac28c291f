import type { Article } from '../article/article.ts';
import { element } from './element.ts';

/** Makes a link to a place in the text, of plain text or of elements. It answers people alone. */
export function placeLink(document: Document, text: Node | string, go: (link: HTMLElement) => void): HTMLElement {
  const link = element(document, 'a', 'place-link', text);
  // It leads nowhere by itself: the browser finds no fragment in a shadow root.
  link.href = '#';
  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (event.isTrusted) go(link);
  });
  link.addEventListener('auxclick', (event) => event.preventDefault());
  return link;
}

/** Says of an element that its words are the article's. An empty `lang` says "unknown". */
export function inLanguageOf(
  { language, direction }: Pick<Article, 'language' | 'direction'>,
  made: HTMLElement,
): HTMLElement {
  made.lang = language ?? '';
  made.dir = direction;
  return made;
}
