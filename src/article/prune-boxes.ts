import type { BlockMarks } from './block-marks.ts';
import { type Box, isPlainProse, type Layout } from './boxes.ts';
import type { ClutterVerdict } from './clutter-data.ts';
import { closesSentence } from './line-signs.ts';
import { numberedHeadings } from './numbered-headings.ts';
import type { Unit } from './segment.ts';
import { isSameSite } from './site.ts';
import { isStructural, STRUCTURAL, type Verdicts } from './structural-rules.ts';

/** A box leads away where it holds several links and at least this share of its text stands in them. */
const MOST_LINKED = 0.5;
/** The same where it holds only one. */
const ALL_LINK = 0.95;

/** A box that leads with the words of clutter is clutter up to this many words. */
const LARGEST_BOX = 150;
/** A box in which such words stand anywhere, up to this many for each time. */
const SMALL_BOX = 60;
/** The author's own list is so only where at least this share of its items says such things. */
const MOST_OF_LIST = 0.5;

/** Fewer headings in a box may be the sections of an explanation. */
const LEAST_HEADLINES = 3;

/** Passes the verdict on a box's words, or on its links, on to all of it: half a box is worse than a whole one. */
export function judgeBoxes(
  units: readonly Unit[],
  { boxes, column }: Layout,
  verdicts: Verdicts,
  url: string,
  marks: BlockMarks,
) {
  const judged = new Set<Box>();
  const parts = numberedHeadings(units);
  const start = units.findIndex((unit) => column.has(unit));
  const end = units.findLastIndex((unit) => column.has(unit));
  units.forEach((unit, index) => {
    const box = boxes.get(unit);
    if (box === undefined || judged.has(box)) return;
    judged.add(box);
    const before = units[index - 1];
    const place = index < start ? 'before' : index > end ? 'after' : 'within';
    const verdict = verdictOfBox(box, before, verdicts, url, place, marks);
    if (verdict === null || (parts.has(unit) && verdict === STRUCTURAL.beside)) return;
    for (const inside of box.units) if (!verdicts.has(inside)) verdicts.set(inside, verdict);
    // What announced the box ("More on this:") says nothing without it.
    if (before !== undefined && /[:：]$/.test(before.text) && !isPlainProse(before) && !verdicts.has(before))
      verdicts.set(before, verdict);
  });
}

function verdictOfBox(
  box: Box,
  before: Unit | undefined,
  verdicts: Verdicts,
  url: string,
  place: 'before' | 'within' | 'after',
  marks: BlockMarks,
): ClutterVerdict | null {
  const told = box.units.filter(({ kind }) => kind !== 'caption');
  const [first] = told;
  if (first === undefined || told.some(({ embeds, kind }) => embeds || kind === 'table')) return null;
  const links = told.filter(
    ({ linked, leadsWithin, leadsTo }) => linked > 0 && !leadsWithin && isSameSite(leadsTo, url),
  );
  if (box.linked >= (links.length > 1 ? MOST_LINKED : ALL_LINK) && links.length > 0) return STRUCTURAL.linkBox;
  if (told.every(({ kind }) => kind === 'quote') && verdicts.get(first) === STRUCTURAL.pullQuote)
    return STRUCTURAL.pullQuote;
  const teasers = told.filter((unit) => verdicts.get(unit) === STRUCTURAL.links);
  if (box.made && teasers.length > 1) return STRUCTURAL.linkBox;
  // The article's own head may be made of headings as well.
  const isHead =
    place === 'before' && told.some((unit) => marks.standfirst.test(unit.marks) || marks.byline.test(unit.marks));
  if (box.made && !isHead && isHeadlines(told)) return STRUCTURAL.headlines;
  const isNote = told.some((unit) => unit.leadsWithin || marks.note.test(unit.marks));
  if (box.made && place === 'after' && !isNote && !told.some(isPlainProse)) return STRUCTURAL.beside;
  const worded = told.flatMap((unit) => {
    const verdict = verdicts.get(unit);
    return verdict !== undefined && !isStructural(verdict) ? [verdict] : [];
  });
  // An advertisement that a script put between the items of the author's list is no reason to lose the list.
  if (!isOwnList(box, told) || worded.length >= MOST_OF_LIST * told.length) {
    const leading = verdicts.get(first);
    if (leading !== undefined && !isStructural(leading) && box.words <= LARGEST_BOX) return leading;
    // In the head of the article the standfirst and the byline may share a box with the share buttons.
    if (place !== 'before' && box.words <= SMALL_BOX * worded.length) return worded[0] ?? null;
  }
  // A list under words such as "Read also", which stood on their own.
  const announced = before === undefined ? undefined : verdicts.get(before);
  const anyLinks = told.filter(({ linked, leadsWithin }) => linked > 0 && !leadsWithin).length;
  if (announced?.rule === 'related' && anyLinks > 0 && anyLinks >= told.length / 2 && box.words <= LARGEST_BOX)
    return announced;
  return null;
}

/** A list or a quotation, or a box that the page's maker set around a list. */
function isOwnList(box: Box, told: readonly Unit[]): boolean {
  return !box.made || told.every(({ kind }) => kind === 'list-item');
}

/** Headline after headline, with a line or none under each, and hardly a whole sentence among them. */
function isHeadlines(units: readonly Unit[]): boolean {
  const headings = units.filter(({ kind }) => kind === 'heading').length;
  if (headings < LEAST_HEADLINES || headings < units.length / 3) return false;
  return units.filter(({ kind, text }) => kind !== 'heading' && closesSentence(text)).length <= units.length / 4;
}
