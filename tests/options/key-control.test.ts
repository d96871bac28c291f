import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StorageFake } from '../platform/storage-fake.ts';
import { openPage } from './options-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the field for a single key', () => {
  it('shows the key as it is written on the keyboard', async () => {
    const { field } = await openPage({ storage: new StorageFake({ 'setting.keyGlossary': '' }) });
    expect(field('setting-keyListen').value).toBe('K');
    expect(field('setting-keyGlossary').value).toBe('');
    expect(field('setting-keyGlossary').getAttribute('placeholder')).toBe('no key');
  });

  it.each([
    ['M', 'm'],
    ['Km', 'm'],
    ['mK', 'm'],
    ['ß', 'ß'],
    ['?', '?'],
  ])('takes what is typed, wherever the caret was: %s', async (text, key) => {
    const { type, store, field } = await openPage();
    type('setting-keyListen', text);
    expect(store.current().keyListen).toBe(key);
    expect(field('setting-keyListen').value).toBe(key.toUpperCase());
  });

  it('switches a key off when it is taken away', async () => {
    const { type, store, status } = await openPage();
    type('setting-keyListen', '');
    expect(store.current().keyListen).toBe('');
    await vi.runAllTimersAsync();
    expect(status()).toBe('Start or pause the voice: no key. Saved.');
  });

  it('says what cannot be a key, and keeps the old one', async () => {
    const { type, store, problem, field } = await openPage();
    type('setting-keyListen', 'K ');
    expect(problem('keyListen')).toBe('This key cannot be used. Press a letter, a number or a sign.');
    expect(store.current().keyListen).toBe('k');
    expect(field('setting-keyListen').value).toBe('K');
  });

  it('says which key has work already, and swaps the two when asked', async () => {
    const { type, press, store, storage, problem, focused, row } = await openPage();
    type('setting-keyGlossary', 'k');
    expect(problem('keyGlossary')).toBe('K already does this: Start or pause the voice.');
    expect(store.current().keyGlossary).toBe('g');
    press('Swap the two keys');
    expect(store.current()).toMatchObject({ keyGlossary: 'k', keyListen: 'g' });
    expect(problem('keyGlossary')).toBe('');
    expect(row('keyGlossary').querySelectorAll('.actions button')).toHaveLength(0);
    expect(focused()).toBe('setting-keyGlossary');
    await vi.runAllTimersAsync();
    expect(storage.writes).toHaveLength(1);
  });

  it('leaves both as they are when asked', async () => {
    const { type, press, store, problem } = await openPage();
    type('setting-keyGlossary', 'k');
    press('Leave them as they are');
    expect(store.current()).toMatchObject({ keyGlossary: 'g', keyListen: 'k' });
    expect(problem('keyGlossary')).toBe('');
  });

  it('asks before Reset gives it a key that another one has', async () => {
    const storage = new StorageFake({ 'setting.keyListen': 'x', 'setting.keyGlossary': 'k' });
    const { press, store, problem, row } = await openPage({ storage });
    press('Reset Start or pause the voice');
    expect(problem('keyListen')).toBe('K already does this: Open or close the glossary.');
    expect(store.current()).toMatchObject({ keyListen: 'x', keyGlossary: 'k' });
    press('Swap the two keys');
    expect(store.current()).toMatchObject({ keyListen: 'k', keyGlossary: 'x' });
    expect(problem('keyListen')).toBe('');
    expect(row('keyListen').querySelectorAll('.actions button')).toHaveLength(0);
  });

  it('says on both where two have one key, as a file can give them, until one has another', async () => {
    const storage = new StorageFake({ 'setting.keyGlossary': 'k' });
    const { type, problem, control } = await openPage({ storage });
    expect(problem('keyGlossary')).toBe('K already does this: Start or pause the voice.');
    expect(problem('keyListen')).toBe('K already does this: Open or close the glossary.');
    expect(control('keyListen').getAttribute('aria-invalid')).toBe('true');
    type('setting-keyGlossary', 'x');
    expect([problem('keyGlossary'), problem('keyListen')]).toEqual(['', '']);
    expect(control('keyListen').hasAttribute('aria-invalid')).toBe(false);
  });

  it('stores nothing of a Reset that would give it such a key, until it is answered, and leaves it when asked', async () => {
    const storage = new StorageFake({ 'setting.keyListen': 'x', 'setting.keyGlossary': 'k' });
    const { press, store, problem, focused } = await openPage({ storage });
    press('Reset Start or pause the voice');
    await vi.runAllTimersAsync();
    expect(storage.writes).toEqual([]);
    press('Leave them as they are');
    await vi.runAllTimersAsync();
    expect(storage.writes).toEqual([]);
    expect(store.current()).toMatchObject({ keyListen: 'x', keyGlossary: 'k' });
    expect(problem('keyListen')).toBe('');
    expect(focused()).toBe('setting-keyListen');
  });

  it('says a double that another machine makes, once, until another machine solves it', async () => {
    const { storage, problem, window, document, move } = await openPage();
    await storage.set({ 'setting.keyGlossary': 'k' });
    expect(problem('keyListen')).toBe('K already does this: Open or close the glossary.');
    const said = vi.fn();
    const observer = new window.MutationObserver(said);
    for (const line of document.querySelectorAll('.field-problem')) observer.observe(line, { childList: true });
    for (const size of ['21', '22', '23']) move('fontSize', size);
    await vi.runAllTimersAsync();
    expect(said).not.toHaveBeenCalled();
    observer.disconnect();
    await storage.set({ 'setting.keyListen': 'x' });
    expect([problem('keyGlossary'), problem('keyListen')]).toEqual(['', '']);
  });

  it('goes on asking when something else changes, and says the double again that is left as it is', async () => {
    const storage = new StorageFake({ 'setting.keyGlossary': 'k' });
    const { type, press, move, problem, row } = await openPage({ storage });
    type('setting-keyGlossary', 's');
    const question = problem('keyGlossary');
    expect(question).toMatch(/^S already does this/);
    move('fontSize', '21');
    // Now it is a double of this one, too.
    await storage.set({ 'setting.keyListen': 'x', 'setting.keyAppearance': 'k' });
    expect(problem('keyGlossary')).toBe(question);
    expect(row('keyGlossary').querySelectorAll('.actions button')).toHaveLength(2);
    press('Leave them as they are');
    expect(problem('keyGlossary')).toBe('K already does this: Open or close the appearance.');
    expect(row('keyGlossary').querySelectorAll('.actions button')).toHaveLength(0);
  });

  it.each([
    ['the other one has another key', { 'setting.keyListen': 'x' }],
    ['it has another key itself', { 'setting.keyGlossary': 'x' }],
  ])('asks no more about a swap once, elsewhere, %s, and keeps the focus', async (_, items) => {
    const { type, storage, problem, row, focused } = await openPage();
    type('setting-keyGlossary', 'k');
    row('keyGlossary').querySelector<HTMLElement>('.actions button')?.focus();
    await storage.set(items);
    expect(problem('keyGlossary')).toBe('');
    expect(row('keyGlossary').querySelectorAll('.actions button')).toHaveLength(0);
    expect(focused()).toBe('setting-keyGlossary');
    // What is said next is not held back by the question.
    await storage.set({ 'setting.keyGlossary': 'y', 'setting.keySpeakers': 'y' });
    expect(problem('keyGlossary')).toMatch(/^Y already does this/);
  });

  it('may have a key that another one has given up', async () => {
    const { type, store, problem } = await openPage({ storage: new StorageFake({ 'setting.keyListen': '' }) });
    type('setting-keyGlossary', 'k');
    expect(store.current().keyGlossary).toBe('k');
    expect(problem('keyGlossary')).toBe('');
  });
});

describe('the keys', () => {
  it('each say where they work, and that none does while they are off', async () => {
    const { row, find, move } = await openPage();
    expect(row('keySentenceBack').querySelector('.help')?.textContent).toBe(
      'Works while the bar of the voice is open.',
    );
    expect(find('.keys > .help').textContent).toMatch(/press another one/);
    move('singleKeys', 'off');
    expect(find('.keys > .help').textContent).toMatch(/Single keys are off/);
  });

  it('stand beside those that cannot be changed', async () => {
    const { document } = await openPage();
    const keys = [...document.querySelectorAll('.fixed-keys kbd')].map(({ textContent }) => textContent);
    expect(keys).toEqual(['Tab, Shift+Tab', 'Enter', 'Arrow keys', 'Space, Shift+Space', 'Escape']);
  });
});
