import type { Setting } from './setting.ts';
import { defaultSettings, SETTING_IDS, SETTINGS, type SettingId, type Settings } from './settings.ts';

/** Why a stored value was not taken. */
export type SettingProblemReason =
  | 'wrong-type'
  | 'unknown-choice'
  | 'out-of-range'
  | 'not-a-font'
  | 'not-a-color'
  | 'not-a-key';

/** A stored value that was not taken; its setting is at the default instead. */
export interface SettingProblem {
  id: SettingId;
  reason: SettingProblemReason;
}

export interface ValidatedSettings {
  settings: Settings;
  problems: SettingProblem[];
}

/** The longest name of a font, in UTF-16 code units; no font that is sold or given away has one as long. */
export const LONGEST_FONT_NAME = 100;

/** What ends a CSS string or could be taken for more than a name, and what no one can see. */
const NOT_IN_FONT_NAMES = /["'\\<>{};]|\p{Cc}|\p{Cf}/u;
const COLOR = /^#[0-9a-f]{6}$/;
/** One character that a key types and that is seen: Space, Enter and Tab have work of their own in every page. */
const KEY = /^[^\s\p{C}]\p{M}*$/u;

/** What speaks against `value` for a setting, or null when it can be used as it is. */
export function findProblem(id: SettingId, value: unknown): SettingProblemReason | null {
  const setting: Setting = SETTINGS[id];
  if (setting.type === 'number') {
    if (typeof value !== 'number' || Number.isNaN(value)) return 'wrong-type';
    return value >= setting.minimum && value <= setting.maximum ? null : 'out-of-range';
  }
  if (typeof value !== 'string') return 'wrong-type';
  switch (setting.type) {
    case 'choice':
      // Own keys only: "constructor" is not a theme.
      return Object.hasOwn(setting.choices, value) ? null : 'unknown-choice';
    case 'font-name':
      return value.length <= LONGEST_FONT_NAME && !NOT_IN_FONT_NAMES.test(value) ? null : 'not-a-font';
    case 'color':
      return COLOR.test(value) ? null : 'not-a-color';
    case 'key':
      return value === '' || (KEY.test(value) && value === value.toLowerCase()) ? null : 'not-a-key';
  }
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
