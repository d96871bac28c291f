import { describe, expect, it } from 'vitest';
import { FORMER_IDS, formerIdsOf, migrateFields } from '../../src/settings/migrations.ts';
import { SETTING_IDS } from '../../src/settings/settings.ts';
import { validateSettings } from '../../src/settings/validation.ts';

/** What versions of Lectern have stored, and what it means today. */
const SAMPLES = [
  { stored: {}, meant: {} },
  { stored: { theme: 'sepia', fontSize: 31 }, meant: { theme: 'sepia', fontSize: 31 } },
  { stored: { speechKeys: 'off', theme: 'dark' }, meant: { singleKeys: 'off', theme: 'dark' } },
  { stored: { speechKeys: 'on' }, meant: { singleKeys: 'on' } },
  // An older machine stores its own beside what a newer one has stored.
  { stored: { singleKeys: 'on', speechKeys: 'off' }, meant: { singleKeys: 'on' } },
];

describe('migrateFields', () => {
  it.each(SAMPLES)('reads $stored', ({ stored, meant }) => {
    const { settings, problems } = validateSettings(Object.fromEntries(migrateFields(new Map(Object.entries(stored)))));
    expect(settings).toMatchObject(meant);
    expect(problems).toEqual([]);
  });

  it.each(SAMPLES)('makes no difference where it is done again: $stored', ({ stored }) => {
    const once = migrateFields(new Map<string, unknown>(Object.entries(stored)));
    expect(migrateFields(once)).toEqual(once);
  });

  it('leaves what it is given as it is, and fields of a newer version in it', () => {
    const stored = new Map<string, unknown>([
      ['speechKeys', 'off'],
      ['gazeTracking', 7],
    ]);
    const migrated = migrateFields(stored);
    expect([...stored]).toEqual([
      ['speechKeys', 'off'],
      ['gazeTracking', 7],
    ]);
    expect(migrated.get('gazeTracking')).toBe(7);
  });

  it('hands on a bad value, which costs its own field only', () => {
    const fields = migrateFields(new Map<string, unknown>([['speechKeys', 3]]));
    expect(validateSettings(Object.fromEntries(fields)).problems).toEqual([{ id: 'singleKeys', reason: 'wrong-type' }]);
  });
});

describe('former ids', () => {
  it('are none of today', () => {
    expect(FORMER_IDS.length).toBeGreaterThan(0);
    for (const id of FORMER_IDS) expect(SETTING_IDS).not.toContain(id);
  });

  it('are known by what stands for them now', () => {
    expect(formerIdsOf('singleKeys')).toEqual(['speechKeys']);
    expect(formerIdsOf('theme')).toEqual([]);
  });
});
