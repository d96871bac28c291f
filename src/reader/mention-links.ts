import type { Span } from '../text/span.ts';
import { counted } from './counted.ts';
import { element } from './element.ts';
import { mentionText } from './mention-text.ts';
import { inLanguageOf, placeLink } from './place-link.ts';
import type { TermListOptions } from './term-meanings.ts';

/** More links than these would be no help. */
const MOST_LINKS = 8;

/** Makes links to places where a term is named, each with some of the words around it. */
export function createMentionLinks(options: TermListOptions, mentions: readonly Span[]): HTMLElement {
  const { document, translate, article } = options;
  const items = mentions.slice(0, MOST_LINKS).flatMap((mention) => {
    const text = mentionText(article.blocks, mention);
    if (!text) return [];
    const words = element(document, 'span', '', text.before, element(document, 'strong', '', text.words), text.after);
    const link = placeLink(document, words, (made) => options.show(mention, made));
    return [inLanguageOf(article, element(document, 'li', '', link))];
  });
  const rest = mentions.length - MOST_LINKS;
  if (rest > 0)
    items.push(element(document, 'li', '', counted(translate, rest, 'termMoreMentionsOne', 'termMoreMentionsOther')));
  const list = element(document, 'ul', 'mention-list', ...items);
  // Safari's VoiceOver forgets that a list without bullets is one; the role says it again.
  list.setAttribute('role', 'list');
  return list;
}
