import type { FailureReason, PlayerListener, PlayerNotice, PlayerState } from '../speech/player-state.ts';
import type { Script } from '../speech/script.ts';
import type { Span } from '../text/span.ts';
import { ListenText } from './listen-text.ts';
import type { ListeningPlayer, ListeningPorts, ListeningSubject } from './listening-ports.ts';

/** Told what is heard of the article; sentences by their numbers in the whole of it. */
export interface CourseListener {
  /**
   * Also while something else than the article is spoken. `isNews` is false where the article stands as it did before
   * something else was spoken.
   */
  stateChanged(state: PlayerState, isNews: boolean): void;
  sentenceReached(sentence: number, span: Span | null): void;
  wordReached(word: Span | null): void;
  noticed(notice: PlayerNotice): void;
  /** The script was made anew. */
  textChanged(script: Script): void;
}

/** Leads the player through the whole article, or through some of its sentences alone. */
export class ListenCourse {
  readonly #player: ListeningPlayer;
  readonly #text: ListenText;
  readonly #listener: CourseListener;
  readonly #signal: AbortSignal;
  /** That of the article, or of the reader where it is not known. */
  readonly #language: string;
  /** The sentences that are read alone: the first, and the one after them. */
  #excerpt: { first: number; next: number } | null = null;
  /** The article's last state that was told. */
  #told: PlayerState | null = null;

  constructor(ports: ListeningPorts, subject: ListeningSubject, listener: CourseListener) {
    this.#listener = listener;
    this.#signal = subject.shown.signal;
    this.#language = subject.shown.article.language ?? ports.translate('languageOfMessages');
    this.#text = new ListenText(ports, subject);
    this.#player = ports.createPlayer(this.#playerListener());
  }

  get state(): PlayerState {
    return this.#player.state;
  }

  get isSounding(): boolean {
    return this.state.name === 'speaking' || this.state.name === 'preparing';
  }

  /** The whole article's. */
  get script(): Script {
    return this.#text.script;
  }

  /** The number of the sentence that is heard, or would be heard next. */
  get sentence(): number {
    return (this.#excerpt?.first ?? 0) + this.#player.sentence;
  }

  /** The language (BCP 47) of what is read now. */
  get language(): string {
    return this.script[this.sentence]?.pieces[0]?.language ?? this.#language;
  }

  /** Whether some sentences are read alone. */
  get isExcerpt(): boolean {
    return this.#excerpt !== null;
  }

  /** Whether the article is heard from a script that says something else than the article does by now. */
  get isOutdated(): boolean {
    return this.isSounding && !this.isAside && !this.isExcerpt && this.#text.isStale;
  }

  /** Whether what is heard is no part of the article. */
  get isAside(): boolean {
    return this.#player.isAside;
  }

  /** Sees to it that the script says what the article says now. @returns where a sentence stands in it then. */
  async ready(sentence: number): Promise<number> {
    if (!this.#text.isStale) return sentence;
    const found = await this.#text.renew(sentence);
    if (this.#signal.aborted) return found;
    this.#excerpt = null;
    this.#player.load(this.script, found);
    this.#listener.textChanged(this.script);
    return found;
  }

  /** Speaks on; from a sentence of the whole article where one is given. `isWanted` tells whether it still is to. */
  async play(sentence: number | null, isWanted: () => boolean): Promise<void> {
    const from = this.#text.isStale ? await this.ready(sentence ?? this.sentence) : sentence;
    if (this.#signal.aborted || !isWanted()) return;
    if (from !== null) this.#goTo(from);
    else if (this.#excerpt && this.state.name === 'ended') this.#goTo(this.#excerpt.next);
    this.#player.play();
  }

  /** Speaks these sentences and stops. */
  playExcerpt([first, last]: readonly [first: number, last: number]): void {
    this.#excerpt = { first, next: Math.min(last + 1, this.script.length - 1) };
    this.#player.load(this.script.slice(first, last + 1));
    this.#player.play();
  }

  pause(): void {
    this.#player.pause();
  }

  /** Falls silent; the next start is at the beginning. */
  stop(): void {
    this.stopAside();
    this.#player.stop();
  }

  /** Ends what is no part of the article. */
  stopAside(): void {
    if (this.isAside) this.#player.stop();
  }

  step(unit: 'sentence' | 'paragraph', direction: 1 | -1): void {
    this.#player.step(unit, direction);
  }

  mannerChanged(): void {
    this.#player.mannerChanged();
  }

  /** Speaks a text that is no part of the article, while the article waits. */
  readAloud(text: string, language: string | null): Promise<FailureReason | null> {
    return this.#player.sayAside(this.#text.scriptOf(text, language));
  }

  /** Speaks the sentence that is heard, or would be next, in the voice as it is set. */
  async readSample(): Promise<FailureReason | null> {
    const at = await this.ready(this.sentence);
    const sample = this.script[at] ?? this.script[0];
    return this.#player.sayAside(sample ? [sample] : []);
  }

  dispose(): void {
    this.#player.dispose();
  }

  #goTo(sentence: number): void {
    if (this.#excerpt) {
      this.#excerpt = null;
      this.#player.load(this.script, sentence);
    } else this.#player.goTo(sentence);
  }

  #playerListener(): PlayerListener {
    const listener = this.#listener;
    return {
      stateChanged: (state) => {
        const isNews = this.isAside || state !== this.#told;
        if (!this.isAside) this.#told = state;
        listener.stateChanged(state, isNews);
      },
      noticed: (notice) => listener.noticed(notice),
      sentenceReached: (index) => {
        if (this.isAside) return;
        listener.sentenceReached((this.#excerpt?.first ?? 0) + index, this.#player.script[index]?.span ?? null);
      },
      wordReached: (word) => {
        if (!this.isAside) listener.wordReached(word);
      },
    };
  }
}
