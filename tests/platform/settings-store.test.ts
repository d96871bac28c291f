import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSettingsStore, WRITE_INTERVAL } from '../../src/platform/settings-store.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { StorageFake } from './storage-fake.ts';

async function openStore(storage: StorageFake, signal?: AbortSignal) {
  const store = createSettingsStore(storage, storage.onChanged, signal);
  await store.ready;
  return store;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('reading', () => {
  it('takes each setting from its own key', async () => {
    const store = await openStore(new StorageFake({ 'setting.theme': 'dark', 'setting.fontSize': 30 }));
    expect(store.current()).toMatchObject({ theme: 'dark', fontSize: 30, lineWidth: 66 });
    expect(store.report()).toEqual({ unreadable: false, problems: [] });
  });

  it('stands at the defaults until the first read, then tells its subscribers', async () => {
    const storage = new StorageFake({ 'setting.theme': 'dark' });
    const store = createSettingsStore(storage, storage.onChanged);
    const heard: Settings[] = [];
    store.subscribe((settings) => heard.push(settings), new AbortController().signal);
    expect(store.current()).toEqual(defaultSettings());
    await store.ready;
    expect(heard).toEqual([{ ...defaultSettings(), theme: 'dark' }]);
  });

  it('keeps the default of a damaged value and reports it, and leaves the stored one alone', async () => {
    const storage = new StorageFake({ 'setting.fontSize': 'huge', 'setting.theme': 'dark' });
    const store = await openStore(storage);
    expect(store.current()).toEqual({ ...defaultSettings(), theme: 'dark' });
    expect(store.report().problems).toEqual([{ id: 'fontSize', reason: 'wrong-type' }]);
    expect(storage.items).toEqual({ 'setting.fontSize': 'huge', 'setting.theme': 'dark' });
  });

  it('stands at the defaults and says so when the storage cannot be read', async () => {
    const storage = new StorageFake({ 'setting.theme': 'dark' });
    storage.readError = new Error('An unexpected error occurred');
    const store = await openStore(storage);
    expect(store.current()).toEqual(defaultSettings());
    expect(store.report()).toEqual({ unreadable: true, problems: [] });
  });

  it('survives an area that throws before it gives a promise', async () => {
    const storage = new StorageFake();
    const area = {
      get: (): never => {
        throw new TypeError('Extension context invalidated.');
      },
      set: () => storage.set({}),
      remove: () => storage.remove([]),
    };
    const store = createSettingsStore(area, storage.onChanged);
    await store.ready;
    expect(store.report().unreadable).toBe(true);
  });

  it('lets a change that arrives during the first read win over what that read brings', async () => {
    const storage = new StorageFake({ 'setting.theme': 'light', 'setting.fontSize': 24 });
    const open = storage.hold();
    const store = createSettingsStore(storage, storage.onChanged);
    storage.tell({ 'setting.theme': { newValue: 'dark' } });
    open();
    await store.ready;
    expect(store.current()).toMatchObject({ theme: 'dark', fontSize: 24, lineWidth: 66 });
  });
});

describe('living with other pages and machines', () => {
  it('keeps both when two change different settings', async () => {
    const storage = new StorageFake();
    const [one, other] = await Promise.all([openStore(storage), openStore(storage)]);
    const done = Promise.all([one.change('theme', 'dark'), other.change('fontSize', 28)]);
    await vi.runAllTimersAsync();
    await done;
    const both = { ...defaultSettings(), theme: 'dark', fontSize: 28 };
    expect(one.current()).toEqual(both);
    expect(other.current()).toEqual(both);
    expect(storage.items).toEqual({ 'setting.theme': 'dark', 'setting.fontSize': 28 });
  });

  it('tells its subscribers once of a change elsewhere, and not of its own echo', async () => {
    const storage = new StorageFake();
    const [one, other] = await Promise.all([openStore(storage), openStore(storage)]);
    const heard: Record<'one' | 'other', string[]> = { one: [], other: [] };
    const { signal } = new AbortController();
    one.subscribe(({ theme }) => heard.one.push(theme), signal);
    other.subscribe(({ theme }) => heard.other.push(theme), signal);
    const done = one.change('theme', 'dark');
    await vi.runAllTimersAsync();
    await done;
    expect(heard).toEqual({ one: ['dark'], other: ['dark'] });
  });

  it('does not jump back to an earlier value of a drag when its echo arrives', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    const sizes: number[] = [];
    store.subscribe(({ fontSize }) => sizes.push(fontSize), new AbortController().signal);
    const all: Promise<void>[] = [];
    for (const size of [21, 22, 23, 24]) {
      all.push(store.change('fontSize', size));
      await vi.advanceTimersByTimeAsync(WRITE_INTERVAL / 2 + 10);
    }
    await vi.runAllTimersAsync();
    await Promise.all(all);
    expect(sizes).toEqual([21, 22, 23, 24]);
  });

  it('follows a value that was taken away elsewhere', async () => {
    const storage = new StorageFake({ 'setting.theme': 'dark' });
    const store = await openStore(storage);
    storage.tell({ 'setting.theme': {} });
    expect(store.current().theme).toBe('system');
  });

  it('pays no heed to other areas and other keys', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    const heard = vi.fn();
    store.subscribe(heard, new AbortController().signal);
    storage.tell({ 'setting.theme': { newValue: 'dark' } }, 'local');
    storage.tell({ 'setting.letterShadow': { newValue: 3 }, theme: { newValue: 'dark' } });
    expect(store.current()).toEqual(defaultSettings());
    expect(heard).not.toHaveBeenCalled();
  });

  it('stops calling a listener whose signal was aborted', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    const controller = new AbortController();
    const heard = vi.fn();
    store.subscribe(heard, controller.signal);
    controller.abort();
    storage.tell({ 'setting.theme': { newValue: 'dark' } });
    expect(heard).not.toHaveBeenCalled();
  });

  it('lets go of the browser when its own signal is aborted, after writing what waits', async () => {
    const storage = new StorageFake();
    const controller = new AbortController();
    const store = await openStore(storage, controller.signal);
    const done = store.change('theme', 'dark');
    controller.abort();
    await done;
    expect(storage.listenerCount).toBe(0);
    expect(storage.items).toEqual({ 'setting.theme': 'dark' });
  });
});
