import type { Span } from '../text/span.ts';
import { element } from './element.ts';
import type { ShownArticle } from './ports.ts';
import { findRanges } from './text-range.ts';
import { textsIn, unwrapText, wrapText } from './text-wrap.ts';
import { selectionAround } from './view-selection.ts';

/** What answers a press already, or holds what does; a button in it could not be told apart from it. */
const PRESSABLE = 'a, summary, [role="button"], .text-button';

/** `Range.START_TO_START`, which has no value without a window. */
const START_TO_START = 0;

/** Words that are to answer a press. */
export interface TextPlace<Target> {
  target: Target;
  range: Range;
  /** True for one that keyboards and screen readers meet as a button, false for one that answers the pointer alone. */
  isButton: boolean;
}

/**
 * Makes words of the article pressable. They become spans with the role of a button: the text of a real button can be
 * neither selected nor copied, and does not turn over at the end of a line.
 */
export class TextButtons<Target> {
  readonly #document: Document;
  readonly #shown: ShownArticle;
  readonly #className: string;
  readonly #targets = new Map<Element, Target>();

  /** `press` is told of words that a person pressed; the focus may be given back to them. */
  constructor(
    document: Document,
    shown: ShownArticle,
    className: string,
    press: (target: Target, words: HTMLElement) => void,
  ) {
    this.#document = document;
    this.#shown = shown;
    this.#className = className;
    const pressAt = (at: Element | null): boolean => {
      const words = at?.closest<HTMLElement>(`.${className}`);
      const target = words && this.#targets.get(words);
      if (!words || target === undefined || target === null) return false;
      if (!words.hasAttribute('tabindex')) words.tabIndex = -1;
      press(target, words);
      return true;
    };
    shown.element.addEventListener('click', (event) => {
      const at = event.target as Element | null;
      // One who selects text that ends in these words has not pressed them.
      if (event.isTrusted && at && !this.#isSelected(at)) pressAt(at);
    });
    shown.answerKeys((key) => {
      if (key !== 'Enter' && key !== ' ') return false;
      return pressAt((shown.element.getRootNode() as Document | ShadowRoot).activeElement);
    });
  }

  /** Makes the words of these places pressable; of two that overlap, the later one in the text. */
  wrap(places: readonly TextPlace<Target>[]): void {
    // From the end: what is wrapped then leaves the ranges before it alone.
    const fromEnd = places.toSorted((one, other) => other.range.compareBoundaryPoints(START_TO_START, one.range));
    for (const { target, range, isButton } of fromEnd) {
      if (range.collapsed || !isFree(range)) continue;
      const wrappers = wrapText(range, () => element(this.#document, 'span', `text-button ${this.#className}`));
      for (const wrapper of wrappers) this.#targets.set(wrapper, target);
      if (isButton && wrappers[0]) asButton(wrappers[0]);
    }
    this.#shown.shared.tellTextWrapped();
  }

  /** Gives the article its plain text back. */
  clear(): void {
    for (const words of this.#targets.keys()) if (words.isConnected) unwrapText(words as HTMLElement);
    this.#targets.clear();
    this.#shown.shared.tellTextWrapped();
  }

  /** The elements around the words of a target, in the order of the text. */
  wordsOf(target: Target): HTMLElement[] {
    return [...this.#targets].flatMap(([words, own]) => (own === target ? [words as HTMLElement] : []));
  }

  #isSelected(words: Element): boolean {
    const selection = selectionAround(this.#document, words);
    return selection?.type === 'Range' && selection.containsNode(words, true);
  }
}

/** Finds spans in the view, as `findRanges` does; null also for one that is in something pressable, or around it. */
export function findFreeRanges(shown: ShownArticle, spans: readonly Span[]): (Range | null)[] {
  return findRanges(shown, spans).map((range) => (range && isFree(range) ? range : null));
}

/** The names of speakers that take up words; null where something else does, too. */
export function namesOver(range: Range): HTMLElement[] | null {
  const over = textsIn(range).flatMap((text) => text.parentElement?.closest<HTMLElement>(PRESSABLE) ?? []);
  const isOther = (words: HTMLElement) => !words.matches('.speaker-name') || words.parentElement?.closest(PRESSABLE);
  return over.some(isOther) ? null : [...new Set(over)];
}

function isFree(range: Range): boolean {
  return textsIn(range).every((text) => !text.parentElement?.closest(PRESSABLE));
}

function asButton(words: HTMLElement): void {
  words.setAttribute('role', 'button');
  words.setAttribute('aria-haspopup', 'dialog');
  words.tabIndex = 0;
}
