import { firstIndex } from './first-index.ts';
import type { Range, Span } from './span.ts';

/** An article as one text, for those who look across its blocks. */
export interface Prose {
  /** The blocks' texts, in order, parted by line feeds. */
  text: string;
  /** Where each paragraph stands in it. */
  paragraphs: readonly Range[];
}

/** A block by its id, with its text. */
interface MappedBlock {
  id: string;
  text: string;
}

/** The blocks of an article as one text, and the way back from its offsets. */
export class BlockMap {
  readonly prose: Prose;
  readonly #blocks: readonly MappedBlock[];
  readonly #starts: number[] = [];

  constructor(blocks: readonly MappedBlock[]) {
    this.#blocks = blocks;
    const paragraphs: Range[] = [];
    let at = 0;
    for (const { text } of blocks) {
      this.#starts.push(at);
      paragraphs.push([at, at + text.length]);
      at += text.length + 1;
    }
    this.prose = { text: blocks.map(({ text }) => text).join('\n'), paragraphs };
  }

  /** The span of a range that lies in one block; null where it is empty or lies in several. */
  spanOf(range: Range): Span | null {
    const [span, another] = this.spansOf(range);
    return another === undefined ? (span ?? null) : null;
  }

  /** A range as one span for each block that it touches. */
  spansOf([from, to]: Range): Span[] {
    const spans: Span[] = [];
    for (let index = this.#indexAt(from); index < this.#blocks.length; index++) {
      const block = this.#blocks[index];
      const start = this.#starts[index] ?? 0;
      if (block === undefined || start >= to) break;
      const piece: Span = {
        block: block.id,
        start: Math.max(0, from - start),
        end: Math.min(block.text.length, to - start),
      };
      if (piece.start < piece.end) spans.push(piece);
    }
    return spans;
  }

  #indexAt(offset: number): number {
    const behind = firstIndex(this.#starts.length, (index) => (this.#starts[index] ?? 0) > offset);
    return Math.max(behind - 1, 0);
  }
}
