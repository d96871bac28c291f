import { unclobbered } from '../article/unclobbered.ts';
import type { Speaker, SpeakerId } from '../speakers/attribution.ts';
import { element } from './element.ts';
import type { ShownArticle } from './ports.ts';
import { findRanges } from './text-range.ts';
import { unwrapText, wrapText } from './text-wrap.ts';

/** What answers a press already, or holds what does; a button in it could not be told apart from it. */
const PRESSABLE = 'a, summary, [role="button"]';

/** `Range.START_TO_START`, which has no value without a window. */
const START_TO_START = 0;

/**
 * Makes the names of speakers in the text pressable. Every mention answers the pointer; the first of a speaker in each
 * block is also a button for keyboards and screen readers, so that those do not meet one at every name. They are spans: the
 * text of a real button can be neither selected nor copied, and does not turn over at the end of a line.
 */
export class SpeakerNames {
  readonly #document: Document;
  readonly #shown: ShownArticle;
  readonly #names = new Map<Element, SpeakerId>();

  /** `press` is told of a name that a person pressed. */
  constructor(document: Document, shown: ShownArticle, press: (speaker: SpeakerId, name: HTMLElement) => void) {
    this.#document = document;
    this.#shown = shown;
    const pressAt = (target: Element | null): boolean => {
      const name = target?.closest<HTMLElement>('.speaker-name');
      const speaker = name && this.#names.get(name);
      if (!name || speaker === undefined || speaker === null) return false;
      // The focus comes back to it.
      if (!name.hasAttribute('tabindex')) name.tabIndex = -1;
      press(speaker, name);
      return true;
    };
    shown.element.addEventListener('click', (event) => {
      const target = event.target as Element | null;
      // One who selects text that ends in a name has not pressed it.
      if (event.isTrusted && target && !this.#isSelected(target)) pressAt(target);
    });
    shown.answerKeys((key) => {
      if (key !== 'Enter' && key !== ' ') return false;
      return pressAt((shown.element.getRootNode() as Document | ShadowRoot).activeElement);
    });
  }

  /** Makes the mentions of these speakers pressable, in place of those before. */
  mark(speakers: readonly Speaker[]): void {
    this.clear();
    const mentions = speakers.flatMap(({ id, mentions: spans }) => spans.map((span) => ({ id, span })));
    const ranges = findRanges(
      this.#shown,
      mentions.map(({ span }) => span),
    );
    const buttons = new Set<string>();
    const places = mentions.flatMap(({ id, span }, index) => {
      const range = ranges[index];
      if (!range || range.startContainer.parentElement?.closest(PRESSABLE)) return [];
      const first = `${span.block} ${id}`;
      const isButton = !buttons.has(first);
      buttons.add(first);
      return [{ id, range, isButton }];
    });
    // From the end: what is wrapped then leaves the ranges before it alone.
    places.sort((one, other) => other.range.compareBoundaryPoints(START_TO_START, one.range));
    for (const { id, range, isButton } of places) {
      if (range.collapsed) continue;
      const wrappers = wrapText(range, () => element(this.#document, 'span', 'speaker-name'));
      for (const wrapper of wrappers) this.#names.set(wrapper, id);
      if (isButton && wrappers[0]) asButton(wrappers[0]);
    }
  }

  /** Gives the article its plain text back. */
  clear(): void {
    for (const name of this.#names.keys()) if (name.isConnected) unwrapText(name as HTMLElement);
    this.#names.clear();
  }

  #isSelected(name: Element): boolean {
    const root = this.#shown.element.getRootNode() as Document | ShadowRoot;
    // Only Chromium tells a shadow root's own selection.
    const selection = 'getSelection' in root ? root.getSelection() : unclobbered(this.#document, 'getSelection')();
    return selection?.type === 'Range' && selection.containsNode(name, true);
  }
}

function asButton(name: HTMLElement): void {
  name.setAttribute('role', 'button');
  name.setAttribute('aria-haspopup', 'dialog');
  name.tabIndex = 0;
}
