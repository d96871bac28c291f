import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../src/settings/settings.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { giveBrowsers, SHORT_PAGE, SPOKEN } from './listening-steps.ts';
import { storeSettings } from './settings-steps.ts';
import { openReader, tabTo } from './speakers-steps.ts';

const SOON = { timeout: 10_000 };
const EVERYTHING = {
  lineFocus: 'three',
  ruler: 'on',
  outline: 'on',
  progress: 'on',
} as const satisfies Partial<Settings>;
/** Has headings, a picture, links and terms. */
const PAGE = '/german.html';

// Before the browsers are launched: nobody is to hear them.
beforeAll(() => giveBrowsers());

/** From where to where the bright areas go, in CSS pixels of the window. */
const brightAreas = (root: ViewRoot) => {
  const dim = root.querySelector<HTMLElement>('.focus-dim');
  const { top = 0 } = dim?.getBoundingClientRect() ?? {};
  const holes = [...(dim?.style.clipPath ?? '').matchAll(/M ?[\d.-]+ ([\d.-]+) ?H ?[\d.-]+ ?V ?([\d.-]+)/g)].slice(1);
  // As browsers write the path, with spaces or without.
  return holes.map(([, from, to]) => ({ top: top + Number(from), bottom: top + Number(to) }));
};
/** The words whose middle lies in a bright area. */
const brightWords = (root: ViewRoot) => {
  const dim = root.querySelector<HTMLElement>('.focus-dim');
  const { top = 0 } = dim?.getBoundingClientRect() ?? {};
  const holes = [...(dim?.style.clipPath ?? '').matchAll(/M ?[\d.-]+ ([\d.-]+) ?H ?[\d.-]+ ?V ?([\d.-]+)/g)].slice(1);
  const words: string[] = [];
  for (const block of root.querySelectorAll('.title, .document [data-block]')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      for (const { 0: word, index } of (text as Text).data.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const [box] = range.getClientRects();
        const middle = box ? (box.top + box.bottom) / 2 : -1;
        if (box && holes.some(([, from, to]) => middle > top + Number(from) && middle < top + Number(to)))
          words.push(word);
      }
    }
  }
  return words.join(' ');
};
const leftInView = (root: ViewRoot) =>
  root.querySelectorAll('.focus-dim, .focus-ruler, .outline, .progress-words, .progress-line, [id^="outline-"]').length;
const progressOf = (root: ViewRoot) => root.querySelector('.progress-words')?.textContent ?? '';
const bright = (tab: Tab) => tab.reader().evaluate(brightWords);

