import type { GlossedBlock } from '../../src/glossary/article-text.ts';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';

/** An entry with what matters to a test; all else is as it is in most entries. */
export function entry(term: string, given: Partial<GlossaryEntry> = {}): GlossaryEntry {
  return {
    term,
    also: [],
    full: null,
    kind: 'event',
    is: `What ${given.full ?? term} is.`,
    asof: '2026-01',
    cues: [],
    wp: null,
    match: null,
    level: 1,
    short: [],
    ...given,
  };
}

/** The lines of a text as paragraphs, `b0` the first; "# " before a line makes a heading of it. */
export function blocksOf(text: string): GlossedBlock[] {
  return text.split('\n').map((line, index) => ({
    id: `b${index}`,
    kind: line.startsWith('# ') ? 'heading' : 'paragraph',
    text: line.replace(/^# /, ''),
  }));
}
