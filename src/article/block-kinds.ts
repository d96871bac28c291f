import { collapseWhiteSpace } from '../text/white-space.ts';
import type { BlockKind } from './article.ts';
import type { BlockMarks } from './block-marks.ts';
import type { Layout } from './boxes.ts';
import { elementsNamed, marksOf } from './elements.ts';
import { isSameText } from './likeness.ts';
import { closesSentence, isProse, type LineSigns, wordCount } from './line-signs.ts';
import { numberedHeadings } from './numbered-headings.ts';
import type { Unit } from './segment.ts';

/** Blocks before the first prose are searched this far for bylines, datelines and the standfirst. */
const LONGEST_HEAD = 8;

/** Remarks about the article stand among its first blocks or among this many last ones. */
const EDGE = 6;

const LABEL_WORDS = 8;
/** In words: a list may name an archive of pictures in its matter. */
const LABEL_OF_CREDIT = 3;
/** What is said of the author's person under the headline, in words; the name comes soon. */
const LONGEST_ROLE = 40;
const OPENING_WORDS = 4;
const SECTION_WORDS = 3;
const TAIL_WORDS = 8;
/** A longer tail, in blocks, is a part of the article that is no prose. */
const LONGEST_TAIL = 3;
const CAPTION_WORDS = 60;
/** A text that closes as sentences do is hardly what a picture shows if it has so many words, and nothing calls it that. */
const PARAGRAPH_WORDS = 25;
/** A line under a picture, in words; a longer one is a paragraph that lacks its full stop. */
const LONGEST_LINE = 15;
const OFTEN = 0.5;
const MOSTLY = 0.8;
const LONGEST_MARKED_CAPTION = 120;
const NOTE_WORDS = 120;

/** What the kinds are told by, beside the blocks themselves. */
export interface ArticleSigns {
  lines: LineSigns;
  marks: BlockMarks;
  layout: Layout;
  /** The page's own description of the article. */
  description: string | null;
  /** The authors, names apart by commas. */
  byline: string | null;
  /** What the pictures of the article say in their alternative texts. */
  pictured: ReadonlySet<string>;
}

/**
 * Step 9: gives each block its final kind. Comes after the clutter is gone, since what stands at the head of the
 * article can only be told then.
 */
export function typeBlocks(units: readonly Unit[], signs: ArticleSigns) {
  const head = headLength(units, signs);
  const closing = shareClosing(units);
  const end = endOfText(units, signs.layout);
  units.forEach((unit, index) => {
    const isLast = index >= units.length - 3 && index > 2;
    const atEdge = index <= head + 1 || index >= units.length - EDGE;
    unit.kind = kindOf(unit, signs, closing, index < head, isLast, atEdge);
  });
  typeHead(units.slice(0, head + 1), head, signs);
  if (end >= 0) typeTail(units, end, signs);
}

/** The place of the last block of the text: of its column, or of a part whose number goes on from the one before. */
function endOfText(units: readonly Unit[], { column, boxes }: Layout): number {
  const part = [...numberedHeadings(units)].at(-1);
  const box = part && boxes.get(part);
  return units.findLastIndex((unit) => column.has(unit) || (box !== undefined && boxes.get(unit) === box));
}

/**
 * The share of the plain paragraphs that end as sentences, from 0 to 1; 0 where those under the pictures mostly do, for
 * then they are the text, as in instructions step by step.
 */
function shareClosing(units: readonly Unit[]): number {
  const paragraphs = units.filter(({ kind }) => kind === 'paragraph');
  const share = (lines: readonly Unit[]) => lines.filter(({ text }) => closesSentence(text)).length / lines.length;
  if (share(paragraphs.filter(({ afterImage }) => afterImage)) > OFTEN) return 0;
  return share(paragraphs.filter(({ afterImage }) => !afterImage));
}

/** How many blocks stand before the first paragraph of prose. */
function headLength(units: readonly Unit[], { layout, marks }: ArticleSigns): number {
  const prose = units.findIndex((unit) => layout.column.has(unit) && !marks.caption.test(unit.marks));
  return Math.min(prose < 0 ? units.length : prose, LONGEST_HEAD);
}

