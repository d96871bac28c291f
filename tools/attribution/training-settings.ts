import type { ModelOptions } from './train-model.ts';

export interface TrainingSettings extends ModelOptions {
  /** So many times the project's own articles stand among those to learn from. */
  copies: number;
  /** Features whose largest weight is below it are not written. */
  smallest: number;
}

/** Chosen on the development articles of the benchmark. */
export const DEFAULT_SETTINGS: Readonly<TrainingSettings> = {
  epochs: 8,
  learningRate: 0.02,
  decay: 1e-3,
  dropout: 0.25,
  averaged: 4,
  fewest: 10,
  copies: 2,
  kept: 95_000,
  runs: 3,
  seed: 1,
  smallest: 0.03,
};

/** The settings with those changed that are given as "name=number"; throws where one is unknown or no number. */
export function applySettings(settings: Readonly<TrainingSettings>, changes: readonly string[]): TrainingSettings {
  const changed = { ...settings };
  for (const change of changes) {
    const [name = '', ...rest] = change.split('=');
    const value = rest.join('=');
    if (!isName(name)) throw new Error(`There is no setting ${name}; there are ${Object.keys(settings).join(', ')}.`);
    if (value.trim() === '' || !Number.isFinite(Number(value)) || Number(value) < 0)
      throw new Error(`${change}: a setting is a number of 0 or more, as in --set ${name}=${settings[name]}.`);
    changed[name] = Number(value);
  }
  return changed;

  function isName(name: string): name is keyof TrainingSettings {
    return Object.hasOwn(settings, name);
  }
}
