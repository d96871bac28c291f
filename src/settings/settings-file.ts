import { FORMER_IDS, migrateFields } from './migrations.ts';
import type { OwnPreset } from './own-preset.ts';
import { SETTING_IDS, SETTINGS, type Settings } from './settings.ts';
import { isSettingValue, type SettingProblem, validateSettings } from './validation.ts';

/** A larger file is refused before it is looked into, in bytes: a hundred times what every setting and preset take. */
export const LARGEST_SETTINGS_FILE = 1024 * 1024;
/** As many presets are read of one file; the rest is counted with what was left out. */
const MOST_PRESETS = 100;
const FORMAT = 'settings';
const VERSION = 1;

/** A preset as a file holds it: the store that keeps it gives it an id of its own. */
export type FiledPreset = Omit<OwnPreset, 'id'>;

/** What a file of settings holds. */
export interface SettingsFile {
  /** Every setting as the file has it; one that it does not name, or names with a value that cannot be used, is at its default. */
  settings: Settings;
  presets: FiledPreset[];
  /** Settings whose values could not be used. */
  problems: SettingProblem[];
  /** How many settings, in the file and in its presets, nobody here knows, and how many presets could not be read. */
  leftOut: number;
  /** Written by a newer version of Lectern; what this one knows of it was read. */
  isNewer: boolean;
}

/** Why a file cannot be read as a whole. */
export type SettingsFileProblem = 'too-large' | 'not-json' | 'not-settings';

/** The settings that differ from their defaults, and presets, as JSON that {@link readSettingsFile} reads back. */
export function writeSettingsFile(settings: Settings, presets: readonly FiledPreset[]): string {
  const changed = SETTING_IDS.filter((id) => settings[id] !== SETTINGS[id].default);
  const file = {
    lectern: FORMAT,
    version: VERSION,
    settings: Object.fromEntries(changed.map((id) => [id, settings[id]])),
    presets: presets.map(({ name, values }) => ({ name, values })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a file of settings, each field on its own: one bad value costs that value alone. Never throws. */
export function readSettingsFile(text: string): SettingsFile | SettingsFileProblem {
  if (text.length > LARGEST_SETTINGS_FILE) return 'too-large';
  let file: unknown;
  try {
    // Other programs begin a text with a byte-order mark, which JSON does not know.
    file = JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch {
    return 'not-json';
  }
  const fields = fieldsOf(file);
  const stored = fieldsOf(fields?.get('settings'));
  if (fields?.get('lectern') !== FORMAT || !stored) return 'not-settings';
  const version = fields.get('version');
  const migrated = migrateFields(stored);
  const { settings, problems } = validateSettings(Object.fromEntries(migrated));
  const { presets, leftOut } = readPresets(fields.get('presets'));
  return {
    settings,
    presets,
    problems,
    leftOut: leftOut + unknownIn(stored),
    isNewer: typeof version === 'number' && version > VERSION,
  };
}

function readPresets(value: unknown): { presets: FiledPreset[]; leftOut: number } {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  const presets: FiledPreset[] = [];
  let leftOut = Math.max(0, listed.length - MOST_PRESETS);
  for (const item of listed.slice(0, MOST_PRESETS)) {
    const fields = fieldsOf(item);
    const stored = fieldsOf(fields?.get('values')) ?? new Map<string, unknown>();
    const name = fields?.get('name');
    const migrated = migrateFields(stored);
    const usable = SETTING_IDS.filter((id) => isSettingValue(id, migrated.get(id)));
    // One without values would be stored, and neither be seen nor be deleted.
    if (typeof name !== 'string' || name.trim() === '' || usable.length === 0) {
      leftOut += 1;
      continue;
    }
    const unusable = SETTING_IDS.filter((id) => migrated.has(id) && !isSettingValue(id, migrated.get(id)));
    leftOut += unknownIn(stored) + unusable.length;
    presets.push({ name: name.trim(), values: Object.fromEntries(usable.map((id) => [id, migrated.get(id)])) });
  }
  return { presets, leftOut };
}

/** How many of the fields are no setting, under today's names or those of an older version. */
function unknownIn(stored: ReadonlyMap<string, unknown>): number {
  return [...stored.keys()].filter((id) => !isKnownId(id) && !FORMER_IDS.includes(id)).length;
}

function isKnownId(id: string): boolean {
  return SETTING_IDS.some((known) => known === id);
}

/** The fields of an object, its own alone: a file may name one `__proto__`. Null for anything else. */
function fieldsOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map<string, unknown>(Object.entries(value));
}
