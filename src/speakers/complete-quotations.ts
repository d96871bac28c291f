import { CONTENT, OTHER } from './labels.ts';
import type { ReadParagraph } from './read-paragraphs.ts';
import { labelSpan, tokensWithin } from './token-ranges.ts';

/** A quotation with fewer words may be a title or a single word quoted as a word. */
const FEWEST_WORDS = 5;
const HALF = 0.5;
const ENDS_SPEECH = /[.,!?…]["”’»“'\s]*$/u;

/** Where speech has double marks, single ones around words with capitals stand for a title: 'All Bets Are Off'. */
const SINGLE = /^['‘]$/;
const LONGER = 4;
const FEWEST_OF_TITLE = 2;

/** Makes whole what the tagger took in part: a quotation is content from mark to mark or not at all. */
export function completeQuotations(paragraphs: readonly ReadParagraph[], labels: readonly Uint8Array[], text: string) {
  const doubled = quotesWithDoubleMarks(paragraphs);
  paragraphs.forEach(({ tokens, quotations }, index) => {
    const own = labels[index];
    if (own === undefined) return;
    for (const { start, end, inner, closed, opening } of quotations) {
      const [from, to] = tokensWithin(tokens, [start, end]);
      if (index > 0 && doubled && SINGLE.test(opening) && isTitle(text.slice(...inner))) {
        if (standsAlone(own, from, to)) own.fill(OTHER, from, to);
        continue;
      }
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

function quotesWithDoubleMarks(paragraphs: readonly ReadParagraph[]): boolean {
  const openings = paragraphs.flatMap(({ quotations }) => quotations.map(({ opening }) => opening));
  return openings.filter((opening) => SINGLE.test(opening)).length < openings.length / 2;
}

function isTitle(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length >= FEWEST_OF_TITLE && words.every((word) => word.length < LONGER || capitals.includes(word));
}

/** Whether the content is the quotation and no more: a title within what is said belongs to it. */
function standsAlone(labels: Uint8Array, from: number, to: number): boolean {
  return labels[from - 1] !== CONTENT && labels[from - 1] !== CONTENT + 1 && labels[to] !== CONTENT + 1;
}
