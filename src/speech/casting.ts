import type { Engine, EngineName, Voice } from './engine.ts';
import type { VoiceRole } from './script.ts';
import type { Trouble } from './utterance.ts';

/** What a text is spoken with. */
export interface CastVoice {
  voice: Voice;
  engine: Engine;
  /** By how much the pitch that is set is multiplied. */
  pitchFactor: number;
}

/** The two roles must differ to the ear; one voice for both speaks the second lower. */
const SECOND_PITCH = 0.85;

/** Troubles that another voice of the same engine is likely to have as well. */
const ENGINE_TROUBLES: ReadonlySet<Trouble> = new Set(['synthesis-failed', 'no-sound', 'stalled']);

/** Finds the voice for a text, and keeps in mind which voices have failed. */
export class Casting {
  readonly #engines: readonly Engine[];
  readonly #chooseVoice: (language: string, role: VoiceRole, failed: readonly Voice[]) => Voice | null;
  #failed: Voice[] = [];
  readonly #failedEngines = new Set<EngineName>();
  /** Who speaks what now, by language and role. */
  readonly #parts = new Map<string, Voice>();
  /** Lost voices that a person has been told about. */
  #mourned: Voice[] = [];

  /** `chooseVoice` as in PlayerPorts. */
  constructor(
    engines: readonly Engine[],
    chooseVoice: (language: string, role: VoiceRole, failed: readonly Voice[]) => Voice | null,
  ) {
    this.#engines = engines;
    this.#chooseVoice = chooseVoice;
  }

  /** Null where there is no voice, or none that has not failed. */
  cast(language: string, role: VoiceRole): CastVoice | null {
    const voice = this.#choose(language, role);
    const engine = this.#engines.find(({ name }) => name === voice?.engine);
    if (voice === null || engine === undefined) return null;
    const isShared = role === 'second' && isSameVoice(voice, this.#choose(language, 'first'));
    return { voice, engine, pitchFactor: isShared ? SECOND_PITCH : 1 };
  }

  /** A voice speaks from now on. @returns whether it stands in for a lost one, of which nobody has been told yet. */
  take(voice: Voice, language: string, role: VoiceRole): boolean {
    const key = `${language} ${role}`;
    const former = this.#parts.get(key);
    this.#parts.set(key, voice);
    if (former === undefined || isSameVoice(former, voice) || !this.#isLost(former)) return false;
    if (this.#mourned.some((one) => isSameVoice(one, former))) return false;
    this.#mourned.push(former);
    return true;
  }

  /** Passes a voice over from now on, and the other voices of its engine where there is another engine. */
  avoid(voice: Voice, trouble: Trouble): void {
    this.#failed.push(voice);
    if (ENGINE_TROUBLES.has(trouble)) this.#failedEngines.add(voice.engine);
  }

  /** All voices are worth another try. */
  forgive(): void {
    this.#failed = [];
    this.#failedEngines.clear();
    this.#mourned = [];
  }

  /** Whether a voice has failed, or its engine does not have it any more. */
  #isLost(voice: Voice): boolean {
    const has = (voices: readonly Voice[]) => voices.some((one) => isSameVoice(one, voice));
    return has(this.#failed) || !this.#engines.some((engine) => engine.name === voice.engine && has(engine.voices()));
  }

  #choose(language: string, role: VoiceRole): Voice | null {
    const besides = this.#engines
      .filter(({ name }) => this.#failedEngines.has(name))
      .flatMap((engine) => engine.voices());
    if (besides.length > 0) {
      const voice = this.#chooseVoice(language, role, [...this.#failed, ...besides]);
      if (voice !== null) return voice;
    }
    return this.#chooseVoice(language, role, this.#failed);
  }
}

/** Whether two voices are one and the same. */
export function isSameVoice(one: Pick<Voice, 'engine' | 'id'>, other: Pick<Voice, 'engine' | 'id'> | null): boolean {
  return one.engine === other?.engine && one.id === other.id;
}
