import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/settings/presets.ts';
import { SETTING_IDS, SETTINGS, type SettingId } from '../../src/settings/settings.ts';
import { findProblem } from '../../src/settings/validation.ts';

describe.each(PRESETS)('the preset $id', ({ values }) => {
  const entries = Object.entries(values) as [SettingId, unknown][];

  it('names settings with values that they can have', () => {
    expect(entries.length).toBeGreaterThan(4);
    for (const [id, value] of entries)
      expect([id, SETTING_IDS.includes(id) && findProblem(id, value)]).toEqual([id, null]);
  });

  it('changes something that is seen or heard, and no key and no colours of the reader’s own', () => {
    expect(entries.some(([id, value]) => SETTINGS[id].default !== value)).toBe(true);
    for (const [id] of entries) expect(['key', 'color', 'font-name']).not.toContain(SETTINGS[id].type);
  });
});
