import { SETTING_IDS, SETTINGS, type Settings } from './settings.ts';

/** The longest name of a preset, in UTF-16 code units. */
export const LONGEST_PRESET_NAME = 60;

/** A set of settings that a reader has kept under a name of their own. */
export interface OwnPreset {
  id: string;
  name: string;
  values: Readonly<Partial<Settings>>;
}

/** A preset that was removed, as it lay in storage: what a newer version kept in it comes back with it. */
export interface RemovedPreset {
  id: string;
  stored: unknown;
}

/** What a preset of these settings holds: all that is about the look and the voice. Which key does what is no matter of a need. */
export function presetValues(settings: Settings): Partial<Settings> {
  const ids = SETTING_IDS.filter((id) => SETTINGS[id].group !== 'keys');
  return Object.fromEntries(ids.map((id) => [id, settings[id]]));
}
