import { vi } from 'vitest';
import { createOwnPresets } from '../../src/platform/own-presets.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import {
  expectedSettings,
  expectSettings,
  hearSetting,
  settleSettings,
  triedSettings,
  trySettings,
} from '../../src/platform/tried-settings.ts';
import { createAppearancePart } from '../../src/reader/appearance.ts';
import type { ShownArticle } from '../../src/reader/ports.ts';
import { ListStorageFake } from '../platform/list-storage.ts';
import { english, type MountedView, mountView } from './mounted-view.ts';
import { clickAsPerson } from './trusted-click.ts';

/** A view with the sheet of settings, over storage as the browser has it. */
export interface AppearanceStage extends MountedView {
  storage: ListStorageFake;
  shown: ShownArticle;
  openOptions: ReturnType<typeof vi.fn<() => void>>;
  toggle(): void;
  /** Opens the sheet and waits until it shows what is stored. */
  open(): Promise<void>;
  /** Presses the one button in the view with this text or name. */
  press(name: string): void;
  /** What the settings are in this view now. */
  settings(): ReturnType<ReturnType<typeof createSettingsStore>['current']>;
  /** The line at the lower edge of the sheet; null where there is none. */
  said(): string | null;
  presets(): string[];
}

/** @param readError what reading the storage fails with; null where it goes well */
export async function stageAppearance(
  items: Record<string, unknown> = {},
  readError: Error | null = null,
): Promise<AppearanceStage> {
  trySettings({});
  // Of the test before: nobody here will tell of it any more.
  for (const [id, value] of Object.entries(expectedSettings())) hearSetting(id, value);
  const storage = new ListStorageFake();
  storage.sync.items = items;
  storage.sync.readError = readError;
  const area = {
    get: async () => storage.sync.get(null),
    set: (values: Record<string, unknown>) => storage.sync.set(values),
    remove: (keys: string[]) => storage.sync.remove(keys),
  };
  const store = createSettingsStore(area, storage.onChanged);
  await store.ready;
  const mounted = mountView();
  const shown = mounted.view.showArticle(mounted.article('<p>One.</p><p>Two.</p>'));
  const openOptions = vi.fn<() => void>();
  const part = createAppearancePart({
    document: mounted.document,
    translate: english,
    settings: store,
    trials: { tried: triedSettings, try: trySettings, expect: expectSettings, settle: settleSettings },
    ownPresets: createOwnPresets(storage.sync, storage.onChanged),
    openOptions,
  });
  const buttons = () => [...mounted.view.root.querySelectorAll<HTMLElement>('button')];
  const toggle = () => part.toggle({ shown });
  return {
    ...mounted,
    storage,
    shown,
    openOptions,
    toggle,
    async open() {
      toggle();
      const own = () => Object.keys(storage.sync.items).filter((key) => key.startsWith('preset.')).length;
      const listed = () => mounted.view.root.querySelectorAll('.preset-remove').length;
      if (storage.sync.readError === null) await vi.waitFor(() => listed() === own() || Promise.reject(new Error()));
    },
    press(name) {
      const found = buttons().filter(({ textContent }) => textContent === name);
      const [first] = found;
      if (!first || found.length > 1) throw new Error(`${found.length} buttons named ${name}`);
      first.focus();
      clickAsPerson(first);
    },
    settings: () => store.current(),
    said: () => {
      const line = mounted.view.root.querySelector<HTMLElement>('.appearance-status');
      return line && !line.hidden ? (line.querySelector('p')?.textContent ?? null) : null;
    },
    presets: () => [...mounted.view.root.querySelectorAll('.preset')].map(({ textContent }) => textContent ?? ''),
  };
}
