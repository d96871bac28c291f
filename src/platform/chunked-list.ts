import {
  findGenerations,
  type Generation,
  generationItems,
  type LocalReason,
  latestOf,
  type StoredGenerations,
} from './list-generation.ts';
import type { LocalArea } from './page-memory.ts';
import type { StorageChanged } from './settings-reader.ts';
import { writeErrorFrom } from './settings-write-error.ts';

/** Where a list lies: with the browser's synchronised storage, or on this machine alone and why. */
export type KeptPlace = { area: 'sync' } | { area: 'local'; reason: LocalReason };

/** What is told apart of the lists that are stored this way. */
export interface ListKind<Item> {
  /** What the keys in the storage areas begin with. */
  prefix: string;
  /**
   * The longest packed text that is synchronised, in bytes. A list needs this twice, while the new generation lies beside the
   * old one, and all lists, presets and settings share the 102,400 bytes of `storage.sync` (QUOTA_BYTES);
   * the browser has the last word, and what it refuses is kept on this machine.
   */
  mostSynchronised: number;
  /** A stored value as an item, or null where it is none. */
  read(value: unknown): Item | null;
  /** Of two items of one key only one is in the list. */
  keyOf(item: Item): string;
}

/** The storage areas and their event; null asks an area for everything. */
export interface ListStorage {
  sync: LocalArea;
  local: LocalArea;
  onChanged: StorageChanged;
}

/** A list too long for one item of `storage.sync`. */
export interface ChunkedList<Item> {
  /** The same array as long as nothing changes. Rejects where neither area can be read. */
  list(): Promise<readonly Item[]>;
  /**
   * Reads, edits and stores the list, one change after the other. `edit` gives null to leave all as it is. Rejects with a
   * SettingsWriteError where neither area takes it.
   */
  change(edit: (items: readonly Item[]) => readonly Item[] | null): Promise<void>;
  /** Calls `listener` when the list may have changed, here or elsewhere, until `signal` is aborted. */
  subscribe(listener: () => void, signal: AbortSignal): void;
  /** As of the last reading or change. */
  report(): KeptPlace;
}

interface Reading<Item> {
  sync: StoredGenerations | null;
  local: StoredGenerations | null;
  items: readonly Item[];
}

const NOTHING: StoredGenerations = { whole: [], keys: [], staleKeys: [] };

/**
 * Keeps a list as generations: each change writes a new one under keys of its own and takes the old ones away when it is
 * whole, so that no reader meets a half-written list. Each names those that it was made from. Where two machines or two pages
 * have written at a time, neither names the other: their items are joined, and the later one's wins for a key.
 */
export function createChunkedList<Item>(storage: ListStorage, kind: ListKind<Item>): ChunkedList<Item> {
  return new StoredList(storage, kind);
}

class StoredList<Item> implements ChunkedList<Item> {
  readonly #storage: ListStorage;
  readonly #kind: ListKind<Item>;
  #unpacked = new Map<string, Generation>();
  #joined: { ids: string; items: readonly Item[] } = { ids: '', items: [] };
  #place: KeptPlace = { area: 'sync' };
  /** One change after the other: two at a time would each leave the other's out. */
  #last: Promise<void> = Promise.resolve();

  constructor(storage: ListStorage, kind: ListKind<Item>) {
    this.#storage = storage;
    this.#kind = kind;
  }

