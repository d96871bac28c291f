import type { KeptVoices } from '../platform/kept-voices.ts';
import type { Engine, Voice } from '../speech/engine.ts';
import type { FailureReason } from '../speech/player-state.ts';
import type { Script, VoiceRole } from '../speech/script.ts';
import { chooseVoice } from '../speech/voices.ts';
import type { Hearing, VoicePorts } from './voice-ports.ts';

/** Chooses the voice for a language and a role; `failed` are those that failed just now. */
type ChooseVoice = (language: string, role: VoiceRole, failed: readonly Voice[]) => Voice | null;

/** What is needed of a Player. */
export interface HearingPlayer {
  /** Silences what it speaks, and speaks this once. */
  sayAside(script: Script): Promise<FailureReason | null>;
  stop(): void;
}

export interface HearingOptions {
  engines: readonly Engine[];
  /** As told to the browser: BCP 47, the one liked best first. */
  languages: readonly string[];
  /** Already read. */
  kept: KeptVoices;
  createPlayer(chooseVoice: ChooseVoice): HearingPlayer;
}

/** The voices of all engines, and one player that speaks short texts with them. */
export function createHearing({ engines, languages, kept, createPlayer }: HearingOptions): VoicePorts {
  /** The voice that is to be heard and no other: a sample of another one would mislead. */
  let wanted: Voice | null = null;
  const voices = () => engines.flatMap((engine) => engine.voices());
  const player = createPlayer((language, role, failed) => {
    const all = voices();
    if (wanted === null) return chooseVoice(all, { language, role, preferred: kept.find(language, all), failed });
    const { engine, id } = wanted;
    return failed.some((voice) => voice.engine === engine && voice.id === id) ? null : wanted;
  });
  return {
    languages,
    kept,
    voices,
    onVoices(listener, signal) {
      for (const engine of engines) engine.onVoices(listener, signal);
    },
    stop: () => player.stop(),
    hear(hearing) {
      player.stop();
      wanted = hearing.voice;
      return player.sayAside(scriptOf(hearing));
    },
  };
}

/** A script of one sentence that is no part of an article. */
function scriptOf({ text, language }: Hearing): Script {
  const stretches = [{ start: 0, end: text.length, sourceStart: 0, sourceEnd: 0, isSame: false }];
  return [{ span: null, paragraph: 0, pieces: [{ text, stretches, language, role: 'first', pauseBefore: 0 }] }];
}
