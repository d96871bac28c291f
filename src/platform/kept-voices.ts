import type { EngineName, Voice } from '../speech/engine.ts';
import { primaryLanguage } from '../text/primary-language.ts';
import type { LocalArea } from './page-memory.ts';
import type { StorageChanged } from './settings-reader.ts';
import { writeErrorFrom } from './settings-write-error.ts';

export const VOICES_KEY = 'voices';

/** Longer than any system names a voice, in UTF-16 units. */
const LONGEST_ID = 1000;

/** What it takes to find a voice again on the same machine. */
export interface VoiceChoice {
  engine: EngineName;
  /** A Voice's. */
  id: string;
}

/** The voices as a person has chosen them on this machine; a language is known by its primary part ("en" for "en-GB"). */
export interface KeptVoices {
  /** Resolves after the first reading, whether it went well or not; until then nothing is chosen. */
  readonly ready: Promise<void>;
  /** The voice chosen for a language (BCP 47), which may be gone by now; null where Lectern is to choose. */
  chosen(language: string): VoiceChoice | null;
  /** The chosen voice among those that there are now; null where Lectern is to choose, or where the person has not agreed to it. */
  find(language: string, voices: readonly Voice[]): Voice | null;
  /** The primary languages for which a voice is chosen. */
  languages(): string[];
  /**
   * Takes effect here at once; null leaves the choice to Lectern. Rejects with a SettingsWriteError where the browser does
   * not store it: it then holds as long as this page is open.
   */
  choose(language: string, voice: VoiceChoice | null): Promise<void>;
  /** Whether text may be handed to this voice: to one that is on the machine always, to another after the person has agreed. */
  isAllowed(voice: Voice): boolean;
  /** The person has agreed that text leaves the machine for this voice. Takes effect and rejects as `choose` does. */
  allow(voice: VoiceChoice): Promise<void>;
  /** Calls `listener` after each change, here or elsewhere, until `signal` is aborted. */
  subscribe(listener: () => void, signal: AbortSignal): void;
}

/** What is stored, under {@link VOICES_KEY}. */
interface Stored {
  chosen: ReadonlyMap<string, VoiceChoice>;
  remoteAllowed: readonly VoiceChoice[];
}

/** What is needed of `browser.storage`: voices are of one machine, so nothing of this is synchronised. */
export interface VoiceStorage {
  local: Pick<LocalArea, 'get' | 'set'>;
  onChanged: StorageChanged;
}

/** Where `isPrivate` (a private window), what is stored is read, and what is chosen holds only as long as the page is open. */
export function createKeptVoices(storage: VoiceStorage, isPrivate: boolean, signal?: AbortSignal): KeptVoices {
  return new StoredVoices(storage, isPrivate, signal);
}

type Edit = (voices: Stored) => Stored;

class StoredVoices implements KeptVoices {
  readonly ready: Promise<void>;
  readonly #area: VoiceStorage['local'];
  readonly #isPrivate: boolean;
  readonly #events = new EventTarget();
  /** As the browser holds it. */
  #stored: Stored = read(null);
  /** What is in force here and not stored: not yet, or not at all. Each may be made twice. */
  #unsaved: readonly Edit[] = [];
  /** One write after the other: two at a time would each write over what the other has stored. */
  #last: Promise<void> = Promise.resolve();

