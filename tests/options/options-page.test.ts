import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MessageKey } from '../../assets/message-key.ts';
import { createOptionsPage } from '../../src/options/options-page.ts';
import { createKnownTerms } from '../../src/platform/known-terms.ts';
import { createOwnGlossary } from '../../src/platform/own-glossary.ts';
import { createOwnPronunciations } from '../../src/platform/own-pronunciations.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import type { Shortcut } from '../../src/platform/shortcuts.ts';
import { SETTING_IDS, SETTINGS } from '../../src/settings/settings.ts';
import { ListStorageFake } from '../platform/list-storage.ts';
import { StorageFake } from '../platform/storage-fake.ts';
import { SpeechFake } from './speech-fake.ts';

const messages = JSON.parse(
  readFileSync(new URL('../../assets/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<MessageKey, { message: string }>;
const translate = (key: MessageKey, ...substitutions: string[]) =>
  messages[key].message.replace(/\$(\d)/g, (_, position) => substitutions[Number(position) - 1] ?? '');

async function openPage(storage = new StorageFake(), keys: Shortcut[] = [], opens = true) {
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
  const page = createOptionsPage({
    document,
    translate,
    store,
    shortcuts,
    wikipedia,
    ownGlossary: createOwnGlossary(lists),
    knownTerms: createKnownTerms(lists),
    saveFile: () => {},
    speech: new SpeechFake(),
    ownPronunciations: createOwnPronunciations(lists),
  });
  document.body.replaceChildren(page.root);
  await page.refresh();

  const find = <Found extends Element>(selector: string, type: { new (): Found }): Found => {
    const found = document.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`no ${selector}`);
    return found;
  };
  const control = (id: string) => {
    const found = document.getElementById(`setting-${id}`);
    if (!(found instanceof window.HTMLInputElement || found instanceof window.HTMLSelectElement))
      throw new Error(`no control for ${id}`);
    return found;
  };
  return {
    document,
    page,
    storage,
    shortcuts,
    control,
    preview: find('.preview', window.HTMLElement),
    status: () => document.querySelector('.status [role=status]')?.textContent,
    move(id: string, value: string) {
      control(id).value = value;
      control(id).dispatchEvent(new window.Event('input', { bubbles: true }));
    },
    press(name: string) {
      const button = [...document.querySelectorAll('button')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent) === name && !one.hidden,
      );
      if (!button) throw new Error(`no button ${name}`);
      button.click();
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the settings form', () => {
  it('has a control with a name and a help text for every setting of the table', async () => {
    const { document, control } = await openPage();
    for (const id of SETTING_IDS) {
      expect(document.querySelector(`label[for="setting-${id}"]`)?.textContent).toBeTruthy();
      const help = control(id).getAttribute('aria-describedby') ?? '';
      expect(document.getElementById(help)?.textContent).toBeTruthy();
    }
  });

  it('puts each setting under the heading of its group, in the order of the table', async () => {
    const { document } = await openPage();
    for (const group of ['appearance', 'understanding', 'listening']) {
      const ids = [...document.querySelectorAll(`section.${group} .setting :is(input, select)`)].map(({ id }) => id);
      const ofGroup = SETTING_IDS.filter((id) => SETTINGS[id].group === group);
      expect(ids).toEqual(ofGroup.map((id) => `setting-${id}`));
      expect(ids.length).toBeGreaterThan(2);
    }
    expect(document.querySelectorAll('.setting')).toHaveLength(SETTING_IDS.length);
  });

  it('offers every choice by name', async () => {
    const { document } = await openPage();
    const options = [...document.querySelectorAll('#setting-theme option')].map((option) => option.textContent);
    expect(options).toEqual(['Same as the system', 'Light', 'Dark', 'Sepia']);
  });

  it('shows what is stored, with its unit to eyes and to screen readers', async () => {
    const { control, document } = await openPage(new StorageFake({ 'setting.fontSize': 31, 'setting.theme': 'dark' }));
    expect(control('theme').value).toBe('dark');
    expect(control('fontSize')).toMatchObject({ type: 'range', value: '31', min: '12', max: '48', step: '1' });
    expect(control('fontSize').getAttribute('aria-valuetext')).toBe('31 pixels');
    expect(document.querySelector('output[for="setting-fontSize"]')?.textContent).toBe('31 pixels');
    expect(control('lineWidth').getAttribute('aria-valuetext')).toBe('66 characters');
  });

  it('stores a change, shows it in the preview at once and says so when it is stored', async () => {
    const { move, storage, preview, control, status } = await openPage();
    move('fontSize', '28');
    expect(preview.style.getPropertyValue('--font-size')).toBe('28px');
    expect(control('fontSize').getAttribute('aria-valuetext')).toBe('28 pixels');
    expect(status()).toBe('');
    await vi.runAllTimersAsync();
    expect(storage.items).toEqual({ 'setting.fontSize': 28 });
    expect(status()).toBe('Text size: 28 pixels. Saved.');
  });

  it('announces the last move of a drag alone', async () => {
    const { move, document } = await openPage();
    const said: (string | null)[] = [];
    const line = document.querySelector('.status [role=status]');
    const observer = new (document.defaultView as unknown as typeof globalThis).MutationObserver(() =>
      said.push(line?.textContent ?? null),
    );
    if (line) observer.observe(line, { childList: true });
    for (const size of ['21', '22', '23']) move('fontSize', size);
    await vi.runAllTimersAsync();
    expect(said).toEqual(['Text size: 23 pixels. Saved.']);
  });

  it('shows the preview in the chosen colours and width', async () => {
    const { move, preview } = await openPage();
    expect(preview.dataset.theme).toBe('system');
    move('theme', 'sepia');
    move('lineWidth', '40');
    expect(preview.dataset.theme).toBe('sepia');
    expect(preview.style.getPropertyValue('--line-width')).toBe('40');
  });

  it('follows a change made elsewhere', async () => {
    const { storage, control, preview } = await openPage();
    storage.tell({ 'setting.theme': { newValue: 'dark' }, 'setting.fontSize': { newValue: 40 } });
    expect(control('theme').value).toBe('dark');
    expect(control('fontSize').value).toBe('40');
    expect(preview.dataset.theme).toBe('dark');
  });

  it('resets one setting', async () => {
    const storage = new StorageFake({ 'setting.theme': 'dark', 'setting.fontSize': 40 });
    const { press, control, status } = await openPage(storage);
    press('Reset Text size');
    await vi.runAllTimersAsync();
    expect(control('fontSize').value).toBe('20');
    expect(storage.items).toEqual({ 'setting.theme': 'dark' });
    expect(status()).toBe('Text size: 20 pixels. Saved.');
  });

  it('begins the accessible name of each Reset button with the text that is seen', async () => {
    const { document } = await openPage();
    const buttons = [...document.querySelectorAll('button.reset')];
    expect(buttons).toHaveLength(SETTING_IDS.length);
    for (const button of buttons)
      expect(button.getAttribute('aria-label')?.startsWith(button.textContent ?? '?')).toBe(true);
  });

  it('resets all, and takes it back when asked, leaving the focus on something', async () => {
    const storage = new StorageFake({ 'setting.theme': 'dark', 'setting.fontSize': 40 });
    const { press, control, status, document } = await openPage(storage);
    press('Reset all settings');
    await vi.runAllTimersAsync();
    expect(storage.items).toEqual({});
    expect(control('theme').value).toBe('system');
    expect(status()).toBe('All settings are back to their defaults.');
    press('Undo');
    await vi.runAllTimersAsync();
    expect(storage.items).toEqual({ 'setting.theme': 'dark', 'setting.fontSize': 40 });
    expect(status()).toBe('Your settings are back as they were.');
    expect(document.activeElement?.textContent).toBe('Reset all settings');
    expect(() => press('Undo')).toThrow();
  });

  it.each([
    ['QUOTA_BYTES quota exceeded', /storage for extensions is full/],
    ['MAX_WRITE_OPERATIONS_PER_MINUTE quota exceeded', /Wait a minute/],
    ['An unexpected error occurred', /did not let Lectern store it/],
  ])('keeps a value that could not be stored and says why: %s', async (message, sentence) => {
    const { move, storage, control, preview, status } = await openPage();
    storage.writeError = new Error(message);
    move('fontSize', '28');
    await vi.runAllTimersAsync();
    expect(status()).toMatch(sentence);
    expect(control('fontSize').value).toBe('28');
    expect(preview.style.getPropertyValue('--font-size')).toBe('28px');
  });

  it('says when the settings could not be read', async () => {
    const storage = new StorageFake();
    storage.readError = new Error('An unexpected error occurred');
    const { status } = await openPage(storage);
    expect(status()).toMatch(/could not be read/);
  });

  it('names a setting whose stored value cannot be used', async () => {
    const { status, control } = await openPage(new StorageFake({ 'setting.fontSize': 900 }));
    expect(status()).toMatch(/Text size/);
    expect(control('fontSize').value).toBe('20');
  });
});

describe('the keyboard shortcuts', () => {
  const keys: Shortcut[] = [
    { command: '_execute_action', description: '', keys: 'Ctrl+Shift+9' },
    { command: 'read-selection', description: 'Read the selection', keys: null },
  ];

  it('lists each command with its keys, or says that there are none', async () => {
    const { document } = await openPage(new StorageFake(), keys);
    const rows = [...document.querySelectorAll('.shortcut')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['Read this page, or close the reading view', 'Ctrl+Shift+9'],
      ['Read the selection', 'Not set'],
    ]);
  });

  it('is hidden where the browser has none', async () => {
    const { document } = await openPage();
    expect(document.querySelector<HTMLElement>('.shortcuts')?.hidden).toBe(true);
  });

  it("opens the browser's page, or says what to type", async () => {
    const { press, shortcuts, document } = await openPage(new StorageFake(), keys, false);
    press('Change the shortcuts');
    await vi.runAllTimersAsync();
    expect(shortcuts.openSettings).toHaveBeenCalledOnce();
    expect(document.querySelector('.shortcuts [role=status]')?.textContent).toContain('chrome://extensions/shortcuts');
  });
});

describe('the page', () => {
  it('has one main heading, and a named section for each part', async () => {
    const { document } = await openPage();
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main')).toHaveLength(1);
    const names = [...document.querySelectorAll('main section')].map(
      (section) => document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent,
    );
    expect(names).toEqual([
      'Appearance',
      'Understanding',
      'Listening',
      'Preview',
      'Voices',
      'Pronunciations',
      'Keyboard shortcuts',
      'Wikipedia',
      'Your glossary',
      'Terms you know',
      'Privacy',
    ]);
  });

  it('says what happens with data in three sentences', async () => {
    const { document } = await openPage();
    expect(document.querySelector('.privacy p')?.textContent?.match(/[.!?](\s|$)/g)).toHaveLength(3);
  });
});
