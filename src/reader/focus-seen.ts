import type { ShownArticle } from './ports.ts';

/** What is seen of the article between the bars, from top to bottom, in CSS pixels of the window. */
export interface Seen {
  top: number;
  bottom: number;
}

/** Where people look while they scroll: this share of what is seen from its top. */
const EYE = 1 / 3;

/** The element that scrolls the article. */
export function scrollerOf({ stage }: Pick<ShownArticle, 'stage'>): Element {
  return stage.parentElement ?? stage;
}

export function seenOf(shown: Pick<ShownArticle, 'stage' | 'covered'>): Seen {
  const scroller = scrollerOf(shown) as HTMLElement;
  const view = scroller.getBoundingClientRect();
  const bar = shown.covered[0]?.getBoundingClientRect();
  const top = bar ? Math.max(view.top, Math.min(bar.bottom, view.bottom)) : view.top;
  // The bar of listening says how high it is.
  const listening = Number.parseFloat(scroller.style.getPropertyValue('--listen')) || 0;
  return { top, bottom: Math.max(top, view.bottom - listening) };
}

/**
 * Where one reads while scrolling, as a share of what is seen from its top: a third, but for the two ends of the article,
 * so that scrolling reaches its first line and its last.
 * @param scrolled how far it is scrolled, and `most` how far it can be, in CSS pixels.
 * @param height that of what is seen, in CSS pixels.
 */
export function eyeLevel(scrolled: number, most: number, height: number): number {
  if (height <= 0 || most <= 0) return 0;
  if (most < height) return Math.min(1, Math.max(0, scrolled / most));
  return Math.max(Math.min(EYE, scrolled / height), 1 - (most - scrolled) / height, 0);
}

/**
 * How far to scroll down, in CSS pixels, so that something stands in the middle third of what is seen; where it is higher
 * than that, from the top of that third, or from the top of all.
 */
export function scrollToMiddle(seen: Seen, { top, bottom }: Seen): number {
  const third = (seen.bottom - seen.top) / 3;
  const [upper, lower] = [seen.top + third, seen.bottom - third];
  const height = bottom - top;
  if (height > 2 * third) return top - seen.top;
  if (height > third || top < upper) return top - upper;
  return bottom > lower ? bottom - lower : 0;
}
