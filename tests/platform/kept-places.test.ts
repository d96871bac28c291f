import { describe, expect, it } from 'vitest';
import { createKeptPieces } from '../../src/platform/kept-pieces.ts';
import { createKeptPlaces } from '../../src/platform/kept-places.ts';
import { MOST_PAGES } from '../../src/platform/page-memory.ts';
import type { KeptPlace } from '../../src/speech/resume.ts';
import { fingerprint } from '../../src/text/fingerprint.ts';
import { LocalAreaFake } from './local-area-fake.ts';

const STORY = 'https://news.example/story?id=4';

const place = (number: number): KeptPlace => ({
  sentence: fingerprint(`sentence ${number}`),
  before: number === 0 ? null : fingerprint(`sentence ${number - 1}`),
  after: fingerprint(`sentence ${number + 1}`),
  number,
  share: number / 1000,
});

function setUp({ isPrivate = false, area = new LocalAreaFake() } = {}) {
  let time = 0;
  return { area, places: createKeptPlaces(area, isPrivate, () => ++time) };
}

describe('where listening stopped', () => {
  it('is found again for the page as it was kept last, whatever place in it the address leads to', async () => {
    const { area, places } = setUp();
    await places.keep(`${STORY}#comments`, place(0));
    await places.keep(STORY, place(7));
    expect(await setUp({ area }).places.find(`${STORY}#top`)).toEqual(place(7));
    expect(await places.find('https://news.example/story?id=5')).toBeNull();
    expect(Object.keys(area.items)).toHaveLength(1);
  });

  it('is forgotten, alone', async () => {
    const { area, places } = setUp();
    await createKeptPieces(area, false, () => 1).keep(STORY, 'piece');
    await places.keep(STORY, place(7));
    await places.forget(STORY);
    expect(await places.find(STORY)).toBeNull();
    expect(await createKeptPieces(area, false, () => 1).find(STORY)).toEqual(['piece']);
  });

  it('is stored without the address, and without whatever else it is handed', async () => {
    const { area, places } = setUp();
    await places.keep(STORY, { ...place(7), text: 'The words.' } as KeptPlace);
    expect(JSON.stringify(area.items)).not.toMatch(/news|words/);
  });

  it('is the later of two that are kept at a time, and a place kept before forgetting does not come back', async () => {
    const { places } = setUp();
    await Promise.all([places.keep(STORY, place(1)), places.keep(STORY, place(2))]);
    expect(await places.find(STORY)).toEqual(place(2));
    await Promise.all([places.keep(STORY, place(3)), places.forget(STORY)]);
    expect(await places.find(STORY)).toBeNull();
  });

  it('is kept for a number of pages, and the one longest not listened to goes first', async () => {
    const { area, places } = setUp();
    const page = (number: number) => `https://news.example/${number}`;
    await createKeptPieces(area, false, () => 0).keep(STORY, 'piece');
    for (let number = 0; number < MOST_PAGES; number++) await places.keep(page(number), place(number));
    await places.keep(page(0), place(5));
    await places.keep(page(MOST_PAGES), place(9));
    expect(Object.keys(area.items)).toHaveLength(MOST_PAGES + 1);
    expect(await places.find(page(0))).toEqual(place(5));
    expect(await places.find(page(1))).toBeNull();
    expect(await places.find(page(MOST_PAGES))).toEqual(place(9));
  });

  it.each([
    ['text'],
    [null],
    [{}],
    [{ ...place(7), sentence: 'The words.' }],
    [{ ...place(7), number: -1 }],
    [{ ...place(7), number: 1.5 }],
    [{ ...place(7), share: Number.NaN }],
    [{ ...place(7), share: 2 }],
  ])('is none where what is stored is none: %j', async (stored) => {
    const { area, places } = setUp();
    await places.keep(STORY, place(7));
    for (const key of Object.keys(area.items)) area.items[key] = stored;
    expect(await places.find(STORY)).toBeNull();
    await places.keep(STORY, place(8));
    expect(await places.find(STORY)).toEqual(place(8));
  });

  it('does without a neighbour that cannot be read', async () => {
    const { area, places } = setUp();
    await places.keep(STORY, place(7));
    for (const key of Object.keys(area.items)) area.items[key] = { ...place(7), before: 7, after: undefined };
    expect(await places.find(STORY)).toEqual({ ...place(7), before: null, after: null });
  });
});

describe('storage', () => {
  it('is left alone in a private window', async () => {
    const { area, places } = setUp({ isPrivate: true });
    await places.keep(STORY, place(7));
    await places.forget(STORY);
    expect(await places.find(STORY)).toBeNull();
    expect(area.calls).toBe(0);
  });

  it('in trouble fails to keep, gives nothing, and works again afterwards', async () => {
    const { area, places } = setUp();
    await places.keep(STORY, place(7));
    area.broken = true;
    await expect(places.keep(STORY, place(8))).rejects.toThrow('the disk is full');
    expect(await places.find(STORY)).toBeNull();
    area.broken = false;
    expect(await places.find(STORY)).toEqual(place(7));
  });

  it('is read whole only where a page is new: a place is kept again with each sentence', async () => {
    const { area, places } = setUp();
    await places.keep(STORY, place(7));
    const before = area.calls;
    await places.keep(STORY, place(8));
    expect(area.calls - before).toBe(2);
  });
});
