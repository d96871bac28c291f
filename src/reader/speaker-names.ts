import type { Speaker, SpeakerId } from '../speakers/attribution.ts';
import type { ShownArticle } from './ports.ts';
import { findFreeRanges, TextButtons } from './text-buttons.ts';

/**
 * Makes the names of speakers in the text pressable. Every mention answers the pointer; the first of a speaker in each
 * block is also a button for keyboards and screen readers, so that those do not meet one at every name.
 */
export class SpeakerNames {
  readonly #shown: ShownArticle;
  readonly #buttons: TextButtons<SpeakerId>;

  /** `press` is told of a name that a person pressed. */
  constructor(document: Document, shown: ShownArticle, press: (speaker: SpeakerId, name: HTMLElement) => void) {
    this.#shown = shown;
    this.#buttons = new TextButtons(document, shown, 'speaker-name', press);
  }

  /** Makes the mentions of these speakers pressable, in place of those before. */
  mark(speakers: readonly Speaker[]): void {
    this.clear();
    const mentions = speakers.flatMap(({ id, mentions: spans }) => spans.map((span) => ({ id, span })));
    const ranges = findFreeRanges(
      this.#shown,
      mentions.map(({ span }) => span),
    );
    const met = new Set<string>();
    const places = mentions.flatMap(({ id, span }, index) => {
      const range = ranges[index];
      if (!range) return [];
      const first = `${span.block} ${id}`;
      const isButton = !met.has(first);
      met.add(first);
      return [{ target: id, range, isButton }];
    });
    this.#buttons.wrap(places);
  }

  /** Gives the article its plain text back. */
  clear(): void {
    this.#buttons.clear();
  }
}
