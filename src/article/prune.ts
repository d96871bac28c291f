import type { Removal } from './article.ts';
import { isPlainProse, type Layout } from './boxes.ts';
import { recordRemoval } from './clutter.ts';
import type { ClutterVerdict } from './clutter-data.ts';
import type { ClutterRules } from './clutter-rules.ts';
import { elementsUnder } from './elements.ts';
import { letters, likeness } from './likeness.ts';
import { closesSentence, isProse, wordCount } from './line-signs.ts';
import { judgeBoxes } from './prune-boxes.ts';
import type { ReadingRules } from './reading-rules.ts';
import { HEADLINE_MARK, type Unit } from './segment.ts';
import { isSameSite } from './site.ts';
import { STRUCTURAL, type Verdicts } from './structural-rules.ts';

/** A line repeats the headline where at least this much of its words is the same. */
const SAME_HEADLINE = 0.75;

/** Nearly all of the text is a link. */
const ALL_LINK = 0.95;

/** A teaser is a link with a label of at most so many words. */
const TEASER_LINKED = 0.5;
const TEASER_LABEL_WORDS = 5;
/** A link of fewer words names a thing rather than a story. */
const TEASER_LINK_WORDS = 5;

const LABEL_WORDS = 4;
const LABEL_COUNT = 4;

/** A box of links: at least this share of its text stands in them. */
const MOST_LINKED = 0.5;

/** A list leads away where at least this share of its items does. */
const MOST_OF_LIST = 0.75;

/** Stars, dashes and the like between two parts of the text. */
const BREAK = /^[*_\-–—~=#•·⁂＊◆◇■□○●\s]{1,60}$/;

/** At least this share of the text is left by rules that fit the page. */
const LEAST_LEFT = 0.2;

/** Words that a set-apart quotation has at least; shorter ones may well be a heading in quotation marks. */
const QUOTED_WORDS = 6;

/** "3", "2 / 14", "1 of 6": the counters of galleries and pages. */
const COUNTER = /^\d{1,3}(?:\s*(?:\/|of|von|de|di|sur|van|из|z|av|af)\s*\d{1,3})?$/i;

/** What pruning goes by, beside the blocks themselves. */
export interface PruneSigns {
  title: string;
  /** The page's address: links to other sites may be the matter. */
  url: string;
}

/**
 * Step 8: takes out the blocks that are not the article's, by their words, by their make-up and by the box they stand
 * in. Comes after the article is cut into blocks, because a rule must hit a whole block: "Advertisement" in a sentence
 * is the matter.
 */
export function pruneBlocks(
  units: readonly Unit[],
  signs: PruneSigns,
  layout: Layout,
  root: Element,
  rules: ReadingRules,
  removed: Removal[],
): Unit[] {
  const verdicts = verdictsOf(units, signs, layout, rules.clutter);
  // Without a column nothing stands beside it.
  if (layout.column.size > 0) judgeBoxes(units, layout, verdicts, signs.url, rules.marks);
  const { without } = rules.clutter;
  for (const [unit, { rule }] of verdicts) if (without.has(rule)) verdicts.delete(unit);
  const spared = units.filter((unit) => !verdicts.has(unit));
  // Rules that leave hardly anything have met a page that they were not made for.
  if (lengthOf(spared) < LEAST_LEFT * lengthOf(units)) return [...units];
  const last = spared.at(-1);
  const kept: Unit[] = [];
  for (const unit of units) {
    const verdict = verdicts.get(unit);
    if (verdict === undefined) kept.push(unit);
    else if (verdict === STRUCTURAL.symbols && BREAK.test(unit.text) && kept.at(-1) !== last) asBreak(unit, root);
    else take(unit, verdict, root, removed, kept.at(-1));
  }
  return without.has(STRUCTURAL.heading.rule) ? kept : withoutEmptySections(kept, root, removed);
}

function lengthOf(units: readonly Unit[]): number {
  return units.reduce((sum, { text }) => sum + text.length, 0);
}

function verdictsOf(units: readonly Unit[], signs: PruneSigns, layout: Layout, rules: ClutterRules): Verdicts {
  const verdicts: Verdicts = judgeLists(units, signs);
  const seen = new Set<string>();
  const labels = repeatedLabels(units);
  let bareProse: string[] | null = null;
  // Most articles set no quotation apart.
  const prose = () => (bareProse ??= units.filter(isPlainProse).map(({ text }) => letters(text)));
  const start = Math.max(
    2,
    units.findIndex((unit) => layout.column.has(unit)),
  );
  // With more of its rank further down it is the heading of the first part, as in a live blog.
  const isOnlyHeadline = !units.some(({ marks }, index) => index > start && marks.includes(HEADLINE_MARK));
  units.forEach((unit, index) => {
    const isHeadline = isOnlyHeadline && index <= start && signs.title !== '' && unit.marks.includes(HEADLINE_MARK);
    const verdict =
      verdicts.get(unit) ??
      (isHeadline ? STRUCTURAL.headline : null) ??
      verdictOf(unit, index <= start, signs, rules, seen) ??
      (labels.has(unit.text) ? STRUCTURAL.label : null) ??
      (index > start && isPullQuote(unit, layout, prose) ? STRUCTURAL.pullQuote : null);
    if (verdict !== null) verdicts.set(unit, verdict);
    if (isProse(unit.text)) seen.add(unit.text);
  });
  return verdicts;
}

/** A list of links leads away from the article; one in which some items are not linked is its own, sources and all. */
function judgeLists(units: readonly Unit[], { url }: PruneSigns): Verdicts {
  const lists = new Map<Element | null, Unit[]>();
  for (const unit of units) {
    const list = unit.kind === 'list-item' ? unit.element.parentElement : null;
    if (list === null) continue;
    const others = lists.get(list);
    if (others) others.push(unit);
    else lists.set(list, [unit]);
  }
  const verdicts: Verdicts = new Map();
  for (const items of lists.values()) {
    const leading = items.filter((item) => item.linked >= MOST_LINKED && isLeadingAway(item, url));
    if (leading.length >= MOST_OF_LIST * items.length) for (const item of items) verdicts.set(item, STRUCTURAL.links);
  }
  return verdicts;
}

/** True for links to other pages of the site; links within the article and to embeds and others are its own. */
function isLeadingAway({ leadsTo, leadsWithin, embeds }: Unit, url: string): boolean {
  return !leadsWithin && !embeds && isSameSite(leadsTo, url);
}

/** Short lines that come again and again are labels of the page's make-up, such as "Article content". */
function repeatedLabels(units: readonly Unit[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text, kind } of units)
    if (kind === 'paragraph' && wordCount(text) <= LABEL_WORDS) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= LABEL_COUNT).map(([text]) => text));
}

