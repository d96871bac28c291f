import { countWords } from '../text/words.ts';
import type { Article } from './article.ts';
import { elementsNamed } from './elements.ts';
import { comparable, type PageBlock, pageBlocks } from './page-blocks.ts';
import { unclobbered } from './unclobbered.ts';

/** Shorter text is told from labels and menus by neither people nor rules. */
const FEWEST_WORDS = 20;
/** In UTF-16 units, for a text that closes as a sentence does. */
const SHORTEST_SENTENCE = 80;

/** A text with a greater share of its characters in links leads elsewhere. */
const MOST_LINKED = 0.4;

/** A text is in the article when this share of it is: a page may set a paragraph's mark or button beside its sentences. */
const NEARLY_ALL = 0.8;

/**
 * Finds the prose that a page shows and that stands neither in its article nor among what was taken out of it: what
 * nobody decided about. Takes a walk through the whole page, so it is done when someone asks.
 */
export function findLeftBehind(document: Document, article: Article): PageBlock[] {
  const texts = [
    article.title,
    article.byline ?? '',
    ...article.blocks.map(({ text }) => text),
    ...article.removed.map(({ text }) => text),
  ].map(comparable);
  const whole = new Set(texts);
  const known = texts.join('\n');
  const taken = article.removed.flatMap(({ origin, element }) => (origin === 'page' && element ? [element] : []));
  const seen = new Set<string>();
  return pageBlocks(document).filter((block) => {
    // Most blocks are in the article as they are, and a look into all of its text takes long.
    if (whole.has(comparable(block.text)) || seen.has(block.text)) return false;
    if (!isProse(block, article.language) || isKnown(block.text, known)) return false;
    if (taken.some((element) => unclobbered(element, 'contains')(block.element)) || !isShown(block.element))
      return false;
    seen.add(block.text);
    return true;
  });
}

function isProse({ element, text, isWhole }: PageBlock, language: string | null): boolean {
  const isLong = countWords(text, language) >= FEWEST_WORDS;
  if (!isLong && !(text.length >= SHORTEST_SENTENCE && /[.!?。！？…]["'”’»」』)\]]*$/.test(text))) return false;
  if (!isWhole) return true;
  const linked = elementsNamed(element, 'a').reduce((length, link) => length + (link.textContent ?? '').length, 0);
  return linked <= MOST_LINKED * text.length;
}

function isKnown(text: string, known: string): boolean {
  const whole = comparable(text);
  if (known.includes(whole)) return true;
  let found = 0;
  for (const sentence of text.split(/(?<=[.!?…]["'”’»)\]]*)\s|(?<=[。！？])/)) {
    const part = comparable(sentence);
    if (known.includes(part)) found += part.length;
  }
  return found >= NEARLY_ALL * whole.length;
}

/** What a person cannot see on the page is no loss; where the browser cannot tell, it is taken to be seen. */
function isShown(element: Element): boolean {
  const check: unknown = Reflect.get(Object.getPrototypeOf(element), 'checkVisibility');
  return typeof check !== 'function' || check.call(element, { visibilityProperty: true, opacityProperty: true });
}
