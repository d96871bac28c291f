import { describe, expect, it } from 'vitest';
import { createKeptPieces } from '../../src/platform/kept-pieces.ts';
import { MOST_PAGES } from '../../src/platform/page-memory.ts';
import { LocalAreaFake } from './local-area-fake.ts';

const STORY = 'https://news.example/story?id=4';

function setUp({ isPrivate = false } = {}) {
  const area = new LocalAreaFake();
  let time = 0;
  return { area, kept: createKeptPieces(area, isPrivate, () => ++time) };
}

describe('what was put back', () => {
  it('is found again for the page, whatever place in it the address leads to', async () => {
    const { kept } = setUp();
    await kept.keep(`${STORY}#comments`, 'one');
    await kept.keep(STORY, 'two');
    expect(await kept.find(`${STORY}#top`)).toEqual(['one', 'two']);
    expect(await kept.find('https://news.example/story?id=5')).toEqual([]);
  });

  it('is forgotten piece by piece, and the page with the last of them', async () => {
    const { area, kept } = setUp();
    await kept.keep(STORY, 'one');
    await kept.keep(STORY, 'two');
    await kept.forget(STORY, 'one');
    expect(await kept.find(STORY)).toEqual(['two']);
    await kept.forget(STORY, 'two');
    expect(area.items).toEqual({});
  });

  it('is stored without the address of the page', async () => {
    const { area, kept } = setUp();
    await kept.keep(STORY, 'one');
    expect(JSON.stringify(area.items)).not.toContain('news');
  });

  it('keeps both of two changes at a time', async () => {
    const { kept } = setUp();
    await Promise.all([kept.keep(STORY, 'one'), kept.keep(STORY, 'two'), kept.forget(STORY, 'one')]);
    expect(await kept.find(STORY)).toEqual(['two']);
  });

  it('is kept for a number of pages, and the one longest untouched goes first', async () => {
    const { area, kept } = setUp();
    const page = (number: number) => `https://news.example/${number}`;
    for (let number = 0; number < MOST_PAGES; number++) await kept.keep(page(number), 'piece');
    await kept.keep(page(0), 'another');
    area.items['setting.other'] = 'left alone';
    await kept.keep(page(MOST_PAGES), 'piece');
    expect(Object.keys(area.items)).toHaveLength(MOST_PAGES + 1);
    expect(await kept.find(page(0))).toEqual(['piece', 'another']);
    expect(await kept.find(page(1))).toEqual([]);
    expect(await kept.find(page(2))).toEqual(['piece']);
    expect(area.items['setting.other']).toBe('left alone');
  });
});

describe('a private window', () => {
  it('stores nothing and looks nothing up', async () => {
    const { area, kept } = setUp({ isPrivate: true });
    await kept.keep(STORY, 'one');
    await kept.forget(STORY, 'one');
    expect(await kept.find(STORY)).toEqual([]);
    expect(area.calls).toBe(0);
  });
});

describe('storage in trouble', () => {
  it('fails to keep, gives nothing, and works again afterwards', async () => {
    const { area, kept } = setUp();
    await kept.keep(STORY, 'one');
    area.broken = true;
    await expect(kept.keep(STORY, 'two')).rejects.toThrow('the disk is full');
    expect(await kept.find(STORY)).toEqual([]);
    area.broken = false;
    await kept.keep(STORY, 'three');
    expect(await kept.find(STORY)).toEqual(['one', 'three']);
  });

  it('passes over what it cannot use', async () => {
    const { area, kept } = setUp();
    await kept.keep(STORY, 'one');
    for (const key of Object.keys(area.items)) area.items[key] = { pieces: ['one', 7, null], changed: 'yesterday' };
    area.items['kept.broken'] = 'text';
    expect(await kept.find(STORY)).toEqual(['one']);
    await kept.keep(STORY, 'two');
    expect(await kept.find(STORY)).toEqual(['one', 'two']);
  });
});
