import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { checkEntries, MOST_WORDS } from '../../tools/glossary/check-entries.ts';
import { readGlossary } from '../../tools/glossary/read-glossary.ts';
import { entry } from '../glossary/glossary-of.ts';

function faultsOf(...entries: GlossaryEntry[]): string[] {
  return checkEntries(
    entries.map((one, index) => ({ entry: one, place: `a.yaml:${index}` })),
    '2026-11',
  );
}

const sound = (term: string, given: Partial<GlossaryEntry> = {}) =>
  entry(term, { is: 'A group that meets in the north of Ostia.', kind: 'armed group', ...given });

describe('an entry has a fault where', () => {
  it.each<[string, GlossaryEntry, string]>([
    ['its meaning is too long', sound('Tarn', { is: `A ${'word '.repeat(MOST_WORDS)}here.` }), 'words, more than 25'],
    ['it ends without a stop', sound('Tarn', { is: 'A group' }), 'ends with a full stop'],
    ['it holds markup', sound('Tarn', { is: 'A <b>group</b>.' }), 'one line'],
    ['it takes sides', sound('Tarn', { is: 'A notorious group.' }), '"notorious" is a loaded word'],
    ['it uses a hard word', sound('Tarn', { is: 'A quixotic group.' }), '"quixotic" is not an everyday word'],
    ['its kind is not listed', sound('Tarn', { kind: 'thing' }), '"thing" is not in kinds.txt'],
    ['its month is none', sound('Tarn', { asof: '2025-13' }), 'is no month up to now'],
    ['its month is to come', sound('Tarn', { asof: '2026-12' }), 'is no month up to now'],
    ['it is a common word with a capital', sound('Garden'), '"match: caps-only"'],
    ['it wants cues and has none', sound('garden', { match: 'with-cues' }), 'needs cues'],
    ['it is a short acronym without cues', sound('TGF'), 'cues are needed'],
  ])('%s', (_, one, fault) => {
    expect(faultsOf(one).join('\n')).toContain(fault);
  });

  it('another has the same form and it has no cues', () => {
    const faults = faultsOf(sound('Tarn Front', { cues: ['lake'] }), sound('Wick Front', { also: ['Tarn-Front'] }));
    expect(faults).toEqual([expect.stringContaining('Wick Front: "Tarn Front" is shared by a.yaml:0 and a.yaml:1')]);
  });

  it('it stands in the wrong place', () => {
    expect(faultsOf(sound('Wick Front'), sound('Tarn Front'))).toEqual([
      'a.yaml:1: Tarn Front must stand before Wick Front',
    ]);
  });

  it('and none otherwise', () => {
    expect(
      faultsOf(sound('Tarn Front'), sound('TGF', { cues: ['lake'] }), sound('the 1970s gardeners’ al-Tarn war')),
    ).toEqual([]);
  });
});

describe('the glossary', () => {
  const { entries, faults } = readGlossary();

  it('has no fault', () => {
    expect(faults).toEqual([]);
  });

  it('has at least 3,000 entries', () => {
    expect(entries.length).toBeGreaterThanOrEqual(3000);
  });
});
