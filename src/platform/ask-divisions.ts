import { browser } from './browser.ts';
import type { DivisionsReply, ReaderMessage } from './messages.ts';

/** Has the background divide words of a language (BCP 47). Rejects where nobody answers (the extension was reloaded). */
export async function askDivisions(words: readonly string[], language: string | null): Promise<DivisionsReply> {
  const question: ReaderMessage = { type: 'divide-words', words, language };
  const reply = await browser.runtime.sendMessage(question);
  if (!reply) throw new Error('the background did not answer');
  return reply as DivisionsReply;
}
