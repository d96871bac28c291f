/** A stretch of a block's text: UTF-16 units, the end is not part of it. */
export interface Span {
  /** The block's id. */
  block: string;
  start: number;
  end: number;
}

/** A stretch of one text: start and end in UTF-16 units, the end is not part of it. */
export type Range = readonly [start: number, end: number];
