import type { Span } from '../text/span.ts';
import type { GlossedBlock } from './article-text.ts';
import type { Level } from './entry.ts';
import type { Meaning, Term } from './term.ts';

/** How many terms are marked in the text: only those that most readers need, the usual, or all. */
export type Density = 'few' | 'usual' | 'all';

/** A term's place in the text that is marked. */
export interface TermMark {
  term: Term;
  span: Span;
}

const LEVELS: Record<Density, readonly Level[]> = { few: [1], usual: [1, 2], all: [1, 2, 3] };
/** So many marks at most: a few in a short article, one more for so many characters, and never more than the last. */
const LIMITS: Record<Density, { least: number; characters: number; most: number }> = {
  few: { least: 3, characters: 900, most: 8 },
  usual: { least: 8, characters: 500, most: 18 },
  all: { least: 1000, characters: 1, most: 1000 },
};
/** Where a first mention is marked only if the article has no other. */
const POOR_PLACES: ReadonlySet<string> = new Set(['heading', 'caption', 'note']);

/**
 * Chooses which terms to mark, and where: each once, at its first mention in the running text. Household names are never
 * among them, nor those that the reader knows (`known`: ids of terms). In the order of the text.
 */
export function chooseMarks(
  terms: readonly Term[],
  blocks: readonly GlossedBlock[],
  density: Density,
  known: ReadonlySet<string>,
): TermMark[] {
  const kinds = new Map(blocks.map(({ id, kind }) => [id, kind]));
  const { least, characters, most } = LIMITS[density];
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const count = Math.min(most, least + Math.floor(length / characters));
  const wanted = terms.filter(
    ({ id, level, meanings }) =>
      !known.has(id) && (LEVELS[density].includes(level) || meanings.some(({ source }) => source === 'reader')),
  );
  const marks = wanted.flatMap((term): TermMark[] => {
    const span = placeOf(term, kinds);
    return span === null ? [] : [{ term, span }];
  });
  const chosen = new Set(
    marks
      .map((mark, index) => ({ mark, index }))
      .sort((one, other) => rankOf(one.mark.term) - rankOf(other.mark.term) || one.index - other.index)
      .slice(0, count)
      .map(({ mark }) => mark),
  );
  return marks.filter((mark) => chosen.has(mark));
}

/** The reader's own terms come first, then what most readers need. */
function rankOf({ level, meanings }: Term): number {
  if (isOnlyArticle(meanings)) return 3;
  return meanings.some(({ source }) => source === 'reader') ? 0 : level;
}

function placeOf({ mentions, meanings, shortForm }: Term, kinds: ReadonlyMap<string, string>): Span | null {
  const isGood = ({ block }: Span) => !POOR_PLACES.has(kinds.get(block) ?? '');
  // Where only the article explains a term, its reader has just read it there, and needs it where it comes again.
  if (shortForm && isOnlyArticle(meanings)) return mentions.find(({ block }) => block !== shortForm.block) ?? null;
  // "the World Health Organization (WHO)": the short form is what needs explaining.
  if (shortForm && isGood(shortForm) && startsWith(mentions, shortForm)) return shortForm;
  return mentions.find(isGood) ?? mentions[0] ?? null;
}

function isOnlyArticle(meanings: readonly Meaning[]): boolean {
  return meanings.every(({ source }) => source === 'article');
}

/** Whether a place is in the paragraph of the first mention. */
function startsWith(mentions: readonly Span[], { block }: Span): boolean {
  return mentions[0]?.block === block;
}
