import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OwnEntry } from '../../src/glossary/own-entry.ts';
import { createOwnGlossary } from '../../src/platform/own-glossary.ts';
import { ListStorageFake } from './list-storage.ts';

const entry = (term: string, definition = `What ${term} means.`, also: string[] = []): OwnEntry => ({
  term,
  also,
  definition,
});
const termsOf = (entries: readonly OwnEntry[]) => entries.map(({ term }) => term);

/** Text that does not pack well, the same each time. */
function noise(seed: number, length: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(0x4e00 + (state % 8000));
  }).join('');
}
const many = (count: number, length = 100) =>
  Array.from({ length: count }, (_, index) => entry(`Term ${index}`, noise(index, length)));

function setUp() {
  const storage = new ListStorageFake();
  return { storage, glossary: createOwnGlossary(storage) };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the glossary in synchronised storage', () => {
  it('keeps entries as they are, over several items, for another page', async () => {
    const { storage, glossary } = setUp();
    const entries = [entry('NATO', 'Line “one”\n<b>two</b> \u2028 😀', ['Nato', 'OTAN']), ...many(60)];
    expect(await glossary.put(entries)).toMatchObject({ added: 61, replaced: [], surplus: [] });
    expect(Object.keys(storage.sync.items).length).toBeGreaterThan(2);
    expect(await createOwnGlossary(storage).list()).toEqual(entries);
    expect(glossary.report()).toEqual({ area: 'sync' });
    expect(storage.local.items).toEqual({});
  });

  it('gives the same array until something changes', async () => {
    const { storage, glossary } = setUp();
    await glossary.put([entry('NATO')]);
    const first = await glossary.list();
    expect(await glossary.list()).toBe(first);
    storage.sync.items['setting.theme'] = 'dark';
    expect(await glossary.list()).toBe(first);
    await createOwnGlossary(storage).put([entry('OCHA')]);
    expect(termsOf(await glossary.list())).toEqual(['NATO', 'OCHA']);
  });

  it('leaves no old state lying, and nothing of others touched', async () => {
    const { storage, glossary } = setUp();
    storage.sync.items['setting.theme'] = 'dark';
    await glossary.put(many(60));
    await glossary.remove(termsOf(many(59)));
    expect(Object.keys(storage.sync.items)).toHaveLength(2);
    expect(storage.sync.items['setting.theme']).toBe('dark');
    expect(termsOf(await createOwnGlossary(storage).list())).toEqual(['Term 59']);
  });

  it('tells what was replaced, and puts one entry in the place of another', async () => {
    const { glossary } = setUp();
    await glossary.put([entry('Élysée', 'Old.'), entry('Nato')]);
    expect(await glossary.put([entry(' elysee ', 'New.')])).toMatchObject({
      added: 0,
      replaced: [entry('Élysée', 'Old.')],
    });
    await glossary.put([entry('NATO alliance')], ['nato']);
    expect(termsOf(await glossary.list())).toEqual(['elysee', 'NATO alliance']);
  });

  it('refuses an entry that cannot be kept', async () => {
    const { glossary, storage } = setUp();
    await expect(glossary.put([entry('NATO', '')])).rejects.toThrow(RangeError);
    expect(storage.sync.items).toEqual({});
  });
});

