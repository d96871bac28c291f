import { textsUnder } from '../article/elements.ts';
import type { Term } from '../glossary/term.ts';
import { findSentences } from '../text/sentences.ts';
import { collapseWhiteSpace } from '../text/white-space.ts';
import type { ShownArticle } from './ports.ts';
import type { TermInText } from './term-marks.ts';
import { ADDED, findRanges } from './text-range.ts';

/** `Range.START_TO_END` and `Range.END_TO_START`, which have no values without a window. */
const START_TO_END = 1;
const END_TO_START = 3;

/** More words than these are a passage, which no glossary explains. */
const MOST_WORDS = 4;
/** In UTF-16 units: longer than any word of a dictionary. */
const LONGEST = 80;

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*/gu;

/** Words that a reader selected in the article. */
export interface SelectedWords {
  /** Without the marks around them. */
  words: string;
  range: Range;
  /** Whether a sentence begins with them: a capital then tells nothing. */
  opensSentence: boolean;
}

/** The words of a range within the article; null where it holds none, or more than a few. */
export function readSelectedWords(range: Range): SelectedWords | null {
  const selected = collapseWhiteSpace(textOf(range).replaceAll('\u00ad', ''));
  const words = selected.replace(EDGES, '').replace(/['’]s$/u, '');
  if (words === '' || selected.length > LONGEST || selected.split(' ').length > MOST_WORDS) return null;
  const block = blockAt(range.startContainer);
  // Words of the view itself, and a passage over two blocks, are none of the article's.
  if (!block || block !== blockAt(range.endContainer)) return null;
  return { words, range, opensSentence: opensSentence(block, range) };
}

/** The word at a place in a text node, where the caret is after a press; null where there is none. */
export function wordAt(caret: Range): Range | null {
  const { startContainer, startOffset } = caret;
  if (startContainer.nodeType !== startContainer.TEXT_NODE) return null;
  const { data } = startContainer as Text;
  for (const match of data.matchAll(WORD)) {
    const end = match.index + match[0].length;
    if (match.index > startOffset || end < startOffset) continue;
    const word = caret.cloneRange();
    word.setStart(startContainer, match.index);
    word.setEnd(startContainer, end);
    return word;
  }
  return null;
}

/** Whether words are a name, which no dictionary has: a capital where no sentence begins, or not at a word's head alone. */
export function isName({ words, opensSentence }: Pick<SelectedWords, 'words' | 'opensSentence'>): boolean {
  return /\p{Lu}/u.test(opensSentence ? words.slice(1) : words);
}

/** The term that is named where these words stand: they are within a mention, or hold one. Null where there is none. */
export function termAt(
  shown: ShownArticle,
  terms: readonly Term[],
  { range, words }: SelectedWords,
): TermInText | null {
  const block = blockAt(range.startContainer)?.getAttribute('data-block');
  const near = terms.flatMap((term) =>
    term.mentions.flatMap((mention) => (mention.block === block ? [{ term, mention }] : [])),
  );
  const ranges = findRanges(
    shown,
    near.map(({ mention }) => mention),
  );
  const here = near.find((_, index) => {
    const own = ranges[index];
    return (
      own && own.compareBoundaryPoints(START_TO_END, range) > 0 && own.compareBoundaryPoints(END_TO_START, range) < 0
    );
  });
  if (here) return here;
  // Named elsewhere, and here in a place where it is not looked for: a headline in capitals, or a caption.
  const named = terms.find(({ term }) => term === words);
  const [mention] = named?.mentions ?? [];
  return named && mention ? { term: named, mention } : null;
}

function blockAt(node: Node): Element | null {
  const at = node.nodeType === node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  return at?.closest('[data-block]') ?? null;
}

/** What a range says, without what the view has added to it. */
function textOf(range: Range): string {
  const copy = range.cloneContents();
  for (const added of copy.querySelectorAll(`[${ADDED}]`)) added.remove();
  return copy.textContent ?? '';
}

function opensSentence(block: Element, range: Range): boolean {
  const [first] = textsUnder(block);
  if (!first) return false;
  const before = range.cloneRange();
  before.setStart(first, 0);
  const text = textOf(before);
  before.setEnd(range.startContainer, range.startOffset);
  const start = textOf(before).length;
  return findSentences(text, [0, text.length]).some(
    ([from]) => from <= start && !/[\p{L}\p{N}]/u.test(text.slice(from, start)),
  );
}
