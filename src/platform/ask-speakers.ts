import type { Article } from '../article/article.ts';
import { browser } from './browser.ts';
import type { ReaderMessage, SpeakersReply } from './messages.ts';

/** Asks the background who says what in an article. Rejects where nobody answers (the extension was reloaded). */
export async function askSpeakers({ blocks, language }: Pick<Article, 'blocks' | 'language'>): Promise<SpeakersReply> {
  const question: ReaderMessage = { type: 'find-speakers', blocks, language };
  const reply = await browser.runtime.sendMessage(question);
  if (!reply) throw new Error('the background did not answer');
  return reply as SpeakersReply;
}