describe('a glossary that sync does not take', () => {
  it('goes to this machine where it is too long, says so, and comes back when it fits', async () => {
    const { storage, glossary } = setUp();
    await glossary.put(many(1500));
    expect(glossary.report()).toEqual({ area: 'local', reason: 'too-long' });
    expect(storage.sync.items).toEqual({});
    const other = createOwnGlossary(storage);
    expect(await other.list()).toHaveLength(1500);
    expect(other.report()).toEqual({ area: 'local', reason: 'too-long' });
    await other.remove(termsOf(many(1400)));
    expect(other.report()).toEqual({ area: 'sync' });
    expect(storage.local.items).toEqual({});
    expect(await glossary.list()).toHaveLength(100);
  });

  it('holds 5,000 entries of the greatest length and refuses one more', async () => {
    const { glossary } = setUp();
    const full = Array.from({ length: 5000 }, (_, index) => entry(`Term ${index}`, 'm'.repeat(1000)));
    expect(await glossary.put(full)).toMatchObject({ added: 5000 });
    expect(await glossary.put([entry('One more')])).toMatchObject({ added: 0, surplus: [entry('One more')] });
    expect(await glossary.list()).toHaveLength(5000);
  });

  it('leaves what other machines read where it is', async () => {
    const { storage, glossary } = setUp();
    await glossary.put([entry('NATO')]);
    const synchronised = structuredClone(storage.sync.items);
    await glossary.put(many(1500));
    expect(storage.sync.items).toEqual(synchronised);
    expect(await glossary.list()).toHaveLength(1501);
    await glossary.remove(['NATO']);
    expect(termsOf(await createOwnGlossary(storage).list())).not.toContain('NATO');
  });

  it.each([
    ['QUOTA_BYTES quota exceeded', 'full'],
    ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'full'],
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'too-often'],
    ['Sync is switched off', 'unavailable'],
  ])('goes to this machine where the browser refuses: %s', async (message, reason) => {
    const { storage, glossary } = setUp();
    await glossary.put([entry('NATO')]);
    storage.sync.writeError = new Error(message);
    await glossary.put([entry('OCHA')]);
    expect(termsOf(await createOwnGlossary(storage).list())).toEqual(['NATO', 'OCHA']);
    expect(glossary.report()).toEqual({ area: 'local', reason });
    storage.sync.writeError = null;
    await glossary.put([entry('WHO')]);
    expect(glossary.report()).toEqual({ area: 'sync' });
    expect(storage.local.items).toEqual({});
    expect(termsOf(await glossary.list())).toEqual(['NATO', 'OCHA', 'WHO']);
  });

  it('keeps the glossary whole where other things fill the area', async () => {
    const { storage, glossary } = setUp();
    await glossary.put(many(100));
    for (let index = 0; index < 9; index++) storage.sync.items[`other.${index}`] = 'o'.repeat(8000);
    await glossary.put([entry('NATO')]);
    expect(await createOwnGlossary(storage).list()).toHaveLength(101);
    expect(glossary.report()).toEqual({ area: 'local', reason: 'full' });
  });

  it('fails where neither area takes it, and keeps what was there', async () => {
    const { storage, glossary } = setUp();
    await glossary.put([entry('NATO')]);
    storage.sync.writeError = new Error('QUOTA_BYTES quota exceeded');
    storage.local.writeError = new Error('the disk is full');
    await expect(glossary.put([entry('OCHA')])).rejects.toMatchObject({ name: 'SettingsWriteError' });
    expect(termsOf(await glossary.list())).toEqual(['NATO']);
    storage.sync.writeError = null;
    await glossary.put([entry('WHO')]);
    expect(termsOf(await glossary.list())).toEqual(['NATO', 'WHO']);
  });

  it('reads what the other area has where one cannot be read, and fails where none can', async () => {
    const { storage, glossary } = setUp();
    storage.sync.readError = new Error('An unexpected error occurred');
    await glossary.put([entry('NATO')]);
    expect(glossary.report()).toEqual({ area: 'local', reason: 'unavailable' });
    storage.local.readError = new Error('An unexpected error occurred');
    await expect(glossary.list()).rejects.toThrow();
  });
});