  constructor({ local, onChanged }: VoiceStorage, isPrivate: boolean, signal: AbortSignal | undefined) {
    this.#area = local;
    this.#isPrivate = isPrivate;
    const hear = (changes: Record<string, { newValue?: unknown }>, areaName: string) => {
      const change = changes[VOICES_KEY];
      if (areaName === 'local' && change !== undefined) this.#apply(read(change.newValue));
    };
    onChanged.addListener(hear);
    signal?.addEventListener('abort', () => onChanged.removeListener(hear), { once: true });
    this.ready = this.#readStored().then(
      (voices) => this.#apply(voices),
      () => undefined,
    );
  }

  chosen(language: string): VoiceChoice | null {
    return this.#voices.chosen.get(primaryLanguage(language)) ?? null;
  }

  find(language: string, voices: readonly Voice[]): Voice | null {
    const choice = this.chosen(language);
    return voices.find((voice) => choice !== null && isSame(voice, choice) && this.isAllowed(voice)) ?? null;
  }

  languages(): string[] {
    return [...this.#voices.chosen.keys()];
  }

  choose(language: string, voice: VoiceChoice | null): Promise<void> {
    return this.#change(({ chosen, remoteAllowed }) => {
      const after = new Map(chosen);
      if (voice === null) after.delete(primaryLanguage(language));
      else after.set(primaryLanguage(language), choiceOf(voice));
      return { chosen: after, remoteAllowed };
    });
  }

  isAllowed(voice: Voice): boolean {
    return voice.isLocal || this.#voices.remoteAllowed.some((one) => isSame(one, voice));
  }

  allow(voice: VoiceChoice): Promise<void> {
    return this.#change(({ chosen, remoteAllowed }) => ({
      chosen,
      remoteAllowed: [...remoteAllowed.filter((one) => !isSame(one, voice)), choiceOf(voice)],
    }));
  }

  subscribe(listener: () => void, signal: AbortSignal): void {
    this.#events.addEventListener('change', () => listener(), { signal });
  }

  get #voices(): Stored {
    return edited(this.#stored, this.#unsaved);
  }

  #change(edit: Edit): Promise<void> {
    this.#unsaved = [...this.#unsaved, edit];
    this.#apply(this.#stored);
    if (this.#isPrivate) return Promise.resolve();
    const next = this.#last.then(() => this.#write());
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #write(): Promise<void> {
    const edits = this.#unsaved;
    try {
      // Another page may have stored something that this one has not heard of yet.
      const voices = edited(await this.#readStored(), edits);
      const { chosen, remoteAllowed } = voices;
      await this.#area.set({ [VOICES_KEY]: { chosen: Object.fromEntries(chosen), remoteAllowed } });
      this.#unsaved = this.#unsaved.filter((edit) => !edits.includes(edit));
      this.#apply(voices);
    } catch (error) {
      throw writeErrorFrom(error);
    }
  }

  async #readStored(): Promise<Stored> {
    return read((await this.#area.get(VOICES_KEY))[VOICES_KEY]);
  }

  #apply(stored: Stored): void {
    this.#stored = stored;
    this.#events.dispatchEvent(new Event('change'));
  }
}

function edited(voices: Stored, edits: readonly Edit[]): Stored {
  return edits.reduce((before, edit) => edit(before), voices);
}

/** A stored value as it is used; what cannot be used is passed over. */
function read(value: unknown): Stored {
  const { chosen, remoteAllowed } = isRecord(value) ? value : {};
  const choices = Object.entries(isRecord(chosen) ? chosen : {}).flatMap(([language, stored]) => {
    const choice = readChoice(stored);
    return choice === null ? [] : [[language, choice] as const];
  });
  const allowed = Array.isArray(remoteAllowed) ? remoteAllowed.flatMap((stored) => readChoice(stored) ?? []) : [];
  return { chosen: new Map(choices), remoteAllowed: allowed };
}

function readChoice(value: unknown): VoiceChoice | null {
  if (!isRecord(value)) return null;
  const { engine, id } = value;
  if ((engine !== 'system' && engine !== 'embedded') || typeof id !== 'string') return null;
  return id === '' || id.length > LONGEST_ID ? null : { engine, id };
}

function choiceOf({ engine, id }: VoiceChoice): VoiceChoice {
  return { engine, id };
}

function isSame(one: VoiceChoice, other: VoiceChoice): boolean {
  return one.engine === other.engine && one.id === other.id;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
