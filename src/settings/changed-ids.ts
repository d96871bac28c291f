import { SETTING_IDS, type SettingId, type Settings } from './settings.ts';

/** The settings that `values` change. */
export function changedIds(values: Readonly<Partial<Settings>>, settings: Settings): SettingId[] {
  return SETTING_IDS.filter((id) => values[id] !== undefined && values[id] !== settings[id]);
}
