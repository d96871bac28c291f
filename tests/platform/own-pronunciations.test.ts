import { describe, expect, it, vi } from 'vitest';
import { createOwnGlossary } from '../../src/platform/own-glossary.ts';
import {
  checkPronunciation,
  createOwnPronunciations,
  PRONUNCIATION_LIMITS,
  tidyPronunciation,
} from '../../src/platform/own-pronunciations.ts';
import { ListStorageFake } from './list-storage.ts';

const OCHA = { written: 'OCHA', spoken: 'oh cha' };
const ALEPPO = { written: 'Aleppo', spoken: 'a lep po' };

function setUp() {
  const storage = new ListStorageFake();
  return { storage, own: createOwnPronunciations(storage) };
}

describe('what is written and said', () => {
  it('is kept on one line, without what nobody types', () => {
    expect(tidyPronunciation({ written: '  World\n Bank\u0007 ', spoken: '\tworld   bank ' })).toEqual({
      written: 'World Bank',
      spoken: 'world bank',
    });
    expect(tidyPronunciation({ written: 'Zu\u0308rich', spoken: 'x' }).written).toBe('Zürich');
  });

  it.each([
    ['', 'oh cha', 'no-written'],
    ['W'.repeat(61), 'oh cha', 'long-written'],
    ['OCHA', '', 'no-spoken'],
    ['OCHA', '—!', 'no-spoken'],
    ['OCHA', 'o'.repeat(121), 'long-spoken'],
    ['W'.repeat(60), 'o'.repeat(120), null],
    ['→', 'to', null],
  ])('is refused where it is blank or too long: %j, %j', (written, spoken, problem) => {
    expect(checkPronunciation({ written, spoken })).toBe(problem);
  });
});

describe('the own pronunciations', () => {
  it('are kept, changed under another writing and taken out', async () => {
    const { storage, own } = setUp();
    await own.put([OCHA, { written: ' Aleppo ', spoken: 'a lep po' }]);
    const other = createOwnPronunciations(storage);
    expect(await other.list()).toEqual([OCHA, ALEPPO]);
    await other.put([{ written: 'UN OCHA', spoken: 'U N oh cha' }], ['OCHA']);
    await other.remove(['Aleppo', 'not there']);
    expect(await own.list()).toEqual([{ written: 'UN OCHA', spoken: 'U N oh cha' }]);
    expect(own.report()).toEqual({ area: 'sync' });
  });

  it('are one for each writing, and capitals make another writing', async () => {
    const { own } = setUp();
    await own.put([{ written: 'US', spoken: 'U S' }]);
    const { replaced } = await own.put([
      { written: 'US ', spoken: 'you ess' },
      { written: 'us', spoken: 'uss' },
    ]);
    expect(replaced).toEqual([{ written: 'US', spoken: 'U S' }]);
    expect(await own.list()).toEqual([
      { written: 'US', spoken: 'you ess' },
      { written: 'us', spoken: 'uss' },
    ]);
  });

  it('are not written again where nothing changes', async () => {
    const { storage, own } = setUp();
    await own.put([OCHA]);
    const before = structuredClone(storage.sync.items);
    expect(await own.put([OCHA])).toEqual({ replaced: [], surplus: [] });
    await own.remove(['Aleppo']);
    expect(storage.sync.items).toEqual(before);
  });

  it('refuse what is wrong and keep what is there', async () => {
    const { own } = setUp();
    await own.put([OCHA]);
    await expect(own.put([ALEPPO, { written: ' ', spoken: 'x' }])).rejects.toThrow(RangeError);
    expect(await own.list()).toEqual([OCHA]);
  });

  it('are at most so many, and a full list can still be changed', async () => {
    const { own } = setUp();
    const many = Array.from({ length: PRONUNCIATION_LIMITS.entries }, (_, index) => ({
      written: `W${index}`,
      spoken: 'w',
    }));
    await own.put(many);
    expect(await own.put([OCHA])).toEqual({ replaced: [], surplus: [OCHA] });
    expect((await own.put([{ written: 'W3', spoken: 'three' }])).surplus).toEqual([]);
    expect((await own.put([OCHA], ['W4'])).surplus).toEqual([]);
    expect(await own.list()).toHaveLength(PRONUNCIATION_LIMITS.entries);
  });

  it('leave the synchronised storage to the settings where they are many, and lose nothing by it', async () => {
    const { storage, own } = setUp();
    const many = Array.from({ length: PRONUNCIATION_LIMITS.entries }, (_, index) => ({
      written: `Name ${(index * 7919) % 9973}`,
      spoken: `nah meh ${(index * 104729) % 99991}`,
    }));
    await own.put(many);
    expect(own.report()).toEqual({ area: 'local', reason: 'too-long' });
    expect(storage.sync.size).toBeLessThan(4000);
    expect(await createOwnPronunciations(storage).list()).toHaveLength(many.length);
  });

  it('lie on this machine where the browser synchronises no more, and are told of where nothing takes them', async () => {
    const { storage, own } = setUp();
    await own.put([OCHA]);
    storage.sync.writeError = new Error('QUOTA_BYTES quota exceeded');
    await own.put([ALEPPO]);
    expect(own.report()).toEqual({ area: 'local', reason: 'full' });
    storage.local.writeError = new Error('QuotaExceededError');
    await expect(own.put([{ written: 'ILO', spoken: 'I L O' }])).rejects.toMatchObject({ failure: expect.any(String) });
    expect(await own.list()).toEqual([OCHA, ALEPPO]);
  });

  it('lie beside the glossary, pass over what is none, and tell of changes', async () => {
    const { storage, own } = setUp();
    const listener = vi.fn();
    own.subscribe(listener, new AbortController().signal);
    await createOwnGlossary(storage).put([{ term: 'NATO', also: [], definition: 'An alliance.' }]);
    expect(listener).not.toHaveBeenCalled();
    expect(await own.list()).toEqual([]);
    await createOwnPronunciations(storage).put([OCHA]);
    expect(listener).toHaveBeenCalled();
    expect(await own.list()).toEqual([OCHA]);
  });
});
