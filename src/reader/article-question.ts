import type { Article } from '../article/article.ts';
import { answerOf } from './patience.ts';

/** In UTF-16 units, about 80,000 words: whoever reads more than that says so first, by opening a panel. */
const LONGEST_UNASKED = 500_000;

/** A question about an article, which is asked once for the blocks that it has. */
export interface ArticleQuestion<Answer> {
  /** Asks again where pieces were put back since, or where it went wrong. Never rejects. */
  ask(): Promise<Answer | 'no-answer'>;
  /** The next asking is the first: the answer may be another. */
  forget(): void;
}

/** Makes a question about an article; an answer that is a string tells what went wrong. `ask` may reject, or never answer. */
export function createArticleQuestion<Answer>(
  article: Article,
  ask: (article: Article) => Promise<Answer>,
): ArticleQuestion<Answer> {
  let asked: { blocks: string; answer: Promise<Answer | 'no-answer'> } | null = null;
  return {
    ask() {
      const blocks = article.blocks.map(({ id }) => id).join(' ');
      if (asked?.blocks === blocks) return asked.answer;
      const answer = answerOf(() => ask(article));
      const now = { blocks, answer };
      asked = now;
      void answer.then((found) => {
        if (typeof found === 'string' && asked === now) asked = null;
      });
      return answer;
    },
    forget() {
      asked = null;
    },
  };
}

/** Whether an article is so long that nothing is looked for in it unasked. */
export function isHuge({ blocks }: Pick<Article, 'blocks'>): boolean {
  return blocks.reduce((length, { text }) => length + text.length, 0) > LONGEST_UNASKED;
}
