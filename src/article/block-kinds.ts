import type { BlockKind } from './article.ts';
import { likeness } from './hints.ts';
import { closesSentence, isProse, type LineSigns, wordCount } from './line-signs.ts';
import type { Unit } from './segment.ts';

const CAPTION_MARKS =
  /caption|credit|(?:image|photo|picture|media)[-_]*(?:info|meta|desc|source|by|text|title|legend)|legend\b|wp-image-text|copyright/i;
const BYLINE_MARKS =
  /by-?line|author(?!-?(?:bio|desc|info))|dateline|date-?time|time-?stamp|publish|posted-|pub-?date|(?:article|entry|post|story)[-_]*(?:meta|date|info|time)|reading-?time/i;
const NOTE_MARKS =
  /author-?(?:bio|info|box|desc|card|profile|about)|about-?(?:the-?)?author|\bbio\b|footnotes?|end-?notes?|editor.?s?-?note|correction|disclaimer|disclosure|tagline|trust-?project|article-?source|shirttail/i;
const STANDFIRST_MARKS =
  /standfirst|stand-first|\bdek\b|[-_]dek\b|sub-?title|sub-?head(?:line|er)?|summary|excerpt|\blede\b|\bintro\b|[-_](?:intro|lead|lede|abstract|chapo|entradilla|ingress|vorspann|sapo)\b|\b(?:lead|abstract|chapo|entradilla|ingress|vorspann|sapo|description)\b/i;

/** Blocks before the first prose are searched this far for bylines, datelines and the standfirst. */
const LONGEST_HEAD = 8;

/** The page's description is the standfirst where at least this much of the words is the same. */
const SAME = 0.8;

const CAPTION_WORDS = 60;
const NOTE_WORDS = 120;

/** What the kinds are told by, beside the blocks themselves. */
export interface ArticleSigns {
  lines: LineSigns;
  /** The page's own description of the article. */
  description: string | null;
}

/**
 * Step 9: gives each block its final kind. Comes after the clutter is gone, since what stands at the head of the
 * article can only be told then.
 */
export function typeBlocks(units: readonly Unit[], signs: ArticleSigns) {
  const head = headLength(units);
  units.forEach((unit, index) => {
    unit.kind = kindOf(unit, signs, index < head, index >= units.length - 3 && index > 2);
  });
  findStandfirst(units.slice(0, head + 1), signs.description);
}

/** How many blocks stand before the first paragraph of prose. */
function headLength(units: readonly Unit[]): number {
  const prose = units.findIndex(
    ({ kind, text, marks }) => kind === 'paragraph' && isProse(text) && !CAPTION_MARKS.test(marks),
  );
  return Math.min(prose < 0 ? units.length : prose, LONGEST_HEAD);
}

function kindOf(unit: Unit, { lines }: ArticleSigns, inHead: boolean, atEnd: boolean): BlockKind {
  const { kind, text, marks } = unit;
  if (kind === 'code' || kind === 'table' || kind === 'caption') return kind;
  if (unit.embeds && unit.linked > 0.9) return 'note';
  const words = wordCount(text);
  if (words <= CAPTION_WORDS && CAPTION_MARKS.test(marks)) return 'caption';
  if (kind === 'quote') return kind;
  if (words <= 25 && BYLINE_MARKS.test(marks) && (inHead || atEnd || lines.isByline(text)) && !closesSentence(text))
    return 'byline';
  if ((inHead || atEnd) && lines.isByline(text)) return 'byline';
  if (words <= NOTE_WORDS && NOTE_MARKS.test(marks)) return 'note';
  if (kind === 'heading') return kind;
  if (lines.isNote(text, atEnd)) return 'note';
  if (kind === 'paragraph' && lines.isCredit(text) && (unit.afterImage || !closesSentence(text) || words <= 8))
    return 'caption';
  // A line under a picture that does not end as a sentence is what the picture shows.
  if (kind === 'paragraph' && unit.afterImage && words <= 30 && !closesSentence(text) && !/[:：,"”»]$/.test(text))
    return 'caption';
  return kind;
}

function findStandfirst(candidates: readonly Unit[], description: string | null) {
  for (const unit of candidates) {
    if (unit.kind !== 'paragraph' && unit.kind !== 'heading') continue;
    const described = description !== null && isSameText(unit.text, description);
    const marked = STANDFIRST_MARKS.test(unit.marks) && wordCount(unit.text) >= 5;
    const setApart = unit.kind === 'heading' || ['b', 'strong'].includes(onlyChildName(unit.element));
    if (marked || (described && setApart)) {
      unit.kind = 'standfirst';
      return;
    }
    if (isProse(unit.text)) return;
  }
}

function onlyChildName(element: Element): string {
  return element.childElementCount === 1 ? (element.firstElementChild?.localName ?? '') : '';
}

/** True where one text says what the other says, even where one of them was cut short with an ellipsis. */
export function isSameText(one: string, other: string): boolean {
  if (likeness(one, other) >= SAME) return true;
  const cut = other.replace(/\s*(?:…|\.\.\.)$/, '');
  return cut !== other && cut.length > 40 && one.startsWith(cut);
}
