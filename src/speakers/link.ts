import { firstIndex } from '../text/first-index.ts';
import type { Range } from '../text/span.ts';

/** A stretch that the tagger marked. */
export interface TaggedSpan {
  role: 'source' | 'cue' | 'content';
  range: Range;
  /** Numbers over the whole article. */
  paragraph: number;
  firstSentence: number;
  lastSentence: number;
  /** Of a cue: it reports speech or writing. */
  speech: boolean;
  /** All within quotation marks. */
  quoted: boolean;
}

/** Spans that belong together. */
export interface Link {
  contents: TaggedSpan[];
  cue: TaggedSpan | null;
  source: TaggedSpan | null;
}

/**
 * What parts two spans, in UTF-16 units of text between them: the distance of the published recipe's linker, measured on
 * annotated articles whose spans were given (99 % of the contents then get their own source).
 */
const ANOTHER_CUE_BETWEEN = 25;
const SOURCE_IN_ANOTHER_SENTENCE = 300;
const CONTENT_IN_ANOTHER_SENTENCE = 150;
const ANOTHER_PARAGRAPH = 400;
const FARTHEST_SOURCE = 600;
const FARTHEST_CUE = 900;
const FARTHEST_SOURCE_WITHOUT_CUE = 500;

const LEFT_AT_COMMA = /,["'”’»“]*$/u;
const GOES_ON = /^["'“‘«]*\p{Ll}/u;

/** So many spans on either side are looked at: farther ones never win, and a paragraph may hold thousands. */
const LOOKED_AT = 8;

/** Ties contents to their cues and cues to their sources. `spans` are in the order of `text`, in which their ranges lie. */
export function linkSpans(spans: readonly TaggedSpan[], text: string): Link[] {
  const sources = spans.filter(({ role }) => role === 'source');
  const cues = spans.filter(({ role }) => role === 'cue');
  const contents = spans.filter(({ role }) => role === 'content');
  const cuesBefore = (offset: number) => firstFrom(cues, offset);
  const between = (one: TaggedSpan, other: TaggedSpan) => {
    const [left, right] = one.range[0] < other.range[0] ? [one, other] : [other, one];
    return Math.max(0, cuesBefore(right.range[0]) - cuesBefore(left.range[1]));
  };
  const sourceOf = (cue: TaggedSpan) =>
    nearest(sources, cue, FARTHEST_SOURCE, (source) =>
      source.paragraph === cue.paragraph
        ? gap(source, cue) +
          ANOTHER_CUE_BETWEEN * between(source, cue) +
          (source.firstSentence === cue.firstSentence ? 0 : SOURCE_IN_ANOTHER_SENTENCE)
        : null,
    );
  const cueOf = (content: TaggedSpan) =>
    nearest(cues, content, FARTHEST_CUE, (cue) => {
      const paragraphs = Math.abs(cue.paragraph - content.paragraph);
      if (paragraphs > 1) return null;
      const together = cue.firstSentence === content.firstSentence || cue.firstSentence === content.lastSentence;
      return (
        gap(content, cue) +
        ANOTHER_CUE_BETWEEN * between(content, cue) +
        ANOTHER_PARAGRAPH * paragraphs +
        (together ? 0 : CONTENT_IN_ANOTHER_SENTENCE)
      );
    });
  const links: Link[] = [];
  const byCue = new Map<TaggedSpan, Link>();
  for (const content of contents) {
    const last = lastQuoted(links, content);
    if (last !== undefined && goesOn(content, last, cues, text)) {
      last.contents.push(content);
      continue;
    }
    const cue = cueOf(content);
    const linked = cue && byCue.get(cue);
    if (linked && linked.contents[0]?.paragraph === content.paragraph) {
      linked.contents.push(content);
      continue;
    }
    const source = cue ? sourceOf(cue) : sourceWithoutCue(content, sources);
    const link: Link = { contents: [content], cue, source };
    if (cue && !linked) byCue.set(cue, link);
    links.push(link);
  }
  return links;
}

/**
 * “We will go,” she said. “Tomorrow.” – a quotation in a sentence without a cue goes on from the last one of its
 * paragraph, whatever was told between them. “We,” she said, speaking of her firm, “will go.” – so does one that begins
 * within a sentence which the last one left at a comma.
 */
function goesOn(content: TaggedSpan, { contents, cue }: Link, cues: readonly TaggedSpan[], text: string): boolean {
  const last = contents.at(-1);
  if (last === undefined || cue === null || cue.range[0] > content.range[0]) return false;
  if (
    cue.range[0] > last.range[0] &&
    LEFT_AT_COMMA.test(text.slice(...last.range)) &&
    GOES_ON.test(text.slice(...content.range))
  )
    return content.firstSentence === last.lastSentence;
  const next = cues[firstFrom(cues, content.range[0])];
  const previous = cues[firstFrom(cues, content.range[0]) - 1];
  return (
    (next === undefined || next.firstSentence > content.lastSentence) &&
    (previous === undefined || previous.firstSentence < content.firstSentence)
  );
}

/** The last link of the paragraph that a quotation belongs to. */
function lastQuoted(links: readonly Link[], { paragraph, quoted }: TaggedSpan): Link | undefined {
  if (!quoted) return undefined;
  for (let index = links.length - 1; index >= 0; index--) {
    const last = links[index]?.contents.at(-1);
    if (last?.paragraph !== paragraph) return undefined;
    if (last.quoted) return links[index];
  }
  return undefined;
}

function sourceWithoutCue(content: TaggedSpan, sources: readonly TaggedSpan[]): TaggedSpan | null {
  return nearest(sources, content, FARTHEST_SOURCE_WITHOUT_CUE, (source) => {
    if (source.paragraph !== content.paragraph) return null;
    const together = source.firstSentence === content.firstSentence || source.firstSentence === content.lastSentence;
    return gap(source, content) + (together ? 0 : CONTENT_IN_ANOTHER_SENTENCE);
  });
}

/** The span of the list with the least cost below `limit`; a null cost rules it out. */
function nearest(
  list: readonly TaggedSpan[],
  span: TaggedSpan,
  limit: number,
  costOf: (candidate: TaggedSpan) => number | null,
): TaggedSpan | null {
  const middle = firstFrom(list, span.range[0]);
  let best: TaggedSpan | null = null;
  let least = limit;
  for (const candidate of list.slice(Math.max(0, middle - LOOKED_AT), middle + LOOKED_AT)) {
    const cost = costOf(candidate);
    if (cost === null || cost >= least) continue;
    least = cost;
    best = candidate;
  }
  return best;
}

function gap({ range: one }: TaggedSpan, { range: other }: TaggedSpan): number {
  return one[0] < other[0] ? other[0] - one[1] : one[0] - other[1];
}

/** The index of the first span that begins at or behind an offset. */
function firstFrom(spans: readonly TaggedSpan[], offset: number): number {
  return firstIndex(spans.length, (index) => (spans[index]?.range[0] ?? 0) >= offset);
}
