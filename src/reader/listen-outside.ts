import type { PlayerState } from '../speech/player-state.ts';
import { type MediaActions, MediaKeys } from './listen-media.ts';
import type { ListeningPorts, ListeningSubject } from './listening-ports.ts';

/** Tells those outside the view what is heard: the badge, the other tabs, and what the system shows of media. */
export class ListenOutside {
  readonly #tell: ListeningPorts['tellSpeaking'];
  readonly #subject: ListeningSubject;
  readonly #media: MediaKeys;
  #isTold = false;

  constructor({ document, tellSpeaking }: ListeningPorts, subject: ListeningSubject, actions: MediaActions) {
    this.#tell = tellSpeaking;
    this.#subject = subject;
    this.#media = new MediaKeys(document, actions);
  }

  tellSpeaking(isSpeaking: boolean): void {
    if (isSpeaking === this.#isTold) return;
    this.#isTold = isSpeaking;
    this.#tell(isSpeaking);
  }

  /** The media keys answer as long as there is something to go on with. */
  showState({ name }: PlayerState): void {
    const { title, siteName } = this.#subject.shown.article;
    if (name === 'preparing' || name === 'speaking') this.#media.show(title, siteName, true);
    else if (name === 'paused') this.#media.show(title, siteName, false);
    else this.#media.clear();
  }

  clearMedia(): void {
    this.#media.clear();
  }
}
