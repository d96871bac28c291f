/** What blocks are called in class names and ids, as assets/block-marks.json has it: patterns by what the block is. */
export type BlockMarkData = Readonly<Record<BlockMark, readonly string[]>>;

/** `lead`: what may be a standfirst, or the first paragraph of the text. */
export type BlockMark = 'caption' | 'byline' | 'note' | 'standfirst' | 'lead' | 'quote';

/** The same, made ready to be asked. */
export type BlockMarks = Readonly<Record<BlockMark, RegExp>>;

export function compileBlockMarks(data: BlockMarkData): BlockMarks {
  const { caption, byline, note, standfirst, lead, quote } = data;
  const pattern = (sources: readonly string[]) => new RegExp(sources.join('|'), 'i');
  return {
    caption: pattern(caption),
    byline: pattern(byline),
    note: pattern(note),
    standfirst: pattern(standfirst),
    lead: pattern(lead),
    quote: pattern(quote),
  };
}
