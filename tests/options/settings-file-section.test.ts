import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StorageFake } from '../platform/storage-fake.ts';
import { openPage } from './options-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function openFiles(items: Record<string, unknown> = {}) {
  const stage = await openPage({ storage: new StorageFake(items) });
  const { document, find, window, field } = stage;
  return {
    ...stage,
    question: () => find('.import-question'),
    details: () => [...document.querySelectorAll('.import-question li')].map(({ textContent }) => textContent),
    async choose(content: string, size = content.length) {
      const text = vi.fn(async () => content);
      Object.defineProperty(field('settings-file'), 'files', { configurable: true, value: [{ size, text }] });
      field('settings-file').dispatchEvent(new window.Event('change'));
      await vi.runAllTimersAsync();
      return text;
    },
    async pressAndWait(name: string) {
      stage.press(name);
      await vi.runAllTimersAsync();
    },
  };
}

const fileOf = (settings: object, presets: object[] = []) =>
  JSON.stringify({ lectern: 'settings', version: 1, settings, presets });

describe('all settings', () => {
  it('are reset, and come back when that is undone, leaving the focus on something', async () => {
    const items = { 'setting.theme': 'dark', 'setting.fontSize': 40 };
    const { pressAndWait, control, status, storage, focused, press } = await openFiles({ ...items });
    await pressAndWait('Reset all settings');
    expect(storage.items).toEqual({});
    expect(control('theme').value).toBe('system');
    expect(status()).toBe('All settings are back to their defaults.');
    await pressAndWait('Undo');
    expect(storage.items).toEqual(items);
    expect(status()).toBe('Your settings are back as they were.');
    expect(focused()).toBe('Reset all settings');
    expect(() => press('Undo')).toThrow();
  });

  it('are saved as a file, without what is only tried', async () => {
    const { press, pressAndWait, saveFile, status, preview } = await openFiles({ 'setting.theme': 'dark' });
    press('Try: Low vision');
    await pressAndWait('Save as a file');
    expect(saveFile).toHaveBeenCalledOnce();
    const [name, type, text] = saveFile.mock.calls[0] ?? [];
    expect([name, type]).toEqual(['lectern-settings.json', 'application/json']);
    expect(JSON.parse(String(text))).toEqual({
      lectern: 'settings',
      version: 1,
      settings: { theme: 'dark' },
      presets: [],
    });
    expect(status()).toMatch(/as a file/);
    expect(preview.dataset.theme).toBe('yellow');
  });

  it('come back from the file that was saved, presets too', async () => {
    const items = { 'setting.theme': 'dark', 'setting.keyListen': 'ö' };
    const { type, pressAndWait, saveFile, choose, storage, lists, status } = await openFiles({ ...items });
    type('own-preset-name', 'Evening');
    await pressAndWait('Save as a preset');
    await pressAndWait('Save as a file');
    await pressAndWait('Reset all settings');
    await pressAndWait('Delete: Evening');
    await choose(String(saveFile.mock.calls[0]?.[2]));
    await pressAndWait('Import');
    expect(storage.items).toEqual(items);
    expect(Object.values(lists.sync.items)).toMatchObject([{ name: 'Evening', values: { theme: 'dark' } }]);
    expect(status()).toBe('The settings of the file are yours now.');
  });
});

