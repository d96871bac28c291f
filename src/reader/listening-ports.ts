import type { LiveSettings, SettingId, Settings } from '../settings/settings.ts';
import type { Clock, Voice } from '../speech/engine.ts';
import type { Player } from '../speech/player.ts';
import type { FailureReason, PlayerListener } from '../speech/player-state.ts';
import type { Pronunciation } from '../speech/pronunciation.ts';
import type { KeptPlace } from '../speech/resume.ts';
import type { ReaderPorts, ShownArticle, SpeakersAnswer } from './ports.ts';

/** The settings of listening. */
export type SpeechSettingId = Extract<SettingId, `speech${string}`>;

/** The settings, of which those of listening can be changed while one listens. */
export interface ListeningSettings extends LiveSettings {
  /** Takes effect at once; rejects where it cannot be stored. */
  change<Id extends SpeechSettingId>(id: Id, value: Settings[Id]): Promise<void>;
}

/** The player without its private fields, so that a test can stand in for it. */
export type ListeningPlayer = Pick<Player, keyof Player>;

/** The voices of this machine, of servers, and of Lectern; languages are BCP 47. */
export interface ListeningVoices {
  /** The voices for a language, in the order of a menu: those on the machine first. */
  list(language: string): readonly Voice[];
  /** The voice that the person chose for a language, as long as it is there; null where Lectern chooses. */
  chosen(language: string): Voice | null;
  /** Takes effect at once; null leaves the choice to Lectern. Rejects where it cannot be stored. */
  choose(language: string, voice: Voice | null): Promise<void>;
  /** Whether text may be handed to a voice: always to one on the machine, to another after the person has agreed. */
  isAllowed(voice: Voice): boolean;
  /** The person has agreed. Takes effect and rejects as `choose` does. */
  allow(voice: Voice): Promise<void>;
  /**
   * Calls `listener` after voices came or went, or the person chose one (`isChoice`), until `signal` is aborted. What is heard
   * is not spoken in another voice because better ones came late.
   */
  onChange(listener: (isChoice: boolean) => void, signal: AbortSignal): void;
}

/** Where listening stopped, by the address of the page. All of these may reject. */
export interface KeptPlaces {
  find(address: string): Promise<KeptPlace | null>;
  keep(address: string, place: KeptPlace): Promise<void>;
  forget(address: string): Promise<void>;
}

/** What listening needs of the world around it. */
export interface ListeningPorts extends Pick<ReaderPorts, 'document' | 'translate'> {
  settings: ListeningSettings;
  /** Makes the player of one article; it is disposed of when something else is shown. */
  createPlayer(listener: PlayerListener): ListeningPlayer;
  voices: ListeningVoices;
  places: KeptPlaces;
  /** The reader's own, as they are now. */
  pronunciations(): readonly Pronunciation[];
  /** For the badge, and for the other tabs, which then give way. */
  tellSpeaking(isSpeaking: boolean): void;
  /** Calls `listener` when another tab begins to speak, until `signal` is aborted. */
  onGiveWay(listener: () => void, signal: AbortSignal): void;
  /** Calls `listener` when speech goes on without a sound, for there is no sound device, until `signal` is aborted. */
  onSilent(listener: () => void, signal: AbortSignal): void;
  clock: Clock;
}

/** The article on show, as listening needs it. */
export interface ListeningSubject {
  shown: ShownArticle;
  /** The address of the page under which it is kept where listening stopped. */
  address: string;
  /** Who says what, for quotations that are announced or spoken in a second voice. Never rejects. */
  findSpeakers(): Promise<SpeakersAnswer>;
}

/** The part of the view that comes when somebody first listens. */
export interface ListeningPart {
  /** Opens the bar and starts to read; where it is open, pauses or goes on. */
  toggle(subject: ListeningSubject): void;
  /**
   * Speaks a short text, such as a card or a quotation; the article pauses for it and stays paused.
   * @param language BCP 47; null where it is not known.
   * @returns null once it is spoken or stopped, or why it was not heard. Never rejects.
   */
  readAloud(subject: ListeningSubject, text: string, language: string | null): Promise<FailureReason | null>;
  /** Ends what `readAloud` speaks, and nothing else. */
  stopReadingAloud(subject: ListeningSubject): void;
}
