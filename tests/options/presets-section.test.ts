import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PRESETS } from '../../src/settings/presets.ts';
import { SETTINGS, type SettingId } from '../../src/settings/settings.ts';
import { StorageFake } from '../platform/storage-fake.ts';
import { openPage } from './options-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const valuesOf = (id: string) => PRESETS.find((preset) => preset.id === id)?.values ?? {};
const asItems = (values: object) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [`setting.${id}`, value]));

describe('a preset', () => {
  it('says for whom it is, with a sample in its own colours', async () => {
    const { document } = await openPage();
    const cards = [...document.querySelectorAll('.presets .preset')];
    expect(cards.map((card) => card.querySelector('h3')?.textContent)).toEqual([
      ...['Dyslexia', 'Low vision', 'Attention', 'Second language', 'Listening', 'Calm'],
    ]);
    for (const card of cards) expect(card.querySelector('.help')?.textContent).toBeTruthy();
    expect(cards[1]?.querySelector<HTMLElement>('.preset-sample')?.dataset.theme).toBe('yellow');
  });

  it('is tried on this page alone: the preview shows it, nothing is stored', async () => {
    const { press, preview, storage, status, control, focused } = await openPage();
    press('Try: Low vision');
    expect(preview.dataset.theme).toBe('yellow');
    expect(control('fontSize').value).toBe('40');
    expect(status()).toBe('You are trying “Low vision”. Settings that change: 5. Nothing is saved yet.');
    expect(focused()).toBe('Keep: Low vision');
    await vi.runAllTimersAsync();
    expect(storage.items).toEqual({});
  });

  it('is taken back, and all is as before', async () => {
    const storage = new StorageFake({ 'setting.theme': 'dark' });
    const { press, preview, status, focused } = await openPage({ storage });
    press('Try: Low vision');
    press('Take back: Low vision');
    await vi.runAllTimersAsync();
    expect(preview.dataset.theme).toBe('dark');
    expect(storage.items).toEqual({ 'setting.theme': 'dark' });
    expect(status()).toMatch(/“Low vision” is taken back/);
    expect(focused()).toBe('Try: Low vision');
  });

  it('is kept in one write, is then in use, and can be undone', async () => {
    const storage = new StorageFake({ 'setting.theme': 'dark', 'setting.lineWidth': 80 });
    const { press, status, focused, document } = await openPage({ storage });
    press('Try: Low vision');
    press('Keep: Low vision');
    await vi.runAllTimersAsync();
    expect(storage.writes).toHaveLength(1);
    expect(storage.items).toEqual(asItems(valuesOf('lowVision')));
    expect(status()).toBe('“Low vision” is kept.');
    expect(focused()).toBe('Undo');
    expect(document.querySelectorAll('.presets .in-use:not([hidden])')).toHaveLength(1);
    expect(() => press('Try: Low vision')).toThrow();
    press('Undo');
    await vi.runAllTimersAsync();
    expect(storage.items).toMatchObject({ 'setting.theme': 'dark', 'setting.lineWidth': 80, 'setting.fontSize': 20 });
    expect(status()).toBe('Your settings are back as they were.');
    expect(focused()).toBe('Try: Low vision');
  });

  it('keeps what is set by hand while it is tried', async () => {
    const { press, move, storage } = await openPage();
    press('Try: Low vision');
    move('fontSize', '60');
    press('Keep: Low vision');
    await vi.runAllTimersAsync();
    expect(storage.items).toMatchObject({ 'setting.fontSize': 60, 'setting.theme': 'yellow' });
  });

  it('gives way to another one that is tried', async () => {
    const { press, preview, control, document } = await openPage();
    press('Try: Low vision');
    press('Try: Calm');
    expect(preview.dataset.theme).toBe('sepia');
    expect(control('fontSize').value).toBe('20');
    expect(document.querySelectorAll('.preset.tried')).toHaveLength(1);
  });

  it('that could not be stored stays in force, with the reason', async () => {
    const { press, storage, status, preview, focused } = await openPage();
    storage.writeError = new Error('QUOTA_BYTES quota exceeded');
    press('Try: Calm');
    press('Keep: Calm');
    await vi.runAllTimersAsync();
    expect(status()).toMatch(/storage for extensions is full/);
    expect(preview.dataset.theme).toBe('sepia');
    expect(focused()).toBe('Undo');
    press('Undo');
    expect(preview.dataset.theme).toBe('system');
  });

  it('that is being stored leaves the focus with its name, and with the person who goes on', async () => {
    const { press, focused, field } = await openPage();
    press('Try: Calm');
    press('Keep: Calm');
    expect(focused()).toBe('Calm');
    field('own-preset-name').focus();
    await vi.runAllTimersAsync();
    expect(focused()).toBe('own-preset-name');
  });
});

