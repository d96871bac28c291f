import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSettingsStore, RETRY_INTERVAL, WRITE_INTERVAL } from '../../src/platform/settings-store.ts';
import { SettingsWriteError } from '../../src/platform/settings-write-error.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
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

describe('changing', () => {
  it('takes effect at once and writes that key alone', async () => {
    const storage = new StorageFake({ 'setting.lineWidth': 50 });
    const store = await openStore(storage);
    const done = store.change('theme', 'sepia');
    expect(store.current().theme).toBe('sepia');
    await vi.runAllTimersAsync();
    await done;
    expect(storage.writes).toEqual([{ 'setting.theme': 'sepia' }]);
    expect(storage.items).toEqual({ 'setting.theme': 'sepia', 'setting.lineWidth': 50 });
  });

  it('does not wait with the first write', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    const done = store.change('theme', 'dark');
    await vi.advanceTimersByTimeAsync(1);
    expect(storage.writes).toHaveLength(1);
    await done;
  });

  it('makes few writes of a drag, the last with the last value', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    const all: Promise<void>[] = [];
    for (let size = 12; size <= 48; size += 1) {
      all.push(store.change('fontSize', size));
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.runAllTimersAsync();
    await Promise.all(all);
    // 37 moves in 1,850 ms: at once, then one for each interval begun.
    expect(storage.writes.length).toBeLessThanOrEqual(2 + Math.floor(1850 / WRITE_INTERVAL));
    expect(storage.writes.at(-1)).toEqual({ 'setting.fontSize': 48 });
    expect(storage.items).toEqual({ 'setting.fontSize': 48 });
  });

  it('stays under 120 write operations in any minute, whatever is changed', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    for (let moment = 0; moment < 60_000; moment += 100) {
      void store.change(moment % 200 === 0 ? 'fontSize' : 'lineWidth', 40 + (moment % 3));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(storage.writes.length).toBeGreaterThan(50);
    expect(storage.writes.length).toBeLessThan(120);
  });

  it('stays under that number where settings are changed and reset by turns', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    for (let moment = 0; moment < 60_000; moment += 100) {
      void store.change('fontSize', 40 + (moment % 3));
      void store.reset('lineWidth');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(storage.writes.length).toBeGreaterThan(50);
    expect(storage.writes.length).toBeLessThan(120);
  });

  it('writes what changed while a slow write was under way', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    const open = storage.hold();
    const first = store.change('fontSize', 21);
    await vi.advanceTimersByTimeAsync(1);
    const second = store.change('fontSize', 22);
    open();
    await vi.runAllTimersAsync();
    await Promise.all([first, second]);
    expect(storage.items).toEqual({ 'setting.fontSize': 22 });
    expect(store.current().fontSize).toBe(22);
  });

  it('refuses a value outside the table', async () => {
    const store = await openStore(new StorageFake());
    expect(() => store.change('fontSize', 500)).toThrow(RangeError);
    expect(store.current()).toEqual(defaultSettings());
  });

  it('does not wait for a slow write when the page goes away', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    const open = storage.hold();
    const first = store.change('fontSize', 21);
    await vi.advanceTimersByTimeAsync(1);
    const second = store.change('fontSize', 22);
    void store.flush();
    expect(storage.writes).toEqual([{ 'setting.fontSize': 21 }, { 'setting.fontSize': 22 }]);
    open();
    await Promise.all([first, second]);
    expect(storage.items).toEqual({ 'setting.fontSize': 22 });
    expect(store.current().fontSize).toBe(22);
  });

  it('writes at once what waits when the page goes away', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    await Promise.all([store.change('fontSize', 21), vi.advanceTimersByTimeAsync(1)]);
    const second = store.change('fontSize', 22);
    await store.flush();
    await second;
    expect(storage.items).toEqual({ 'setting.fontSize': 22 });
  });
});

