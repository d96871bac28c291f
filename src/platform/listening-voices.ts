import type { Engine, Voice } from '../speech/engine.ts';
import type { VoiceRole } from '../speech/script.ts';
import { chooseVoice, listVoices } from '../speech/voices.ts';
import type { KeptVoices } from './kept-voices.ts';

/** The voices of all engines, with what the person has chosen among them; languages are BCP 47. */
export interface ListeningVoices {
  /** The voices for a language, in the order of a menu: those on the machine first. */
  list(language: string): readonly Voice[];
  /** The voice that the person chose for a language, as long as it is there; null where Lectern chooses. */
  chosen(language: string): Voice | null;
  /** Takes effect at once; null leaves the choice to Lectern. Rejects where it cannot be stored. */
  choose(language: string, voice: Voice | null): Promise<void>;
  /** Whether text may be handed to a voice. */
  isAllowed(voice: Voice): boolean;
  /** The person has agreed. Takes effect and rejects as `choose` does. */
  allow(voice: Voice): Promise<void>;
  /** Calls `listener` after voices came or went, or the person chose one (`isChoice`), until `signal` is aborted. */
  onChange(listener: (isChoice: boolean) => void, signal: AbortSignal): void;
  /** The voice in which a language is to be spoken now; null where there is none. `failed`: those that failed just now. */
  cast(language: string, role: VoiceRole, failed: readonly Voice[]): Voice | null;
}

/** `kept` is already read, or will be. */
export function createListeningVoices(engines: readonly Engine[], kept: KeptVoices): ListeningVoices {
  const all = () => engines.flatMap((engine) => engine.voices());
  const chosen = (language: string) => kept.find(language, all());
  return {
    list: (language) => listVoices(all(), language),
    chosen,
    choose: (language, voice) => kept.choose(language, voice),
    isAllowed: (voice) => kept.isAllowed(voice),
    allow: (voice) => kept.allow(voice),
    onChange(listener, signal) {
      for (const engine of engines) engine.onVoices(() => listener(false), signal);
      kept.subscribe(() => listener(true), signal);
    },
    cast: (language, role, failed) => chooseVoice(all(), { language, role, preferred: chosen(language), failed }),
  };
}
