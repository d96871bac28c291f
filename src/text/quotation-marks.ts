import { type LanguageMarks, type MarkRole, marksOfLanguage } from './language-marks.ts';
import { judgeMarks, rolesInText } from './mark-roles.ts';
import { type Mark, type MarkFamily, readMarks } from './marks.ts';
import { type NestedPair, nestPairs } from './nested-pairs.ts';
import { type JudgedMark, type MarkPair, pairMarks } from './pairs.ts';
import { judgeSingleMarks } from './single-marks.ts';
import type { Range } from './span.ts';
import { dashedSpeech, opensSpeechWithDashes } from './speech-dashes.ts';

/** Words in quotation marks, or behind a dash that opens speech. Offsets are UTF-16 units of the text. */
export interface Quotation {
  /** With the marks. */
  start: number;
  end: number;
  /** Without the marks and the white space at them. */
  inner: Range;
  /** False where the closing mark is missing: it runs to the paragraph's end, or to where the next one opens. */
  closed: boolean;
  /** It opens a paragraph, and the one before ended in an unclosed quotation of the same marks. */
  continues: boolean;
  /** The opening mark as written; '' where only the closing one stands there. */
  opening: string;
  /** It stands within another quotation. */
  nested: boolean;
}

/** What all of a text tells about each of its paragraphs. */
interface Habits {
  language: LanguageMarks;
  roles: ReadonlyMap<string, MarkRole>;
  /** The text quotes with single marks rather than double ones. */
  single: boolean;
  dashes: boolean;
}

interface Paragraph {
  range: Range;
  marks: readonly Mark[];
  singles: readonly JudgedMark[];
  /** It begins with a mark, but for white space. */
  opensWith: MarkFamily | null;
}

const PAIRED_FAMILIES: readonly MarkFamily[] = ['double', 'guillemet', 'angle', 'corner', 'white-corner'];

/** The most words of a line that does no more than name a speaker, and the share of capitalised ones. */
const LONGEST_SIGNATURE = 12;
const MOST = 0.6;

/**
 * Finds the quotations of a text by its marks, in the order of the text, nested ones behind those around them.
 * `paragraphs` are in order and do not overlap; no quotation reaches over the end of one. `language` is a BCP 47 code or
 * null. Time is linear in the text.
 */
export function findQuotations(text: string, paragraphs: readonly Range[], language: string | null): Quotation[] {
  const ranges = paragraphs.map((range) => trimRange(text, range)).filter(([start, end]) => start < end);
  const marks = ranges.map((range) => readMarks(text, range));
  const own = marksOfLanguage(language);
  const roles = rolesInText(marks.flat(), own);
  const read = ranges.map((range, index) => readParagraph(text, range, marks[index] ?? [], own, roles));
  const dashes = opensSpeechWithDashes(text, ranges, own);
  const habits: Habits = { language: own, roles, single: quotesWithSingleMarks(read), dashes };
  const quotations: Quotation[] = [];
  let unclosed: MarkFamily | null = null;
  for (const [index, paragraph] of read.entries()) {
    const found = pairsOf(text, paragraph, read[index + 1], unclosed, habits);
    const before: MarkFamily | null = unclosed;
    unclosed = null;
    for (const { pair, nested } of found) {
      const continues = !nested && pair.start === paragraph.range[0] && pair.family === before;
      quotations.push(quotationOf(text, pair, continues, nested));
      const open = !nested && !pair.closed && pair.family !== 'dash' && pair.end === paragraph.range[1];
      if (open) unclosed = pair.family;
    }
  }
  return quotations;
}

function readParagraph(
  text: string,
  range: Range,
  marks: readonly Mark[],
  language: LanguageMarks,
  roles: ReadonlyMap<string, MarkRole>,
): Paragraph {
  const first = marks[0]?.start === range[0] ? marks[0] : undefined;
  const opensWith = first?.opens ? first.family : null;
  return { range, marks, singles: judgeSingleMarks(text, marks, language, roles), opensWith };
}

/** A text that quotes with single marks has more of them, as the double ones stand within. */
function quotesWithSingleMarks(paragraphs: readonly Paragraph[]): boolean {
  let single = 0;
  let others = 0;
  for (const { marks, singles } of paragraphs) {
    single += singles.filter(({ side }) => side === 'open').length;
    others += marks.filter(({ family }) => family !== 'single').length / 2;
  }
  return single > others;
}

function pairsOf(
  text: string,
  paragraph: Paragraph,
  next: Paragraph | undefined,
  unclosed: MarkFamily | null,
  habits: Habits,
): NestedPair[] {
  const { range, marks } = paragraph;
  const [from, to] = range;
  const families = new Set(marks.map(({ family }) => family));
  const paired = PAIRED_FAMILIES.filter((family) => families.has(family)).map((family) =>
    pairMarks(judgeMarks(text, marks, family, habits.roles), from, to),
  );
  const reopened = habits.single && paragraph.opensWith === 'single' && next?.opensWith === 'single';
  const single = pairMarks(reopened ? withoutWeakEnds(paragraph.singles) : paragraph.singles, from, to);
  const dashed = habits.dashes ? dashedSpeech(text, range, habits.language) : [];
  return nestPairs(
    [...paired.flat(), ...single, ...dashed].filter((pair) =>
      isQuotation(text, pair, paragraph, next, unclosed, habits),
    ),
    habits.single,
  );
}

/** Where the next paragraph opens with a mark again, plural owners do not close this one's quotation. */
function withoutWeakEnds(singles: readonly JudgedMark[]): readonly JudgedMark[] {
  const firm = singles.some(({ side, weak }) => side === 'close' && !weak);
  return firm ? singles : singles.filter(({ weak }) => !weak);
}

function isQuotation(
  text: string,
  pair: MarkPair,
  { range, opensWith }: Paragraph,
  next: Paragraph | undefined,
  unclosed: MarkFamily | null,
  { single }: Habits,
): boolean {
  if (pair.opening === '' && unclosed === pair.family) return !isSignature(text.slice(pair.start, pair.innerEnd));
  if (pair.opening === '') return endsSpeech(pair) && (pair.family !== 'single' || single);
  if (pair.family !== 'single' || pair.closed) return true;
  if (pair.start === range[0]) return single || (opensWith === 'single' && next?.opensWith === 'single');
  const before = text.slice(Math.max(range[0], pair.start - 2), pair.start);
  return single && (pair.opening === '‘' || /[:,]\s?$/u.test(before));
}

/** Some pull quotes are closed only behind the line that names the speaker: `Mary Example, Port Authority."` */
function isSignature(line: string): boolean {
  const words = line.trim().split(/\s+/u);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (words.length < 2 || words.length > LONGEST_SIGNATURE) return false;
  return capitals > words.length * MOST || /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3},/u.test(line);
}

/** A stop before the mark and more text behind it: "We will,” she said." */
function endsSpeech({ closing }: MarkPair): boolean {
  return closing !== null && /^[,.!?…]$/u.test(closing.before) && closing.after !== '';
}

function quotationOf(text: string, pair: MarkPair, continues: boolean, nested: boolean): Quotation {
  const { start, opening, closed } = pair;
  const inner = trimRange(text, [pair.innerStart, pair.innerEnd]);
  const end = closed ? pair.end : inner[1];
  return { start, end, inner, closed, continues, opening, nested };
}

function trimRange(text: string, [start, end]: Range): Range {
  const piece = text.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  return [start + lead, Math.max(start + lead, start + piece.trimEnd().length)];
}
