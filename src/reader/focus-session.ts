import { FocusBlocks } from './focus-blocks.ts';
import { brightAround } from './focus-bright.ts';
import { FocusLayer } from './focus-layer.ts';
import { FocusOutline } from './focus-outline.ts';
import { FocusPlace } from './focus-place.ts';
import { FocusProgress } from './focus-progress.ts';
import { scrollerOf } from './focus-seen.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';

type FocusPorts = Pick<ReaderPorts, 'document' | 'translate' | 'settings'>;

/** From when the settings first want something of focus until they want nothing of it any more. */
export class FocusSession {
  readonly #ports: FocusPorts;
  readonly #window: Window & typeof globalThis;
  readonly #ended: AbortController;
  readonly #blocks: FocusBlocks;
  readonly #place: FocusPlace;
  readonly #layer: FocusLayer;
  readonly #outline: FocusOutline;
  readonly #progress: FocusProgress;
  readonly #visible = new Set<Element>();
  readonly #sight: IntersectionObserver;
  readonly #sizes: ResizeObserver;
  #isDue = false;
  #hasChanged = true;

  constructor(ports: FocusPorts, window: Window & typeof globalThis, shown: ShownArticle) {
    this.#ports = ports;
    this.#window = window;
    this.#ended = new AbortController();
    this.#blocks = new FocusBlocks(window, shown);
    this.#layer = new FocusLayer(window, ports.document, shown);
    this.#outline = new FocusOutline(ports, window, shown);
    this.#progress = new FocusProgress(ports, shown);
    const { settings } = ports;
    this.#place = new FocusPlace(
      { shown, blocks: this.#blocks, visible: this.#visible, settings, moved: () => this.#redrawSoon() },
      this.#ended.signal,
    );
    // In a long article only what is near is measured.
    this.#sight = new window.IntersectionObserver((entries) => this.#see(entries), { root: scrollerOf(shown) });
    this.#sizes = new window.ResizeObserver(() => this.change());
    for (const sized of [scrollerOf(shown), shown.element, ...shown.covered]) this.#sizes.observe(sized);
    this.#observeBlocks();
    this.change();
  }

  /** The settings, the text or the room for it have changed. Not at once: what an observer of sizes changes, it reports again. */
  change(): void {
    this.#hasChanged = true;
    this.#redrawSoon();
  }

  answer(key: string): boolean {
    return this.#place.answer(key);
  }

  hear(spoken: Range | null): void {
    this.#place.hear(spoken);
  }

  /** Takes everything away again. */
  end(): void {
    this.#ended.abort();
    this.#sight.disconnect();
    this.#sizes.disconnect();
    this.#layer.remove();
    this.#outline.remove();
    this.#progress.remove();
  }

  #observeBlocks(): void {
    this.#sight.disconnect();
    this.#visible.clear();
    for (const block of this.#blocks.list) this.#sight.observe(block);
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
    }
    this.#redrawSoon();
  }

  /** Once for all that happens before the next painting. */
  #redrawSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#window.requestAnimationFrame(() => {
      this.#isDue = false;
      if (!this.#ended.signal.aborted) this.#redraw();
    });
  }

  #redraw(): void {
    const settings = this.#ports.settings.current();
    if (this.#hasChanged) {
      if (this.#blocks.refresh()) this.#observeBlocks();
      this.#outline.update(settings.outline === 'on');
      this.#outline.fit();
    }
    this.#hasChanged = false;
    const place = this.#place.find();
    this.#layer.draw(place && brightAround(this.#blocks, place, settings), settings.ruler === 'on');
    this.#outline.tell(this.#blocks, place);
    if (settings.progress === 'off') this.#progress.remove();
    else if (place) this.#progress.tell(this.#blocks, place, settings.readingPace);
  }
}
