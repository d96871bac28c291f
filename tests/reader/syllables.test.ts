import { describe, expect, it, vi } from 'vitest';
import { createSyllablesPart, type SyllablesPorts } from '../../src/reader/syllables.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { showConvoy } from './glossary-stage.ts';

/** Stands in for the one that jsdom lacks: everything is in view, until it is told otherwise. */
function stubObserver(window: Window) {
  const observers: { see(target: Element, isIntersecting: boolean): void; observed: Set<Element> }[] = [];
  class IntersectionObserverFake {
    readonly observed = new Set<Element>();
    readonly #told: (entries: unknown[]) => void;
    constructor(told: (entries: unknown[]) => void) {
      this.#told = told;
      observers.push(this);
    }
    see(target: Element, isIntersecting: boolean): void {
      this.#told([{ target, isIntersecting }]);
    }
    observe(target: Element): void {
      this.observed.add(target);
    }
    disconnect(): void {
      this.observed.clear();
    }
  }
  Object.assign(window, { IntersectionObserver: IntersectionObserverFake });
  return observers;
}

function showSyllables(syllables: Settings['syllables'], divide: SyllablesPorts['askDivisions'] = halves) {
  const stage = showConvoy();
  const observers = stubObserver(stage.document.defaultView as unknown as Window);
  const listeners = new Set<(settings: Settings) => void>();
  let current = { ...defaultSettings(), syllables };
  const settings = {
    current: () => current,
    subscribe: (listener: (settings: Settings) => void) => void listeners.add(listener),
  };
  const askDivisions = vi.fn(divide);
  createSyllablesPart({ document: stage.document, settings, askDivisions }).follow({ shown: stage.shown });
  const blocks = [...stage.shown.element.querySelectorAll('[data-block]')];
  return {
    ...stage,
    askDivisions,
    blocks,
    observers,
    set(next: Settings['syllables']) {
      current = { ...current, syllables: next };
      for (const listener of listeners) listener(current);
    },
    marked: () => stage.highlights.textOf('lectern-syllable'),
  };
}

/** Divides every word of more than five letters after its second and its fourth letter. */
const halves = async (words: readonly string[]) => words.map((word) => (word.length > 5 ? [2, 4] : []));

describe('syllables', () => {
  it('mark every second part of the words in view, and touch no text', async () => {
    const stage = showSyllables('on');
    const [first] = stage.blocks;
    const before = stage.shown.element.innerHTML;
    if (first) stage.observers[0]?.see(first, true);
    await vi.waitFor(() => expect(stage.marked().length).toBeGreaterThan(1));
    const words = (first?.textContent ?? '').match(/\p{L}+/gu)?.filter((word) => word.length > 5) ?? [];
    expect(stage.marked()).toEqual(words.map((word) => word.slice(2, 4)));
    expect(stage.shown.element.innerHTML).toBe(before);
  });

  it('ask for no word twice, in the language of the block', async () => {
    const stage = showSyllables('on');
    const [first] = stage.blocks;
    first?.setAttribute('lang', 'fr');
    if (first) first.textContent = 'minister minister minister';
    if (first) stage.observers[0]?.see(first, true);
    await vi.waitFor(() => expect(stage.askDivisions.mock.calls).toEqual([[['minister'], 'fr']]));
  });

  it('are gone from what is scrolled away, and wholly where they are put off', async () => {
    const stage = showSyllables('on');
    const [first] = stage.blocks;
    if (!first) throw new Error('no block');
    stage.observers[0]?.see(first, true);
    await vi.waitFor(() => expect(stage.marked()).not.toEqual([]));
    stage.observers[0]?.see(first, false);
    expect(stage.marked()).toEqual([]);
    stage.observers[0]?.see(first, true);
    await vi.waitFor(() => expect(stage.marked()).not.toEqual([]));
    stage.set('off');
    expect(stage.marked()).toEqual([]);
    expect(stage.observers[0]?.observed.size).toBe(0);
  });

  it('come when they are put on', () => {
    const stage = showSyllables('off');
    expect(stage.observers).toHaveLength(0);
    stage.set('on');
    expect(stage.observers[0]?.observed.size).toBe(stage.blocks.length);
  });

  it.each([
    ['nobody answers', () => Promise.reject(new Error('gone'))],
    ['the language is not known', async () => 'unknown-language' as const],
  ])('leave the text alone where %s', async (_, divide) => {
    const stage = showSyllables('on', divide);
    const [first] = stage.blocks;
    if (first) stage.observers[0]?.see(first, true);
    await vi.waitFor(() => expect(stage.askDivisions).toHaveBeenCalled());
    await Promise.resolve();
    expect(stage.marked()).toEqual([]);
  });
});
