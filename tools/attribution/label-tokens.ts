import { CONTENT, CUE, SOURCE, STANCE } from '../../src/speakers/labels.ts';
import type { Tokens } from '../../src/speakers/tokens.ts';
import type { Range } from '../../src/text/span.ts';
import type { TrainingArticle } from './training-article.ts';

/** The labels of a paragraph's tokens as annotated; where spans overlap, content goes before source and that before cue. */
export function labelTokens({ text, attributions }: TrainingArticle, tokens: Tokens): Uint8Array {
  const labels = new Uint8Array(tokens.count);
  const from = tokens.start[0] ?? 0;
  const to = tokens.end[tokens.count - 1] ?? 0;
  const mark = (ranges: readonly Range[], label: number) => {
    for (const [start, end] of ranges) {
      if (start >= to || end <= from) continue;
      let first = true;
      for (let token = 0; token < tokens.count; token++) {
        const at = tokens.start[token] ?? 0;
        if (at < start || at >= end) continue;
        labels[token] = first ? label : label + 1;
        first = false;
      }
    }
  };
  for (const { cue, speech } of attributions) mark(cue, speech === false ? STANCE : CUE);
  for (const { source } of attributions) mark(source, SOURCE);
  for (const { content } of attributions) mark(joined(content, text), CONTENT);
  return labels;
}

/** The corpus cuts content at every sentence; pieces with nothing but white space between them are one. */
function joined(ranges: readonly Range[], text: string): Range[] {
  const pieces: Range[] = [];
  for (const [start, end] of ranges) {
    const last = pieces.at(-1);
    if (last !== undefined && text.slice(last[1], start).trim() === '') pieces[pieces.length - 1] = [last[0], end];
    else pieces.push([start, end]);
  }
  return pieces;
}
