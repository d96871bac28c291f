import type { Prose } from '../text/block-map.ts';
import { findQuotations, type Quotation } from '../text/quotation-marks.ts';
import { findSentences } from '../text/sentences.ts';
import type { Range } from '../text/span.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/** A paragraph with what was read in it; offsets into the prose's text. */
export interface ReadParagraph {
  range: Range;
  sentences: Range[];
  /** Those that do not stand within another one. */
  quotations: Quotation[];
  tokens: Tokens;
}

export function readParagraphs({ text, paragraphs }: Prose, language: string | null): ReadParagraph[] {
  const quotations = findQuotations(text, paragraphs, language).filter(({ nested }) => !nested);
  let next = 0;
  return paragraphs.map((range) => {
    const own: Quotation[] = [];
    for (let found = quotations[next]; found !== undefined && found.start < range[1]; found = quotations[++next])
      own.push(found);
    const sentences = findSentences(text, range);
    return { range, sentences, quotations: own, tokens: tokensOf(text, range, sentences, own) };
  });
}
