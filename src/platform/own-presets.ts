import { migrateFields } from '../settings/migrations.ts';
import type { OwnPreset } from '../settings/own-preset.ts';
import { SETTING_IDS, type Settings } from '../settings/settings.ts';
import { findProblem } from '../settings/validation.ts';
import type { LocalArea } from './page-memory.ts';
import type { StorageChanged } from './settings-reader.ts';
import { writeErrorFrom } from './settings-write-error.ts';

/** So many can be kept; a list that is longer is no help to anybody. */
export const MOST_OWN_PRESETS = 20;

/** The longest name, in UTF-16 code units. */
export const LONGEST_PRESET_NAME = 60;

/** Each preset lies under a key of its own, so that two machines which keep one each keep both. */
const KEY_PREFIX = 'preset.';

/** What one item of `storage.sync` may take, in bytes, its key included (QUOTA_BYTES_PER_ITEM); Firefox does not hold it up itself. */
const LARGEST_ITEM = 8192;

/** Why a preset was not kept: it has no name, there is one of that name, or there are as many as there may be. */
export type PresetRefusal = 'no-name' | 'same-name' | 'too-many';

/** The presets that the reader has kept, in the browser's synchronised storage. */
export interface OwnPresets {
  /** Sorted by name. What is stored and cannot be used is left out. Rejects where the storage cannot be read. */
  list(): Promise<readonly OwnPreset[]>;
  /**
   * Keeps settings under a name, which is trimmed and cut to {@link LONGEST_PRESET_NAME}. `id` puts one back that was removed.
   * Rejects with a SettingsWriteError where the browser does not store it; what was there before stays.
   */
  keep(name: string, values: Readonly<Partial<Settings>>, id?: string): Promise<OwnPreset | PresetRefusal>;
  /** Rejects as `keep` does. */
  remove(id: string): Promise<void>;
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
    async keep(name, values, id = makeId()) {
      const trimmed = cutName(name);
      if (trimmed === '') return 'no-name';
      const others = await readOthers(id);
      if (others.some((other) => other.name.toLowerCase() === trimmed.toLowerCase())) return 'same-name';
      if (others.length >= MOST_OWN_PRESETS) return 'too-many';
      const preset: OwnPreset = { id, name: trimmed, values: usableValues(values) };
      const stored = { name: preset.name, values: preset.values };
      const bytes = new TextEncoder().encode(KEY_PREFIX + id + JSON.stringify(stored)).length;
      if (bytes > LARGEST_ITEM) throw writeErrorFrom(new Error('QUOTA_BYTES_PER_ITEM quota exceeded'));
      await write(() => area.set({ [KEY_PREFIX + id]: stored }));
      return preset;
    },
    remove: (id) => write(() => area.remove([KEY_PREFIX + id])),
    subscribe(listener, signal) {
      const hear = (changes: Record<string, unknown>, areaName: string) => {
        if (areaName === 'sync' && Object.keys(changes).some((key) => key.startsWith(KEY_PREFIX))) listener();
      };
      onChanged.addListener(hear);
      signal.addEventListener('abort', () => onChanged.removeListener(hear), { once: true });
    },
  };

  async function readOthers(id: string): Promise<OwnPreset[]> {
    try {
      return (await list()).filter((other) => other.id !== id);
    } catch (error) {
      // What cannot be read must not be written over either.
      throw writeErrorFrom(error);
    }
  }
}

async function write(store: () => Promise<void>): Promise<void> {
  try {
    await store();
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
