import { describe, expect, it } from 'vitest';
import { findTerms } from '../../src/glossary/find-terms.ts';
import { createMatcher } from '../../src/glossary/matcher.ts';
import {
  asGlossaryEntry,
  checkOwnEntry,
  keyOfOwnTerm,
  mergeOwnEntries,
  OWN_LIMITS,
  type OwnEntry,
  tidyOwnEntry,
  withoutTerms,
} from '../../src/glossary/own-entry.ts';

const entry = (term: string, definition = 'A meaning.', also: string[] = []): OwnEntry => ({ term, also, definition });

describe('an entry', () => {
  it('is kept without what nobody sees', () => {
    expect(
      tidyOwnEntry(entry('  UN\u00a0 \n Women\u0000 ', ' One.\r\nTwo.\u0007 ', [' a ; b', 'a', 'UN Women', ''])),
    ).toEqual(entry('UN Women', 'One.\nTwo.', ['a', 'b']));
  });

  it.each([
    ['no-term', entry('')],
    ['no-term', entry('?!')],
    ['long-term', entry('t'.repeat(101))],
    ['long-also', entry('NATO', 'A meaning.', ['a'.repeat(101)])],
    [
      'many-also',
      entry(
        'NATO',
        'A meaning.',
        Array.from({ length: 21 }, (_, index) => `a${index}`),
      ),
    ],
    ['no-definition', entry('NATO', '')],
    ['long-definition', entry('NATO', 'd'.repeat(1001))],
    [null, entry('t'.repeat(100), 'd'.repeat(1000), ['a'.repeat(100)])],
  ])('is judged: %s', (problem, judged) => {
    expect(checkOwnEntry(judged)).toBe(problem);
  });

  it('is found in an article with its other ways of writing, as the reader wrote its meaning', () => {
    const own = asGlossaryEntry(entry('cabotage', '<b>Coastal</b> trade.', ['coasting trade']));
    const text = 'The law on cabotage is old. The coasting trade lives from it.';
    const { terms } = findTerms([{ id: '1', kind: 'paragraph', text }], createMatcher([], [own]));
    expect(terms).toHaveLength(1);
    expect(terms[0]?.mentions).toHaveLength(2);
    expect(terms[0]?.meanings).toMatchObject([
      { source: 'reader', definition: '<b>Coastal</b> trade.', asOf: null, kind: null, fullName: null },
    ]);
  });
});

describe('adding to a glossary', () => {
  it('takes terms for the same that differ in capitals, accents and spaces', () => {
    expect(keyOfOwnTerm(' Élysée  Palace')).toBe(keyOfOwnTerm('elysee palace'));
    expect(keyOfOwnTerm('किताब')).not.toBe(keyOfOwnTerm('कताब'));
  });

  it('lets the incoming entry win, and counts', () => {
    const old = [entry('NATO', 'Old.'), entry('OCHA'), entry('WHO')];
    const merged = mergeOwnEntries(old, [
      entry('nato', 'New.'),
      entry('WHO'),
      entry('ILO', 'First.'),
      entry('Ilo', 'Last.'),
    ]);
    expect(merged).toEqual({
      entries: [entry('nato', 'New.'), entry('OCHA'), entry('WHO'), entry('Ilo', 'Last.')],
      added: 1,
      replaced: [entry('NATO', 'Old.')],
      same: 1,
      repeated: 1,
      surplus: [],
    });
  });

  it('has room for so many and names the others', () => {
    const full = Array.from({ length: OWN_LIMITS.entries }, (_, index) => entry(`t${index}`));
    const merged = mergeOwnEntries(full, [entry('one more'), entry('T5', 'New.')]);
    expect(merged.entries).toHaveLength(OWN_LIMITS.entries);
    expect(merged).toMatchObject({ added: 0, surplus: [entry('one more')], replaced: [entry('t5')] });
  });

  it('takes entries out by their terms', () => {
    expect(withoutTerms([entry('NATO'), entry('Élysée')], ['elysee '])).toEqual([entry('NATO')]);
  });
});
