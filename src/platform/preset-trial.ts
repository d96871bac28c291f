import { changedIds } from '../settings/changed-ids.ts';
import type { Settings } from '../settings/settings.ts';
import type { SettingsStore } from './settings-store.ts';
import { triedSettings, trySettings } from './tried-settings.ts';

type Values = Readonly<Partial<Settings>>;

/** A preset, one of Lectern's or one of the reader's. */
export interface TrialPreset {
  /** Tells it from the others. */
  key: string;
  /** As it is shown to people. */
  name: string;
  values: Values;
}

/** One preset at a time can be tried; nothing of it is stored until it is kept. */
export interface PresetTrial {
  /** What is tried; null where nothing is. */
  current(): TrialPreset | null;
  /** Puts a preset into force on this page. Gives how many settings that changes. */
  start(preset: TrialPreset): number;
  takeBack(): void;
  /** What is left of the trial to be stored, and what there is in its place now. A setting that was changed meanwhile is left out; to store the rest ends the trial. */
  outcome(): { values: Values; before: Values };
}

/** Makes the trial. It ends by itself when the person has set everything that is tried by hand. */
export function createPresetTrial(store: Pick<SettingsStore, 'untried'>): PresetTrial {
  let tried: TrialPreset | null = null;
  return {
    current: () => (Object.keys(triedSettings()).length === 0 ? null : tried),
    start(preset) {
      tried = preset;
      trySettings(preset.values);
      return changedIds(preset.values, store.untried()).length;
    },
    takeBack: () => trySettings({}),
    outcome() {
      const values = triedSettings();
      const settings = store.untried();
      const before = Object.fromEntries(changedIds(values, settings).map((id) => [id, settings[id]]));
      return { values, before };
    },
  };
}
