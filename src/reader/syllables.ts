import { textsUnder } from '../article/elements.ts';
import { unclobbered } from '../article/unclobbered.ts';
import { markText } from './highlights.ts';
import type { FollowingPart, ReaderPorts, ShownArticle } from './ports.ts';
import { ADDED } from './text-range.ts';

/** Letters in a row, with what is written over them. */
const WORD = /[\p{L}\p{M}]+/gu;
const MARK = 'lectern-syllable';

/** Blocks this far above and below what is seen are divided too, in shares of the view's height. */
const AROUND = '100%';

export interface SyllablesPorts extends Pick<ReaderPorts, 'document' | 'settings'> {
  /** Of each word the offsets at which a new part begins. May reject. */
  askDivisions(words: readonly string[], language: string | null): Promise<number[][] | 'unknown-language'>;
}

/** Makes the part of the view that shows the parts of words in two colours, where the settings say so. */
export function createSyllablesPart(ports: SyllablesPorts): FollowingPart {
  return { follow: ({ shown }) => new Syllables(ports, shown).follow() };
}

/** Divides the words of the blocks that are seen: marks on all of a long article would make every scrolling slow. */
class Syllables {
  readonly #ports: SyllablesPorts;
  readonly #shown: ShownArticle;
  /** Of the blocks in and near view, what is marked in each. */
  readonly #marked = new Map<Element, readonly Range[]>();
  #observer: IntersectionObserver | null = null;

  constructor(ports: SyllablesPorts, shown: ShownArticle) {
    this.#ports = ports;
    this.#shown = shown;
  }

  follow(): void {
    const { settings } = this.#ports;
    const { signal, shared } = this.#shown;
    const apply = () => (settings.current().syllables === 'on' ? this.#start() : this.#stop());
    apply();
    settings.subscribe(apply, signal);
    signal.addEventListener('abort', () => this.#stop());
    // Text nodes were cut in two under the ranges, or came and went.
    shared.onTextWrapped(() => {
      if (!this.#observer) return;
      this.#stop();
      this.#start();
    });
  }

  #start(): void {
    const window = unclobbered(this.#ports.document, 'defaultView');
    if (this.#observer || !window) return;
    const { IntersectionObserver } = window as Window & Pick<typeof globalThis, 'IntersectionObserver'>;
    const root = this.#shown.element.closest('.lectern');
    this.#observer = new IntersectionObserver((entries) => this.#see(entries), { root, rootMargin: AROUND });
    for (const block of this.#shown.element.querySelectorAll('[data-block]')) this.#observer.observe(block);
  }

  #stop(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#marked.clear();
    this.#mark();
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) this.#marked.delete(target);
      else if (!this.#marked.has(target)) void this.#divide(target);
    }
    this.#mark();
  }

  async #divide(block: Element): Promise<void> {
    const observer = this.#observer;
    this.#marked.set(block, []);
    const places = [...textsUnder(block)]
      .filter((text) => !text.parentElement?.closest(`[${ADDED}], pre, code, math`))
      .flatMap((text) => Array.from(text.data.matchAll(WORD), ({ 0: word, index }) => ({ text, word, index })));
    const words = [...new Set(places.map(({ word }) => word))];
    if (words.length === 0) return;
    const divisions = await this.#ask(words, block.closest('[lang]')?.getAttribute('lang') ?? null);
    // It may have been scrolled out of sight, or be off by now.
    if (divisions === null || this.#observer !== observer || !this.#marked.has(block)) return;
    const byWord = new Map(words.map((word, index) => [word, divisions[index] ?? []]));
    const ranges: Range[] = [];
    for (const { text, word, index } of places) ranges.push(...rangesOf(text, index, word, byWord.get(word) ?? []));
    this.#marked.set(block, ranges);
    this.#mark();
  }

  async #ask(words: readonly string[], language: string | null): Promise<number[][] | null> {
    try {
      const answer = await this.#ports.askDivisions(words, language);
      return answer === 'unknown-language' ? null : answer;
    } catch {
      // Words that are not divided are read as they always were.
      return null;
    }
  }

  #mark(): void {
    markText(this.#ports.document, MARK, [...this.#marked.values()].flat());
  }
}

/** The second, fourth … part of a word that stands at an offset of a text. */
function rangesOf(text: Text, offset: number, word: string, divisions: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (let part = 0; part < divisions.length; part += 2) {
    const range = unclobbered(unclobbered(text, 'ownerDocument'), 'createRange')();
    range.setStart(text, offset + (divisions[part] ?? 0));
    range.setEnd(text, offset + (divisions[part + 1] ?? word.length));
    ranges.push(range);
  }
  return ranges;
}
