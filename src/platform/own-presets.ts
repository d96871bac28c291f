import { migrateFields } from '../settings/migrations.ts';
import { LONGEST_PRESET_NAME, type OwnPreset, type RemovedPreset } from '../settings/own-preset.ts';
import { SETTING_IDS, type Settings } from '../settings/settings.ts';
import { findProblem } from '../settings/validation.ts';
import type { LocalArea } from './page-memory.ts';
import type { StorageChanged } from './settings-reader.ts';
import { writeErrorFrom } from './settings-write-error.ts';

/** So many can be kept; a list that is longer is no help to anybody. */
export const MOST_OWN_PRESETS = 20;

/** Each preset lies under a key of its own, so that two machines which keep one each keep both. */
const KEY_PREFIX = 'preset.';

/** Why a preset was not kept: it has no name, there is one of that name, or there are as many as there may be. */
export type PresetRefusal = 'no-name' | 'same-name' | 'too-many';

/** The presets that the reader has kept, in the browser's synchronised storage. */
export interface OwnPresets {
  /** Sorted by name. What is stored and cannot be used is left out. Rejects where the storage cannot be read. */
  list(): Promise<readonly OwnPreset[]>;
  /**
   * Keeps settings under a name, which is trimmed and cut to {@link LONGEST_PRESET_NAME}. Rejects with a SettingsWriteError
   * where the browser does not store it; what was there before stays.
   */
  keep(name: string, values: Readonly<Partial<Settings>>): Promise<OwnPreset | PresetRefusal>;
  /** Gives what {@link putBack} needs; null where it was gone already. Rejects as `keep` does. */
  remove(id: string): Promise<RemovedPreset | null>;
  /** Puts one back that was removed, all that was stored of it. Rejects as `keep` does. */
  putBack(removed: RemovedPreset): Promise<PresetRefusal | null>;
  /** Calls `listener` when presets may have changed, here or elsewhere, until `signal` is aborted. */
  subscribe(listener: () => void, signal: AbortSignal): void;
}

/** @param makeId gives a new id each time, of letters and digits. */
export function createOwnPresets(
  area: LocalArea,
  onChanged: StorageChanged,
  makeId: () => string = randomId,
): OwnPresets {
  async function list(): Promise<readonly OwnPreset[]> {
    const items = await area.get(null);
    const presets = Object.entries(items).flatMap(([key, value]) => readPreset(key, value) ?? []);
    return presets.sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1));
  }

  return {
    list,
    async keep(name, values) {
      const trimmed = cutName(name);
      const refusal = trimmed === '' ? 'no-name' : await refuse(trimmed);
      if (refusal !== null) return refusal;
      const preset: OwnPreset = { id: makeId(), name: trimmed, values: usableValues(values) };
      const stored = { name: preset.name, values: preset.values };
      await ask(() => area.set({ [KEY_PREFIX + preset.id]: stored }));
      return preset;
    },
    async remove(id) {
      const key = KEY_PREFIX + id;
      const { [key]: stored } = await ask(() => area.get(key));
      await ask(() => area.remove([key]));
      return stored === undefined ? null : { id, stored };
    },
    async putBack({ id, stored }) {
      const key = KEY_PREFIX + id;
      const refusal = await refuse(readPreset(key, stored)?.name ?? '');
      if (refusal === null) await ask(() => area.set({ [key]: stored }));
      return refusal;
    },
    subscribe(listener, signal) {
      const hear = (changes: Record<string, unknown>, areaName: string) => {
        if (areaName === 'sync' && Object.keys(changes).some((key) => key.startsWith(KEY_PREFIX))) listener();
      };
      onChanged.addListener(hear);
      signal.addEventListener('abort', () => onChanged.removeListener(hear), { once: true });
    },
  };

  async function refuse(name: string): Promise<PresetRefusal | null> {
    // What cannot be read must not be written over either.
    const others = await ask(list);
    if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) return 'same-name';
    return others.length >= MOST_OWN_PRESETS ? 'too-many' : null;
  }
}

async function ask<Answer>(storage: () => Promise<Answer>): Promise<Answer> {
  try {
    return await storage();
  } catch (error) {
    throw writeErrorFrom(error);
  }
}

/** A stored item as a preset, or null where it is none. */
function readPreset(key: string, value: unknown): OwnPreset | null {
  if (!key.startsWith(KEY_PREFIX) || key === KEY_PREFIX || typeof value !== 'object' || value === null) return null;
  const { name, values } = value as Partial<Record<'name' | 'values', unknown>>;
  if (typeof name !== 'string' || typeof values !== 'object' || values === null) return null;
  const trimmed = cutName(name);
  const usable = usableValues(values);
  if (trimmed === '' || Object.keys(usable).length === 0) return null;
  return { id: key.slice(KEY_PREFIX.length), name: trimmed, values: usable };
}

function cutName(name: string): string {
  const trimmed = name.replace(/\s+/gu, ' ').trim();
  // Not within a character that takes two units.
  return trimmed
    .slice(0, LONGEST_PRESET_NAME)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** Each value on its own: one that cannot be used costs that one setting, not the preset. */
function usableValues(values: object): Partial<Settings> {
  const fields = migrateFields(new Map<string, unknown>(Object.entries(values)));
  const usable = SETTING_IDS.flatMap((id) => {
    const value = fields.get(id);
    return value !== undefined && findProblem(id, value) === null ? [[id, value] as const] : [];
  });
  return Object.fromEntries(usable) as Partial<Settings>;
}

/** Not `randomUUID`, which pages without https do not have. */
function randomId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
