import type { Term } from '../glossary/term.ts';
import type { Span } from '../text/span.ts';
import { element } from './element.ts';
import type { GlossarySubject } from './glossary-ports.ts';
import { createKnowButton } from './know-button.ts';
import { createMentionLinks } from './mention-links.ts';
import { createReadAloudButton } from './read-aloud-button.ts';
import { createMeanings, type TermListOptions } from './term-meanings.ts';
import { type CardAnchor, createTextCard, type TextCard } from './text-card.ts';
import { createWikipediaLookUp } from './wikipedia-look-up.ts';

export interface TermCardOptions extends TermListOptions {
  subject: GlossarySubject;
  anchor: CardAnchor;
  /** The mention by which the card opens; null where it is none. */
  mention: Span | null;
  isKnown: boolean;
  /** Marks the term no more, or again; false where that could not be remembered. */
  know(isKnown: boolean): Promise<boolean>;
}

/** Makes the card that tells what a term means, and who says so. */
export function createTermCard(options: TermCardOptions, term: Term): TextCard {
  const { document, translate, anchor } = options;
  const { shown, lookUpPage, readAloud } = options.subject;
  const subject = element(document, 'span', '', term.term);
  subject.dir = 'auto';
  const card = createTextCard({ document, translate, shown, anchor, question: 'termCardLabel', subject });
  const wikipedia = { document, translate, lookUp: lookUpPage, announce: shown.announce };
  card.element.append(
    ...createMeanings(options, term, (meaning) =>
      meaning.wikipedia === null ? [] : [createWikipediaLookUp(wikipedia, meaning.wikipedia)],
    ),
    createReadAloudButton(
      { document, translate, readAloud, announce: shown.announce, signal: card.closed },
      { text: spokenText(term), language: languageOf(term, shown.article.language), subject: null },
    ),
    createKnowButton({ ...options, announce: shown.announce }, term),
  );
  const others = term.mentions.filter((mention) => !isSame(mention, options.mention));
  if (others.length > 0)
    card.element.append(
      element(document, 'h3', 'card-part', translate('termElsewhere')),
      createMentionLinks(options, others),
    );
  return card;
}

/** All that the card says of the term, sentence by sentence. */
function spokenText({ term, meanings, maybe }: Term): string {
  const told = meanings.filter(({ source }) => source !== 'article');
  const read = told.length > 0 ? told : meanings;
  const sentences = read.flatMap(({ fullName, definition }) => [fullName, definition]);
  return [term, ...sentences.slice(0, maybe ? sentences.length : 2)]
    .filter((sentence): sentence is string => sentence !== null && sentence !== '')
    .map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}

/** Lectern's glossary is in English; the article and the reader write in the article's language. */
function languageOf({ meanings }: Term, language: string | null): string | null {
  return meanings.some(({ source }) => source === 'glossary') ? 'en' : language;
}

function isSame(one: Span, other: Span | null): boolean {
  return one.block === other?.block && one.start === other.start;
}
