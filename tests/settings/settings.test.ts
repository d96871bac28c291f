import { describe, expect, it } from 'vitest';
import type { Setting } from '../../src/settings/setting.ts';
import { defaultSettings, SETTING_IDS, SETTINGS } from '../../src/settings/settings.ts';
import { findProblem } from '../../src/settings/validation.ts';

const table: [string, Setting][] = Object.entries(SETTINGS);

describe('the table of settings', () => {
  it('names every setting once, in the order of the table', () => {
    expect(SETTING_IDS).toEqual(Object.keys(SETTINGS));
  });

  it.each(SETTING_IDS)('has a default for %s that is valid itself', (id) => {
    expect(findProblem(id, SETTINGS[id].default)).toBeNull();
  });

  it.each(table.flatMap(([id, setting]) => (setting.type === 'number' ? [{ id, ...setting }] : [])))(
    'reaches both ends and the default of $id in whole steps: a slider stands only on steps',
    (setting) => {
      const steps = (value: number) => (value - setting.minimum) / setting.step;
      expect(setting.minimum).toBeLessThan(setting.maximum);
      expect(Number.isInteger(steps(setting.maximum))).toBe(true);
      expect(Number.isInteger(steps(setting.default))).toBe(true);
    },
  );
});

describe('defaultSettings', () => {
  it('gives the default of every setting', () => {
    expect(defaultSettings()).toMatchObject({ theme: 'system', fontSize: 20, lineWidth: 66, speakerNames: 'marked' });
    expect(Object.keys(defaultSettings())).toEqual(SETTING_IDS);
  });

  it('gives a fresh object each time, so that one page cannot change the defaults of another', () => {
    defaultSettings().fontSize = 48;
    expect(defaultSettings().fontSize).toBe(20);
  });
});
