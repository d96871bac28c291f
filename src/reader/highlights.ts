import { unclobbered } from '../article/unclobbered.ts';

/**
 * The names of the marks that text-buttons.css styles. The registry is the page's as well: whatever is marked, the page can
 * read, so a mark is taken away as soon as it has served.
 */
export type MarkName = 'lectern-syllable' | 'lectern-place' | 'lectern-speaker' | 'lectern-sentence' | 'lectern-word';

/** Of marks over the same text, which lies over which: the word that is spoken lies over all. */
const PRIORITIES: Readonly<Record<MarkName, number>> = {
  'lectern-syllable': -1,
  'lectern-sentence': 0,
  'lectern-speaker': 1,
  'lectern-place': 2,
  'lectern-word': 3,
};

/** What a window has where it knows the CSS Custom Highlight API. */
type HighlightWindow = Window & Pick<typeof globalThis, 'CSS' | 'Highlight'>;

/**
 * Marks ranges of text without touching the article: offsets, copying and screen readers find the same text as before.
 * Replaces the mark of that name; no range takes it away.
 */
export function markText(document: Document, name: MarkName, ranges: readonly Range[]): void {
  const window = unclobbered(document, 'defaultView');
  if (!window || !('Highlight' in window)) return;
  const { CSS, Highlight } = window as HighlightWindow;
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const mark = new Highlight(...ranges);
  mark.priority = PRIORITIES[name];
  CSS.highlights.set(name, mark);
}
