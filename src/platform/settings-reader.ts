import { FORMER_IDS, migrateFields } from '../settings/migrations.ts';
import { type LiveSettings, SETTING_IDS, type Settings } from '../settings/settings.ts';
import { type SettingProblem, validateSettings } from '../settings/validation.ts';
import { expectedSettings, hearSetting, onTried, triedSettings } from './tried-settings.ts';

/**
 * Each setting lies under a key of its own, so that two machines which change different settings keep both, and so that
 * what a newer version of Lectern has stored beside them is never touched.
 */
export const KEY_PREFIX = 'setting.';
/** All that is read: the settings, and what older versions stored in their place. */
const STORED_IDS: readonly string[] = [...SETTING_IDS, ...FORMER_IDS];
const KEYS = STORED_IDS.map((id) => `${KEY_PREFIX}${id}`);

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

/** The settings in the browser's synchronised storage, and over them what is tried, live until `signal` is aborted; it changes none. */
export class SettingsReader implements LiveSettings {
  /** Resolves after the first read, whether it went well or not; until then the defaults are in force. */
  readonly ready: Promise<void>;
  /** What the browser holds, by setting id and not yet validated. */
  protected readonly stored = new Map<string, unknown>();
  readonly #events = new EventTarget();
  /** Heard of while the first read was under way, so newer than what that read brings. */
  #heardEarly: Set<string> | null = new Set();
  #settings: Settings = validateSettings(null).settings;
  #untried: Settings = this.#settings;
  #problems: SettingProblem[] = [];
  #unreadable = false;

  constructor(area: ReadableArea, onChanged: StorageChanged, signal?: AbortSignal) {
    const listener: ChangeListener = (changes, areaName) => {
      if (areaName === 'sync') this.#hear(changes);
    };
    // Before the read: a change between the two would otherwise be missed.
    onChanged.addListener(listener);
    signal?.addEventListener('abort', () => onChanged.removeListener(listener), { once: true });
    onTried(() => this.apply(), signal);
    // Not at once: a subclass has its own fields only after this constructor.
    this.ready = Promise.resolve().then(() => this.#read(area));
  }

  current(): Settings {
    return this.#settings;
  }

  /** The settings without what is tried. */
  untried(): Settings {
    return this.#untried;
  }

  report(): SettingsReport {
    return { unreadable: this.#unreadable, problems: this.#problems };
  }

  subscribe(listener: (settings: Settings) => void, signal: AbortSignal): void {
    this.#events.addEventListener('change', () => listener(this.#settings), { signal });
  }

  /** What is in force, by setting id and not yet validated. */
  protected fields(): Map<string, unknown> {
    return this.stored;
  }

  /** Called after another page or machine has changed a setting. */
  protected onHeard(_id: string): void {}

  /** Works out the settings anew and tells of them only when they differ: a page hears an echo of its own writes. */
  protected apply(): void {
    const before = this.#settings;
    const validated = validateSettings(Object.fromEntries(migrateFields(this.fields())));
    const settings = { ...validated.settings, ...expectedSettings(), ...triedSettings() };
    this.#untried = validated.settings;
    this.#problems = validated.problems;
    if (SETTING_IDS.every((id) => settings[id] === before[id])) return;
    this.#settings = settings;
    this.#events.dispatchEvent(new Event('change'));
  }

  async #read(area: ReadableArea): Promise<void> {
    try {
      const items = await area.get(KEYS);
      for (const id of STORED_IDS) {
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
    for (const id of STORED_IDS) {
      const key = KEY_PREFIX + id;
      if (!Object.hasOwn(changes, key)) continue;
      this.stored.set(id, changes[key]?.newValue);
      this.#heardEarly?.add(id);
      hearSetting(id, changes[key]?.newValue);
      this.onHeard(id);
    }
    this.apply();
  }
}
