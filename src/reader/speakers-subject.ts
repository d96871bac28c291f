import type { Article } from '../article/article.ts';
import { createArticleQuestion } from './article-question.ts';
import type { ReadAloud, ShownArticle, SpeakersAnswer, SpeakersSubject } from './ports.ts';

/** Makes an article on show askable for its speakers. `ask` may reject, or never answer. */
export function createSpeakersSubject(
  shown: ShownArticle,
  ask: (article: Article) => Promise<SpeakersAnswer>,
  readAloud: ReadAloud,
): SpeakersSubject {
  const question = createArticleQuestion(shown.article, ask);
  return { shown, readAloud, findSpeakers: () => question.ask() };
}

/** Whether somebody was found who speaks. */
export function hasSpeakers(answer: SpeakersAnswer): boolean {
  return typeof answer !== 'string' && answer.speakers.length > 0;
}
