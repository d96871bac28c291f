import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { validateSettings } from '../../src/settings/validation.ts';

describe('validateSettings', () => {
  it('takes good values as they are', () => {
    expect(validateSettings({ theme: 'sepia', fontSize: 31, lineWidth: 45 })).toEqual({
      settings: { ...defaultSettings(), theme: 'sepia', fontSize: 31, lineWidth: 45 },
      problems: [],
    });
  });

  it.each([undefined, null, {}, [], 'dark', 7])(
    'gives the defaults and no problem for %j: nothing is stored',
    (stored) => {
      expect(validateSettings(stored)).toEqual({ settings: defaultSettings(), problems: [] });
    },
  );

  it('takes both ends of a range', () => {
    expect(validateSettings({ fontSize: 12, lineWidth: 120 }).settings).toMatchObject({ fontSize: 12, lineWidth: 120 });
  });

  it.each([
    ['fontSize', 11.9, 'out-of-range'],
    ['fontSize', 49, 'out-of-range'],
    ['fontSize', -20, 'out-of-range'],
    ['fontSize', Number.POSITIVE_INFINITY, 'out-of-range'],
    ['fontSize', Number.NaN, 'wrong-type'],
    ['fontSize', '20', 'wrong-type'],
    ['fontSize', null, 'wrong-type'],
    ['fontSize', { fontSize: 20 }, 'wrong-type'],
    ['lineWidth', [66], 'wrong-type'],
    ['theme', 'neon', 'unknown-choice'],
    ['theme', 'constructor', 'unknown-choice'],
    ['theme', '__proto__', 'unknown-choice'],
    ['theme', '', 'unknown-choice'],
    ['theme', 1, 'wrong-type'],
    ['theme', ['dark'], 'wrong-type'],
  ])('puts %s to its default for %j: %s', (id, value, reason) => {
    const { settings, problems } = validateSettings({ [id]: value });
    expect(settings).toEqual(defaultSettings());
    expect(problems).toEqual([{ id, reason }]);
  });

  it('lets a bad field cost only itself', () => {
    const { settings, problems } = validateSettings({ theme: 'dark', fontSize: 1000, lineWidth: 50 });
    expect(settings).toEqual({ ...defaultSettings(), theme: 'dark', lineWidth: 50 });
    expect(problems).toEqual([{ id: 'fontSize', reason: 'out-of-range' }]);
  });

  it('leaves aside what another version has stored', () => {
    expect(validateSettings({ letterSpacing: 3, theme: 'dark' })).toEqual({
      settings: { ...defaultSettings(), theme: 'dark' },
      problems: [],
    });
  });

  it('reads own fields only', () => {
    expect(validateSettings(Object.create({ theme: 'dark' })).settings.theme).toBe('system');
  });
});
