import { describe, expect, it, vi } from 'vitest';
import { createKeptVoices, VOICES_KEY } from '../../src/platform/kept-voices.ts';
import { voice } from '../options/speech-fake.ts';
import { ListStorageFake } from './list-storage.ts';

const DANIEL = voice('Daniel', 'en-GB');
const REMOTE = voice('Cloud Kate', 'en-GB', { isLocal: false });
const choice = (name: string) => ({ engine: 'system', id: `urn:${name}` });

async function open({ storage = new ListStorageFake(), isPrivate = false, stored = undefined as unknown } = {}) {
  if (stored !== undefined) storage.local.items[VOICES_KEY] = stored;
  const kept = createKeptVoices(storage, isPrivate);
  await kept.ready;
  return { storage, kept, stored: () => storage.local.items[VOICES_KEY] };
}

describe('the voice chosen for a language', () => {
  it('holds for every region of it, and is found at the next visit', async () => {
    const { storage, kept } = await open();
    expect(kept.chosen('en')).toBeNull();
    await kept.choose('en-GB', DANIEL);
    const next = await open({ storage });
    expect(next.kept.chosen('en_US')).toEqual(choice('Daniel'));
    expect(next.kept.chosen('de')).toBeNull();
    expect(next.kept.languages()).toEqual(['en']);
    await next.kept.choose('en', null);
    expect((await open({ storage })).kept.chosen('en')).toBeNull();
  });

  it('is stored by what finds it again, on this machine alone', async () => {
    const { storage, kept, stored } = await open();
    await kept.choose('en', DANIEL);
    expect(stored()).toEqual({ chosen: { en: choice('Daniel') }, remoteAllowed: [] });
    expect(storage.sync.items).toEqual({});
  });

  it('is in force at once and told to whoever listens, until they listen no more', async () => {
    const { kept } = await open();
    const listener = vi.fn();
    const listening = new AbortController();
    kept.subscribe(listener, listening.signal);
    const stored = kept.choose('en', DANIEL);
    expect(kept.chosen('en')).toEqual(choice('Daniel'));
    expect(listener).toHaveBeenCalled();
    await stored;
    listening.abort();
    listener.mockClear();
    await kept.choose('en', null);
    expect(listener).not.toHaveBeenCalled();
  });

  it('that is made before the first reading is over is not lost by it', async () => {
    const storage = new ListStorageFake();
    storage.local.items[VOICES_KEY] = { chosen: { en: choice('Old'), de: choice('Anna') } };
    const kept = createKeptVoices(storage, false);
    const stored = kept.choose('en', DANIEL);
    await Promise.all([kept.ready, stored]);
    expect([kept.chosen('en'), kept.chosen('de')]).toEqual([choice('Daniel'), choice('Anna')]);
  });

  it('follows another page, and two pages keep the choices of both', async () => {
    const { storage, kept } = await open();
    const other = await open({ storage });
    await Promise.all([kept.choose('en', DANIEL), kept.choose('fr', voice('Marie', 'fr'))]);
    await other.kept.choose('de', voice('Anna', 'de'));
    expect(kept.chosen('de')).toEqual(choice('Anna'));
    expect([...other.kept.languages()].sort()).toEqual(['de', 'en', 'fr']);
  });

  it('holds on this page where it cannot be stored, and is stored with the next one', async () => {
    const { storage, kept, stored } = await open();
    storage.local.writeError = new Error('QuotaExceededError: full');
    await expect(kept.choose('en', DANIEL)).rejects.toMatchObject({ failure: expect.any(String) });
    expect(kept.chosen('en')).toEqual(choice('Daniel'));
    expect(stored()).toBeUndefined();
    storage.local.writeError = null;
    await kept.choose('de', voice('Anna', 'de'));
    expect(stored()).toMatchObject({ chosen: { en: choice('Daniel'), de: choice('Anna') } });
  });

  it('passes over what it cannot use', async () => {
    const broken = { chosen: { en: choice('Daniel'), de: { engine: 'other', id: 'x' }, fr: 7 }, remoteAllowed: 'all' };
    const { kept } = await open({ stored: broken });
    expect(kept.languages()).toEqual(['en']);
    expect(kept.isAllowed(REMOTE)).toBe(false);
    for (const stored of [null, 'text', [1], { chosen: { en: { engine: 'system', id: 'x'.repeat(2000) } } }])
      expect((await open({ stored })).kept.languages()).toEqual([]);
  });

  it('is none where the browser cannot be read', async () => {
    const storage = new ListStorageFake();
    storage.local.readError = new Error('An unexpected error occurred');
    const { kept } = await open({ storage });
    expect(kept.chosen('en')).toBeNull();
  });
});

describe('the consent to a voice that is not on the machine', () => {
  it('is needed for each such voice, once', async () => {
    const { storage, kept } = await open();
    expect(kept.isAllowed(DANIEL)).toBe(true);
    expect(kept.isAllowed(REMOTE)).toBe(false);
    await kept.allow(REMOTE);
    await kept.allow(REMOTE);
    const next = await open({ storage });
    expect(next.kept.isAllowed(REMOTE)).toBe(true);
    expect(next.kept.isAllowed(voice('Other', 'en', { isLocal: false }))).toBe(false);
    await next.kept.choose('en', REMOTE);
    expect(next.kept.find('en-GB', [DANIEL, REMOTE])).toBe(REMOTE);
    await next.kept.choose('en', null);
    expect(next.stored()).toEqual({ chosen: {}, remoteAllowed: [choice('Cloud Kate')] });
  });
});

it('is the chosen voice only as long as it is there and may be used', async () => {
  const { kept } = await open();
  expect(kept.find('en-GB', [DANIEL, REMOTE])).toBeNull();
  await kept.choose('en', DANIEL);
  expect(kept.find('en-GB', [REMOTE, DANIEL])).toBe(DANIEL);
  expect(kept.find('en-GB', [REMOTE])).toBeNull();
  await kept.choose('en', REMOTE);
  expect(kept.find('en-GB', [DANIEL, REMOTE])).toBeNull();
});

describe('a private window', () => {
  it('takes what is chosen elsewhere and stores nothing of its own, which holds as long as it is open', async () => {
    const storage = new ListStorageFake();
    const usual = await open({ storage });
    await usual.kept.choose('en', DANIEL);
    const { kept } = await open({ storage, isPrivate: true });
    expect(kept.chosen('en')).toEqual(choice('Daniel'));
    await kept.choose('en', REMOTE);
    await kept.allow(REMOTE);
    await usual.kept.choose('de', voice('Anna', 'de'));
    expect(kept.chosen('en')).toEqual(choice('Cloud Kate'));
    expect(kept.isAllowed(REMOTE)).toBe(true);
    expect(kept.chosen('de')).toEqual(choice('Anna'));
    expect(usual.stored()).toEqual({
      chosen: { en: choice('Daniel'), de: choice('Anna') },
      remoteAllowed: [],
    });
  });
});
