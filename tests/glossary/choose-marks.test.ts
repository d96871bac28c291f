import { describe, expect, it } from 'vitest';
import { chooseMarks, type Density } from '../../src/glossary/choose-marks.ts';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { findTerms } from '../../src/glossary/find-terms.ts';
import { createMatcher } from '../../src/glossary/matcher.ts';
import { blocksOf, entry } from './glossary-of.ts';

const ENTRIES = [
  entry('Tarn Front'),
  entry('UNO', { level: 0 }),
  entry('treaty', { level: 2 }),
  entry('minister', { level: 3 }),
  entry('OFW', { full: 'Ostian Fund for Walls' }),
];

function marksIn(text: string, density: Density, known: string[] = [], own: GlossaryEntry[] = []): string[] {
  const blocks = blocksOf(text);
  const { terms } = findTerms(blocks, createMatcher(ENTRIES, own));
  return chooseMarks(terms, blocks, density, new Set(known)).map(({ span }) => {
    const block = blocks.find(({ id }) => id === span.block);
    return `${span.block}: ${block?.text.slice(span.start, span.end)}`;
  });
}

const TEXT = 'The UNO minister met the Tarn Front over the treaty.\nThe Tarn Front left.';

describe('what is marked', () => {
  it('each term once, where it comes first', () => {
    expect(marksIn(TEXT, 'usual')).toEqual(['b0: Tarn Front', 'b0: treaty']);
  });

  it('few terms, or all, but never a household name', () => {
    expect(marksIn(TEXT, 'few')).toEqual(['b0: Tarn Front']);
    expect(marksIn(TEXT, 'all')).toEqual(['b0: minister', 'b0: Tarn Front', 'b0: treaty']);
  });

  it('not what the reader knows', () => {
    expect(marksIn(TEXT, 'usual', ['Tarn Front'])).toEqual(['b0: treaty']);
  });

  it('the reader’s own terms, whatever the density', () => {
    expect(marksIn('The lake froze.', 'few', [], [entry('lake', { level: 3 })])).toEqual(['b0: lake']);
  });

  it('the running text rather than a heading', () => {
    expect(marksIn('# The Tarn Front\nThe Tarn Front left.', 'usual')).toEqual(['b1: Tarn Front']);
    expect(marksIn('# The Tarn Front\nIt left.', 'usual')).toEqual(['b0: Tarn Front']);
  });

  it('an acronym behind the paragraph that spells it out, not within', () => {
    expect(marksIn('The Harbour Users Board (HUB) met. The HUB paid.\nThe HUB left.', 'usual')).toEqual(['b1: HUB']);
    expect(marksIn('The Harbour Users Board (HUB) met. The HUB paid.', 'usual')).toEqual([]);
  });

  it('the short form beside the long one', () => {
    expect(marksIn('The Ostian Fund for Walls (OFW) met.', 'usual')).toEqual(['b0: OFW']);
  });

  it('so many at most, those first that most readers need', () => {
    const entries = Array.from({ length: 40 }, (_, index) =>
      entry(`Zorb${String.fromCharCode(97 + (index % 26)).repeat(2)}${index}`, { level: index < 20 ? 2 : 1 }),
    );
    const blocks = blocksOf(`${entries.map(({ term }) => term).join(' and ')} ${'and so on '.repeat(2000)}`);
    const { terms } = findTerms(blocks, createMatcher(entries));
    expect(terms).toHaveLength(40);
    const marks = chooseMarks(terms, blocks, 'usual', new Set());
    expect(marks).toHaveLength(18);
    expect(marks.every(({ term }) => term.level === 1)).toBe(true);
    expect(chooseMarks(terms, blocks, 'all', new Set())).toHaveLength(40);
  });
});
