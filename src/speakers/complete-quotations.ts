import { CONTENT, OTHER } from './labels.ts';
import type { ReadParagraph } from './read-paragraphs.ts';
import { labelSpan, tokensWithin } from './token-ranges.ts';

/** A quotation with fewer words may be a title or a single word quoted as a word. */
const FEWEST_WORDS = 5;
const HALF = 0.5;
const ENDS_SPEECH = /[.,!?…]["”’»“'\s]*$/u;

/** Makes whole what the tagger took in part: a quotation is content from mark to mark or not at all. */
export function completeQuotations(paragraphs: readonly ReadParagraph[], labels: readonly Uint8Array[], text: string) {
  paragraphs.forEach(({ tokens, quotations }, index) => {
    const own = labels[index];
    if (own === undefined) return;
    for (const { start, end, inner, closed } of quotations) {
      const [from, to] = tokensWithin(tokens, [start, end]);
      let content = 0;
      let foreign = 0;
      for (let token = from; token < to; token++)
        if ((own[token] ?? OTHER) >= CONTENT) content++;
        else if (own[token] !== OTHER) foreign++;
      if (content === to - from) continue;
      const [first, last] = tokensWithin(tokens, inner);
      const speech =
        last - first >= FEWEST_WORDS && (ENDS_SPEECH.test(text.slice(inner[1] - 2, end)) || !closed) && foreign === 0;
      if (content === 0 ? !speech : content < (to - from) * HALF) continue;
      // Content that goes on at either side stays one piece.
      const joins =
        from > 0 && (own[from] === CONTENT + 1 || (own[from - 1] === CONTENT + 1 && own[from] === CONTENT + 1));
      labelSpan(own, [from, to], CONTENT);
      if (joins) own[from] = CONTENT + 1;
    }
  });
}
