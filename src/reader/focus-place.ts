import type { Settings } from '../settings/settings.ts';
import type { FocusBlocks } from './focus-blocks.ts';
import { type Box, nearestBox } from './focus-lines.ts';
import { eyeLevel, type Seen, scrollerOf, scrollToMiddle, seenOf } from './focus-seen.ts';
import type { ShownArticle } from './ports.ts';
import { isSingleKey } from './single-keys.ts';
import { listenToPerson } from './trusted-events.ts';

/** Where a person reads. */
export interface Place {
  block: Element;
  /** UTF-16, into all of the block's text as it stands in the view; of a picture it is 0. */
  offset: number;
}

/** What says where the place is; `chosen` keeps it where it was put while that is in view. */
type Source = 'scrolling' | 'pointer' | 'chosen' | 'speech';

export interface FocusPlaceOptions {
  shown: ShownArticle;
  blocks: FocusBlocks;
  /** The blocks that are in view now. */
  visible: ReadonlySet<Element>;
  settings: { current(): Settings };
  /** The place may have moved: it is to be looked for before the next painting. */
  moved(): void;
}

/** Finds the one place in an article where the person is: by pointer, keys, focus and voice, and else by scrolling. */
export class FocusPlace {
  readonly #options: FocusPlaceOptions;
  readonly #scroller: Element;
  #source: Source = 'scrolling';
  #place: Place | null = null;
  #pointer: { x: number; y: number } | null = null;
  #spoken: Range | null = null;

