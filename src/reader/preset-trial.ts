import { SETTING_SAVE_FAILURES, saveFailureOf } from '../settings/save-failures.ts';
import type { Settings } from '../settings/settings.ts';
import type { AppearancePorts } from './appearance-ports.ts';
import type { AppearanceStatus } from './appearance-status.ts';
import type { ShownArticle } from './ports.ts';
import { keepReadingPlace } from './reading-place.ts';

/** A preset as it is tried: Lectern's or the reader's own, its name already in words. */
export interface TriedPreset {
  /** Of all presets, no other has it. */
  key: string;
  name: string;
  /** What it does, in a sentence; empty where nobody has written one. */
  help: string;
  values: Readonly<Partial<Settings>>;
}

export interface PresetTrialOptions extends Pick<AppearancePorts, 'translate' | 'settings' | 'trials'> {
  shown: ShownArticle;
  status: AppearanceStatus;
  /** Another preset is tried now, or none. */
  changed(): void;
}

/** Tries a preset before it is kept, takes it back, and takes back that it was kept. */
export class PresetTrial {
  readonly #options: PresetTrialOptions;
  #preset: TriedPreset | null = null;

  constructor(options: PresetTrialOptions) {
    this.#options = options;
    const { shown, settings, trials } = options;
    settings.subscribe(() => this.#look(), shown.signal);
    shown.signal.addEventListener('abort', () => trials.try({}));
  }

  /** The key of the preset that is tried; null where none is. */
  get key(): string | null {
    return this.#preset?.key ?? null;
  }

  get isOn(): boolean {
    return this.#preset !== null;
  }

  try(preset: TriedPreset): void {
    const { translate, status, trials } = this.#options;
    this.#preset = preset;
    this.#restyle(() => trials.try(preset.values));
    const sentence = translate('appearanceTrying', preset.name);
    status.show(preset.help === '' ? sentence : `${sentence} ${preset.help}`, 'trial', [
      { label: 'appearanceKeep', run: () => void this.#keep() },
      { label: 'appearanceTakeBack', run: () => this.takeBack() },
    ]);
    this.#options.changed();
  }

  takeBack(): void {
    const { translate, status } = this.#options;
    this.#end();
    status.show(translate('optionsUndone'), 'done');
  }

  /** What is tried becomes what is stored; a button takes that back to what was stored before. */
  async #keep(): Promise<void> {
    const { translate, settings, trials, status } = this.#options;
    const { name = '' } = this.#preset ?? {};
    const values = trials.tried();
    // What there is now beneath the trial: some of it may have been set since the trial began.
    const before = pick(settings.untried(), values);
    this.#preset = null;
    const stored = this.#store(values);
    this.#options.changed();
    status.show(translate('appearanceKept', name), 'done', [
      { label: 'optionsUndo', run: () => void this.#undo(before) },
    ]);
    await stored;
  }

  async #undo(before: Partial<Settings>): Promise<void> {
    const stored = this.#store(before);
    this.#options.changed();
    this.#options.status.show(this.#options.translate('optionsUndone'), 'done');
    await stored;
  }

  async #store(values: Readonly<Partial<Settings>>): Promise<void> {
    const { translate, settings, trials, status } = this.#options;
    let stored: Promise<void> = Promise.resolve();
    this.#restyle(() => {
      trials.expect(values);
      stored = settings.changeAll(values);
    });
    try {
      await stored;
    } catch (error) {
      status.show(translate(SETTING_SAVE_FAILURES[saveFailureOf(error)]), 'problem');
    }
    trials.settle(values);
  }

  #end(): void {
    this.#preset = null;
    this.#restyle(() => this.#options.trials.try({}));
    this.#options.changed();
  }

  /** Each value that was tried may have been set to something else since: then there is nothing to keep. */
  #look(): void {
    if (this.#preset === null || Object.keys(this.#options.trials.tried()).length > 0) return;
    this.#preset = null;
    this.#options.status.clear();
    this.#options.changed();
  }

  #restyle(run: () => void): void {
    keepReadingPlace(this.#options.shown, run);
  }
}

/** The settings that are named in `names`, with their values in `settings`. */
function pick(settings: Partial<Settings>, names: object): Partial<Settings> {
  return Object.fromEntries(Object.entries(settings).filter(([id]) => Object.hasOwn(names, id)));
}
