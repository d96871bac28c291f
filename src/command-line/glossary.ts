import { chooseMarks } from '../glossary/choose-marks.ts';
import { findTerms, type GlossarySummary } from '../glossary/find-terms.ts';
import { createMatcher, type Matcher } from '../glossary/matcher.ts';
import type { Meaning, Term } from '../glossary/term.ts';
import { isEnglish } from '../text/is-english.ts';
import type { Span } from '../text/span.ts';
import type { PlacedBlock } from './blocks.ts';
import { readEntryFiles } from './entries.ts';

/** A marked term as the command line writes it; offsets into the text that was read. */
interface TermRecord {
  start: number;
  end: number;
  text: string;
  term: string;
  definition: string;
  source: Meaning['source'];
  /** The term may mean any of several things. */
  maybe?: true;
}

/** A short form that the article itself spells out; `start` is where the short form stands. */
interface AbbreviationRecord {
  start: number;
  short: string;
  long: string;
}

export interface GlossaryRecord {
  terms: TermRecord[];
  abbreviations: AbbreviationRecord[];
}

let matcher: Matcher | null = null;
const NO_ENTRIES = createMatcher([]);

/** The terms that are marked in an article's blocks with what they mean; offsets as the blocks are placed. */
export function glossaryOf(blocks: readonly PlacedBlock[], language: string | null): GlossaryRecord {
  const text = blocks.map((block) => block.text).join('\n');
  const summary = findTerms(blocks, isEnglish(text, language) ? glossaryMatcher() : NO_ENTRIES);
  return asRecord(summary, blocks);
}

/** Builds the matcher ahead of the first article, whose time it is not. */
export function glossaryMatcher(): Matcher {
  matcher ??= createMatcher(readEntryFiles().entries.map(({ entry }) => entry));
  return matcher;
}

function asRecord({ terms, expansions }: GlossarySummary, blocks: readonly PlacedBlock[]): GlossaryRecord {
  const placed = new Map(blocks.map((block) => [block.id, block]));
  const textOf = ({ block, start, end }: Span) => placed.get(block)?.text.slice(start, end) ?? '';
  return {
    terms: chooseMarks(terms, blocks, 'usual', new Set()).map(({ term, span }) => {
      const block = placed.get(span.block);
      const [start, end] = [(block?.start ?? 0) + span.start, (block?.start ?? 0) + span.end];
      return {
        start,
        end,
        text: textOf(span),
        term: term.term,
        definition: definitionOf(term, textOf(span)),
        source: term.meanings[0]?.source ?? 'glossary',
        ...(term.maybe && { maybe: true }),
      };
    }),
    abbreviations: expansions.map(({ short, long }) => ({
      start: (placed.get(short.block)?.start ?? 0) + short.start,
      short: textOf(short),
      long: textOf(long),
    })),
  };
}

/** All that a card says of a term named by some words of the article, in one line. */
function definitionOf({ term, meanings, maybe }: Term, words: string): string {
  const name = term.toLowerCase() === words.toLowerCase() ? null : term;
  const lines = meanings.map(({ fullName, kind, definition, source }) => {
    const shown = fullName ?? (source === 'article' ? null : name);
    const title = kind === null ? shown : shown === null ? kind : `${shown} (${kind})`;
    return [title, definition].filter(Boolean).join(': ');
  });
  return lines.join(maybe ? ' / ' : ' — ');
}

/** The marked terms as lines of plain text. */
export function termsAsText({ terms }: GlossaryRecord): string {
  if (terms.length === 0) return '';
  return [
    'Glossary',
    ...terms.map(({ text, definition, maybe }) => `  ${text}: ${maybe ? 'may mean ' : ''}${definition}`),
  ].join('\n');
}
