import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { EXTENSION_PAGES, openExtensionPage } from './extension-page.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { giveBrowsers, playButtonIs, SOON, startAnew } from './listening-steps.ts';
import { EVERYTHING, inEachPart, isSeen, waitUntilMarked } from './opened-parts.ts';
import { openInOwnTab } from './own-tab-steps.ts';

/** 1280 × 1024 CSS pixels at 400 %: what success criterion 1.4.10 of WCAG 2.2 asks for. */
const ZOOMED = { width: 320, height: 256 };
const SIZES = [ZOOMED, { width: 320, height: 640 }, { width: 1280, height: 800 }];

/** The spacing of success criterion 1.4.12, which a reader may force upon any page. */
const SPACING = [
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
  'p { margin-block-end: 2em !important; }',
];

/** By how many CSS pixels the view, or a box in it, would have to be scrolled sideways. Frames of wide tables may. */
const overflow = (root: ViewRoot, box: string) =>
  ['.lectern', box].map((selector) => {
    const found = root.querySelector(selector);
    return found ? found.scrollWidth - found.clientWidth : -1;
  });

/** The texts of controls and lines that are cut off at an edge of their own, or of what holds them. */
const cutOff = (root: ViewRoot) => {
  const cut: string[] = [];
  const isHiding = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  for (const each of root.querySelectorAll<HTMLElement>('body *, .lectern *')) {
    if (!each.checkVisibility({ visibilityProperty: true }) || each.closest('svg, [aria-hidden="true"]')) continue;
    // What lies behind a panel that covers it does not scroll; a browser shortens the names of files itself.
    if (each.matches('.covered, input[type="file"]')) continue;
    const style = getComputedStyle(each);
    const hasText = [...each.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
    // Hidden from the eyes on purpose, for those who listen.
    if (each.clientWidth <= 1 || each.clientHeight <= 1) continue;
    const isWide = each.scrollWidth > each.clientWidth + 1;
    const isHigh = each.scrollHeight > each.clientHeight + 1;
    const isCut = (isWide && isHiding(style.overflowX)) || (isHigh && isHiding(style.overflowY));
    const isTight = hasText && (isWide || isHigh) && each.matches('button, label, select, summary');
    if (isCut || isTight) cut.push(`${each.tagName} ${each.className}`);
  }
  return cut;
};

/** Not as an element: the policy of Lectern's own pages lets none in. */
const force = (root: ViewRoot, rules: readonly string[]) => {
  const [sheet] = [...root.styleSheets];
  if (!sheet) throw new Error('the view has no style sheet');
  for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length);
};

beforeAll(() => giveBrowsers());
afterAll(() => {
  vi.unstubAllEnvs();
});

inEachBrowser((stage) => {
  beforeEach(() => startAnew(stage()));

  const pageOverflow = (tab: Tab) => tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  describe.each(SIZES)('at $width × $height pixels', (size) => {
    it('the reader and whatever opens in it scroll one way only', async () => {
      const tab = await openInOwnTab(stage(), EVERYTHING);
      await tab.setViewport(size);
      await waitUntilMarked(tab);
      expect(await tab.reader().evaluate(overflow, '.content')).toEqual([0, 0]);
      await inEachPart(tab, async ({ name, box }) => {
        expect(await tab.reader().evaluate(overflow, box), name).toEqual([0, 0]);
      });
      await tab.press('k');
      await playButtonIs(tab, 'listenPause');
      await tab.reader().clickButton(messages.listenOptions.message);
      await expect.poll(() => isSeen(tab, '.listen-options'), SOON).toBe(true);
      expect(await tab.reader().evaluate(overflow, '.listen-options')).toEqual([0, 0]);
    });

    it.each(EXTENSION_PAGES)('%s scrolls one way only', async (page) => {
      const tab = await openExtensionPage(stage(), page);
      await tab.setViewport(size);
      expect(await pageOverflow(tab)).toBeLessThanOrEqual(0);
    });

    it('no text of the reader is cut off when wider spacing is forced upon it', async () => {
      const tab = await openInOwnTab(stage(), EVERYTHING);
      await tab.setViewport(size);
      await waitUntilMarked(tab);
      await tab.reader().evaluate(force, SPACING);
      expect(await tab.reader().evaluate(cutOff)).toEqual([]);
      expect(await tab.reader().evaluate(overflow, '.content')).toEqual([0, 0]);
      await inEachPart(tab, async ({ name, box }) => {
        expect(await tab.reader().evaluate(cutOff), name).toEqual([]);
        expect(await tab.reader().evaluate(overflow, box), name).toEqual([0, 0]);
      });
      await tab.press('k');
      await playButtonIs(tab, 'listenPause');
      await tab.reader().clickButton(messages.listenOptions.message);
      await expect.poll(() => isSeen(tab, '.listen-options'), SOON).toBe(true);
      expect(await tab.reader().evaluate(cutOff)).toEqual([]);
    });

    it.each(EXTENSION_PAGES)('no text of %s is cut off when wider spacing is forced upon it', async (page) => {
      const tab = await openExtensionPage(stage(), page);
      await tab.setViewport(size);
      await tab.reader().evaluate(force, SPACING);
      expect(await tab.reader().evaluate(cutOff)).toEqual([]);
      expect(await pageOverflow(tab)).toBeLessThanOrEqual(0);
    });
  });

  it('a text that is cut off would be found', async () => {
    const tab = await openInOwnTab(stage(), EVERYTHING);
    await tab.reader().evaluate(force, ['.content p { block-size: 1em; overflow: hidden; }']);
    expect((await tab.reader().evaluate(cutOff)).length).toBeGreaterThan(2);
  });
});
