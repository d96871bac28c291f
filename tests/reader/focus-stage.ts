import type { TextBlock } from '../../src/article/article.ts';
import { createFocusPart } from '../../src/reader/focus.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { english, mountView } from './mounted-view.ts';
import { fakeSettings } from './speakers-stage.ts';

/** The paper on which jsdom, which lays nothing out, is made to set an article: all in CSS pixels. */
const [LETTER, LINE, GAP, LETTERS_IN_LINE] = [10, 20, 30, 30];
export const VIEW = { width: LETTER * LETTERS_IN_LINE, height: 300 };

const box = (left: number, top: number, right: number, bottom: number) =>
  ({ left, top, right, bottom, width: right - left, height: bottom - top, x: left, y: top }) as DOMRect;

/** The texts of the blocks: a headline, two headings, and paragraphs of so many lines. */
const paragraph = (lines: number) => 'word and so on and on it goes '.repeat(lines).trimEnd();
const ARTICLE = `
  <p data-block="b0">${paragraph(3)}</p>
  <h2 data-block="b1">First part</h2>
  <p data-block="b2">${paragraph(2).slice(0, 40)}<a href="https://bay.example/">${paragraph(2).slice(40)}</a></p>
  <p data-block="b3">${paragraph(12)}</p>
  <h3 data-block="b4">Second part</h3>
  <p data-block="b5">${paragraph(14)}</p>`;

