import type { ShownArticle } from './ports.ts';

/** So far below the upper edge of the view, in CSS pixels, stands what one reads first: below the bar. */
const BELOW_BAR = 80;

/**
 * Runs what changes the look of an article, and keeps at its place what stands at the top of the view. Browsers do not:
 * they leave the scroll position alone where paddings have changed too.
 */
export function keepReadingPlace({ element, stage }: Pick<ShownArticle, 'element' | 'stage'>, run: () => void): void {
  const view = stage.parentElement;
  const edge = (view?.getBoundingClientRect().top ?? 0) + BELOW_BAR;
  // The very beginning stays the beginning.
  const block = view && view.scrollTop > 0 ? firstBelow(element, edge) : null;
  const before = block?.getBoundingClientRect();
  run();
  if (!view || !block || !before || before.height === 0) return;
  const { top, height } = block.getBoundingClientRect();
  // As far into a block that is cut off as one was before.
  const into = Math.max(0, edge - before.top) / before.height;
  const gap = Math.max(0, before.top - edge);
  view.scrollTop += top + into * height - gap - edge;
}

/** The first leaf of the article's tree of blocks that ends below `edge`. */
function firstBelow(root: Element, edge: number): Element | null {
  let found: Element | null = null;
  let level = root;
  for (;;) {
    const next = Array.from(level.children).find((child) => {
      const { bottom, height } = child.getBoundingClientRect();
      return height > 0 && bottom > edge;
    });
    if (!next) return found;
    found = next;
    if (next.matches('p, h1, h2, h3, h4, h5, h6, figure, li, pre, table')) return found;
    level = next;
  }
}
