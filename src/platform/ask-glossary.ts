import type { Article } from '../article/article.ts';
import { browser } from './browser.ts';
import type { KeepReply, ReaderMessage, TermsReply, WordReply } from './messages.ts';
import type { PageSummaryReply } from './wikipedia.ts';

/** Asks the background for the terms of an article. Rejects, as all of these do, where nobody answers. */
export async function askTerms({ blocks, language }: Pick<Article, 'blocks' | 'language'>): Promise<TermsReply> {
  return answered(await ask({ type: 'find-terms', blocks, language }));
}

/** Keeps in mind that the reader knows a term, or does not. */
export async function tellKnown(id: string, term: string, isKnown: boolean): Promise<void> {
  await ask({ type: 'know-term', id, term, isKnown });
}

/** Adds a term to the reader's own glossary. */
export async function keepOwnTerm(term: string, definition: string): Promise<KeepReply> {
  return answered(await ask({ type: 'keep-own-term', term, definition }));
}

/** Looks a word up in the dictionary. `opensSentence`: its capital tells nothing. */
export async function lookUpWord(word: string, opensSentence: boolean): Promise<WordReply> {
  return answered(await ask({ type: 'look-up-word', word, opensSentence }));
}

/** Fetches the summary of a Wikipedia article, by the title that the English Wikipedia gives it. */
export async function lookUpPage(title: string, language: string | null): Promise<PageSummaryReply> {
  return answered(await ask({ type: 'look-up-page', title, language }));
}

function ask(question: ReaderMessage): Promise<unknown> {
  return browser.runtime.sendMessage(question);
}

function answered<Reply>(reply: unknown): Reply {
  if (reply === undefined || reply === null) throw new Error('the background did not answer');
  return reply as Reply;
}
