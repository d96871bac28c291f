/** Something that a person opened over the article, or beside it. */
export interface OnStage {
  /** It is to go; the focus goes from it back to where it came from. */
  close(): void;
  /** It is to go because something comes in its place, which takes the focus. */
  giveWay(): void;
}

/** Of things of one kind, one is on the stage at a time: what comes sends the one before it away. */
export class OneAtATime {
  #there: OnStage | null = null;

  enter(next: OnStage): void {
    const before = this.#there;
    this.#there = next;
    if (before !== next) before?.giveWay();
  }

  /** To be called by what has gone. */
  leave(gone: OnStage): void {
    if (this.#there === gone) this.#there = null;
  }

  /** @returns false where nothing is there. */
  close(): boolean {
    const there = this.#there;
    there?.close();
    return there !== null;
  }
}

/** What the parts of the view, which know nothing of each other, share of one article. */
export class SharedStage {
  readonly card = new OneAtATime();
  readonly panel = new OneAtATime();
  readonly visit = new OneAtATime();
  readonly #listeners: (() => void)[] = [];
  readonly #spokenListeners: ((place: Range | null) => void)[] = [];

  /** `listener` is called after elements around the text have come or gone: ranges from before are worth nothing. */
  onTextWrapped(listener: () => void): void {
    this.#listeners.push(listener);
  }

  tellTextWrapped(): void {
    for (const listener of this.#listeners) listener();
  }

  /** `listener` is called with what is spoken now, the word or else the sentence; null where nothing of the article is. */
  onSpoken(listener: (place: Range | null) => void): void {
    this.#spokenListeners.push(listener);
  }

  tellSpoken(place: Range | null): void {
    for (const listener of this.#spokenListeners) listener(place);
  }
}