describe('a write that fails', () => {
  it.each([
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'too-often'],
    ['MAX_WRITE_OPERATIONS_PER_HOUR quota exceeded', 'too-often'],
    ['QUOTA_BYTES quota exceeded', 'full'],
    ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'full'],
    ['An unexpected error occurred', 'unavailable'],
  ] as const)('rejects for "%s" as %s', async (message, failure) => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    storage.writeError = new Error(message);
    const error = store.change('theme', 'dark').catch((caught: unknown) => caught);
    await vi.advanceTimersByTimeAsync(WRITE_INTERVAL);
    expect(await error).toBeInstanceOf(SettingsWriteError);
    expect(await error).toMatchObject({ failure, cause: storage.writeError });
  });

  it('tries it again by itself after a minute where there were too many changes, and only there', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    storage.writeError = new Error('MAX_WRITE_OPERATIONS_PER_MINUTE quota exceeded');
    const failed = store.change('theme', 'dark').catch(() => 'failed');
    await vi.advanceTimersByTimeAsync(WRITE_INTERVAL);
    expect(await failed).toBe('failed');
    storage.writeError = null;
    await vi.advanceTimersByTimeAsync(RETRY_INTERVAL - WRITE_INTERVAL - 1);
    expect(storage.writes).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(WRITE_INTERVAL + 1);
    expect(storage.items).toEqual({ 'setting.theme': 'dark' });
    storage.writeError = new Error('QUOTA_BYTES quota exceeded');
    await Promise.all([store.change('fontSize', 30).catch(() => 'failed'), vi.advanceTimersByTimeAsync(1000)]);
    const count = storage.writes.length;
    await vi.advanceTimersByTimeAsync(3 * RETRY_INTERVAL);
    expect(storage.writes).toHaveLength(count);
  });

  it('is asked to store once more what it had refused when the page goes away', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    storage.writeError = new Error('An unexpected error occurred');
    const failed = store.change('theme', 'dark').catch(() => 'failed');
    await vi.advanceTimersByTimeAsync(WRITE_INTERVAL);
    expect(await failed).toBe('failed');
    storage.writeError = null;
    await store.flush();
    expect(storage.items).toEqual({ 'setting.theme': 'dark' });
  });

  it('keeps the value in force on this page and tries it again with the next write', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    storage.writeError = new Error('QUOTA_BYTES quota exceeded');
    const failed = store.change('theme', 'dark').catch(() => 'failed');
    await vi.runAllTimersAsync();
    expect(await failed).toBe('failed');
    expect(store.current().theme).toBe('dark');

    storage.writeError = null;
    const done = store.change('fontSize', 22);
    await vi.runAllTimersAsync();
    await done;
    expect(storage.items).toEqual({ 'setting.theme': 'dark', 'setting.fontSize': 22 });
  });

  it('gives way to a value that another machine stores afterwards', async () => {
    const storage = new StorageFake();
    const store = await openStore(storage);
    storage.writeError = new Error('offline');
    const failed = store.change('theme', 'dark').catch(() => 'failed');
    await vi.runAllTimersAsync();
    await failed;
    storage.tell({ 'setting.theme': { newValue: 'sepia' } });
    expect(store.current().theme).toBe('sepia');
  });
});

describe('resetting', () => {
  it('takes one key away and leaves the others', async () => {
    const storage = new StorageFake({ 'setting.theme': 'dark', 'setting.fontSize': 30 });
    const store = await openStore(storage);
    const done = store.reset('theme');
    expect(store.current()).toEqual({ ...defaultSettings(), fontSize: 30 });
    await vi.runAllTimersAsync();
    await done;
    expect(storage.items).toEqual({ 'setting.fontSize': 30 });
  });

  it('takes every key of ours away and nothing that a newer version has stored', async () => {
    const storage = new StorageFake({ 'setting.theme': 'dark', 'setting.fontSize': 30, 'setting.letterShadow': 2 });
    const store = await openStore(storage);
    const done = store.reset();
    await vi.runAllTimersAsync();
    await done;
    expect(store.current()).toEqual(defaultSettings());
    expect(storage.items).toEqual({ 'setting.letterShadow': 2 });
  });

  it('takes away what an older version stored under another name, which would come back', async () => {
    const storage = new StorageFake({ 'setting.speechKeys': 'off', 'setting.theme': 'dark' });
    const store = await openStore(storage);
    expect(store.current().singleKeys).toBe('off');
    const done = store.reset('singleKeys');
    await vi.runAllTimersAsync();
    await done;
    expect(store.current().singleKeys).toBe('on');
    expect(storage.items).toEqual({ 'setting.theme': 'dark' });
  });

  it('heals a damaged value', async () => {
    const storage = new StorageFake({ 'setting.fontSize': 'huge' });
    const store = await openStore(storage);
    const done = store.reset('fontSize');
    await vi.runAllTimersAsync();
    await done;
    expect(storage.items).toEqual({});
    expect(store.report().problems).toEqual([]);
  });
});
