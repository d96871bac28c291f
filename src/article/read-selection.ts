import type { Article } from './article.ts';
import { composeArticle } from './compose.ts';
import { gatherHints } from './hints.ts';
import { resolveImages } from './lazy-images.ts';
import { factsOf } from './read-article.ts';
import type { ReadingTools } from './reading-rules.ts';
import { sanitizeElement } from './sanitize.ts';
import { putBack, setAside } from './set-aside.ts';
import { baseAddressOf, copyFragments } from './snapshot.ts';
import { unclobbered } from './unclobbered.ts';

/**
 * Reads what a person selected: `fragments` are the cloned contents of the selection's ranges, in document order.
 * Null where the selection holds no text; never throws; `document` is not changed.
 */
export function readSelection(
  fragments: readonly DocumentFragment[],
  document: Document,
  tools: ReadingTools,
): Article | null {
  try {
    // Whoever selects nothing but a headline or a share button wants to read just that.
    for (const clutter of ['removed', 'kept'] as const) {
      const article = readFragments(fragments, document, tools, clutter);
      if (article.blocks.length > 0) return article;
    }
  } catch {
    // A fragment that cannot be read is as one that holds no text.
  }
  return null;
}

/**
 * Reads parts of a page, each with all that it holds: fragments, or elements of `document` themselves. With `clutter`
 * kept, nothing is left out. May throw on what was never meant to be read; `document` is not changed.
 */
export function readFragments(
  fragments: readonly Node[],
  document: Document,
  tools: ReadingTools,
  clutter: 'removed' | 'kept',
): Article {
  const url = unclobbered(document, 'URL');
  const baseAddress = baseAddressOf(document);
  const copy = copyFragments(fragments, document, baseAddress);
  const elements = resolveImages(copy, baseAddress, tools.rules.pictures);
  const kept = setAside(copy, elements, baseAddress, tools.rules);
  const root = copy.createElement('div');
  root.append(...copy.body.childNodes);
  putBack(root, kept);
  sanitizeElement(root, tools.window, url);
  const facts = { ...factsOf(url, gatherHints(document, tools.rules.head), null, null), description: null };
  return composeArticle(root, facts, [], tools.rules, clutter);
}
