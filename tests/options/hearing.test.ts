import { describe, expect, it, vi } from 'vitest';
import { createHearing } from '../../src/options/hearing.ts';
import { createKeptVoices } from '../../src/platform/kept-voices.ts';
import type { Engine, Voice } from '../../src/speech/engine.ts';
import type { FailureReason } from '../../src/speech/player-state.ts';
import type { Script, VoiceRole } from '../../src/speech/script.ts';
import { ListStorageFake } from '../platform/list-storage.ts';
import { voice } from './speech-fake.ts';

const DANIEL = voice('Daniel', 'en-GB');
const OWN = voice('Own', 'en-GB', { engine: 'embedded' });

class EngineFake implements Engine {
  readonly name;
  readonly listeners: (() => void)[] = [];
  readonly #voices: readonly Voice[];

  constructor(...voices: Voice[]) {
    this.name = voices[0]?.engine ?? 'system';
    this.#voices = voices;
  }

  voices = () => this.#voices;
  onVoices = (listener: () => void) => void this.listeners.push(listener);
  longestText = () => 100;
  prepare = () => {};
  speak = () => {};
  cancel = () => {};
}

function setUp() {
  const engines = [new EngineFake(DANIEL), new EngineFake(OWN)];
  const kept = createKeptVoices(new ListStorageFake(), false);
  const said: Script[] = [];
  const stop = vi.fn();
  let choose: (language: string, role: VoiceRole, failed: readonly Voice[]) => Voice | null = () => null;
  const hearing = createHearing({
    engines,
    languages: ['en-GB'],
    kept,
    createPlayer(chooseVoice) {
      choose = chooseVoice;
      return {
        stop,
        sayAside: async (script): Promise<FailureReason | null> => {
          said.push(script);
          return 'no-sound';
        },
      };
    },
  });
  return {
    hearing,
    kept,
    engines,
    said,
    stop,
    choose: (failed: readonly Voice[] = []) => choose('en-GB', 'first', failed),
  };
}

describe('what is heard', () => {
  it('is the text, in its language, after silence, and why it failed is told', async () => {
    const { hearing, said, stop } = setUp();
    expect(await hearing.hear({ text: 'Guten Tag.', language: 'de', voice: null })).toBe('no-sound');
    expect(stop).toHaveBeenCalledOnce();
    expect(said[0]?.map(({ pieces }) => pieces.map(({ text, language }) => [text, language]))).toEqual([
      [['Guten Tag.', 'de']],
    ]);
  });

  it('is in the voice that was asked for, or in none', async () => {
    const { hearing, kept, choose } = setUp();
    await hearing.hear({ text: 'Hello.', language: 'en', voice: DANIEL });
    expect(choose()).toBe(DANIEL);
    expect(choose([{ ...DANIEL }])).toBeNull();
    await hearing.hear({ text: 'Hello.', language: 'en', voice: null });
    expect(choose()).toBe(DANIEL);
    expect(choose([DANIEL])).toBe(OWN);
    await kept.choose('en', OWN);
    expect(choose()).toBe(OWN);
  });
});

it('has the voices of all engines, and tells of changes in each', () => {
  const { hearing, engines } = setUp();
  expect(hearing.voices()).toEqual([DANIEL, OWN]);
  const listener = vi.fn();
  hearing.onVoices(listener, new AbortController().signal);
  for (const engine of engines) for (const tell of engine.listeners) tell();
  expect(listener).toHaveBeenCalledTimes(2);
});
