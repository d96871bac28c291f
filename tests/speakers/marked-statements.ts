import type { Statement } from '../../src/speakers/statement.ts';
import type { Prose } from '../../src/text/block-map.ts';
import type { Range } from '../../src/text/span.ts';

interface Marked {
  prose: Prose;
  statements: Statement[];
}

const MARK = /<(\d)|\[(\d)|[>\]]/g;

/**
 * Reads a text in which the source of a statement stands in `<1 >` and what is said in `[1 ]`; the digit ties them
 * together. What begins with a quotation mark is direct speech. A statement with the digit 0 goes on from the one before.
 */
export function readMarked(marked: string): Marked {
  let text = '';
  let from = 0;
  const open: { digit: string; isSource: boolean; start: number }[] = [];
  const found: { digit: string; isSource: boolean; range: Range }[] = [];
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    const digit = match[1] ?? match[2];
    if (digit !== undefined) open.push({ digit, isSource: match[1] !== undefined, start: text.length });
    else {
      const mark = open.pop();
      if (mark !== undefined) found.push({ ...mark, range: [mark.start, text.length] });
    }
  }
  text += marked.slice(from);
  const statements = found
    .filter(({ isSource }) => !isSource)
    .map(({ digit, range }): Statement => {
      const source = found.find((other) => other.isSource && other.digit === digit)?.range ?? null;
      const kind = /^[“‘"]/.test(text.slice(range[0])) ? 'direct' : 'indirect';
      return { content: [range], source, cue: null, kind, continues: digit === '0', speech: true };
    })
    .sort((one, other) => (one.content[0]?.[0] ?? 0) - (other.content[0]?.[0] ?? 0));
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }): Range => [index, index + line.length]);
  return { prose: { text, paragraphs }, statements };
}
