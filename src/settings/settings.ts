import { COLOUR_SETTINGS } from './colour-settings.ts';
import { FOCUS_SETTINGS } from './focus-settings.ts';
import { KEY_SETTINGS } from './key-settings.ts';
import { LISTENING_SETTINGS } from './listening-settings.ts';
import type { Setting } from './setting.ts';
import { TYPE_SETTINGS } from './type-settings.ts';
import { UNDERSTANDING_SETTINGS } from './understanding-settings.ts';

/** Every setting there is: the type, the validation, the options page and the live application all come from here. */
export const SETTINGS = {
  ...TYPE_SETTINGS,
  ...COLOUR_SETTINGS,
  ...FOCUS_SETTINGS,
  ...UNDERSTANDING_SETTINGS,
  ...LISTENING_SETTINGS,
  ...KEY_SETTINGS,
} as const satisfies Record<string, Setting>;

export type SettingId = keyof typeof SETTINGS;

export type Settings = {
  -readonly [Id in SettingId]: (typeof SETTINGS)[Id] extends { type: 'choice'; choices: infer Choices }
    ? keyof Choices
    : (typeof SETTINGS)[Id] extends { type: 'number' }
      ? number
      : string;
};

/** The ids in the order of the table: the order in which a person meets the settings. */
export const SETTING_IDS = Object.keys(SETTINGS) as readonly SettingId[];

/** A fresh copy of every setting as it is before a person has changed anything. */
export function defaultSettings(): Settings {
  return Object.fromEntries(SETTING_IDS.map((id) => [id, SETTINGS[id].default])) as Settings;
}

/** The settings as they stand now, and word of each change; the reader and the options page are handed one. */
export interface LiveSettings {
  current(): Settings;
  /** Calls `listener` after each change, until `signal` is aborted. */
  subscribe(listener: (settings: Settings) => void, signal: AbortSignal): void;
}
