import type { StorageChanged } from '../../src/platform/settings-reader.ts';
import type { SettingsArea } from '../../src/platform/settings-store.ts';

type Changes = Record<string, { newValue?: unknown }>;
type Listener = (changes: Changes, areaName: string) => void;

/** A synchronised storage area with its change event, as several pages or machines would share it. */
export class StorageFake implements SettingsArea {
  readonly items: Record<string, unknown>;
  /** Every write as it arrived: the items of a `set`, the keys of a `remove`. */
  readonly writes: (Record<string, unknown> | string[])[] = [];
  /** Set to make each read or write fail with it. */
  readError: Error | null = null;
  writeError: Error | null = null;
  readonly #listeners = new Set<Listener>();
  #held: Promise<void> | null = null;

  constructor(items: Record<string, unknown> = {}) {
    this.items = items;
  }

  readonly onChanged: StorageChanged = {
    addListener: (listener) => this.#listeners.add(listener),
    removeListener: (listener) => this.#listeners.delete(listener),
  };

  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** Makes reads and writes wait until the function that it gives is called. */
  hold(): () => void {
    let open = () => {};
    this.#held = new Promise((resolve) => {
      open = resolve;
    });
    return () => {
      this.#held = null;
      open();
    };
  }

  async get(keys: string[]): Promise<Record<string, unknown>> {
    const found = Object.fromEntries(keys.flatMap((key) => (key in this.items ? [[key, this.items[key]]] : [])));
    await this.#held;
    if (this.readError !== null) throw this.readError;
    return found;
  }

  async set(items: Record<string, unknown>): Promise<void> {
    this.writes.push(items);
    await this.#held;
    if (this.writeError !== null) throw this.writeError;
    Object.assign(this.items, items);
    this.tell(Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }])));
  }

  async remove(keys: string[]): Promise<void> {
    this.writes.push(keys);
    await this.#held;
    if (this.writeError !== null) throw this.writeError;
    for (const key of keys) delete this.items[key];
    this.tell(Object.fromEntries(keys.map((key) => [key, {}])));
  }

  /** Fires the change event, as the browser does in every page of the extension. */
  tell(changes: Changes, areaName = 'sync'): void {
    for (const listener of this.#listeners) listener(changes, areaName);
  }
}
