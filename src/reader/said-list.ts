import type { Translate } from '../../assets/message-key.ts';
import type { Article } from '../article/article.ts';
import { element } from './element.ts';
import { startOf } from './mention-text.ts';
import { inLanguageOf, placeLink } from './place-link.ts';
import { createReadAloudButton, type ReadAloudOptions } from './read-aloud-button.ts';
import type { SaidEntry } from './speaker-entries.ts';
import { KIND_LABELS } from './speaker-facts.ts';

/** What lists of speakers, in the panel and on the card, need of whoever opens them. */
export interface SpeakerListOptions {
  document: Document;
  translate: Translate;
  article: Pick<Article, 'language' | 'direction'>;
  /** What reads an entry aloud. */
  voice: Omit<ReadAloudOptions, 'document' | 'translate'>;
  /** Shows a thing that is said at its place in the text. */
  show(entry: SaidEntry, link: HTMLElement): void;
}

/** Makes the list of what somebody says, each entry a link to its place in the text. */
export function createSaidList(options: SpeakerListOptions, said: readonly SaidEntry[]): HTMLElement {
  const { document, translate } = options;
  const items = said.map((entry) => {
    const link = placeLink(document, entry.text, (made) => options.show(entry, made));
    const words = element(document, 'blockquote', entry.kind === 'direct' ? 'said quoted' : 'said', link);
    inLanguageOf(options.article, words);
    const label = KIND_LABELS[entry.kind];
    return element(
      document,
      'li',
      '',
      words,
      ...(label === null ? [] : [element(document, 'p', 'said-kind', translate(label))]),
      createReadAloudButton(
        { document, translate, ...options.voice },
        { text: entry.text, language: options.article.language, subject: startOf(entry.text) },
      ),
    );
  });
  const list = element(document, 'ul', 'said-list', ...items);
  // Safari's VoiceOver forgets that a list without bullets is one; the role says it again.
  list.setAttribute('role', 'list');
  return list;
}
