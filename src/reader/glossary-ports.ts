import type { DictionaryAnswer } from '../glossary/dictionary.ts';
import type { Term } from '../glossary/term.ts';
import type { ReadAloud, ShownArticle } from './ports.ts';

/** What came of looking for terms: the terms with the ids of those that the reader knows, or what was missing. */
export type TermsAnswer = { terms: readonly Term[]; known: readonly string[] } | 'no-answer' | 'no-glossary';

/** What came of adding to the reader's own glossary. */
export type KeepAnswer = 'kept' | 'full' | 'not-stored' | 'no-answer';

/** What came of looking a word up in the dictionary. */
export type WordAnswer = DictionaryAnswer | 'not-found' | 'no-dictionary' | 'no-answer';

/** What came of asking Wikipedia for a summary. */
export type PageAnswer = PageSummary | { status: 'needs-permission' | 'offline' | 'not-found' | 'no-answer' };

/** The summary of a Wikipedia article. */
export interface PageSummary {
  status: 'found';
  title: string;
  /** Plain text, never markup. */
  extract: string;
  /** Of the whole article. */
  address: string;
  /** BCP 47 */
  language: string;
  /** The name of the licence. */
  licence: string;
}

/** Whoever answers questions about terms. All of these may reject, or never answer. */
export interface GlossaryQuestions {
  askTerms(article: ShownArticle['article']): Promise<Exclude<TermsAnswer, 'no-answer'>>;
  tellKnown(id: string, term: string, isKnown: boolean): Promise<void>;
  keepOwnTerm(term: string, definition: string): Promise<Exclude<KeepAnswer, 'no-answer'>>;
  /** `opensSentence`: the capital of the word tells nothing. */
  lookUpWord(word: string, opensSentence: boolean): Promise<Exclude<WordAnswer, 'no-answer'>>;
  /** @param title as the English Wikipedia has it. */
  lookUpPage(title: string, language: string | null): Promise<PageAnswer>;
}

/** The article on show, as its glossary needs it. Nothing here rejects. */
export interface GlossarySubject {
  shown: ShownArticle;
  readAloud: ReadAloud;
  /**
   * The terms of the article's blocks as they are now; looked for once, and again where pieces were put back or the
   * reader's glossary has grown since, or where it went wrong.
   */
  findTerms(): Promise<TermsAnswer>;
  /** Keeps in mind that the reader knows a term, or does not; false where it could not be stored. */
  know(term: Pick<Term, 'id' | 'term'>, isKnown: boolean): Promise<boolean>;
  keepOwnTerm(term: string, definition: string): Promise<KeepAnswer>;
  lookUpWord(word: string, opensSentence: boolean): Promise<WordAnswer>;
  lookUpPage(title: string): Promise<PageAnswer>;
}

/** The part of the view that comes with the first term, with the first selection, or when the panel is asked for. */
export interface GlossaryPart {
  /** Opens the panel, or closes it. */
  toggle(subject: GlossarySubject): void;
  /** Makes the chosen terms pressable in the text, where the settings say so. */
  markTerms(subject: GlossarySubject): Promise<void>;
  /** Explains what the reader selects, from now on. */
  explainSelections(subject: GlossarySubject): void;
}
