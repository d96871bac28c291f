import type { Quotation } from '../text/quotation-marks.ts';
import type { Range } from '../text/span.ts';

/** Where a token stands to the quotation marks around it. */
export const OUTSIDE = 0;
export const OPENING = 1;
export const INSIDE = 2;
export const CLOSING = 3;

/** The tokens of a paragraph, as columns; offsets in UTF-16 units of the whole text. */
export interface Tokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** The word in lower case; a quotation mark of whatever style is `“` or `”`. */
  words: string[];
  /** As written. */
  surfaces: string[];
  /** The number of the token's sentence within the paragraph. */
  sentence: Int32Array;
  quote: Uint8Array;
}

/** Words with their inner apostrophes and hyphens, numbers with separators and signs, else one visible character each. */
const TOKEN =
  /\p{N}+(?:[.,:]\p{N}+)*%?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’\-‑.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|\.{2,}|[^\s\p{Cf}]/gu;
const POSSESSIVE = /['’]s$/iu;

/** Cuts a paragraph into tokens; `'s` is one of its own. `sentences` and `quotations` are those of the paragraph, in order. */
export function tokensOf(
  text: string,
  paragraph: Range,
  sentences: readonly Range[],
  quotations: readonly Quotation[],
): Tokens {
  const pieces: Range[] = [];
  const [from, to] = paragraph;
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (match[0].length > 2 && POSSESSIVE.test(match[0])) pieces.push([start, end - 2], [end - 2, end]);
    else pieces.push([start, end]);
  }
  const tokens: Tokens = {
    count: pieces.length,
    start: new Int32Array(pieces.length),
    end: new Int32Array(pieces.length),
    words: [],
    surfaces: [],
    sentence: new Int32Array(pieces.length),
    quote: new Uint8Array(pieces.length),
  };
  let sentence = 0;
  let next = 0;
  pieces.forEach(([start, end], index) => {
    while (sentence < sentences.length - 1 && start >= (sentences[sentence]?.[1] ?? end)) sentence++;
    while (next < quotations.length && start >= (quotations[next]?.end ?? end)) next++;
    const quote = quoteStateOf(quotations[next], start, end);
    const surface = text.slice(start, end);
    tokens.start[index] = start;
    tokens.end[index] = end;
    tokens.sentence[index] = sentence;
    tokens.quote[index] = quote;
    tokens.surfaces.push(surface);
    tokens.words.push(quote === OPENING ? '“' : quote === CLOSING ? '”' : surface.toLowerCase());
  });
  return tokens;
}

function quoteStateOf(quotation: Quotation | undefined, start: number, end: number): number {
  if (quotation === undefined || end <= quotation.start) return OUTSIDE;
  if (end <= quotation.inner[0]) return OPENING;
  return start >= quotation.inner[1] && quotation.closed ? CLOSING : INSIDE;
}
