import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { vi } from 'vitest';
import type { MessageKey } from '../../assets/message-key.ts';
import { createOptionsPage } from '../../src/options/options-page.ts';
import { createKnownTerms } from '../../src/platform/known-terms.ts';
import { createOwnGlossary } from '../../src/platform/own-glossary.ts';
import { createOwnPresets } from '../../src/platform/own-presets.ts';
import { createOwnPronunciations } from '../../src/platform/own-pronunciations.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import type { Shortcut } from '../../src/platform/shortcuts.ts';
import { trySettings } from '../../src/platform/tried-settings.ts';
import { ListStorageFake } from '../platform/list-storage.ts';
import { StorageFake } from '../platform/storage-fake.ts';
import { noSites } from './sites-fake.ts';
import { SpeechFake } from './speech-fake.ts';

const messages = JSON.parse(
  readFileSync(new URL('../../assets/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<MessageKey, { message: string }>;

/** The English message, filled in. */
export const translate = (key: MessageKey, ...substitutions: string[]) =>
  messages[key].message.replace(/\$(\d)/g, (_, position) => substitutions[Number(position) - 1] ?? '');

interface OptionsStageOptions {
  storage?: StorageFake;
  shortcuts?: Shortcut[];
  /** Whether the browser opens its page for shortcuts. */
  opens?: boolean;
}

/** The whole options page over storage that other pages share; time stands still until a test lets it go on. */
export async function openPage({
  storage = new StorageFake(),
  shortcuts: keys = [],
  opens = true,
}: OptionsStageOptions = {}) {
  // What an earlier test has tried would be tried here too.
  trySettings({});
  const { window } = new JSDOM('<!doctype html><body></body>', { url: 'https://options.example/' });
  const { document } = window;
  const store = createSettingsStore(storage, storage.onChanged);
  await store.ready;
  const shortcuts = {
    settingsAddress: 'chrome://extensions/shortcuts',
    list: async () => keys,
    openSettings: vi.fn(async () => opens),
  };
  const wikipedia = { isAllowed: async () => false, request: async () => false, withdraw: async () => {} };
  const lists = new ListStorageFake();
  const saveFile = vi.fn();
  const page = createOptionsPage({
    document,
    translate,
    store,
    ownPresets: createOwnPresets(lists.sync, lists.onChanged),
    isFontInstalled: (name) => name === 'Verdana',
    shortcuts,
    wikipedia,
    sites: noSites(),
    ownGlossary: createOwnGlossary(lists),
    knownTerms: createKnownTerms(lists),
    saveFile,
    speech: new SpeechFake(),
    ownPronunciations: createOwnPronunciations(lists),
  });
  document.body.replaceChildren(page.root);
  await page.refresh();

  const find = (selector: string) => {
    const found = document.querySelector(selector);
    if (!(found instanceof window.HTMLElement)) throw new Error(`no ${selector}`);
    return found;
  };
  const field = (id: string) => {
    const found = document.getElementById(id);
    if (!(found instanceof window.HTMLInputElement || found instanceof window.HTMLSelectElement))
      throw new Error(`no field ${id}`);
    return found;
  };
  const nameOf = (button: Element) => button.getAttribute('aria-label') ?? button.textContent;
  return {
    window,
    document,
    page,
    store,
    storage,
    lists,
    shortcuts,
    saveFile,
    find,
    field,
    control: (id: string) => field(`setting-${id}`),
    row: (id: string) => {
      const row = document.getElementById(`setting-${id}`)?.closest<HTMLElement>('.setting');
      if (!row) throw new Error(`no row for ${id}`);
      return row;
    },
    preview: find('.preview'),
    status: () => document.querySelector('.status [role=status]')?.textContent,
    problem: (id: string) => document.getElementById(`setting-${id}-problem`)?.textContent,
    focused: () => document.activeElement && (nameOf(document.activeElement) || document.activeElement.id),
    /** Sets a control of a setting as a person does. */
    move(id: string, value: string) {
      const moved = field(`setting-${id}`);
      if (moved instanceof window.HTMLInputElement && moved.type === 'checkbox') moved.checked = value === 'on';
      else moved.value = value;
      for (const type of ['input', 'change']) moved.dispatchEvent(new window.Event(type, { bubbles: true }));
    },
    /** Types into a field by its id, and leaves it. */
    type(id: string, text: string) {
      const typed = field(id);
      typed.focus();
      typed.value = text;
      for (const type of ['input', 'change']) typed.dispatchEvent(new window.Event(type, { bubbles: true }));
    },
    press(name: string) {
      const button = [...document.querySelectorAll('button')].find((one) => nameOf(one) === name && !one.hidden);
      if (!button) throw new Error(`no button ${name}`);
      button.focus();
      button.click();
    },
  };
}
