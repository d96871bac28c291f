import type { Removal } from '../src/article/article.ts';

/** How much of a removed piece's text is shown, in characters. */
const EXCERPT_LENGTH = 72;

export interface ReadingSummary {
  title: string;
  words: number;
  removed: readonly Removal[];
  /** The path of the picture of the reading view. */
  screenshot: string;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= EXCERPT_LENGTH ? line : `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`;
}

/** What was read, for a terminal. `reasonOf` gives the words for a removal's reason. */
export function describeReading(summary: ReadingSummary, reasonOf: (removal: Removal) => string): string {
  const removed = summary.removed.map(
    (removal) => `  ${removal.rule} (${reasonOf(removal)}): ${excerpt(removal.text)}`,
  );
  return [
    `Title: ${summary.title}`,
    `Words: ${summary.words}`,
    `Removed: ${removed.length === 0 ? 'nothing' : removed.length}`,
    ...removed,
    `Picture of the reading view: ${summary.screenshot}`,
  ].join('\n');
}