inEachBrowser((stage) => {
  beforeEach(() => storeSettings(stage(), {}));

  async function openWith(settings: Partial<Settings>, path = PAGE): Promise<Tab> {
    await storeSettings(stage(), settings);
    return openReader(stage(), path);
  }

  /** Presses a key, and waits until other words are bright. */
  async function step(tab: Tab, key: string): Promise<string> {
    const before = await bright(tab);
    await tab.press(key);
    await expect.poll(() => bright(tab), SOON).not.toBe(before);
    return bright(tab);
  }

  describe('line focus', () => {
    it('leaves one line bright and goes on and back with the keys', async () => {
      const tab = await openWith({ lineFocus: 'one' });
      // Where a line ends depends on the fonts of the machine.
      await expect.poll(() => bright(tab), SOON).toMatch(/^Bibliothek ohne/);
      const lines = [await bright(tab), await step(tab, 'n'), await step(tab, 'n'), await step(tab, 'n')];
      expect(lines.join(' ')).toMatch(/^Bibliothek ohne Personal: Lindenhagen liest jetzt auch nachts Eine Kleinstadt/);
      expect(await step(tab, 'b')).toBe(lines[2]);
    });

    it('keeps the line in the middle of what is seen', async () => {
      const tab = await openWith({ lineFocus: 'one' });
      await expect.poll(() => bright(tab), SOON).not.toBe('');
      for (let count = 0; count < 16; count++) await tab.press('n');
      const middleOf = async () => {
        const [area] = await tab.reader().evaluate(brightAreas);
        return area ? (area.top + area.bottom) / 2 : 0;
      };
      await expect.poll(middleOf, SOON).toBeGreaterThan(200);
      await expect.poll(middleOf, SOON).toBeLessThan(600);
    });

    it('follows the pointer, and the page hears nothing of where that is', async () => {
      await storeSettings(stage(), { lineFocus: 'three' });
      const tab = await stage().openTab(PAGE);
      await tab.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        for (const type of ['pointermove', 'mousemove', 'pointerover', 'mouseover', 'pointerdown', 'click'])
          document.addEventListener(type, () => heard.push(type));
      });
      await tab.pressToolbarButton();
      await tab.reader().waitUntilSettled();
      await expect.poll(() => bright(tab), SOON).not.toBe('');
      await tab.evaluate(() => Reflect.get(window, 'heard').splice(0));
      await tab.scrollWheel(500);
      for (const y of [320, 470]) {
        await tab.click(900, y);
        const isThere = async () =>
          (await tab.reader().evaluate(brightAreas)).some(({ top, bottom }) => top - 40 < y && y < bottom + 40);
        await expect.poll(isThere, SOON).toBe(true);
      }
      expect(await tab.evaluate('heard')).toEqual([]);
    });

    it('follows scrolling, down to the last line', async () => {
      const tab = await openWith({ lineFocus: 'one', progress: 'on' });
      await expect.poll(() => bright(tab), SOON).toMatch(/^Bibliothek ohne/);
      expect(await tab.reader().evaluate(progressOf)).toBe('2 minutes left');
      const lastWord = await tab.reader().evaluate((root) =>
        [...root.querySelectorAll('[data-block]')]
          .at(-1)
          ?.textContent?.match(/\S+\s*$/)?.[0]
          .trim(),
      );
      const line = async () => {
        await tab.scrollWheel(4000);
        return bright(tab);
      };
      await expect.poll(line, SOON).toContain(lastWord);
      expect(await tab.reader().evaluate(progressOf)).toBe('The end');
    });

    it('goes with the voice', async () => {
      const tab = await openWith({ lineFocus: 'one' }, SHORT_PAGE);
      await expect.poll(() => bright(tab), SOON).not.toBe('');
      const first = await bright(tab);
      await tab.press('k');
      const spoken = () => tab.evaluate(() => Array.from(CSS.highlights.get('lectern-word') ?? [], String).join(' '));
      const both = async () => {
        const [word, line] = [await spoken(), await bright(tab)];
        return word !== '' && line !== first && line.includes(word);
      };
      await expect.poll(both, SPOKEN).toBe(true);
    });

    it('dims by something that is out of reach: links and words stay what they are', async () => {
      const tab = await openWith({ lineFocus: 'one' });
      await expect.poll(() => bright(tab), SOON).not.toBe('');
      const dim = await tab.reader().evaluate((root) => {
        const layer = root.querySelector<HTMLElement>('.focus-dim');
        const block = root.querySelector('.standfirst');
        const box = block?.getBoundingClientRect();
        const met = box && root.elementFromPoint(box.left + 30, box.top + 15);
        return {
          strength: Number(layer?.style.opacity),
          hidden: layer?.getAttribute('aria-hidden'),
          met: met === block || block?.contains(met ?? null),
        };
      });
      expect(dim).toEqual({ strength: expect.closeTo(0.5, 1), hidden: 'true', met: true });
    });
  });

  describe('the ruler', () => {
    it('stays with forced colours, where nothing is dimmed, and is not on paper', async () => {
      const tab = await openWith({ lineFocus: 'one' });
      await expect.poll(() => bright(tab), SOON).not.toBe('');
      const seen = () =>
        tab
          .reader()
          .evaluate((root) =>
            ['.focus-dim', '.focus-ruler'].map((selector) =>
              root.querySelector(selector)?.checkVisibility({ visibilityProperty: true }),
            ),
          );
      expect(await seen()).toEqual([true, false]);
      await tab.emulateMedia({ forcedColors: 'active' });
      expect(await seen()).toEqual([false, true]);
      await tab.emulateMedia({ forcedColors: 'none', medium: 'print' });
      expect(await seen()).toEqual([false, false]);
    });
  });

  describe('the outline', () => {
    it('stands beside the text where there is room, and leads to the headings by keyboard', async () => {
      const tab = await openWith({ outline: 'on' });
      await tab.setViewport({ width: 1400, height: 800 });
      const place = () =>
        tab.reader().evaluate((root) => {
          const [list, text] = ['.outline-list', '.title'].map((one) =>
            root.querySelector(one)?.getBoundingClientRect(),
          );
          return list && text ? { isSeen: list.height > 0, isBeside: list.right < text.left } : null;
        });
      await expect.poll(place, SOON).toEqual({ isSeen: true, isBeside: true });
      await tabTo(tab, 'Nicht alle sind begeistert');
      await tab.press('Enter');
      const there = () =>
        tab.reader().evaluate((root) => ({
          focus: root.activeElement?.matches('h2, h3') ? root.activeElement.textContent : null,
          current: [...root.querySelectorAll('[aria-current="location"]')].map((link) => link.textContent),
        }));
      await expect
        .poll(there, SOON)
        .toEqual({ focus: 'Nicht alle sind begeistert', current: ['Nicht alle sind begeistert'] });
      expect(await tab.evaluate(() => location.hash)).toBe('');
    });

    it('is folded up under the headline where there is none', async () => {
      const tab = await openWith({ outline: 'on' });
      const place = () =>
        tab.reader().evaluate((root) => {
          const frame = root.querySelector<HTMLDetailsElement>('.outline-frame');
          const head = root.querySelector('.head')?.getBoundingClientRect();
          return frame && head ? { open: frame.open, isUnder: frame.getBoundingClientRect().top >= head.bottom } : null;
        });
      await expect.poll(place, SOON).toEqual({ open: false, isUnder: true });
      await tabTo(tab, 'In this article');
      await tab.press('Enter');
      await expect.poll(place, SOON).toEqual({ open: true, isUnder: true });
    });
  });

  describe('all of it', () => {
    it('has nothing that axe-core finds wrong, wide and narrow, and fits 320 px', async () => {
      const tab = await openWith(EVERYTHING);
      for (const width of [1400, 320]) {
        await tab.setViewport({ width, height: 800 });
        await expect.poll(() => tab.reader().evaluate(leftInView), SOON).toBe(7);
        expect(await tab.reader().axe(), String(width)).toEqual([]);
      }
      const widths = await tab.reader().evaluate((root) => {
        const view = root.querySelector('.lectern');
        return { needed: view?.scrollWidth ?? 0, has: view?.clientWidth ?? 0 };
      });
      expect(widths.needed).toBeLessThanOrEqual(widths.has);
    });

    it('comes as soon as it is on, and leaves nothing when it is off', async () => {
      const tab = await openWith({});
      const before = await tab.reader().evaluate((root) => root.querySelector('.stage')?.innerHTML);
      await storeSettings(stage(), EVERYTHING);
      await tab.activate();
      await expect.poll(() => tab.reader().evaluate(leftInView), SOON).toBe(7);
      await tab.press('n');
      await storeSettings(stage(), {});
      await tab.activate();
      await expect.poll(() => tab.reader().evaluate(leftInView), SOON).toBe(0);
      expect(await tab.reader().evaluate((root) => root.querySelector('.stage')?.innerHTML)).toBe(before);
    });
  });
});
