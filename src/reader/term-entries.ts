import type { TextBlock } from '../article/article.ts';
import type { Term } from '../glossary/term.ts';
import type { Settings } from '../settings/settings.ts';

/** The terms of an article, as they are listed. */
export interface TermEntries {
  /** What is to be explained to most readers, and what the reader has explained themselves. */
  terms: Term[];
  /** Household names and everyday words of news. */
  wellKnown: Term[];
}

/** Arranges the terms of an article for people. */
export function arrangeTerms(
  terms: readonly Term[],
  blocks: readonly TextBlock[],
  order: Settings['termOrder'],
  language: string,
): TermEntries {
  const sorted = order === 'text' ? inTextOrder(terms, blocks) : inAlphabet(terms, language);
  return { terms: sorted.filter((term) => !isWellKnown(term)), wellKnown: sorted.filter(isWellKnown) };
}

function isWellKnown({ level, meanings }: Term): boolean {
  return (level === 0 || level === 3) && !meanings.some(({ source }) => source === 'reader');
}

function inAlphabet(terms: readonly Term[], language: string): Term[] {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', ignorePunctuation: true });
  return terms.toSorted((one, other) => compare(one.term, other.term));
}

function inTextOrder(terms: readonly Term[], blocks: readonly TextBlock[]): Term[] {
  const places = new Map(blocks.map(({ id }, index) => [id, index]));
  const placeOf = ({ mentions }: Term) => places.get(mentions[0]?.block ?? '') ?? blocks.length;
  const startOf = ({ mentions }: Term) => mentions[0]?.start ?? 0;
  return terms.toSorted((one, other) => placeOf(one) - placeOf(other) || startOf(one) - startOf(other));
}
