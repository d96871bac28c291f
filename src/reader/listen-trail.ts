import type { Span } from '../text/span.ts';
import { ListenFollow } from './listen-follow.ts';
import { ListenMarks } from './listen-marks.ts';
import type { ListeningPorts } from './listening-ports.ts';
import type { ShownArticle } from './ports.ts';

export interface ListenTrailOptions extends Pick<ListeningPorts, 'document' | 'settings' | 'clock'> {
  shown: ShownArticle;
  bar: HTMLElement;
  /** The text goes with the voice again, or has stopped to. */
  followChanged(isFollowing: boolean): void;
}

/** Where the voice is in the text: marked, and kept in view. */
export class ListenTrail {
  readonly #marks: ListenMarks;
  readonly #follow: ListenFollow;
  #isShown = false;

  constructor({ document, settings, clock, shown, bar, followChanged }: ListenTrailOptions) {
    this.#marks = new ListenMarks(document, shown, () => settings.current().speechMarks);
    this.#follow = new ListenFollow({
      ...{ document, shown, clock, bar },
      isOn: () => this.#isShown && settings.current().speechFollow === 'on',
      sentence: () => this.#marks.sentenceRange(),
      word: () => this.#marks.wordRange(),
      changed: followChanged,
    });
  }

  showSentence(sentence: Span | null): void {
    this.#isShown = true;
    this.#marks.showSentence(sentence);
    this.#follow.follow();
  }

  showWord(word: Span | null): void {
    this.#marks.showWord(word);
    this.#follow.follow();
  }

  /** Other marks are wanted. */
  redraw(): void {
    this.#marks.redraw();
  }

  /** The person goes on with the voice: the text does so too. */
  follow(): void {
    this.#follow.resume();
  }

  clear(): void {
    this.#isShown = false;
    this.#marks.clear();
  }
}
