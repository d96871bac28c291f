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
    ['fontSize', 129, 'out-of-range'],
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
    ['ownPaper', 'rebeccapurple', 'not-a-color'],
    ['ownPaper', '#fff', 'not-a-color'],
    ['ownPaper', '#FFFFFF', 'not-a-color'],
    ['ownPaper', '#ffffff;}', 'not-a-color'],
    ['ownPaper', 0xffffff, 'wrong-type'],
    ['installedFont', 'Arial"; src: url(x)', 'not-a-font'],
    ['installedFont', '<b>Arial</b>', 'not-a-font'],
    ['installedFont', 'A\u0000', 'not-a-font'],
    ['installedFont', 'A'.repeat(101), 'not-a-font'],
    ['installedFont', null, 'wrong-type'],
    ['keyListen', 'kk', 'not-a-key'],
    ['keyListen', 'K', 'not-a-key'],
    ['keyListen', ' ', 'not-a-key'],
    ['keyListen', 'Escape', 'not-a-key'],
    ['keyListen', '\n', 'not-a-key'],
    ['keyListen', 7, 'wrong-type'],
  ])('puts %s to its default for %j: %s', (id, value, reason) => {
    const { settings, problems } = validateSettings({ [id]: value });
    expect(settings).toEqual(defaultSettings());
    expect(problems).toEqual([{ id, reason }]);
  });

  it.each([
    { keyListen: 'ö' },
    { keyListen: '' },
    { keyListen: '/' },
    { installedFont: 'Noto Sans Devanagari UI' },
    { installedFont: 'ＭＳ 明朝' },
    { ownPaper: '#0a1b2c' },
  ])('takes %j', (stored) => {
    expect(validateSettings(stored)).toEqual({ settings: { ...defaultSettings(), ...stored }, problems: [] });
  });

  it('lets a bad field cost only itself', () => {
    const { settings, problems } = validateSettings({ theme: 'dark', fontSize: 1000, lineWidth: 50 });
    expect(settings).toEqual({ ...defaultSettings(), theme: 'dark', lineWidth: 50 });
    expect(problems).toEqual([{ id: 'fontSize', reason: 'out-of-range' }]);
  });

  it('leaves aside what another version has stored', () => {
    expect(validateSettings({ letterShadow: 3, theme: 'dark' })).toEqual({
      settings: { ...defaultSettings(), theme: 'dark' },
      problems: [],
    });
  });

  it('reads own fields only', () => {
    expect(validateSettings(Object.create({ theme: 'dark' })).settings.theme).toBe('system');
  });
});
