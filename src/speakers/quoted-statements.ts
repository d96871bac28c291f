import type { ReadParagraph } from './read-paragraphs.ts';
import type { Statement } from './statement.ts';

/** Fewer words in quotation marks may be a title or a word quoted as a word. */
const FEWEST_WORDS = 4;
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/** What stands in quotation marks, where nothing is known of the language: nobody is named. */
export function quotedStatements(paragraphs: readonly ReadParagraph[]): Statement[] {
  return paragraphs.flatMap(({ quotations, tokens }) =>
    quotations
      .filter(({ inner: [from, to] }) => {
        const words = tokens.words.filter((word, token) => {
          const start = tokens.start[token] ?? 0;
          return start >= from && start < to && /[\p{L}\p{N}]/u.test(word);
        });
        return (
          words.length >= FEWEST_WORDS || words.some((word) => SPACELESS.test(word) && word.length >= FEWEST_WORDS)
        );
      })
      .map(
        ({ start, end, continues }): Statement => ({
          content: [[start, end]],
          source: null,
          cue: null,
          kind: 'direct',
          speech: true,
          continues,
        }),
      ),
  );
}
