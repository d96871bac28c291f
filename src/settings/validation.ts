import { defaultSettings, SETTING_IDS, SETTINGS, type Setting, type SettingId, type Settings } from './settings.ts';

/** Why a stored value was not taken. */
export type SettingProblemReason = 'wrong-type' | 'unknown-choice' | 'out-of-range';

/** A stored value that was not taken; its setting is at the default instead. */
export interface SettingProblem {
  id: SettingId;
  reason: SettingProblemReason;
}

export interface ValidatedSettings {
  settings: Settings;
  problems: SettingProblem[];
}

/** What speaks against `value` for a setting, or null when it can be used as it is. */
export function findProblem(id: SettingId, value: unknown): SettingProblemReason | null {
  const setting: Setting = SETTINGS[id];
  if (setting.type === 'choice') {
    if (typeof value !== 'string') return 'wrong-type';
    // Own keys only: "constructor" is not a theme.
    return Object.hasOwn(setting.choices, value) ? null : 'unknown-choice';
  }
  if (typeof value !== 'number' || Number.isNaN(value)) return 'wrong-type';
  return value >= setting.minimum && value <= setting.maximum ? null : 'out-of-range';
}

/** True when `value` can be used for the setting as it is. */
export function isSettingValue<Id extends SettingId>(id: Id, value: unknown): value is Settings[Id] {
  return findProblem(id, value) === null;
}

/**
 * Makes settings out of whatever was stored: each field on its own, so that one bad value costs one default and not all.
 * A field that is not there is at its default without being a problem; keys of another version are left aside.
 *
 * @param stored an object keyed by setting id; anything else counts as nothing stored
 */
export function validateSettings(stored: unknown): ValidatedSettings {
  const settings = defaultSettings();
  const problems: SettingProblem[] = [];
  const fields =
    typeof stored === 'object' && stored !== null ? new Map<string, unknown>(Object.entries(stored)) : null;
  for (const id of SETTING_IDS) {
    const value = fields?.get(id);
    if (value === undefined) continue;
    const reason = findProblem(id, value);
    if (reason === null) assign(settings, id, value);
    else problems.push({ id, reason });
  }
  return { settings, problems };
}

/** Only for a value in which `findProblem` found nothing; the compiler cannot tie a key of the table to its value's type. */
function assign<Id extends SettingId>(settings: Settings, id: Id, value: unknown): void {
  settings[id] = value as Settings[Id];
}
