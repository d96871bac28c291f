import type { Range } from '../../src/text/span.ts';

/** A statement as its annotator marked it; ranges in UTF-16 units of the text, each column in the order of the text. */
export interface BratAttribution {
  source: Range[];
  cue: Range[];
  content: Range[];
}

/** "T5⇥Content 10 24;30 41⇥words": a mark, in one or more stretches. */
const MARK = /^(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t/;
/** "E1⇥Attribution:T4 Content:T3 Cue:T2 Source:T1": which marks belong together; some have no source. */
const EVENT = /^E\d+\tAttribution\S*?:T\d+ ?(.*)$/;
/** brat numbers the second of a kind: "Content2". */
const PART = /^(Source|Cue|Content)\d*$/;
const COLUMNS = { Source: 'source', Cue: 'cue', Content: 'content' } as const;

/**
 * Reads the statements of a file in brat's standoff format (https://brat.nlplab.org/standoff.html), in the order of the
 * text. brat counts in characters of Unicode. Throws where a mark lies outside the text or a statement has a mark that is
 * not there.
 */
export function readBratAttributions(annotations: string, text: string): BratAttribution[] {
  const lines = annotations.split(/\r?\n/);
  const offsets = unitsOfCharacters(text);
  const marks = new Map<string, Range[]>();
  for (const line of lines) {
    const [, id, stretches] = MARK.exec(line) ?? [];
    if (id !== undefined && stretches !== undefined)
      marks.set(
        id,
        stretches.split(';').map((stretch) => rangeOf(stretch, offsets, id)),
      );
  }
  return lines
    .flatMap((line) => {
      const [, parts] = EVENT.exec(line) ?? [];
      return parts === undefined ? [] : [attributionOf(parts, marks, line)];
    })
    .filter(({ content }) => content.length > 0)
    .sort((one, other) => (one.content[0]?.[0] ?? 0) - (other.content[0]?.[0] ?? 0));
}

/** At the number of each character of Unicode its offset in UTF-16 units; the last is the text's end. */
function unitsOfCharacters(text: string): number[] {
  const offsets = [0];
  let at = 0;
  for (const character of text) {
    at += character.length;
    offsets.push(at);
  }
  return offsets;
}

function rangeOf(stretch: string, offsets: readonly number[], id: string): Range {
  const [from = 0, to = 0] = stretch.split(' ').map(Number);
  const [start, end] = [offsets[from], offsets[to]];
  if (start === undefined || end === undefined || start >= end) throw new Error(`${id} lies outside the text`);
  return [start, end];
}

function attributionOf(parts: string, marks: ReadonlyMap<string, Range[]>, line: string): BratAttribution {
  const attribution: BratAttribution = { source: [], cue: [], content: [] };
  for (const part of parts.split(' ')) {
    const [name = '', id = ''] = part.split(':');
    const [, kind] = PART.exec(name) ?? [];
    if (kind !== 'Source' && kind !== 'Cue' && kind !== 'Content') continue;
    const ranges = marks.get(id);
    if (ranges === undefined) throw new Error(`there is no mark ${id}: ${line}`);
    attribution[COLUMNS[kind]].push(...ranges);
  }
  for (const column of Object.values(COLUMNS)) attribution[column].sort(([one], [other]) => one - other);
  return attribution;
}
