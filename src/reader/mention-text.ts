import type { TextBlock } from '../article/article.ts';
import type { Span } from '../text/span.ts';

/** In UTF-16 units on each side: enough to know the place again, and seldom more than two lines. */
const AROUND = 40;

/** A mention amid the words around it, on one line; an ellipsis stands for what is cut off. */
export interface MentionText {
  before: string;
  words: string;
  after: string;
}

/** What stands in the article at a mention; null where its block is not there any more. */
export function mentionText(blocks: readonly TextBlock[], { block, start, end }: Span): MentionText | null {
  const text = blocks.find(({ id }) => id === block)?.text;
  if (text === undefined) return null;
  return {
    before: endOf(onOneLine(text.slice(0, start))),
    words: onOneLine(text.slice(start, end)),
    after: startOf(onOneLine(text.slice(end))),
  };
}

/** Code keeps its lines; every other text is on one already. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The last words of a text. */
function endOf(text: string): string {
  if (text.length <= AROUND) return text;
  const end = text.slice(-AROUND);
  return `…${end.slice(end.search(/\s|$/)).trimStart()}`;
}

/** The first words of a text. */
export function startOf(text: string): string {
  if (text.length <= AROUND) return text;
  return `${text.slice(0, AROUND).replace(/\S*$/, '').trimEnd()}…`;
}