  async list(): Promise<readonly Item[]> {
    return (await this.#read()).items;
  }

  change(edit: (items: readonly Item[]) => readonly Item[] | null): Promise<void> {
    const next = this.#last.then(async () => {
      const reading = await this.#read();
      const edited = edit(reading.items);
      if (edited !== null) await this.#write(edited, reading);
    });
    this.#last = next.catch(() => undefined);
    return next;
  }

  subscribe(listener: () => void, signal: AbortSignal): void {
    const { onChanged } = this.#storage;
    const hear = (changes: Record<string, unknown>) => {
      if (Object.keys(changes).some((key) => key.startsWith(this.#kind.prefix))) listener();
    };
    onChanged.addListener(hear);
    signal.addEventListener('abort', () => onChanged.removeListener(hear), { once: true });
  }

  report(): KeptPlace {
    return this.#place;
  }

  /** The areas are asked each time, which is quick; what takes time is done once for each generation. */
  async #read(): Promise<Reading<Item>> {
    const [sync, local] = await Promise.all([this.#readArea('sync'), this.#readArea('local')]);
    if (sync === null && local === null) throw new Error('neither storage area can be read');
    const whole = [...(sync?.whole ?? []), ...(local?.whole ?? [])];
    this.#unpacked = new Map(whole.map((generation) => [generation.id, generation]));
    const latest = latestOf(whole);
    const onlyHere = latest.findLast(({ reason }) => reason !== null)?.reason ?? (sync === null ? 'unavailable' : null);
    this.#place = onlyHere === null ? { area: 'sync' } : { area: 'local', reason: onlyHere };
    const ids = latest.map(({ id }) => id).join();
    if (ids !== this.#joined.ids) this.#joined = { ids, items: this.#join(latest) };
    return { sync, local, items: this.#joined.items };
  }

  async #readArea(area: 'sync' | 'local'): Promise<StoredGenerations | null> {
    try {
      const stored = await this.#storage[area].get(null);
      return await findGenerations(stored, this.#kind.prefix, this.#unpacked, Date.now());
    } catch {
      return null;
    }
  }

  #join(generations: readonly Generation[]): Item[] {
    const joined = new Map<string, Item>();
    for (const { items } of generations)
      for (const value of items) {
        const item = this.#kind.read(value);
        if (item !== null) joined.set(this.#kind.keyOf(item), item);
      }
    return [...joined.values()];
  }

  async #write(items: readonly Item[], { sync, local }: Reading<Item>): Promise<void> {
    const before = [...(sync?.whole ?? []), ...(local?.whole ?? [])];
    const generation: Generation = {
      id: crypto.randomUUID().replaceAll('-', '').slice(0, 12),
      replaces: [...new Set(before.map(({ id }) => id))],
      time: Date.now(),
      reason: null,
      items,
    };
    const reason = sync === null ? 'unavailable' : await this.#writeToSync(generation);
    if (reason === null) await this.#remove('sync', sync ?? NOTHING);
    else await this.#writeToLocal({ ...generation, reason });
    // What lies in the synchronised area stays where the new list could not go there: other machines still read it.
    await this.#remove('local', local ?? NOTHING);
    this.#unpacked.set(generation.id, { ...generation, reason });
    this.#joined = { ids: generation.id, items };
    this.#place = reason === null ? { area: 'sync' } : { area: 'local', reason };
  }

  /** @returns why it could not be stored there, or null. */
  async #writeToSync(generation: Generation): Promise<LocalReason | null> {
    const { pieces, length } = await generationItems(this.#kind.prefix, generation);
    if (length > this.#kind.mostSynchronised) return 'too-long';
    try {
      await this.#storage.sync.set(pieces);
      return null;
    } catch (error) {
      // Some pieces may have been stored: they would never be whole.
      await this.#removeKeys('sync', Object.keys(pieces));
      return writeErrorFrom(error).failure;
    }
  }

  async #writeToLocal(generation: Generation): Promise<void> {
    const { pieces } = await generationItems(this.#kind.prefix, generation);
    try {
      await this.#storage.local.set(pieces);
    } catch (error) {
      await this.#removeKeys('local', Object.keys(pieces));
      throw writeErrorFrom(error);
    }
  }

  #remove(area: 'sync' | 'local', { keys, staleKeys }: StoredGenerations): Promise<void> {
    return this.#removeKeys(area, [...keys, ...staleKeys]);
  }

  /** What stays lying is passed over, since the new generation names it, and is taken away with the next change. */
  async #removeKeys(area: 'sync' | 'local', keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.#storage[area].remove(keys).catch(() => undefined);
  }
}
