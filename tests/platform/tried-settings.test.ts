import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsReader } from '../../src/platform/settings-reader.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import {
  expectedSettings,
  expectSettings,
  settleSettings,
  triedSettings,
  trySettings,
} from '../../src/platform/tried-settings.ts';
import { StorageFake } from './storage-fake.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  trySettings({});
  vi.useRealTimers();
});

async function openView(items: Record<string, unknown> = {}) {
  const storage = new StorageFake(items);
  const reader = new SettingsReader(storage, storage.onChanged);
  const store = createSettingsStore(storage, storage.onChanged);
  await Promise.all([reader.ready, store.ready]);
  return { storage, reader, store };
}

describe('what is tried', () => {
  it('is in force in every part of the view, over what is stored, and stored nowhere', async () => {
    const { storage, reader, store } = await openView({ 'setting.theme': 'dark', 'setting.fontSize': 30 });
    const heard = vi.fn();
    reader.subscribe(heard, new AbortController().signal);
    trySettings({ theme: 'sepia', lineWidth: 50 });
    for (const settings of [reader.current(), store.current()])
      expect(settings).toMatchObject({ theme: 'sepia', lineWidth: 50, fontSize: 30 });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(store.untried()).toMatchObject({ theme: 'dark', lineWidth: 66, fontSize: 30 });
    expect(storage.writes).toEqual([]);
  });

  it('gives way to what is tried next, and to nothing', async () => {
    const { reader } = await openView({ 'setting.theme': 'dark' });
    trySettings({ theme: 'sepia' });
    trySettings({ fontSize: 40 });
    expect(reader.current()).toMatchObject({ theme: 'dark', fontSize: 40 });
    trySettings({});
    expect(reader.current()).toMatchObject({ theme: 'dark', fontSize: 20 });
  });

  it('gives way to what a person sets meanwhile, for that setting alone', async () => {
    const { reader, store, storage } = await openView();
    trySettings({ theme: 'sepia', fontSize: 40 });
    const stored = store.change('fontSize', 28);
    await vi.runAllTimersAsync();
    await stored;
    expect(triedSettings()).toEqual({ theme: 'sepia' });
    expect(reader.current()).toMatchObject({ theme: 'sepia', fontSize: 28 });
    expect(storage.items).toEqual({ 'setting.fontSize': 28 });
  });

  it('is in force in a view that opens later, and heard of no more in one that has ended', async () => {
    const { storage } = await openView();
    trySettings({ theme: 'sepia' });
    const ended = new AbortController();
    const late = new SettingsReader(storage, storage.onChanged, ended.signal);
    await late.ready;
    expect(late.current().theme).toBe('sepia');
    ended.abort();
    trySettings({ theme: 'dark' });
    expect(late.current().theme).toBe('sepia');
  });
});

describe('changeAll', () => {
  it('stores several settings in one write', async () => {
    const { store, storage } = await openView();
    const stored = store.changeAll({ theme: 'sepia', fontSize: 24 });
    expect(store.current()).toMatchObject({ theme: 'sepia', fontSize: 24 });
    await vi.runAllTimersAsync();
    await stored;
    expect(storage.writes).toEqual([{ 'setting.theme': 'sepia', 'setting.fontSize': 24 }]);
  });

  it('changes nothing where one of them cannot be', async () => {
    const { store } = await openView();
    expect(() => store.changeAll({ theme: 'sepia', fontSize: 7 })).toThrow(RangeError);
    expect(store.current().theme).toBe('system');
  });
});

describe('what is expected', () => {
  it('is in force everywhere at once, beneath what is tried, until the storage tells of it', async () => {
    const { reader, store, storage } = await openView({ 'setting.theme': 'dark' });
    trySettings({ lineWidth: 50 });
    expectSettings({ theme: 'sepia', lineWidth: 40 });
    for (const settings of [reader.current(), store.current()])
      expect(settings).toMatchObject({ theme: 'sepia', lineWidth: 50 });
    storage.tell({ 'setting.theme': { newValue: 'sepia' }, 'setting.lineWidth': { newValue: 40 } });
    expect([expectedSettings(), reader.current().theme]).toEqual([{}, 'sepia']);
    storage.tell({ 'setting.theme': { newValue: 'light' } });
    expect(reader.current().theme).toBe('light');
  });

  it('does not give way to the echo of an earlier move, and does to anything once its writing has ended', async () => {
    const { reader, storage } = await openView();
    expectSettings({ fontSize: 24 });
    storage.tell({ 'setting.fontSize': { newValue: 22 } });
    expect(reader.current().fontSize).toBe(24);
    settleSettings({ fontSize: 22 });
    storage.tell({ 'setting.fontSize': { newValue: 23 } });
    expect(reader.current().fontSize).toBe(24);
    settleSettings({ fontSize: 24 });
    expect(reader.current().fontSize).toBe(24);
    storage.tell({ 'setting.fontSize': { newValue: 30 } });
    expect(reader.current().fontSize).toBe(30);
  });
});
