import type { Settings } from './settings.ts';

/** A set of settings that a reader has kept under a name of their own. */
export interface OwnPreset {
  id: string;
  name: string;
  values: Readonly<Partial<Settings>>;
}
