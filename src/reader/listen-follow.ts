import { unclobbered } from '../article/unclobbered.ts';
import type { Clock } from '../speech/engine.ts';
import type { ShownArticle } from './ports.ts';

/** The middle of what is seen, in which the spoken place is kept, as shares of its height from the top. */
const UPPER = 0.2;
const LOWER = 0.7;
/** A scroll that comes so soon after a wheel, a touch or a key is the person's, in milliseconds. */
const INTENT = 1000;
/** How long a smooth scroll of ours may take, in milliseconds, where the browser does not tell when it is over. */
const LONGEST_SCROLL = 1200;
/** As long as this after it was pressed, in milliseconds, the pointer counts as down: it may be let go outside the window. */
const LONGEST_PRESS = 10_000;

/** The keys that scroll. */
const SCROLL_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ', 'Tab']);

export interface ListenFollowOptions {
  document: Document;
  shown: ShownArticle;
  /** The bar at the bottom, which covers some of what scrolls. */
  bar: HTMLElement;
  clock: Clock;
  isOn(): boolean;
  /** Where the spoken sentence and the spoken word stand now. */
  sentence(): Range | null;
  word(): Range | null;
  /** The text goes with the voice again, or has stopped to. */
  changed(isFollowing: boolean): void;
}

/** Keeps the spoken place in view, and gives way to the person who scrolls. */
export class ListenFollow {
  readonly #options: ListenFollowOptions;
  readonly #scroller: Element;
  /** `left`: the person has scrolled, and the spoken place is still in view; `away`: it has gone out of view since. */
  #state: 'following' | 'left' | 'away' = 'following';
  #intentAt = Number.NEGATIVE_INFINITY;
  #ownUntil = Number.NEGATIVE_INFINITY;
  /** Somebody may be selecting text: it is not to move away under the pointer. */
  #pointerDownAt = Number.NEGATIVE_INFINITY;

  constructor(options: ListenFollowOptions) {
    const { shown } = options;
    this.#options = options;
    this.#scroller = shown.stage.parentElement ?? shown.stage;
    const { signal } = shown;
    const listen = (type: string, run: (event: Event) => void) => {
      const hear = (event: Event) => {
        if (event.isTrusted) run(event);
      };
      this.#scroller.addEventListener(type, hear, { passive: true });
      // Not as an option: a signal of the content script's own world is none to the page's elements.
      signal.addEventListener('abort', () => this.#scroller.removeEventListener(type, hear));
    };
    for (const type of ['wheel', 'touchmove']) listen(type, () => this.#intend());
    listen('pointerdown', ({ target }) => {
      // On its scroll bar.
      if (target === this.#scroller) this.#intend();
      this.#pointerDownAt = options.clock.now();
    });
    for (const type of ['pointerup', 'pointercancel'])
      listen(type, () => {
        this.#pointerDownAt = Number.NEGATIVE_INFINITY;
      });
    listen('scroll', () => this.#scrolled());
    listen('scrollend', () => {
      this.#ownUntil = Number.NEGATIVE_INFINITY;
    });
    shown.answerKeys((key) => {
      if (SCROLL_KEYS.has(key)) this.#intend();
      return false;
    });
  }

  get isFollowing(): boolean {
    return this.#state === 'following';
  }

  /** The person goes on with the voice: the text does so too, from now on. */
  resume(): void {
    this.#become('following');
    this.follow();
  }

  /** The voice has gone on: the text does so too, where it is to. */
  follow(): void {
    const { isOn, clock } = this.#options;
    if (!isOn() || clock.now() - this.#pointerDownAt < LONGEST_PRESS) return;
    if (this.#state !== 'following') {
      this.#look();
      return;
    }
    const place = this.#place();
    const seen = this.#seen();
    if (!place || seen.height <= 0) return;
    const upper = seen.top + seen.height * UPPER;
    if (place.top >= upper && place.bottom <= seen.top + seen.height * LOWER) return;
    this.#ownUntil = clock.now() + LONGEST_SCROLL;
    const behavior = this.#isMotionReduced() ? 'instant' : 'smooth';
    this.#scroller.scrollBy({ top: place.top - upper, behavior });
  }

  #intend(): void {
    const { clock } = this.#options;
    this.#intentAt = clock.now();
    // Whatever scrolls from now on is the person's doing.
    this.#ownUntil = Number.NEGATIVE_INFINITY;
  }

  #scrolled(): void {
    const now = this.#options.clock.now();
    if (now < this.#ownUntil) return;
    if (this.#state !== 'following') this.#look();
    // Pictures that come in above the place scroll as well; they leave it in view, and nobody meant it.
    else if (now - this.#intentAt < INTENT) this.#become('left');
    else if (!this.#isInView()) this.#become('away');
  }

  /** Looks whether the spoken place has gone out of view, or has come back into it. */
  #look(): void {
    const isInView = this.#isInView();
    if (this.#state === 'left' && !isInView) this.#become('away');
    else if (this.#state === 'away' && isInView) this.#become('following');
  }

  #become(state: 'following' | 'left' | 'away'): void {
    const wasFollowing = this.isFollowing;
    this.#state = state;
    if (wasFollowing !== this.isFollowing) this.#options.changed(this.isFollowing);
  }

  #isInView(): boolean {
    const place = this.#place();
    const seen = this.#seen();
    return !place || (place.bottom > seen.top && place.top < seen.top + seen.height);
  }

  /** The sentence; of one that does not fit into the middle of what is seen, the word. */
  #place(): DOMRect | null {
    const sentence = this.#options.sentence()?.getBoundingClientRect() ?? null;
    const most = this.#seen().height * (LOWER - UPPER);
    if (sentence && sentence.height <= most) return sentence;
    return this.#options.word()?.getBoundingClientRect() ?? sentence;
  }

  /** What is seen of the text between the two bars, in CSS pixels of the window. */
  #seen(): { top: number; height: number } {
    const { shown, bar } = this.#options;
    const view = this.#scroller.getBoundingClientRect();
    const over = shown.covered[0]?.getBoundingClientRect();
    const top = over ? Math.max(view.top, Math.min(over.bottom, view.bottom)) : view.top;
    return { top, height: Math.min(view.bottom, bar.getBoundingClientRect().top) - top };
  }

  #isMotionReduced(): boolean {
    const window = unclobbered(this.#options.document, 'defaultView');
    return window?.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
  }
}
