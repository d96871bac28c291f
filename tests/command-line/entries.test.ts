import { describe, expect, it } from 'vitest';
import { readEntries } from '../../src/command-line/entries.ts';

const SOUND = `- term: OFW
  also: [O-F-W]
  full: Ostian Fund for Walls
  kind: government body
  is: An office that pays for walls.
  asof: 2025-01
  cues: [wall]
  wp: Ostian_Fund_for_Walls
  match: caps-only
  level: 2
  short: [the Fund]
- term: no-fly zone
  kind: military term
  is: An area that no aircraft may enter.
  asof: 2026-11
`;

describe('a file of the glossary', () => {
  it('is read with the place of each entry', () => {
    const { entries, faults } = readEntries('a.yaml', SOUND);
    expect(faults).toEqual([]);
    expect(entries.map(({ place }) => place)).toEqual(['a.yaml:1', 'a.yaml:12']);
    expect(entries[0]?.entry).toEqual({
      term: 'OFW',
      also: ['O-F-W'],
      full: 'Ostian Fund for Walls',
      kind: 'government body',
      is: 'An office that pays for walls.',
      asof: '2025-01',
      cues: ['wall'],
      wp: 'Ostian_Fund_for_Walls',
      match: 'caps-only',
      level: 2,
      short: ['the Fund'],
    });
    expect(entries[1]?.entry).toMatchObject({
      also: [],
      full: null,
      cues: [],
      wp: null,
      match: null,
      level: 1,
      short: [],
    });
  });

  it.each([
    ['- term: A\n  kind: k\n  asof: 2025-01\n', '"is" is missing'],
    ['- term: A\n  kind: k\n  is: B.\n', '"asof" is missing'],
    ['- term: A\n  kind: k\n  is: B.\n  asof: 2025-01\n  colour: red\n', 'there is no key "colour"'],
    ['- term: 42\n  kind: k\n  is: B.\n  asof: 2025-01\n', '"term" is not a text; put quotes around it'],
    ['- term: A\n  also: B\n  kind: k\n  is: B.\n  asof: 2025-01\n', '"also" is not a list of texts'],
    ['- term: A\n  kind: k\n  is: B.\n  asof: 2025-01\n  level: 4\n', '"level" is none of 0, 1, 2, 3'],
    ['- term: A\n  kind: k\n  is: B.\n  asof: 2025-01\n  match: never\n', '"match" is none of caps-only, with-cues'],
    ['- just a text\n', 'an entry is not a map'],
    ['term: A\n', 'the file is not a list of entries'],
    ['- term: "A\n', 'a.yaml'],
  ])('%j tells of its fault', (source, fault) => {
    const { entries, faults } = readEntries('a.yaml', source);
    expect(entries).toEqual([]);
    expect(faults.join('\n')).toContain(fault);
  });
});
