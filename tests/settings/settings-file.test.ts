import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import {
  LARGEST_SETTINGS_FILE,
  readSettingsFile,
  type SettingsFile,
  writeSettingsFile,
} from '../../src/settings/settings-file.ts';

const fileOf = (fields: object) => JSON.stringify({ lectern: 'settings', version: 1, settings: {}, ...fields });

function read(text: string): SettingsFile {
  const file = readSettingsFile(text);
  if (typeof file === 'string') throw new Error(file);
  return file;
}

describe('writeSettingsFile', () => {
  it('writes what differs from the defaults, and the presets without their ids', () => {
    const preset = { id: 'a1', name: 'Evening', values: { theme: 'dark' as const } };
    const text = writeSettingsFile({ ...defaultSettings(), fontSize: 33 }, [preset]);
    expect(JSON.parse(text)).toEqual({
      lectern: 'settings',
      version: 1,
      settings: { fontSize: 33 },
      presets: [{ name: 'Evening', values: { theme: 'dark' } }],
    });
  });

  it('is read back as it was', () => {
    const settings = { ...defaultSettings(), fontSize: 33, theme: 'own' as const, ownPaper: '#102030', keyListen: 'ö' };
    const presets = [{ name: 'Evening', values: { theme: 'dark' as const } }];
    expect(read(writeSettingsFile(settings, presets))).toEqual({
      settings,
      presets,
      problems: [],
      leftOut: 0,
      isNewer: false,
    });
  });
});

describe('readSettingsFile', () => {
  it.each([
    ['', 'not-json'],
    ['theme: dark', 'not-json'],
    ['{"lectern":"settings"', 'not-json'],
    ['['.repeat(200_000), 'not-json'],
    ['null', 'not-settings'],
    ['[]', 'not-settings'],
    ['"settings"', 'not-settings'],
    ['{"lectern":"glossary","version":1,"settings":{}}', 'not-settings'],
    ['{"lectern":"settings","version":1}', 'not-settings'],
    ['{"lectern":"settings","version":1,"settings":[1]}', 'not-settings'],
    [' '.repeat(LARGEST_SETTINGS_FILE + 1), 'too-large'],
  ])('refuses what is no file of settings: %#', (text, problem) => {
    expect(readSettingsFile(text)).toBe(problem);
  });

  it('reads a file that begins with a byte-order mark', () => {
    expect(read(`\u{FEFF}${fileOf({ settings: { theme: 'dark' } })}`).settings.theme).toBe('dark');
  });

  it('takes each field on its own: a bad value costs that one its value', () => {
    const file = read(fileOf({ settings: { theme: 'dark', fontSize: 9000, ownPaper: 'red', lineWidth: '66' } }));
    expect(file.settings).toEqual({ ...defaultSettings(), theme: 'dark' });
    expect(file.problems).toEqual([
      { id: 'fontSize', reason: 'out-of-range' },
      { id: 'lineWidth', reason: 'wrong-type' },
      { id: 'ownPaper', reason: 'not-a-color' },
    ]);
  });

  it('counts what it does not know, in the settings and in presets', () => {
    const file = read(
      fileOf({
        settings: { theme: 'dark', smell: 'roses', constructor: 1 },
        presets: [
          { name: 'Evening', values: { theme: 'sepia', taste: 'sweet', fontSize: -1 } },
          { name: ' ', values: {} },
          { name: 3, values: {} },
          'Morning',
          { name: 'Of a newer version', values: { taste: 'sweet', theme: 'neon' } },
          { name: 'Empty', values: {} },
        ],
      }),
    );
    expect(file.presets).toEqual([{ name: 'Evening', values: { theme: 'sepia' } }]);
    expect(file.leftOut).toBe(2 + 2 + 5);
  });

  it('leaves the prototypes of objects alone', () => {
    const file = read('{"lectern":"settings","version":1,"settings":{"__proto__":{"theme":"dark"}}}');
    expect(file.settings).toEqual(defaultSettings());
    expect(file.leftOut).toBe(1);
    expect(Object.hasOwn(Object.prototype, 'theme')).toBe(false);
  });

  it('reads what it knows of a newer version', () => {
    const file = read(fileOf({ version: 7, settings: { theme: 'dark' }, sounds: ['gong'] }));
    expect(file.settings.theme).toBe('dark');
    expect(file.isNewer).toBe(true);
  });

  it('reads settings under the names of an older version', () => {
    const file = read(fileOf({ settings: { speechKeys: 'off' } }));
    expect(file.settings.singleKeys).toBe('off');
    expect(file.leftOut).toBe(0);
  });

  it('reads no more presets than anyone has', () => {
    const presets = Array.from({ length: 150 }, (_, index) => ({ name: `P${index}`, values: { theme: 'dark' } }));
    const file = read(fileOf({ presets }));
    expect(file.presets).toHaveLength(100);
    expect(file.leftOut).toBe(50);
  });
});