describe('a file of settings', () => {
  it('is imported only after a word about what changes', async () => {
    const { choose, question, details, storage, focused } = await openFiles({ 'setting.fontSize': 30 });
    await choose(fileOf({ theme: 'dark' }, [{ name: '<img src=x onerror=alert(1)>', values: { theme: 'sepia' } }]));
    expect(question().hidden).toBe(false);
    expect(question().textContent).toContain(
      '2 settings change. What the file does not name goes back to its default.',
    );
    expect(details()).toEqual([
      'Text size: 20 pixels, now 30 pixels',
      'Colours: Dark, now Same as the system',
      'New preset: <img src=x onerror=alert(1)>',
    ]);
    expect(question().querySelector('img')).toBeNull();
    expect(focused()).toBe('Take these settings?');
    expect(storage.items).toEqual({ 'setting.fontSize': 30 });
  });

  it('is imported in one write, and undone, presets too', async () => {
    const { choose, pressAndWait, storage, lists, question, focused } = await openFiles({ 'setting.fontSize': 30 });
    await choose(fileOf({ theme: 'dark' }, [{ name: 'Evening', values: { theme: 'sepia' } }]));
    await pressAndWait('Import');
    expect(storage.writes).toHaveLength(1);
    expect(storage.items).toEqual({ 'setting.fontSize': 20, 'setting.theme': 'dark' });
    expect(Object.keys(lists.sync.items)).toHaveLength(1);
    expect(question().hidden).toBe(true);
    expect(focused()).toBe('settings-file');
    await pressAndWait('Undo');
    expect(storage.items).toMatchObject({ 'setting.fontSize': 30, 'setting.theme': 'system' });
    expect(lists.sync.items).toEqual({});
  });

  it('is not imported when the person cancels, by the button or by Escape', async () => {
    const { choose, press, question, storage, status, window } = await openFiles();
    await choose(fileOf({ theme: 'dark' }));
    press('Cancel');
    expect(question().hidden).toBe(true);
    expect(status()).toBe('Nothing was changed.');
    await choose(fileOf({ theme: 'dark' }));
    question().dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(question().hidden).toBe(true);
    expect(storage.items).toEqual({});
  });

  it.each([
    ['not JSON', 'theme: dark', /damaged, or it is of another kind/],
    ['another kind of JSON', '{"lectern":"glossary","entries":[]}', /no settings of Lectern/],
  ])('that is %s changes nothing, and says why', async (_, content, sentence) => {
    const { choose, question, status, storage } = await openFiles();
    await choose(content);
    expect(status()).toMatch(sentence);
    expect(question().hidden).toBe(true);
    expect(storage.writes).toEqual([]);
  });

  it('that is too large is not even read', async () => {
    const { choose, status } = await openFiles();
    const text = await choose('', 50 * 1024 * 1024);
    expect(text).not.toHaveBeenCalled();
    expect(status()).toMatch(/larger than 1 MB/);
  });

  it('says what of it is not taken', async () => {
    const { choose, details } = await openFiles();
    await choose(
      JSON.stringify({ lectern: 'settings', version: 2, settings: { theme: 'dark', fontSize: 'big', smell: 'roses' } }),
    );
    expect(details()).toEqual([
      'Colours: Dark, now Same as the system',
      "The file's value for “Text size” cannot be used, so its default applies.",
      '1 thing in the file is not known here and is left out.',
      'The file comes from a newer Lectern. What this one knows was read.',
    ]);
  });

  it('that changes nothing asks nothing', async () => {
    const { choose, question, status } = await openFiles({ 'setting.theme': 'dark' });
    await choose(fileOf({ theme: 'dark' }));
    expect(question().hidden).toBe(true);
    expect(status()).toBe('Your settings are already as in this file.');
  });

  it('ends what is tried', async () => {
    const { choose, press, details } = await openFiles();
    press('Try: Low vision');
    await choose(fileOf({ theme: 'dark' }));
    expect(details()).toEqual(['Colours: Dark, now Same as the system']);
  });

  it('that could not be stored is said to be in force here alone', async () => {
    const { choose, pressAndWait, storage, status, control } = await openFiles();
    storage.writeError = new Error('QUOTA_BYTES quota exceeded');
    await choose(fileOf({ theme: 'dark' }));
    await pressAndWait('Import');
    expect(status()).toMatch(/storage for extensions is full/);
    expect(control('theme').value).toBe('dark');
  });

  it('that could not be stored can be undone', async () => {
    const { choose, pressAndWait, storage, control } = await openFiles({ 'setting.theme': 'sepia' });
    storage.writeError = new Error('QUOTA_BYTES quota exceeded');
    await choose(fileOf({ theme: 'dark' }));
    await pressAndWait('Import');
    storage.writeError = null;
    await pressAndWait('Undo');
    expect(control('theme').value).toBe('sepia');
    expect(storage.items).toEqual({ 'setting.theme': 'sepia' });
  });

  it('is undone to what was stored, not to what was tried', async () => {
    const items = { 'setting.theme': 'light', 'setting.fontSize': 30 };
    const { choose, press, pressAndWait, storage, preview } = await openFiles({ ...items });
    await choose(fileOf({ theme: 'dark' }));
    press('Try: Low vision');
    await pressAndWait('Import');
    expect(preview.dataset.theme).toBe('dark');
    expect(storage.items).toEqual({ 'setting.theme': 'dark', 'setting.fontSize': 20 });
    await pressAndWait('Undo');
    expect(storage.items).toEqual(items);
  });

  it('gives its settings where the presets cannot be read', async () => {
    const { choose, pressAndWait, lists, details, storage } = await openFiles();
    lists.sync.readError = new Error('no storage');
    await choose(fileOf({ theme: 'dark' }, [{ name: 'Evening', values: { theme: 'sepia' } }]));
    expect(details()).toEqual([
      'Colours: Dark, now Same as the system',
      'Your own presets could not be read, so those of the file are not added.',
    ]);
    await pressAndWait('Import');
    expect(storage.items).toEqual({ 'setting.theme': 'dark' });
  });

  it('gives its settings where a preset cannot be stored, says so, and can be undone', async () => {
    const { choose, pressAndWait, lists, status, storage } = await openFiles();
    await choose(
      fileOf({ theme: 'dark' }, [
        { name: 'Evening', values: { theme: 'sepia' } },
        { name: 'Night', values: { theme: 'black' } },
      ]),
    );
    lists.sync.writeError = new Error('QUOTA_BYTES quota exceeded');
    await pressAndWait('Import');
    expect(status()).toBe(
      'The settings of the file are yours now. These presets of the file were not added: Evening, Night. ' +
        "This was not saved: the browser's storage for extensions is full.",
    );
    await pressAndWait('Undo');
    expect(storage.items).toEqual({ 'setting.theme': 'system' });
  });

  it('says why a preset is not added', async () => {
    const { choose, pressAndWait, status, lists } = await openFiles();
    const names = ['Evening', 'evening', ...Array.from({ length: 20 }, (_, index) => `P${index}`)];
    await choose(
      fileOf(
        {},
        names.map((name) => ({ name, values: { theme: 'sepia' } })),
      ),
    );
    await pressAndWait('Import');
    expect(Object.keys(lists.sync.items)).toHaveLength(20);
    expect(status()).toBe(
      'The settings of the file are yours now. Not added, because you have a preset of that name: evening. ' +
        'Not added, because there is no room for more presets: P19.',
    );
  });
});
