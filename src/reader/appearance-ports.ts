import type { OwnPreset } from '../settings/own-preset.ts';
import type { LiveSettings, SettingId, Settings } from '../settings/settings.ts';
import type { ReaderPorts } from './ports.ts';

/** The settings, for who may change them. What a store rejects with has a `failure`, as saveFailureOf reads it. */
export interface ChangeableSettings extends LiveSettings {
  /** Resolves once what is stored has been read. */
  ready: Promise<unknown>;
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

/** The presets that the reader has kept. */
export interface KeptPresets {
  /** Rejects where they cannot be read. */
  list(): Promise<readonly OwnPreset[]>;
  /** `id` puts one back that was removed. Rejects as a change of settings does. */
  keep(
    name: string,
    values: Readonly<Partial<Settings>>,
    id?: string,
  ): Promise<OwnPreset | 'no-name' | 'same-name' | 'too-many'>;
  remove(id: string): Promise<void>;
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