  constructor(options: FocusPlaceOptions, signal: AbortSignal) {
    this.#options = options;
    const { shown, moved } = options;
    this.#scroller = scrollerOf(shown);
    listenToPerson(shown.element, 'pointermove', signal, (event) => this.#point(event));
    listenToPerson(shown.element, 'click', signal, ({ clientX, clientY }) => this.#choose(clientX, clientY));
    listenToPerson(shown.element, 'focusin', signal, ({ target }) => this.#visit(target as Node));
    listenToPerson(this.#scroller as HTMLElement, 'scroll', signal, moved);
  }

  /** Looks where the place is now; null where nothing of the text is in view. */
  find(): Place | null {
    if (this.#place && this.#options.blocks.indexOf(this.#place.block) < 0) this.#leave();
    if (this.#source === 'chosen' && !this.#isInView()) this.#leave();
    if (this.#source === 'pointer' && this.#pointer) this.#place = this.#placeAt(this.#pointer.x, this.#pointer.y);
    if (this.#source === 'scrolling') this.#place = this.#placeWhereScrolled();
    return this.#place;
  }

  /** The voice is at a place now, or at none. */
  hear(spoken: Range | null): void {
    const { blocks, moved } = this.#options;
    const block = spoken && blocks.around(spoken.startContainer);
    this.#spoken = block ? spoken : null;
    if (spoken && block) {
      this.#source = 'speech';
      this.#place = { block, offset: blocks.offsetAt(block, spoken.startContainer, spoken.startOffset) };
    } else if (this.#source === 'speech') this.#source = 'chosen';
    moved();
  }

  /** Moves the place by a line, or by a block, where a key says so; false where it does not. */
  answer(key: string): boolean {
    const settings = this.#options.settings.current();
    const unit = unitOf(settings);
    const isBack = isSingleKey(settings, 'keyFocusBack', key);
    if (!unit || !(isBack || isSingleKey(settings, 'keyFocusOn', key))) return false;
    // The voice takes the place along: a step would be undone with the next word.
    if (this.#spoken === null) this.#step(isBack ? -1 : 1, unit);
    return true;
  }

  #point({ clientX: x, clientY: y, pointerType }: PointerEvent): void {
    // A finger that moves scrolls.
    if (pointerType === 'touch' || !unitOf(this.#options.settings.current())) return;
    const before = this.#pointer;
    this.#pointer = { x, y };
    // Browsers send a move for a pointer that rests, when the text moves under it. The first may be one of those.
    if (!before || (before.x === x && before.y === y) || this.#spoken) return;
    this.#source = 'pointer';
    this.#options.moved();
  }

  #choose(x: number, y: number): void {
    // A press of the keyboard on a link or a button is a click without a place.
    if (this.#spoken || !unitOf(this.#options.settings.current()) || (x === 0 && y === 0)) return;
    this.#set(this.#placeAt(x, y));
  }

  /** What has the focus is where the person is: it is not to be dimmed. */
  #visit(target: Node): void {
    const { blocks } = this.#options;
    const block = blocks.around(target);
    if (block && !this.#spoken) this.#set({ block, offset: blocks.offsetAt(block, target, 0) });
  }

  #set(place: Place | null): void {
    if (!place) return;
    this.#source = 'chosen';
    this.#place = place;
    this.#options.moved();
  }

  #leave(): void {
    this.#source = 'scrolling';
    this.#place = null;
  }

  #step(by: 1 | -1, unit: 'line' | 'block'): void {
    const { blocks } = this.#options;
    const from = this.find();
    if (!from) return;
    const lines = blocks.linesOf(from.block);
    const line = blocks.lineAt(from.block, lines, from.offset) + by;
    if (unit === 'line' && lines[line]) {
      this.#moveTo(from.block, lines, line, unit);
      return;
    }
    for (let at = blocks.indexOf(from.block) + by; blocks.list[at]; at += by) {
      const block = blocks.list[at];
      const found = block ? blocks.linesOf(block) : [];
      if (!block || found.length === 0) continue;
      this.#moveTo(block, found, unit === 'line' && by < 0 ? found.length - 1 : 0, unit);
      return;
    }
  }

  #moveTo(block: Element, lines: readonly Box[], line: number, unit: 'line' | 'block'): void {
    this.#set({ block, offset: line === 0 ? 0 : this.#options.blocks.offsetOf(block, lines, line) });
    const first = lines[unit === 'line' ? line : 0];
    const last = unit === 'line' ? first : lines.at(-1);
    if (!first || !last) return;
    const extent = { top: first.top, bottom: Math.max(first.bottom, last.bottom) };
    // At once: the eye has already gone on, and motion would have to be waited for.
    this.#scroller.scrollBy({ top: scrollToMiddle(this.#seen(), extent), behavior: 'instant' });
  }

  #isInView(): boolean {
    const { top, bottom } = this.#seen();
    const line = this.#place && lineOfPlace(this.#options.blocks, this.#place);
    return line !== null && line !== undefined && line.bottom > top && line.top < bottom;
  }

  #placeWhereScrolled(): Place | null {
    const { top, bottom } = this.#seen();
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const level = eyeLevel(scrollTop, scrollHeight - clientHeight, bottom - top);
    const { left } = this.#options.shown.element.getBoundingClientRect();
    return this.#placeAt(left, top + level * (bottom - top));
  }

  /** The line in view that is nearest to a point of the window. */
  #placeAt(x: number, y: number): Place | null {
    const { blocks, visible } = this.#options;
    const { top, bottom } = this.#seen();
    const found = [...visible].flatMap((block) => {
      const lines = blocks.linesOf(block);
      return lines.map((box, line) => ({ block, lines, line, box }));
    });
    const inView = found.filter(({ box }) => box.bottom > top && box.top < bottom);
    const boxes = inView.map(({ box }) => box);
    const nearest = inView[nearestBox(boxes, x, y)];
    if (!nearest) return null;
    const { block, lines, line } = nearest;
    return { block, offset: line === 0 ? 0 : blocks.offsetOf(block, lines, line) };
  }

  #seen(): Seen {
    return seenOf(this.#options.shown);
  }
}

/** What the pointer and the keys move the place by; null where the settings let them leave it alone. */
export function unitOf({ lineFocus, ruler, paragraphFocus }: Settings): 'line' | 'block' | null {
  if (lineFocus !== 'off' || ruler === 'on') return 'line';
  return paragraphFocus === 'on' ? 'block' : null;
}

/** The line in which a place stands now; undefined where nothing of its block is seen. */
export function lineOfPlace(blocks: FocusBlocks, { block, offset }: Place): Box | undefined {
  const lines = blocks.linesOf(block);
  return lines[blocks.lineAt(block, lines, offset)];
}
