import { unclobbered } from '../article/unclobbered.ts';

/** What the media keys of a keyboard, of headphones or of a lock screen do. */
export type MediaActions = Readonly<Record<'play' | 'pause' | 'previoustrack' | 'nexttrack' | 'stop', () => void>>;

/** What a window has where it knows the Media Session API. */
type MediaWindow = Window & Pick<typeof globalThis, 'MediaMetadata'>;

/**
 * Shows to the system what is heard, and answers its media keys, as long as something is read. The session is the page's as
 * well, and what it had set before cannot be read: it is left empty afterwards.
 */
export class MediaKeys {
  readonly #window: MediaWindow | null;
  readonly #actions: MediaActions;
  #isTaken = false;

  constructor(document: Document, actions: MediaActions) {
    this.#window = unclobbered(document, 'defaultView') as MediaWindow | null;
    this.#actions = actions;
  }

  /** The voice is heard, or rests for a moment. */
  show(title: string, site: string | null, isPlaying: boolean): void {
    const session = this.#session();
    if (!session) return;
    if (!this.#isTaken) {
      this.#isTaken = true;
      const { MediaMetadata } = this.#window ?? {};
      if (MediaMetadata) session.metadata = new MediaMetadata({ title, artist: site ?? '' });
      this.#answer(session, (action) => this.#actions[action]);
    }
    session.playbackState = isPlaying ? 'playing' : 'paused';
  }

  /** Nothing is read any more. */
  clear(): void {
    const session = this.#isTaken ? this.#session() : null;
    this.#isTaken = false;
    if (!session) return;
    session.metadata = null;
    session.playbackState = 'none';
    this.#answer(session, () => null);
  }

  #answer(session: MediaSession, answerOf: (action: keyof MediaActions) => (() => void) | null): void {
    for (const action of ['play', 'pause', 'previoustrack', 'nexttrack', 'stop'] as const) {
      try {
        session.setActionHandler(action, answerOf(action));
      } catch {
        // A browser may not know this one.
      }
    }
  }

  #session(): MediaSession | null {
    return this.#window?.navigator?.mediaSession ?? null;
  }
}
