import type { ListStorage } from '../../src/platform/chunked-list.ts';
import type { LocalArea } from '../../src/platform/page-memory.ts';

type Listener = (changes: Record<string, { newValue?: unknown }>, areaName: string) => void;

/** The limits of `storage.sync`: developer.chrome.com/docs/extensions/reference/api/storage#properties_2, in bytes. */
export const SYNC_LIMITS = { total: 102_400, item: 8192, items: 512 };

const sizeOf = (key: string, value: unknown) => new TextEncoder().encode(key + JSON.stringify(value)).length;

/** A storage area that refuses what `storage.sync` refuses, and can be made to fail. */
export class ListAreaFake implements LocalArea {
  items: Record<string, unknown> = {};
  readError: Error | null = null;
  writeError: Error | null = null;
  /** How many items of a `set` are stored before it fails; null where it does not. */
  failsAfter: number | null = null;
  removeError: Error | null = null;
  readonly #limits: typeof SYNC_LIMITS | null;
  readonly #tell: (keys: string[]) => void;

  constructor(limits: typeof SYNC_LIMITS | null, tell: (keys: string[]) => void) {
    this.#limits = limits;
    this.#tell = tell;
  }

  get size(): number {
    return Object.entries(this.items).reduce((sum, [key, value]) => sum + sizeOf(key, value), 0);
  }

  async get(key: string | null): Promise<Record<string, unknown>> {
    if (this.readError !== null) throw this.readError;
    return structuredClone(key === null ? this.items : { [key]: this.items[key] });
  }

  async set(items: Record<string, unknown>): Promise<void> {
    if (this.writeError !== null) throw this.writeError;
    const after = { ...this.items, ...structuredClone(items) };
    if (this.#limits !== null) {
      const { total, item, items: most } = this.#limits;
      const sizes = Object.entries(after).map(([key, value]) => sizeOf(key, value));
      if (sizes.some((size) => size > item)) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      if (sizes.length > most) throw new Error('MAX_ITEMS quota exceeded');
      if (sizes.reduce((sum, size) => sum + size, 0) > total) throw new Error('QUOTA_BYTES quota exceeded');
    }
    if (this.failsAfter !== null) {
      Object.assign(this.items, Object.fromEntries(Object.entries(items).slice(0, this.failsAfter)));
      throw new Error('An unexpected error occurred');
    }
    this.items = after;
    this.#tell(Object.keys(items));
  }

  async remove(keys: string[]): Promise<void> {
    if (this.removeError !== null) throw this.removeError;
    for (const key of keys) delete this.items[key];
    this.#tell(keys);
  }
}

/** The storage of one machine, as several pages of the extension share it. */
export class ListStorageFake implements ListStorage {
  readonly #listeners = new Set<Listener>();
  readonly sync = new ListAreaFake(SYNC_LIMITS, (keys) => this.tell(keys, 'sync'));
  readonly local = new ListAreaFake(null, (keys) => this.tell(keys, 'local'));
  readonly onChanged = {
    addListener: (listener: Listener) => this.#listeners.add(listener),
    removeListener: (listener: Listener) => this.#listeners.delete(listener),
  };

  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** Fires the change event, as the browser does in every page of the extension. */
  tell(keys: string[], areaName: 'sync' | 'local'): void {
    const { items } = this[areaName];
    const changes = keys.map((key) => [key, key in items ? { newValue: structuredClone(items[key]) } : {}]);
    for (const listener of this.#listeners) listener(Object.fromEntries(changes), areaName);
  }
}
