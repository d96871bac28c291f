import { Casting } from './casting.ts';
import type { Clock, Engine, SpeechManner, Voice } from './engine.ts';
import { Narration, type NarrationPorts } from './narration.ts';
import { Paces } from './pace.ts';
import type { FailureReason, PlayerListener, PlayerState } from './player-state.ts';
import type { Script, VoiceRole } from './script.ts';

/** What the player is handed. */
export interface PlayerPorts {
  engines: readonly Engine[];
  /** The voice for a language and role as things are now; null where there is none. `failed`: voices that failed just now and are to be avoided. */
  chooseVoice(language: string, role: VoiceRole, failed: readonly Voice[]): Voice | null;
  /** As set by the person; read anew whenever `mannerChanged` was called, and for each request. */
  manner(): SpeechManner;
  clock: Clock;
  listener: PlayerListener;
}

/** A short text that is spoken between, and whoever waits for its end. */
interface Aside {
  narration: Narration;
  resolve(reason: FailureReason | null): void;
}

/** Reads a script aloud: each sentence once and in order, or it says why not. */
export class Player {
  readonly #ports: NarrationPorts;
  readonly #voices = new AbortController();
  #article: Narration;
  #aside: Aside | null = null;
  #isDisposed = false;

  constructor({ engines, chooseVoice, manner, clock, listener }: PlayerPorts) {
    const casting = new Casting(engines, chooseVoice);
    this.#ports = { casting, paces: new Paces(), manner, clock, listener };
    this.#article = new Narration([], 0, this.#ports);
    for (const engine of engines) engine.onVoices(() => this.#heard.voicesChanged(), this.#voices.signal);
  }

  get state(): PlayerState {
    return this.#heard.state;
  }

  /** The number of the sentence of the script that is heard, or would be heard next; 0 where nothing is loaded. */
  get sentence(): number {
    return this.#article.sentence;
  }

  get script(): Script {
    return this.#article.script;
  }

  /** Whether what is heard is a text that was handed to `sayAside`. */
  get isAside(): boolean {
    return this.#aside !== null;
  }

  /** Another text; what is spoken stops. Stands at `sentence`. */
  load(script: Script, sentence = 0): void {
    if (this.#isDisposed) return;
    this.#endAside(null);
    this.#article.stop();
    this.#article = new Narration(script, sentence, this.#ports);
  }

  /** From where it stands; after the end, from the beginning. Nothing where it speaks already. */
  play(): void {
    if (!this.#isDisposed) this.#heard.play();
  }

  /** Keeps the word; `play` goes on where its clause begins, or at the word. */
  pause(): void {
    this.#heard.pause();
  }

  /** Back to idle, at the beginning of the script. An aside alone is stopped, and the article stays where it was. */
  stop(): void {
    if (!this.#endAside(null)) this.#article.stop();
  }

  /**
   * Goes on to another sentence or paragraph; speaks on where it spoke. A step back within a paragraph's first sentence goes to
   * the paragraph before; a step back of a sentence more than 2 s after its start repeats the sentence. Ends an aside.
   */
  step(unit: 'sentence' | 'paragraph', direction: 1 | -1): void {
    if (this.#isDisposed) return;
    this.#endAside(null);
    this.#article.step(unit, direction);
  }

  /** Stands at a sentence; speaks on where it spoke. Ends an aside. */
  goTo(sentence: number): void {
    if (this.#isDisposed) return;
    this.#endAside(null);
    this.#article.goTo(sentence);
  }

  /** Rate, pitch, volume or the voice were changed: takes effect at the next word. */
  mannerChanged(): void {
    this.#heard.mannerChanged();
  }

  /**
   * Pauses the article, speaks another short text once (a card, a quotation, a sample), and stays paused where it was. Of its
   * sentences the listener is told nothing, and of its end only that the article stands as before. Resolves when it is over:
   * with null where it was spoken or stopped, else with the reason.
   */
  sayAside(script: Script): Promise<FailureReason | null> {
    if (this.#isDisposed) return Promise.resolve(null);
    this.#endAside(null);
    if (script.length === 0) return Promise.resolve('nothing-to-read');
    this.#article.pause();
    // A failure that was told before must not be told again when the aside is over.
    if (this.#article.state.name === 'failed') this.#article.goTo(this.#article.sentence);
    return new Promise((resolve) => {
      const narration = new Narration(script, 0, { ...this.#ports, listener: this.#asideListener() });
      this.#aside = { narration, resolve };
      narration.play();
    });
  }

  /** Nothing is heard or told any more. */
  dispose(): void {
    this.#isDisposed = true;
    this.#voices.abort();
    this.#article.dispose();
    const aside = this.#aside;
    this.#aside = null;
    aside?.narration.dispose();
    aside?.resolve(null);
  }

  get #heard(): Narration {
    return this.#aside?.narration ?? this.#article;
  }

  #asideListener(): PlayerListener {
    const { listener } = this.#ports;
    return {
      stateChanged: (state) => {
        if (state.name === 'failed') this.#endAside(state.reason);
        else if (state.name === 'ended') this.#endAside(null);
        else listener.stateChanged(state);
      },
      sentenceReached: () => {},
      wordReached: (word) => listener.wordReached(word),
      noticed: (notice) => listener.noticed(notice),
    };
  }

  /** @returns whether there was one. */
  #endAside(reason: FailureReason | null): boolean {
    const aside = this.#aside;
    if (aside === null) return false;
    this.#aside = null;
    aside.narration.dispose();
    this.#ports.listener.wordReached(null);
    this.#ports.listener.stateChanged(this.#article.state);
    aside.resolve(reason);
    return true;
  }
}
