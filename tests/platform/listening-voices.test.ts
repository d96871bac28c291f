import { describe, expect, it } from 'vitest';
import { createKeptVoices } from '../../src/platform/kept-voices.ts';
import { createListeningVoices } from '../../src/platform/listening-voices.ts';
import type { Voice } from '../../src/speech/engine.ts';
import { FakeClock } from '../speech/fake-clock.ts';
import { FakeEngine, voice } from '../speech/fake-engine.ts';
import { ListStorageFake } from './list-storage.ts';

const KATE = voice('system', 'Kate', 'en-GB');
const DANIEL = voice('system', 'Daniel', 'en-GB');
const ANNA = voice('system', 'Anna', 'de-DE');
const CLOUD = voice('system', 'Cloud', 'en-GB', { isLocal: false });
const OWN = voice('embedded', 'en-GB', 'en-GB');

async function stage(...system: Voice[]) {
  const clock = new FakeClock();
  const engines = {
    system: new FakeEngine('system', system, clock, []),
    embedded: new FakeEngine('embedded', [OWN], clock, []),
  };
  const kept = createKeptVoices(new ListStorageFake(), false);
  await kept.ready;
  return { engines, voices: createListeningVoices([engines.system, engines.embedded], kept) };
}

const ids = (voices: readonly Voice[]) => voices.map(({ id }) => id);

describe('the voices of all engines', () => {
  it('are listed for a language: those on the machine first, and those that came since', async () => {
    const { engines, voices } = await stage(CLOUD, ANNA, KATE);
    expect(ids(voices.list('en-GB'))).toEqual(['Kate', 'en-GB', 'Cloud']);
    expect(ids(voices.list('de'))).toEqual(['Anna']);
    engines.system.setVoices([DANIEL]);
    expect(ids(voices.list('en-GB'))).toEqual(['Daniel', 'en-GB']);
    expect(voices.list('fr')).toEqual([]);
  });

  it('are cast: one of the system, else the one in the package, else none', async () => {
    const { engines, voices } = await stage(CLOUD, KATE, DANIEL);
    expect(voices.cast('en', 'first', [])?.id).toBe('Daniel');
    expect(voices.cast('en', 'second', [])?.id).toBe('Kate');
    expect(voices.cast('en', 'first', [DANIEL, KATE])?.id).toBe('en-GB');
    engines.system.setVoices([CLOUD]);
    expect(voices.cast('en', 'first', [])?.id).toBe('en-GB');
    expect(voices.cast('en', 'first', [OWN])).toBeNull();
  });
});

describe('the choice of a person', () => {
  it('is cast in every region of the language, until it is taken back', async () => {
    const { voices } = await stage(KATE, DANIEL);
    await voices.choose('en-GB', KATE);
    expect(voices.chosen('en-US')?.id).toBe('Kate');
    expect(voices.cast('en-US', 'first', [])?.id).toBe('Kate');
    expect(voices.cast('en-US', 'first', [KATE])?.id).toBe('Daniel');
    await voices.choose('en', null);
    expect(voices.chosen('en')).toBeNull();
    expect(voices.cast('en', 'first', [])?.id).toBe('Daniel');
  });

  it('holds again when a voice that went is back', async () => {
    const { engines, voices } = await stage(KATE, DANIEL);
    await voices.choose('en', KATE);
    engines.system.setVoices([DANIEL]);
    expect([voices.chosen('en'), voices.cast('en', 'first', [])?.id]).toEqual([null, 'Daniel']);
    engines.system.setVoices([DANIEL, KATE]);
    expect(voices.cast('en', 'first', [])?.id).toBe('Kate');
  });

  it('of a voice that is not on the machine needs consent', async () => {
    const { voices } = await stage(CLOUD, KATE);
    await voices.choose('en', CLOUD);
    expect([voices.isAllowed(KATE), voices.isAllowed(CLOUD)]).toEqual([true, false]);
    expect(voices.cast('en', 'first', [])?.id).toBe('Kate');
    await voices.allow(CLOUD);
    expect(voices.isAllowed(CLOUD)).toBe(true);
    expect(voices.cast('en', 'first', [])?.id).toBe('Cloud');
  });
});

it('tells whether voices came or a person chose, until nobody listens', async () => {
  const { engines, voices } = await stage(KATE);
  const told: boolean[] = [];
  const listening = new AbortController();
  voices.onChange((isChoice) => told.push(isChoice), listening.signal);
  engines.system.setVoices([DANIEL]);
  engines.embedded.setVoices([]);
  expect(told).toEqual([false, false]);
  await voices.choose('en', DANIEL);
  expect(new Set(told.slice(2))).toEqual(new Set([true]));
  listening.abort();
  told.length = 0;
  engines.system.setVoices([KATE]);
  await voices.choose('en', null);
  expect([told, engines.system.listeners]).toEqual([[], 0]);
});
