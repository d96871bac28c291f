import type { Span } from '../text/span.ts';
import type { Level } from './entry.ts';

/** Who gives a meaning: the article itself, the reader's own glossary, or Lectern's. */
export type MeaningSource = 'article' | 'reader' | 'glossary';

/** What a term means, as its card shows it. */
export interface Meaning {
  source: MeaningSource;
  /** "UN Office for the Coordination of Humanitarian Affairs"; null where the term is the full name. */
  fullName: string | null;
  /** "armed group"; null where none is known. */
  kind: string | null;
  /** Plain text, never markup. For the article: its own words. Empty where only the full name is known. */
  definition: string;
  /** For the article: where it says so. */
  place: Span | null;
  /** The month up to which it is known to be true, `2025-01`; null for the article and the reader. */
  asOf: string | null;
  /** The title of the English Wikipedia's article, null where none is known. */
  wikipedia: string | null;
}

/** A term of an article with what it means. */
export interface Term {
  /** The same for the same term in every article: what "I know this" remembers. */
  id: string;
  /** As the glossary has it, or the article where only that explains it. */
  term: string;
  level: Level;
  /** The article's own words come first, then the reader's glossary, then Lectern's; never empty. */
  meanings: readonly Meaning[];
  /** Nothing decides between the meanings: the term may mean any of them. */
  maybe: boolean;
  /** Where the article gives the short form beside the long one, "(WHO)"; null where it does not. */
  shortForm: Span | null;
  /** Every place where it is named, in the order of the text; never empty. */
  mentions: readonly Span[];
}
