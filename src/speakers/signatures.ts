import { CONTENT, CUE, SOURCE } from './labels.ts';
import type { ReadParagraph } from './read-paragraphs.ts';
import { labelSpan, tokensWithin } from './token-ranges.ts';

/** Behind a quotation that fills its paragraph: a dash and who said it, to the paragraph's end. */
const SIGNATURE =
  /^\s*([—–―-]{1,2})\s*((?:\p{Lu}|the\s|an?\s)(?:[^"“”.!?]|(?<=\b\p{Lu})\.|(?<=\b(?:Mrs?|Dr|Jr|Sr|St))\.){1,80}?)[.\s]*$/u;

/** Labels pull quotes and readers' voices: “…” — Name, role. */
export function labelSignatures(paragraphs: readonly ReadParagraph[], labels: readonly Uint8Array[], text: string) {
  paragraphs.forEach(({ tokens, quotations, range: [start, end] }, index) => {
    const own = labels[index];
    const [quotation] = quotations;
    if (own === undefined || quotation === undefined || quotations.length > 1 || quotation.start > start + 1) return;
    const match = SIGNATURE.exec(text.slice(quotation.end, end));
    const [all, dash, name] = match ?? [];
    if (all === undefined || dash === undefined || name === undefined) return;
    const mark = quotation.end + all.indexOf(dash);
    const from = quotation.end + all.indexOf(name, all.indexOf(dash) + dash.length);
    own.fill(0);
    labelSpan(own, tokensWithin(tokens, [quotation.start, quotation.end]), CONTENT);
    labelSpan(own, tokensWithin(tokens, [mark, mark + dash.length]), CUE);
    labelSpan(own, tokensWithin(tokens, [from, from + name.length]), SOURCE);
  });
}
