import type { Article } from '../article/article.ts';
import type { ShownArticle, SpeakersAnswer, SpeakersSubject } from './ports.ts';

/** How long an answer may take, in milliseconds: long enough for a transcript on a slow machine. */
const PATIENCE = 15_000;

/** In UTF-16 units, about 80,000 words: whoever reads more than that says so first, by opening the panel. */
const LONGEST_UNASKED = 500_000;

/** Makes an article on show askable for its speakers. `ask` may reject, or never answer. */
export function createSpeakersSubject(
  shown: ShownArticle,
  ask: (article: Pick<Article, 'blocks' | 'language'>) => Promise<SpeakersAnswer>,
): SpeakersSubject {
  let asked: { blocks: string; answer: Promise<SpeakersAnswer> } | null = null;
  const find = async (): Promise<SpeakersAnswer> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<SpeakersAnswer>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, 'no-answer');
    });
    try {
      return await Promise.race([ask(shown.article), tooLate]);
    } catch {
      return 'no-answer';
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    shown,
    findSpeakers() {
      const blocks = shown.article.blocks.map(({ id }) => id).join(' ');
      if (asked?.blocks === blocks) return asked.answer;
      const answer = find();
      const now = { blocks, answer };
      asked = now;
      void answer.then((found) => {
        if (typeof found === 'string' && asked === now) asked = null;
      });
      return answer;
    },
  };
}

/** Whether somebody was found who speaks. */
export function hasSpeakers(answer: SpeakersAnswer): boolean {
  return typeof answer !== 'string' && answer.speakers.length > 0;
}

/** Whether an article is so long that its speakers are looked for on demand alone. */
export function isHuge({ blocks }: Pick<Article, 'blocks'>): boolean {
  return blocks.reduce((length, { text }) => length + text.length, 0) > LONGEST_UNASKED;
}
