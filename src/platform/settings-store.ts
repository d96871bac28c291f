import { formerIdsOf } from '../settings/migrations.ts';
import { type LiveSettings, SETTING_IDS, type SettingId, type Settings } from '../settings/settings.ts';
import { findProblem } from '../settings/validation.ts';
import {
  KEY_PREFIX,
  type ReadableArea,
  SettingsReader,
  type SettingsReport,
  type StorageChanged,
} from './settings-reader.ts';
import { type SettingsWriteError, writeErrorFrom } from './settings-write-error.ts';
import { triedSettings, trySettings } from './tried-settings.ts';

/**
 * The shortest time between two writes, in milliseconds. Browsers refuse more than 120 write operations a minute
 * (MAX_WRITE_OPERATIONS_PER_MINUTE of `storage.sync`); this stays at 100 while a person drags a slider.
 */
export const WRITE_INTERVAL = 600;

/** How long to wait after the browser has refused so many writes, in milliseconds: it counts them by the minute. */
export const RETRY_INTERVAL = 60_000;

/** What the store needs of `browser.storage.sync`. */
export interface SettingsArea extends ReadableArea {
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface SettingsStore extends LiveSettings {
  /** Resolves after the first read, whether it went well or not; until then the defaults are in force. */
  ready: Promise<void>;
  report(): SettingsReport;
  /** The settings without what is tried. */
  untried(): Settings;
  /**
   * Takes effect here at once and is written within {@link WRITE_INTERVAL}; resolves when this value, or a later one in its
   * place, is stored. Rejects with a {@link SettingsWriteError}: the value then stays in force on this page, and the next
   * write tries it again; where the browser wanted fewer writes, that comes by itself after {@link RETRY_INTERVAL}. Throws a RangeError for a value outside the table.
   */
  change<Id extends SettingId>(id: Id, value: Settings[Id]): Promise<void>;
  /** Several at once, in one write; as `change` otherwise. Throws before anything is changed. */
  changeAll(values: Readonly<Partial<Settings>>): Promise<void>;
  /** Back to the default: one setting, or every one. Resolves and rejects as `change` does. */
  reset(id?: SettingId): Promise<void>;
  /** Writes what is still waiting, now: for a page that is about to go away. Never rejects; `change` does. */
  flush(): Promise<void>;
}

interface Waiter {
  resolve(): void;
  reject(error: SettingsWriteError): void;
}

/** The settings in the browser's synchronised storage, live until `signal` is aborted. */
export function createSettingsStore(
  area: SettingsArea,
  onChanged: StorageChanged,
  signal?: AbortSignal,
): SettingsStore {
  return new StoredSettings(area, onChanged, signal);
}

class StoredSettings extends SettingsReader implements SettingsStore {
  readonly #area: SettingsArea;
  /** What is in force here and not yet stored; undefined stands for "back to the default". */
  readonly #unsaved = new Map<string, unknown>();
  #waiters: Waiter[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #writesUnderWay = 0;
  /** Not before this moment, of `performance.now()`. */
  #nextWrite = Number.NEGATIVE_INFINITY;

  constructor(area: SettingsArea, onChanged: StorageChanged, signal: AbortSignal | undefined) {
    super(area, onChanged, signal);
    this.#area = area;
    signal?.addEventListener('abort', () => void this.flush(), { once: true });
  }

  protected override fields(): Map<string, unknown> {
    return new Map([...this.stored, ...this.#unsaved]);
  }

  protected override onHeard(id: string): void {
    // A value that could not be saved gives way to one that another page or machine has saved since.
    if (this.#timer === undefined && this.#writesUnderWay === 0) this.#unsaved.delete(id);
  }

  change<Id extends SettingId>(id: Id, value: Settings[Id]): Promise<void> {
    const problem = findProblem(id, value);
    if (problem !== null) throw new RangeError(`${id} cannot be ${String(value)}: ${problem}`);
    return this.#put(new Map([[id, value]]));
  }

  changeAll(values: Readonly<Partial<Settings>>): Promise<void> {
    const changed = new Map<SettingId, unknown>();
    for (const id of SETTING_IDS) {
      const value = values[id];
      if (value === undefined) continue;
      const problem = findProblem(id, value);
      if (problem !== null) throw new RangeError(`${id} cannot be ${String(value)}: ${problem}`);
      changed.set(id, value);
    }
    return this.#put(changed);
  }

  reset(id?: SettingId): Promise<void> {
    return this.#put(new Map((id === undefined ? SETTING_IDS : [id]).map((one) => [one, undefined])));
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    clearTimeout(this.#retryTimer);
    this.#timer = undefined;
    // Beside a write that is under way, if need be: Firefox takes so long over one that the page would be gone after it.
    if (this.#unsaved.size > 0) await this.#writeUnsaved();
  }

  #put(changed: ReadonlyMap<SettingId, unknown>): Promise<void> {
    for (const [id, value] of changed) this.#unsaved.set(id, value);
    const tried = Object.entries(triedSettings()).filter(([id]) => !changed.has(id as SettingId));
    // What a person sets while a preset is tried is what they want. This tells every part of the view, this store too.
    if (tried.length < Object.keys(triedSettings()).length) trySettings(Object.fromEntries(tried));
    this.apply();
    return this.#write();
  }

  /** The first change is written at once, so that open readers follow; those right after it go together in one write. */
  #write(): Promise<void> {
    const done = new Promise<void>((resolve, reject) => this.#waiters.push({ resolve, reject }));
    this.#schedule();
    return done;
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#writesUnderWay > 0) return;
    const wait = Math.max(0, this.#nextWrite - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#writeUnsaved();
    }, wait);
  }

  async #writeUnsaved(): Promise<void> {
    const batch = new Map(this.#unsaved);
    const waiters = this.#waiters.splice(0);
    // To set some and to remove others are two operations to the browser.
    const operations = new Set([...batch.values()].map((value) => value === undefined)).size;
    this.#nextWrite = performance.now() + WRITE_INTERVAL * operations;
    this.#writesUnderWay += 1;
    try {
      await this.#store(batch);
      for (const [id, value] of batch) {
        this.stored.set(id, value);
        // Where it has moved on meanwhile, the newer value waits for the next write.
        if (this.#unsaved.get(id) === value) this.#unsaved.delete(id);
      }
      this.apply();
      for (const waiter of waiters) waiter.resolve();
    } catch (error) {
      const refusal = writeErrorFrom(error);
      for (const waiter of waiters) waiter.reject(refusal);
      clearTimeout(this.#retryTimer);
      if (refusal.failure === 'too-often')
        this.#retryTimer = setTimeout(() => this.#unsaved.size > 0 && void this.#writeUnsaved(), RETRY_INTERVAL);
    }
    this.#writesUnderWay -= 1;
    if (this.#waiters.length > 0) this.#schedule();
  }

  async #store(batch: Map<string, unknown>): Promise<void> {
    const changed = [...batch].filter(([, value]) => value !== undefined);
    const reset = [...batch.keys()].filter((id) => batch.get(id) === undefined);
    // Both are asked for before either is waited for: a page that is going away gets no second turn.
    await Promise.all([
      changed.length > 0 && this.#area.set(Object.fromEntries(changed.map(([id, value]) => [KEY_PREFIX + id, value]))),
      reset.length > 0 &&
        this.#area.remove(reset.flatMap((id) => [id, ...formerIdsOf(id)]).map((id) => KEY_PREFIX + id)),
    ]);
  }
}
