import { describe, expect, it, vi } from 'vitest';
import { createOwnPresets, MOST_OWN_PRESETS } from '../../src/platform/own-presets.ts';
import { LONGEST_PRESET_NAME } from '../../src/settings/own-preset.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { ListStorageFake } from './list-storage.ts';

function stored(items: Record<string, unknown> = {}) {
  const storage = new ListStorageFake();
  storage.sync.items = items;
  let made = 0;
  const makeId = () => `id${++made}`;
  return { storage, presets: createOwnPresets(storage.sync, storage.onChanged, makeId) };
}

describe('presets of one’s own', () => {
  it('are kept one under a key, trimmed, and come back sorted by name', async () => {
    const { storage, presets } = stored({ 'setting.theme': 'dark', 'known.1': ['x'] });
    expect(await presets.keep('  In  the\nevening ', { theme: 'dark', fontSize: 26 })).toEqual({
      id: 'id1',
      name: 'In the evening',
      values: { theme: 'dark', fontSize: 26 },
    });
    await presets.keep('At work', { theme: 'light' });
    expect((await presets.list()).map(({ name }) => name)).toEqual(['At work', 'In the evening']);
    expect(storage.sync.items).toEqual({
      'setting.theme': 'dark',
      'known.1': ['x'],
      'preset.id1': { name: 'In the evening', values: { theme: 'dark', fontSize: 26 } },
      'preset.id2': { name: 'At work', values: { theme: 'light' } },
    });
  });

  it('are removed, and put back under the id that they had, with what a newer version keeps in them', async () => {
    const item = { name: 'Evening', values: { theme: 'dark', smell: 'roses' }, icon: 'moon' };
    const { storage, presets } = stored({ 'preset.x': structuredClone(item) });
    const removed = await presets.remove('x');
    expect(storage.sync.items).toEqual({});
    if (removed === null) throw new Error('nothing was removed');
    expect(await presets.putBack(removed)).toBeNull();
    expect(storage.sync.items).toEqual({ 'preset.x': item });
  });

  it('are not put back beside one of the same name, or over the number that there may be', async () => {
    const { storage, presets } = stored({ 'preset.x': { name: 'Evening', values: { theme: 'dark' } } });
    const removed = await presets.remove('x');
    if (removed === null) throw new Error('nothing was removed');
    await presets.keep('EVENING', { theme: 'sepia' });
    expect(await presets.putBack(removed)).toBe('same-name');
    storage.sync.items = {};
    for (let number = 1; number <= MOST_OWN_PRESETS; number += 1) await presets.keep(`No. ${number}`, { fontSize: 20 });
    expect(await presets.putBack(removed)).toBe('too-many');
    expect(await presets.list()).toHaveLength(MOST_OWN_PRESETS);
  });

  it('that were removed elsewhere leave nothing to put back', async () => {
    expect(await stored().presets.remove('x')).toBeNull();
  });

  it('need a name, and each one of its own', async () => {
    const { presets } = stored();
    expect(await presets.keep(' \n ', { theme: 'dark' })).toBe('no-name');
    await presets.keep('Evening', { theme: 'dark' });
    expect(await presets.keep('evening ', { theme: 'sepia' })).toBe('same-name');
    expect((await presets.list()).map(({ values }) => values)).toEqual([{ theme: 'dark' }]);
  });

  it('have names that are cut, never within a character', async () => {
    const { presets } = stored();
    const kept = await presets.keep(`${'a'.repeat(LONGEST_PRESET_NAME - 1)}😀`, { theme: 'dark' });
    expect(kept).toMatchObject({ name: 'a'.repeat(LONGEST_PRESET_NAME - 1) });
  });

  it('are no more than there may be', async () => {
    const { presets } = stored();
    for (let number = 1; number <= MOST_OWN_PRESETS; number += 1) await presets.keep(`No. ${number}`, { fontSize: 20 });
    expect(await presets.keep('One more', { fontSize: 20 })).toBe('too-many');
    expect(await presets.list()).toHaveLength(MOST_OWN_PRESETS);
  });

  it('fit into one item of storage with every setting that there is', async () => {
    const { presets } = stored();
    const values = { ...defaultSettings(), installedFont: 'ä'.repeat(100) };
    const kept = await presets.keep('字'.repeat(LONGEST_PRESET_NAME), values);
    expect(kept).toMatchObject({ values });
  });

  it('are left out where what is stored is none, and lose only the values that cannot be used', async () => {
    const { presets } = stored({
      'preset.': { name: 'No id', values: { theme: 'dark' } },
      'preset.text': 'dark',
      'preset.null': null,
      'preset.noname': { name: 7, values: { theme: 'dark' } },
      'preset.blank': { name: '  ', values: { theme: 'dark' } },
      'preset.novalues': { name: 'No values' },
      'preset.none': { name: 'None of use', values: { theme: 'neon', __proto__: 1 } },
      'preset.some': { name: 'Some', values: { theme: 'dark', fontSize: 4000, fromTheFuture: true } },
      'preset.old': { name: 'Old', values: { speechKeys: 'off' } },
    });
    expect(await presets.list()).toEqual([
      { id: 'old', name: 'Old', values: { singleKeys: 'off' } },
      { id: 'some', name: 'Some', values: { theme: 'dark' } },
    ]);
  });

  it('say why they are not kept, and leave what was there', async () => {
    const { storage, presets } = stored();
    await presets.keep('Evening', { theme: 'dark' });
    storage.sync.writeError = new Error('QUOTA_BYTES quota exceeded');
    await expect(presets.keep('Morning', { theme: 'light' })).rejects.toMatchObject({ failure: 'full' });
    storage.sync.writeError = null;
    storage.sync.removeError = new Error('MAX_WRITE_OPERATIONS_PER_MINUTE quota exceeded');
    await expect(presets.remove('id1')).rejects.toMatchObject({ failure: 'too-often' });
    storage.sync.readError = new Error('no storage');
    await expect(presets.keep('Night', { theme: 'black' })).rejects.toMatchObject({ failure: 'unavailable' });
    storage.sync.readError = null;
    expect((await presets.list()).map(({ name }) => name)).toEqual(['Evening']);
  });

  it('are heard of when they change, here and elsewhere, until nobody listens', async () => {
    const { storage, presets } = stored();
    const listener = vi.fn();
    const ended = new AbortController();
    presets.subscribe(listener, ended.signal);
    await presets.keep('Evening', { theme: 'dark' });
    expect(listener).toHaveBeenCalledOnce();
    storage.tell(['setting.theme'], 'sync');
    storage.tell(['preset.id1'], 'local');
    expect(listener).toHaveBeenCalledOnce();
    ended.abort();
    storage.tell(['preset.id1'], 'sync');
    expect([listener.mock.calls.length, storage.listenerCount]).toEqual([1, 0]);
  });
});