function kindOf(
  unit: Unit,
  { lines, marks, layout, pictured }: ArticleSigns,
  closing: number,
  inHead: boolean,
  atEnd: boolean,
  atEdge: boolean,
): BlockKind {
  const { kind, text } = unit;
  if (kind === 'code' || kind === 'table' || kind === 'caption') return kind;
  if (unit.embeds && unit.linked > 0.9) return 'note';
  const words = wordCount(text);
  const isMarked = marks.caption.test(unit.marks) && (unit.afterImage || !layout.column.has(unit));
  if (isMarked && kind !== 'heading' && words <= LONGEST_MARKED_CAPTION) return 'caption';
  if (kind === 'quote') return kind;
  if (kind === 'paragraph' && marks.quote.test(unit.marks)) return 'quote';
  if (
    words <= 25 &&
    marks.byline.test(unit.marks) &&
    // The standfirst may share a box with the byline.
    !marks.standfirst.test(marksOf(unit.element)) &&
    (inHead || atEnd || lines.isByline(text)) &&
    !closesSentence(text)
  )
    return 'byline';
  if ((inHead || (atEnd && kind !== 'list-item')) && lines.isByline(text)) return 'byline';
  if (words <= NOTE_WORDS && marks.note.test(unit.marks)) return 'note';
  // The name of a section, set as a heading over the headline, leads to the section.
  if (kind === 'heading') return inHead && words <= SECTION_WORDS && unit.linked > 0.9 ? 'byline' : kind;
  // In the midst of the text such words are the matter; and there are many patterns to try.
  if ((atEdge || !layout.column.has(unit)) && lines.isNote(text, atEnd)) return 'note';
  const mayBeCredit =
    unit.afterImage || (kind === 'list-item' ? words <= LABEL_OF_CREDIT : words <= 8 || !closesSentence(text));
  if (mayBeCredit && lines.isCredit(text)) return 'caption';
  if (kind !== 'paragraph') return kind;
  if (pictured.has(text)) return 'caption';
  if (unit.afterImage && words <= LONGEST_LINE && !closesSentence(text) && !/[:：,"”»]$/.test(text)) {
    // A line under a picture that does not end as a sentence is what the picture shows, unless none here does.
    const isSetApart = layout.boxes.has(unit) || unit.element.childElementCount > 0;
    if (closing >= (isSetApart ? OFTEN : MOSTLY)) return 'caption';
  }
  return words <= CAPTION_WORDS && isAloneWithPicture(unit, layout) ? 'caption' : kind;
}

/** A box of the page's making that holds a picture and one text: a figure by any other name. */
function isAloneWithPicture(unit: Unit, { boxes }: Layout): boolean {
  const box = boxes.get(unit);
  if (box?.made !== true || box.units.length > 1 || elementsNamed(box.element, 'img').length === 0) return false;
  // Without a name it may be a paragraph that begins with its picture.
  const mayBeParagraph = !/\S/.test(marksOf(box.element)) && !isInItalics(unit.element, unit.text);
  return !(mayBeParagraph && wordCount(unit.text) >= PARAGRAPH_WORDS && closesSentence(unit.text));
}

/** Before the first prose stand the standfirst, and labels: a section's name, a place, "Text size". */
function typeHead(units: readonly Unit[], head: number, signs: ArticleSigns) {
  const columns = new Set([...signs.layout.column].map(({ element }) => element.parentElement));
  const before = units.slice(0, head).filter(({ kind }) => kind === 'paragraph');
  const outside = before.filter(({ element }) => !columns.has(element.parentElement));
  for (const unit of outside) if (isLabel(unit.text) || tellsOfAuthor(unit.text, signs.byline)) unit.kind = 'byline';
  if (findStandfirst(units, signs)) return;
  const first = outside.find((unit) => unit.kind === 'paragraph' && !signs.layout.boxes.has(unit) && unit.linked < 0.3);
  if (first) first.kind = 'standfirst';
}

/** "Ms. Marsh is a former head of planning." */
function tellsOfAuthor(text: string, byline: string | null): boolean {
  if (wordCount(text) > LONGEST_ROLE) return false;
  const surnames = namesIn(byline).map((name) => name.slice(name.lastIndexOf(' ') + 1));
  const opening = text.split(' ').slice(0, OPENING_WORDS);
  return surnames.some((surname) => opening.includes(surname));
}

/** Names of several words: a single word may be an account, and stand in any sentence. */
function namesIn(byline: string | null): string[] {
  return (byline ?? '').split(/,\s*/).filter((name) => name.includes(' '));
}

/** A line too short for a standfirst, and no sentence. */
function isLabel(text: string): boolean {
  return wordCount(text) <= LABEL_WORDS && !closesSentence(text);
}

function findStandfirst(candidates: readonly Unit[], { description, layout, marks }: ArticleSigns): boolean {
  for (const unit of candidates) {
    if (unit.kind !== 'paragraph' && unit.kind !== 'heading') continue;
    const described = description !== null && isSameText(unit.text, description);
    // The first paragraph of the text itself is often called its intro.
    const isMarked = marks.standfirst.test(unit.marks) || (marks.lead.test(unit.marks) && !layout.column.has(unit));
    if (
      (isMarked && wordCount(unit.text) >= 5) ||
      (described && (unit.kind === 'heading' || !layout.column.has(unit) || layout.column.size === 1))
    ) {
      unit.kind = 'standfirst';
      return true;
    }
    if (isProse(unit.text)) return false;
  }
  return false;
}

/** After the last prose stand an agency's letters, a name, and boxes and remarks about the article and its author. */
function typeTail(units: readonly Unit[], end: number, { layout, byline, lines }: ArticleSigns) {
  const tail = units.slice(end + 1);
  for (const unit of tail) {
    const box = layout.boxes.get(unit);
    if (['paragraph', 'heading', 'list-item'].includes(unit.kind) && box?.made && box.words <= NOTE_WORDS)
      unit.kind = 'note';
    if (tail.length <= LONGEST_TAIL && isClosing(unit)) unit.kind = 'note';
  }
  for (const unit of units.slice(Math.max(2, units.length - 3)))
    if (unit.kind === 'paragraph' && unit.linked > 0 && lines.isInvitation(unit.text)) unit.kind = 'note';
  for (const unit of units.slice(Math.max(end - 2, 2))) if (isRemark(unit, byline)) unit.kind = 'note';
}

function isClosing({ kind, text }: Unit): boolean {
  return kind === 'paragraph' && wordCount(text) <= TAIL_WORDS && !closesSentence(text);
}

/** A last paragraph about the author or set in italics speaks of the article, not of its matter. */
function isRemark({ kind, text, element }: Unit, byline: string | null): boolean {
  if (kind !== 'paragraph' || wordCount(text) > NOTE_WORDS) return false;
  return namesIn(byline).some((name) => text.startsWith(name)) || (isInItalics(element, text) && !isQuoted(text));
}

/** Words of somebody else, set in italics. */
function isQuoted(text: string): boolean {
  return /^["“„«»「『‘'].*["”“»«」』’'][.,;!?]?$/u.test(text);
}

function isInItalics(element: Element, text: string): boolean {
  const [inner] = element.children;
  return (
    inner !== undefined && ['em', 'i'].includes(inner.localName) && collapseWhiteSpace(inner.textContent ?? '') === text
  );
}