describe('a change that is cut off', () => {
  it('leaves the old state in force until the new one is whole', async () => {
    const { storage, glossary } = setUp();
    await glossary.put([entry('NATO')]);
    storage.sync.failsAfter = 1;
    storage.sync.removeError = new Error('the browser was closed');
    storage.local.writeError = new Error('the browser was closed');
    await expect(glossary.put(many(60))).rejects.toThrow();
    expect(Object.keys(storage.sync.items).length).toBeGreaterThan(1);
    expect(termsOf(await createOwnGlossary(storage).list())).toEqual(['NATO']);
  });

  it('leaves no half of a state lying where the browser stored only a part', async () => {
    const { storage, glossary } = setUp();
    await glossary.put([entry('NATO')]);
    const before = Object.keys(storage.sync.items);
    storage.sync.failsAfter = 1;
    await glossary.put(many(60));
    expect(Object.keys(storage.sync.items)).toEqual(before);
    expect(glossary.report()).toEqual({ area: 'local', reason: 'unavailable' });
    expect(await createOwnGlossary(storage).list()).toHaveLength(61);
  });

  it('reads the new state where the old one could not be taken away, and takes it away with the next change', async () => {
    const { storage, glossary } = setUp();
    await glossary.put([entry('NATO')]);
    storage.sync.removeError = new Error('the browser was closed');
    await glossary.put([entry('OCHA')], ['NATO']);
    expect(Object.keys(storage.sync.items)).toHaveLength(2);
    expect(termsOf(await createOwnGlossary(storage).list())).toEqual(['OCHA']);
    storage.sync.removeError = null;
    await createOwnGlossary(storage).put([entry('WHO')]);
    expect(Object.keys(storage.sync.items)).toHaveLength(1);
    expect(termsOf(await glossary.list())).toEqual(['OCHA', 'WHO']);
  });

  it('keeps pieces that may still be on their way, and clears those away that never became whole', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { storage, glossary } = setUp();
    await glossary.put(many(60));
    const [lost] = Object.keys(storage.sync.items).sort();
    delete storage.sync.items[lost ?? ''];
    const orphans = Object.keys(storage.sync.items);
    await glossary.put([entry('NATO')]);
    expect(Object.keys(storage.sync.items)).toEqual(expect.arrayContaining(orphans));
    vi.setSystemTime(Date.now() + 8 * 24 * 60 * 60 * 1000);
    await glossary.put([entry('OCHA')]);
    expect(Object.keys(storage.sync.items)).toHaveLength(1);
    expect(termsOf(await glossary.list())).toEqual(['NATO', 'OCHA']);
  });

  it('passes over what it cannot use', async () => {
    const { storage, glossary } = setUp();
    await glossary.put([entry('NATO')]);
    storage.sync.items['own.text'] = 'text';
    storage.sync.items['own.broken.0'] = { of: 1, replaces: [], time: 1, reason: null, text: 'no such packing' };
    storage.sync.items['own.odd.0'] = { of: 1, replaces: 'all', time: 1, reason: null, text: '' };
    expect(termsOf(await glossary.list())).toEqual(['NATO']);
  });
});

describe('two writers', () => {
  it('keep both of two changes in one page', async () => {
    const { glossary } = setUp();
    await Promise.all([glossary.put([entry('NATO')]), glossary.put([entry('OCHA')]), glossary.remove(['NATO'])]);
    expect(termsOf(await glossary.list())).toEqual(['OCHA']);
  });

  it('keep both of two changes at a time in two pages', async () => {
    const { storage, glossary } = setUp();
    await glossary.put([entry('NATO')]);
    const other = createOwnGlossary(storage);
    await Promise.all([glossary.put([entry('OCHA')]), other.put([entry('WHO')])]);
    expect(termsOf(await glossary.list()).sort()).toEqual(['NATO', 'OCHA', 'WHO']);
    await other.remove(['NATO']);
    expect(termsOf(await glossary.list()).sort()).toEqual(['OCHA', 'WHO']);
    expect(Object.keys(storage.sync.items)).toHaveLength(1);
  });

  it('keep both where another machine brings its own, the later meaning of one term', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { storage, glossary } = setUp();
    await glossary.put([entry('NATO')]);
    const away = new ListStorageFake();
    Object.assign(away.sync.items, storage.sync.items);
    await createOwnGlossary(away).put([entry('OCHA'), entry('WHO', 'Earlier.')]);
    vi.setSystemTime(Date.now() + 1000);
    await glossary.put([...many(1500), entry('WHO', 'Later.')]);
    // What synchronisation does: the other machine's items come, the old ones go.
    storage.sync.items = { ...away.sync.items };
    const list = await glossary.list();
    expect(list).toHaveLength(1503);
    expect(termsOf(list)).toEqual(expect.arrayContaining(['NATO', 'OCHA', 'Term 1499']));
    expect(list.find(({ term }) => term === 'WHO')?.definition).toBe('Later.');
  });
});

describe('a subscriber', () => {
  it('hears of changes to the glossary alone, in either area, until it has heard enough', async () => {
    const { storage, glossary } = setUp();
    const listener = vi.fn();
    const aborter = new AbortController();
    glossary.subscribe(listener, aborter.signal);
    storage.tell(['setting.theme'], 'sync');
    expect(listener).not.toHaveBeenCalled();
    await createOwnGlossary(storage).put([entry('NATO')]);
    expect(listener).toHaveBeenCalledOnce();
    storage.tell(['own.abc.0'], 'local');
    expect(listener).toHaveBeenCalledTimes(2);
    aborter.abort();
    expect(storage.listenerCount).toBe(0);
  });
});
