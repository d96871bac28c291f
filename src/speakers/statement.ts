import type { Range } from '../text/span.ts';
import type { AttributionKind } from './attribution.ts';

/** An article as one text, for those who look across its blocks. */
export interface Prose {
  /** The blocks' texts, in order, parted by line feeds. */
  text: string;
  /** Where each paragraph stands in it. */
  paragraphs: readonly Range[];
}

/** An attribution before it is known who its source is; ranges into the prose's text. */
export interface Statement {
  content: readonly Range[];
  source: Range | null;
  cue: Range | null;
  kind: AttributionKind;
  /** Said or written, rather than thought, wanted or felt. */
  speech: boolean;
  /** True where the quotation goes on from the statement before, over the end of a paragraph, without a source of its own. */
  continues: boolean;
}
