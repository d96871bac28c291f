import { BlockMap } from '../text/block-map.ts';
import { firstIndex } from '../text/first-index.ts';
import type { Range } from '../text/span.ts';
import { findBarredPlaces } from './barred-places.ts';
import { findTokens, type Token } from './tokens.ts';

/** What is read of an article's block. */
export interface GlossedBlock {
  id: string;
  kind: string;
  text: string;
}

/** An article as the finders of terms read it; positions are UTF-16 offsets into `text`. */
export interface ArticleText {
  text: string;
  paragraphs: readonly Range[];
  tokens: readonly Token[];
  map: BlockMap;
  /** Whether a token stands where no term is looked for. */
  isBarred(index: number): boolean;
  /** Whether a token begins a sentence or a quotation, where any word has a capital. */
  opens(index: number): boolean;
  /** Whether a token stands in a line that gives most words a capital. */
  isInHeadline(index: number): boolean;
  /** The paragraph of a token. */
  paragraphOf(index: number): number;
}

/** Blocks that are no prose of the article. */
const UNREAD: ReadonlySet<string> = new Set(['byline', 'code']);
const OPENING = /(?:^|[.!?…:;•\n–—]["”’)\]]*|[“"‘'«([])\s*$/u;
const LOOK_BACK = 6;
const LONGEST_HEADLINE = 160;
const HEADLINE_SHARE = 0.7;

export function readArticleText(blocks: readonly GlossedBlock[]): ArticleText {
  const map = new BlockMap(blocks.filter(({ kind, text }) => !UNREAD.has(kind) && text.trim() !== ''));
  const { text, paragraphs } = map.prose;
  const tokens = findTokens(text);
  const barred = new Uint8Array(tokens.length);
  for (const [from, to] of findBarredPlaces(text, paragraphs))
    for (
      let index = firstIndex(tokens.length, (at) => (tokens[at]?.end ?? 0) > from);
      (tokens[index]?.start ?? to) < to;
      index++
    )
      barred[index] = 1;
  const paragraphOf = new Uint32Array(tokens.length);
  const headlines = new Uint8Array(paragraphs.length);
  let at = 0;
  paragraphs.forEach(([from, to], paragraph) => {
    const first = at;
    for (; (tokens[at]?.start ?? to) < to; at++) paragraphOf[at] = paragraph;
    if (to - from <= LONGEST_HEADLINE && isHeadline(tokens.slice(first, at))) headlines[paragraph] = 1;
  });
  return {
    text,
    paragraphs,
    tokens,
    map,
    isBarred: (index) => barred[index] === 1,
    opens(index) {
      const start = tokens[index]?.start ?? 0;
      return OPENING.test(text.slice(Math.max(0, start - LOOK_BACK), start));
    },
    isInHeadline: (index) => headlines[paragraphOf[index] ?? 0] === 1,
    paragraphOf: (index) => paragraphOf[index] ?? 0,
  };
}

function isHeadline(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ key }) => key.length > 3 && /^\p{L}/u.test(key));
  if (long.length < 3) return false;
  return long.filter(({ key }) => /^\p{Lu}/u.test(key)).length >= long.length * HEADLINE_SHARE;
}
