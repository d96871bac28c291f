import type { Range } from '../text/span.ts';
import type { AttributionKind } from './attribution.ts';

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
