import { type LiveSettings, SETTING_IDS, type SettingId, type Settings } from '../settings/settings.ts';
import { type SettingProblem, validateSettings } from '../settings/validation.ts';

/**
 * Each setting lies under a key of its own, so that two machines which change different settings keep both, and so that
 * what a newer version of Lectern has stored beside them is never touched.
 */
export const KEY_PREFIX = 'setting.';
const KEYS = SETTING_IDS.map((id) => `${KEY_PREFIX}${id}`);

/** What is needed of `browser.storage.sync` to read settings. */
export interface ReadableArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
}

type Changes = Record<string, { newValue?: unknown }>;
type ChangeListener = (changes: Changes, areaName: string) => void;

/** What is needed of `browser.storage.onChanged`. */
export interface StorageChanged {
  addListener(listener: ChangeListener): void;
  removeListener(listener: ChangeListener): void;
}

/** What went wrong when the settings were read; both parts are empty when all is well. */
export interface SettingsReport {
  /** True when the browser did not give the stored settings at all: the defaults are in force. */
  unreadable: boolean;
  /** Stored values that could not be used: those settings are at their defaults. */
  problems: SettingProblem[];
}

/** The settings in the browser's synchronised storage, live until `signal` is aborted; it changes none. */
export class SettingsReader implements LiveSettings {
  /** Resolves after the first read, whether it went well or not; until then the defaults are in force. */
  readonly ready: Promise<void>;
  /** What the browser holds, by setting id and not yet validated. */
  protected readonly stored = new Map<SettingId, unknown>();
  readonly #events = new EventTarget();
  /** Heard of while the first read was under way, so newer than what that read brings. */
  #heardEarly: Set<SettingId> | null = new Set();
  #settings: Settings = validateSettings(null).settings;
  #problems: SettingProblem[] = [];
  #unreadable = false;

  constructor(area: ReadableArea, onChanged: StorageChanged, signal?: AbortSignal) {
    const listener: ChangeListener = (changes, areaName) => {
      if (areaName === 'sync') this.#hear(changes);
    };
    // Before the read: a change between the two would otherwise be missed.
    onChanged.addListener(listener);
    signal?.addEventListener('abort', () => onChanged.removeListener(listener), { once: true });
    // Not at once: a subclass has its own fields only after this constructor.
    this.ready = Promise.resolve().then(() => this.#read(area));
  }

  current(): Settings {
    return this.#settings;
  }

  report(): SettingsReport {
    return { unreadable: this.#unreadable, problems: this.#problems };
  }

  subscribe(listener: (settings: Settings) => void, signal: AbortSignal): void {
    this.#events.addEventListener('change', () => listener(this.#settings), { signal });
  }

  /** What is in force, by setting id and not yet validated. */
  protected fields(): Map<SettingId, unknown> {
    return this.stored;
  }

  /** Called after another page or machine has changed a setting. */
  protected onHeard(_id: SettingId): void {}

  /** Works out the settings anew and tells of them only when they differ: a page hears an echo of its own writes. */
  protected apply(): void {
    const before = this.#settings;
    const { settings, problems } = validateSettings(Object.fromEntries(this.fields()));
    this.#problems = problems;
    if (SETTING_IDS.every((id) => settings[id] === before[id])) return;
    this.#settings = settings;
    this.#events.dispatchEvent(new Event('change'));
  }

  async #read(area: ReadableArea): Promise<void> {
    try {
      const items = await area.get(KEYS);
      for (const id of SETTING_IDS) {
        const key = KEY_PREFIX + id;
        if (!this.#heardEarly?.has(id) && Object.hasOwn(items, key)) this.stored.set(id, items[key]);
      }
    } catch {
      this.#unreadable = true;
    }
    this.#heardEarly = null;
    this.apply();
  }

  #hear(changes: Changes): void {
    for (const id of SETTING_IDS) {
      const key = KEY_PREFIX + id;
      if (!Object.hasOwn(changes, key)) continue;
      this.stored.set(id, changes[key]?.newValue);
      this.#heardEarly?.add(id);
      this.onHeard(id);
    }
    this.apply();
  }
}
