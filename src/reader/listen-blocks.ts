import { elementsUnder } from '../article/elements.ts';
import type { SpeechBlock } from '../speech/build-script.ts';
import type { Range as TextRange } from '../text/span.ts';
import type { ShownArticle } from './ports.ts';
import { offsetInBlock } from './text-offset.ts';

/** What a link to a footnote says: "1", "[12]", "(a)", "*". An exponent is no link. */
const NOTE_MARK = /^[\s([]*(?:\p{Nd}{1,3}|\p{Ll}|[*†‡§¶]{1,3})[\s)\]]*$/u;

/** The blocks of an article as they are to be spoken, in the order of reading; what only the view knows is read from it. */
export function speechBlocksOf({ article, element }: Pick<ShownArticle, 'article' | 'element'>): SpeechBlock[] {
  const elements = blockElements(element);
  return article.blocks.map(({ id, kind, text }) => {
    const block = elements.get(id);
    return {
      id,
      kind,
      text,
      language: block?.closest('[lang]')?.getAttribute('lang') || null,
      label: block ? labelOf(block) : null,
      silent: block ? noteMarksIn(block, text) : [],
    };
  });
}

/** The elements of the view that hold a block, by its id. */
export function blockElements(element: Element): Map<string, HTMLElement> {
  const blocks = element.querySelectorAll<HTMLElement>('[data-block]');
  return new Map([...blocks].map((block) => [block.dataset.block ?? '', block]));
}

/** What stands before an item of a numbered list; the browser draws it, and no text holds it. */
function labelOf(block: Element): string | null {
  const item = block.closest('li');
  const list = item?.parentElement;
  if (!item || list?.localName !== 'ol') return null;
  // Of an item of several paragraphs, the first alone has the number.
  if (item !== block && item.querySelector('[data-block]') !== block) return null;
  const items = [...list.children].filter(({ localName }) => localName === 'li');
  const isReversed = list.hasAttribute('reversed');
  let number = integerOf(list, 'start') ?? (isReversed ? items.length : 1);
  for (const one of items) {
    number = integerOf(one, 'value') ?? number;
    if (one === item) break;
    number += isReversed ? -1 : 1;
  }
  const type = list.getAttribute('type');
  const isLetter = (type === 'a' || type === 'A') && number >= 1 && number <= 26;
  return `${isLetter ? String.fromCharCode(type.charCodeAt(0) + number - 1) : number}.`;
}

function integerOf(element: Element, attribute: string): number | null {
  const value = Number.parseInt(element.getAttribute(attribute) ?? '', 10);
  return Number.isNaN(value) ? null : value;
}

function noteMarksIn(block: Element, text: string): TextRange[] {
  const links = elementsUnder(block).filter(({ localName }) => localName === 'a');
  return links.flatMap((link): TextRange[] => {
    if (!link.getAttribute('href')?.startsWith('#') || !NOTE_MARK.test(link.textContent ?? '')) return [];
    const raised = link.closest('sup');
    // The brackets may stand around the link.
    const mark = raised && block.contains(raised) && NOTE_MARK.test(raised.textContent ?? '') ? raised : link;
    const start = offsetInBlock(block, text, mark, 0);
    const end = offsetInBlock(block, text, mark, mark.childNodes.length);
    return [[start, text.slice(start, end).trimEnd().length + start]];
  });
}