/** An article of some length, set on paper, with the part of focus; `paint` lets all happen that a browser does for a frame. */
export function showFocus(changes: Partial<Settings> = {}) {
  const mounted = mountView();
  const { document, view } = mounted;
  const window = document.defaultView;
  if (!window) throw new Error('the document is in no window');
  const bare = mounted.article(ARTICLE, { title: 'Headline' });
  const blocks = [...bare.content.querySelectorAll('[data-block]')].map(
    (block): TextBlock => ({
      id: block.getAttribute('data-block') ?? '',
      kind: block.localName === 'p' ? 'paragraph' : 'heading',
      text: block.textContent ?? '',
    }),
  );
  const shown = view.showArticle({ ...bare, blocks });
  const scroller = view.root;

  const linesIn = (block: Element) => Math.ceil((block.textContent ?? '').length / LETTERS_IN_LINE);
  const set = () => [...shown.element.querySelectorAll('.title, [data-block]')];
  const topOf = (block: Element) => {
    const before = set().slice(0, set().indexOf(block));
    return before.reduce((top, one) => top + linesIn(one) * LINE + GAP, GAP) - scroller.scrollTop;
  };
  const heightOfAll = () => set().reduce((height, one) => height + linesIn(one) * LINE + GAP, GAP);

  window.Range.prototype.getClientRects = function (this: Range) {
    const block = this.startContainer.parentElement?.closest('.title, [data-block]');
    if (!block) return [] as unknown as DOMRectList;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(this.startContainer, this.startOffset);
    const [from, to] = [String(before).length, String(before).length + String(this).length];
    const boxes: DOMRect[] = [];
    for (let line = Math.floor(from / LETTERS_IN_LINE); line * LETTERS_IN_LINE < to; line++) {
      const [first, last] = [Math.max(from, line * LETTERS_IN_LINE), Math.min(to, (line + 1) * LETTERS_IN_LINE)];
      const left = (first - line * LETTERS_IN_LINE) * LETTER;
      const top = topOf(block) + line * LINE;
      boxes.push(box(left, top, left + (last - first) * LETTER, top + LINE));
    }
    return boxes as unknown as DOMRectList;
  };
  window.Element.prototype.getBoundingClientRect = function (this: Element) {
    if (this === scroller) return box(0, 0, VIEW.width, VIEW.height);
    if (this === shown.element || this === shown.stage)
      return box(0, -scroller.scrollTop, VIEW.width, heightOfAll() - scroller.scrollTop);
    return box(0, 0, 0, 0);
  };
  Object.defineProperties(scroller, {
    clientHeight: { get: () => VIEW.height },
    scrollHeight: { get: heightOfAll },
    scrollBy: {
      value({ top }: { top: number }) {
        scroller.scrollTop = Math.max(0, Math.min(heightOfAll() - VIEW.height, scroller.scrollTop + top));
      },
    },
  });

  let frames: (() => void)[] = [];
  const sights: { look(): void; observed: Set<Element> }[] = [];
  class IntersectionObserverFake {
    readonly observed = new Set<Element>();
    readonly #tell: (entries: unknown[]) => void;
    constructor(tell: (entries: unknown[]) => void) {
      this.#tell = tell;
      sights.push(this);
    }
    look(): void {
      const isIntersecting = (one: Element) =>
        topOf(one) < VIEW.height && topOf(one) + linesIn(one) * LINE > 0 && one.isConnected;
      if (this.observed.size > 0)
        this.#tell([...this.observed].map((target) => ({ target, isIntersecting: isIntersecting(target) })));
    }
    observe(target: Element): void {
      this.observed.add(target);
    }
    disconnect(): void {
      this.observed.clear();
    }
  }
  const sizes: { tell(): void; observed: Set<Element> }[] = [];
  class ResizeObserverFake extends IntersectionObserverFake {
    readonly tell: () => void;
    constructor(tell: () => void) {
      super(tell);
      sights.pop();
      this.tell = tell;
      sizes.push(this);
    }
  }
  Object.assign(window, {
    IntersectionObserver: IntersectionObserverFake,
    ResizeObserver: ResizeObserverFake,
    requestAnimationFrame: (run: () => void) => frames.push(run),
  });

  const settings = fakeSettings({ ...defaultSettings(), ...changes });
  createFocusPart({ document, translate: english, settings }).follow({ shown });
  const paint = () => {
    for (let turn = 0; turn < 4; turn++) {
      for (const sight of sights) sight.look();
      const due = frames;
      frames = [];
      for (const run of due) run();
    }
  };
  paint();

  /** The block and the number of the line at which an area of the window begins. */
  const lineAt = (y: number) => {
    const block = set().findLast((one) => topOf(one) <= y + 1);
    return block ? `${block.getAttribute('data-block') ?? 'title'} ${Math.round((y - topOf(block)) / LINE)}` : 'none';
  };
  const edges = (): number[][] => {
    const path = view.root.querySelector<HTMLElement>('.focus-dim')?.style.clipPath ?? '';
    return [...path.matchAll(/M[\d.-]+ ([\d.-]+)H[\d.]+V([\d.-]+)/g)]
      .slice(1)
      .map(([, top, bottom]) => [Number(top) - scroller.scrollTop, Number(bottom) - scroller.scrollTop]);
  };
  return {
    ...mounted,
    window,
    shown,
    settings,
    scroller,
    paint,
    sizes,
    sights,
    blockOf: (id: string) => shown.element.querySelector(`[data-block="${id}"]`) as HTMLElement,
    /** The first line and the last of each bright area, as the block and the number of the line in it. */
    bright: () => edges().map(([top = 0, bottom = 0]) => [lineAt(top), lineAt(bottom - LINE)]),
    async change(values: Partial<Settings>) {
      for (const [id, value] of Object.entries(values)) await settings.change(id as 'ruler', value as 'on');
      paint();
    },
    press(...keys: string[]) {
      const answers = keys.map((key) => view.pressKey(key));
      paint();
      return answers;
    },
    scrollTo(top: number) {
      scroller.scrollTop = Math.min(heightOfAll() - VIEW.height, top);
    },
    yOf: (id: string, line: number) => {
      const block = shown.element.querySelector(`[data-block="${id}"]`);
      return block ? topOf(block) + (line + 0.5) * LINE : 0;
    },
  };
}
