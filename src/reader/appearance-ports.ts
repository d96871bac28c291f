import type { OwnPreset, RemovedPreset } from '../settings/own-preset.ts';
import type { LiveSettings, SettingId, Settings } from '../settings/settings.ts';
import type { ReaderPorts } from './ports.ts';

/** The settings, for who may change them. What a store rejects with has a `failure`, as saveFailureOf reads it. */
export interface ChangeableSettings extends LiveSettings {
  /** Resolves once what is stored has been read. */
  ready: Promise<unknown>;
  /** The settings without what is tried. */
  untried(): Settings;
  /** What went wrong when they were read, if anything did. */
  report(): { unreadable: boolean; problems: readonly { id: SettingId }[] };
  /** Takes effect at once; resolves when it is stored. */
  change<Id extends SettingId>(id: Id, value: Settings[Id]): Promise<void>;
  changeAll(values: Readonly<Partial<Settings>>): Promise<void>;
  /** Stores now what still waits for it. */
  flush(): Promise<void>;
}

/** What a person tries out in this view, over what is stored. */
export interface Trials {
  /** Empty where nothing is tried. */
  tried(): Readonly<Partial<Settings>>;
  /** Puts these values into force, in place of those that were tried before, and stores nothing; `{}` ends the trial. */
  try(values: Readonly<Partial<Settings>>): void;
  /** Puts into force at once what is about to be stored. */
  expect(values: Readonly<Partial<Settings>>): void;
  /** These have been stored, or could not be. */
  settle(values: Readonly<Partial<Settings>>): void;
}

/** Why a preset was not kept. */
export type KeptPresetRefusal = 'no-name' | 'same-name' | 'too-many';

/** The presets that the reader has kept. */
export interface KeptPresets {
  /** Rejects where they cannot be read. */
  list(): Promise<readonly OwnPreset[]>;
  /** Rejects as a change of settings does. */
  keep(name: string, values: Readonly<Partial<Settings>>): Promise<OwnPreset | KeptPresetRefusal>;
  /** Null where it was gone already. */
  remove(id: string): Promise<RemovedPreset | null>;
  putBack(removed: RemovedPreset): Promise<KeptPresetRefusal | null>;
  subscribe(listener: () => void, signal: AbortSignal): void;
}

/** What the sheet of settings needs of the world around it. */
export interface AppearancePorts extends Pick<ReaderPorts, 'document' | 'translate'> {
  settings: ChangeableSettings;
  trials: Trials;
  ownPresets: KeptPresets;
  /** Opens the page with all settings. */
  openOptions(): void;
}
