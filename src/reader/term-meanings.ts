import type { Article } from '../article/article.ts';
import type { Meaning, Term } from '../glossary/term.ts';
import type { Span } from '../text/span.ts';
import { formatPublishedTime } from './dates.ts';
import { element } from './element.ts';
import { inLanguageOf, placeLink } from './place-link.ts';
import type { ReaderPorts } from './ports.ts';

/** What terms, in the panel and on a card, need of whoever shows them. */
export interface TermListOptions extends Pick<ReaderPorts, 'document' | 'translate' | 'locale'> {
  article: Article;
  /** Shows a place of the text. */
  show(place: Span, link: HTMLElement): void;
}

/** The language in which Lectern's glossary is written. */
const GLOSSARY_LANGUAGE = 'en';

/**
 * Makes what a term means, with the source of each meaning. All of it is put in as text. `extra` makes what follows a
 * meaning: a button, for one.
 */
export function createMeanings(
  options: TermListOptions,
  term: Term,
  extra: (meaning: Meaning) => HTMLElement[] = () => [],
): HTMLElement[] {
  const { document, translate } = options;
  const made = term.meanings.map((meaning) => [...createMeaning(options, term, meaning), ...extra(meaning)]);
  if (!term.maybe) return made.map((parts) => element(document, 'div', 'meaning', ...parts));
  const list = element(
    document,
    'ul',
    'meaning-list',
    ...made.map((parts) => element(document, 'li', 'meaning', ...parts)),
  );
  return [element(document, 'p', 'meaning-maybe', translate('termMaybe')), list];
}

/** Where a meaning comes from, in words. */
export function sourceInWords(
  { translate, locale }: Pick<ReaderPorts, 'translate' | 'locale'>,
  meaning: Meaning,
): string {
  if (meaning.source === 'article') return translate('termFromArticle');
  if (meaning.source === 'reader') return translate('termFromReader');
  const month = meaning.asOf === null ? null : formatPublishedTime(meaning.asOf, locale);
  return month === null ? translate('termFromGlossaryUndated') : translate('termFromGlossary', month);
}

function createMeaning(options: TermListOptions, { term }: Term, meaning: Meaning): HTMLElement[] {
  const { document } = options;
  const { fullName, kind, definition, source } = meaning;
  const made: HTMLElement[] = [];
  const isQuotation = source === 'article';
  if (fullName !== null && fullName !== term && !(isQuotation && definition === ''))
    made.push(inLanguage(options, meaning, element(document, 'p', 'meaning-name', fullName)));
  if (kind !== null) made.push(inLanguage(options, meaning, element(document, 'p', 'meaning-kind', kind)));
  if (isQuotation) made.push(quotation(options, meaning));
  else if (definition !== '')
    made.push(inLanguage(options, meaning, element(document, 'p', 'meaning-text', definition)));
  made.push(element(document, 'p', 'meaning-source', sourceInWords(options, meaning)));
  return made;
}

/** The words of the article, which lead to their place in it. */
function quotation(options: TermListOptions, { definition, fullName, place }: Meaning): HTMLElement {
  const { document, article } = options;
  const words = definition || (fullName ?? '');
  const link = place && placeLink(document, words, (made) => options.show(place, made));
  return inLanguageOf(article, element(document, 'blockquote', 'said quoted', link ?? words));
}

function inLanguage({ article }: TermListOptions, { source }: Meaning, made: HTMLElement): HTMLElement {
  if (source === 'article') return inLanguageOf(article, made);
  made.dir = 'auto';
  // Nobody knows in which language readers write.
  if (source === 'glossary') made.lang = GLOSSARY_LANGUAGE;
  return made;
}
