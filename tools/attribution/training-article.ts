import type { Range } from '../../src/text/span.ts';

/** An article with the statements that a person found in it. */
export interface TrainingArticle {
  id: string;
  text: string;
  paragraphs: Range[];
  attributions: {
    source: Range[];
    cue: Range[];
    content: Range[];
    /** Said or written, rather than thought, wanted or felt; left out where nobody judged it. */
    speech?: boolean;
  }[];
}

/** Paragraphs of a text whose paragraphs are parted by line feeds. */
export function paragraphsOf(text: string): Range[] {
  return [...text.matchAll(/\S(?:.*\S)?/g)].map(({ 0: line, index }): Range => [index, index + line.length]);
}