function verdictOf(
  unit: Unit,
  inHead: boolean,
  { title, url }: PruneSigns,
  rules: ClutterRules,
  seen: ReadonlySet<string>,
): ClutterVerdict | null {
  const { kind, text } = unit;
  if (kind === 'code' || kind === 'table') return null;
  if (!/[\p{L}\p{N}]/u.test(text)) return STRUCTURAL.symbols;
  const phrase = rules.verdictOfText(text);
  // "Transcript" over a player is a control, and over the text that follows it is a heading.
  if (phrase !== null && !unit.embeds && !(phrase.rule === 'video' && kind === 'heading')) return phrase;
  if ((kind === 'heading' || inHead) && repeatsHeadline(text, title)) return STRUCTURAL.headline;
  // An interview may ask the same of everyone.
  if (seen.has(text) && !/[?？؟]$/.test(text)) return STRUCTURAL.duplicate;
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return STRUCTURAL.address;
  if (kind === 'paragraph' && COUNTER.test(text)) return STRUCTURAL.counter;
  if (kind === 'list-item') return null;
  return isOnlyLinks(unit, url) || isTeaser(unit, url) ? STRUCTURAL.links : null;
}

/** "Read on | Storm closes the bridge": a label and a link to another page of the site, and no sentence. */
function isTeaser({ kind, text, linked, leadsTo, leadsWithin, embeds }: Unit, url: string): boolean {
  if (kind !== 'paragraph' || linked < TEASER_LINKED || leadsWithin || embeds || closesSentence(text)) return false;
  const words = wordCount(text);
  const isLabelled = words * (1 - linked) <= TEASER_LABEL_WORDS && words * linked >= TEASER_LINK_WORDS;
  return isLabelled && isSameSite(leadsTo, url);
}

function repeatsHeadline(text: string, title: string): boolean {
  return likeness(text, title) >= SAME_HEADLINE;
}

/** A whole block that is one link leads away from the article; links to places within it, or to others, are its own. */
function isOnlyLinks(unit: Unit, url: string): boolean {
  if (unit.linked < ALL_LINK || unit.kind === 'caption' || unit.kind === 'quote') return false;
  if (unit.leadsWithin || unit.embeds || unit.leadsTo === null) return false;
  if (unit.kind !== 'heading' && !isSameSite(unit.leadsTo, url)) return false;
  return unit.kind !== 'heading' || wordCount(unit.text) > 3;
}

/** A sentence of the article set apart once more to catch the eye: read aloud, it would be said twice. */
function isPullQuote(unit: Unit, { boxes }: Layout, prose: () => readonly string[]): boolean {
  if (unit.kind !== 'quote' && !boxes.has(unit)) return false;
  if (wordCount(unit.text) < QUOTED_WORDS) return false;
  const quoted = letters(unit.text);
  return prose().some((text) => text.length > quoted.length && text.includes(quoted));
}

/** Headings with nothing under them are what is left of a box that was taken out. */
function withoutEmptySections(units: readonly Unit[], root: Element, removed: Removal[]): Unit[] {
  const kept = [...units];
  for (let last = kept.at(-1); last?.kind === 'heading'; last = kept.at(-1)) {
    kept.pop();
    take(last, STRUCTURAL.heading, root, removed, kept.at(-1));
  }
  return kept;
}

/** The author's own break: a voice and a screen reader are to meet a separator, and not "star star star". */
function asBreak({ element }: Unit, root: Element) {
  const line = root.ownerDocument.createElement('hr');
  if (['p', 'div', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(element.localName)) element.replaceWith(line);
  else element.remove();
}

function take(
  { element, text }: Unit,
  verdict: ClutterVerdict,
  root: Element,
  removed: Removal[],
  before: Unit | undefined,
) {
  recordRemoval(removed, verdict, text, { element, after: before?.id ?? null });
  let gone: Element = element;
  // Boxes that held nothing else go too, or the reader would show their frames and bullets.
  for (let box = gone.parentElement; box !== null && box !== root; box = box.parentElement) {
    if (holdsMore(box, gone)) break;
    gone = box;
  }
  gone.remove();
}

/** True where a box shows something beside one of its children. */
function holdsMore(box: Element, child: Element): boolean {
  for (const node of box.childNodes) {
    if (node === child) continue;
    if (/\S/.test(node.textContent ?? '')) return true;
    if (
      node.nodeType === 1 &&
      elementsUnder(node as Element)
        .concat(node as Element)
        .some(({ localName }) => localName === 'img')
    )
      return true;
  }
  return false;
}