describe('your own presets', () => {
  const changed = () => new StorageFake({ 'setting.theme': 'dark', 'setting.keyListen': 'x' });

  it('hold all settings, but for the keys', async () => {
    const { type, press, lists, status, document, field, store } = await openPage({ storage: changed() });
    type('own-preset-name', '  Evening <b>  ');
    press('Save as a preset');
    await vi.runAllTimersAsync();
    const values = Object.entries(store.current()).filter(([id]) => SETTINGS[id as SettingId].group !== 'keys');
    expect(values).toContainEqual(['theme', 'dark']);
    expect(Object.values(lists.sync.items)).toEqual([{ name: 'Evening <b>', values: Object.fromEntries(values) }]);
    expect(status()).toBe('“Evening <b>” is saved as a preset.');
    expect(field('own-preset-name').value).toBe('');
    const titles = [...document.querySelectorAll('.presets .preset h3')].map(({ textContent }) => textContent);
    expect(titles.at(-1)).toBe('Evening <b>');
    expect(document.querySelector('.presets bdi b')).toBeNull();
  });

  it('are not made without a name', async () => {
    const { type, press, lists, document, focused } = await openPage({ storage: changed() });
    type('own-preset-name', ' ');
    press('Save as a preset');
    await vi.runAllTimersAsync();
    expect(document.getElementById('own-preset-name-problem')?.textContent).toMatch(/Give it a name first/);
    expect(lists.sync.items).toEqual({});
    expect(focused()).toBe('own-preset-name');
  });

  it('are not made twice under one name', async () => {
    const { type, press, lists, document } = await openPage({ storage: changed() });
    for (const name of ['Evening', 'evening']) {
      type('own-preset-name', name);
      press('Save as a preset');
      await vi.runAllTimersAsync();
    }
    expect(Object.keys(lists.sync.items)).toHaveLength(1);
    expect(document.getElementById('own-preset-name-problem')?.textContent).toMatch(/have a preset of this name/);
  });

  it('are deleted, and come back when that is undone', async () => {
    const { type, press, lists, status, focused } = await openPage({ storage: changed() });
    type('own-preset-name', 'Evening');
    press('Save as a preset');
    await vi.runAllTimersAsync();
    const before = structuredClone(lists.sync.items);
    press('Delete: Evening');
    await vi.runAllTimersAsync();
    expect(lists.sync.items).toEqual({});
    expect(status()).toBe('“Evening” is deleted.');
    expect(focused()).toBe('Undo');
    press('Undo');
    await vi.runAllTimersAsync();
    expect(lists.sync.items).toEqual(before);
    expect(status()).toBe('“Evening” is back.');
    expect(focused()).toBe('Delete: Evening');
  });

  it.each([
    ['QUOTA_BYTES quota exceeded', /storage for extensions is full/],
    ['An unexpected error occurred', /did not let Lectern store it/],
  ])('say when they could not be stored: %s', async (message, sentence) => {
    const { type, press, lists, status, field } = await openPage({ storage: changed() });
    lists.sync.writeError = new Error(message);
    type('own-preset-name', 'Evening');
    press('Save as a preset');
    await vi.runAllTimersAsync();
    expect(status()).toMatch(sentence);
    expect(field('own-preset-name').value).toBe('Evening');
  });

  it('say when they could not be read', async () => {
    const { page, lists, status } = await openPage();
    lists.sync.readError = new Error('An unexpected error occurred');
    await page.refresh();
    expect(status()).toMatch(/own presets could not be read/);
  });

  const evening = { name: 'Evening', values: { theme: 'black', fontSize: 44 }, icon: 'moon' };

  async function withEvening() {
    const stage = await openPage({ storage: changed() });
    stage.lists.sync.items = { 'preset.x': structuredClone(evening) };
    await stage.page.refresh();
    return stage;
  }

  it('that are deleted while they are tried are tried no more', async () => {
    const { press, preview, store, storage } = await withEvening();
    press('Try: Evening');
    expect(preview.dataset.theme).toBe('black');
    press('Delete: Evening');
    await vi.runAllTimersAsync();
    expect(preview.dataset.theme).toBe('dark');
    expect(store.current()).toEqual(store.untried());
    expect(storage.writes).toEqual([]);
  });

  it('that are deleted elsewhere while they are tried are tried no more', async () => {
    const { press, preview, lists, focused } = await withEvening();
    press('Try: Evening');
    await lists.sync.remove(['preset.x']);
    await vi.runAllTimersAsync();
    expect(preview.dataset.theme).toBe('dark');
    expect(focused()).toBe('own-preset-name');
  });

  it('come back with what a newer version keeps in them', async () => {
    const { press, lists } = await withEvening();
    press('Delete: Evening');
    await vi.runAllTimersAsync();
    press('Undo');
    await vi.runAllTimersAsync();
    expect(lists.sync.items).toEqual({ 'preset.x': evening });
  });

  it('keep the focus when the page is looked at anew, and when another one comes', async () => {
    const { press, page, lists, focused } = await withEvening();
    press('Try: Evening');
    expect(focused()).toBe('Keep: Evening');
    await page.refresh();
    expect(focused()).toBe('Keep: Evening');
    await lists.sync.set({ 'preset.a': { name: 'At work', values: { theme: 'light' } } });
    await vi.runAllTimersAsync();
    expect(focused()).toBe('Keep: Evening');
  });
});
