import { createArticleQuestion } from './article-question.ts';
import type { GlossaryQuestions, GlossarySubject, TermsAnswer } from './glossary-ports.ts';
import { answerOf } from './patience.ts';
import type { ReadAloud, ShownArticle } from './ports.ts';

/** Makes an article on show askable for its terms, and for words in it. */
export function createGlossarySubject(
  shown: ShownArticle,
  questions: GlossaryQuestions,
  readAloud: ReadAloud,
): GlossarySubject {
  const terms = createArticleQuestion(shown.article, (article) => questions.askTerms(article));
  return {
    shown,
    readAloud,
    findTerms: () => terms.ask(),
    async know({ id, term }, isKnown) {
      const answer = await answerOf(() => questions.tellKnown(id, term, isKnown));
      // What was found before does not know of it.
      terms.forget();
      return answer !== 'no-answer';
    },
    async keepOwnTerm(term, definition) {
      const answer = await answerOf(() => questions.keepOwnTerm(term, definition));
      if (answer === 'kept') terms.forget();
      return answer;
    },
    lookUpWord: (word, opensSentence) => answerOf(() => questions.lookUpWord(word, opensSentence)),
    async lookUpPage(title) {
      try {
        // As long as it takes: the person may be asked for a permission first.
        return await questions.lookUpPage(title, shown.article.language);
      } catch {
        return { status: 'no-answer' };
      }
    },
  };
}

/** Whether terms were found. */
export function hasTerms(answer: TermsAnswer): boolean {
  return typeof answer !== 'string' && answer.terms.length > 0;
}
