import { vi } from 'vitest';
import type { Hearing, VoicePorts } from '../../src/options/voice-ports.ts';
import { createKeptVoices } from '../../src/platform/kept-voices.ts';
import type { Voice } from '../../src/speech/engine.ts';
import type { FailureReason } from '../../src/speech/player-state.ts';
import { ListStorageFake } from '../platform/list-storage.ts';

/** A voice of the system, on the machine, unless told otherwise. */
export function voice(name: string, language: string, more: Partial<Voice> = {}): Voice {
  return { engine: 'system', id: `urn:${name}`, name, language, isLocal: true, isDefault: false, ...more };
}

/** Voices that come and go as a test wants, and speak until it says how that ended. */
export class SpeechFake implements VoicePorts {
  languages: readonly string[] = ['en-GB'];
  readonly storage = new ListStorageFake();
  readonly kept = createKeptVoices(this.storage, false);
  readonly heard: Hearing[] = [];
  readonly stop = vi.fn(() => this.end(null));
  /** Ends what is heard, well or for a reason. */
  end: (reason: FailureReason | null) => void = () => {};
  #voices: readonly Voice[] = [];
  readonly #listeners = new Set<() => void>();

  voices(): readonly Voice[] {
    return this.#voices;
  }

  onVoices(listener: () => void): void {
    this.#listeners.add(listener);
  }

  setVoices(...voices: Voice[]): void {
    this.#voices = voices;
    for (const listener of this.#listeners) listener();
  }

  hear(hearing: Hearing): Promise<FailureReason | null> {
    this.heard.push(hearing);
    return new Promise((resolve) => {
      this.end = resolve;
    });
  }
}
