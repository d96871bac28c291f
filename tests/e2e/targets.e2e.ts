import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { EXTENSION_PAGES, openExtensionPage } from './extension-page.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { giveBrowsers, playButtonIs, SOON, startAnew } from './listening-steps.ts';
import { EVERYTHING, inEachPart, isSeen, waitUntilMarked } from './opened-parts.ts';
import { openInOwnTab } from './own-tab-steps.ts';

/** The size of a target in success criterion 2.5.5 of WCAG 2.2, in CSS pixels; sizes come in fractions. */
const LARGE = 43.9;
/** The same in 2.5.8. */
const SMALLEST = 24;

/**
 * What can be pressed and is smaller than a size, with its shorter side: but for what stands in a line of text, as both
 * criteria allow, and the buttons in the margin, whose work a press on the text and the bar do as well.
 */
const tooSmall = (root: ViewRoot, least: number, besides: string) => {
  const pressable = 'button, a[href], input, select, summary, [role="button"], [tabindex="0"]';
  return [...root.querySelectorAll<HTMLElement>(pressable)]
    .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((each) => !each.closest(besides) && getComputedStyle(each).display !== 'inline')
    .map((each) => {
      // A switch and a radio button are pressed by the words beside them.
      const { width, height } = (each.closest('label') ?? each).getBoundingClientRect();
      const name = each.getAttribute('aria-label') ?? (each.textContent?.trim() || each.id || each.className);
      return { name, size: Math.min(width, height) };
    })
    .filter(({ size }) => size > 0 && size < least);
};
const countTargets = (root: ViewRoot) => root.querySelectorAll('button, input, select, summary').length;

const IN_MARGIN = '.listen-here';
const NOTHING = '.nothing';

beforeAll(() => giveBrowsers());
afterAll(() => {
  vi.unstubAllEnvs();
});

inEachBrowser((stage) => {
  beforeEach(() => startAnew(stage()));

  describe.each([360, 1280])('at %i pixels', (width) => {
    it('every target of the reader and of whatever opens in it is 44 pixels high and wide', async () => {
      const tab = await openInOwnTab(stage(), EVERYTHING);
      await tab.setViewport({ width, height: 800 });
      await waitUntilMarked(tab);
      expect(await tab.reader().evaluate(tooSmall, LARGE, NOTHING)).toEqual([]);
      await inEachPart(tab, async ({ name }) => {
        expect(await tab.reader().evaluate(tooSmall, LARGE, NOTHING), name).toEqual([]);
      });
      await tab.press('k');
      await playButtonIs(tab, 'listenPause');
      await tab.reader().clickButton(messages.listenOptions.message);
      await expect.poll(() => isSeen(tab, '.listen-options'), SOON).toBe(true);
      expect(await tab.reader().evaluate(tooSmall, LARGE, IN_MARGIN)).toEqual([]);
      expect(await tab.reader().evaluate(tooSmall, SMALLEST, NOTHING)).toEqual([]);
    });

    it.each(EXTENSION_PAGES)('every target of %s is 44 pixels high and wide', async (page) => {
      const tab = await openExtensionPage(stage(), page);
      await tab.setViewport({ width, height: 800 });
      const least = page === 'options.html' ? 100 : 3;
      await expect.poll(() => tab.reader().evaluate(countTargets), SOON).toBeGreaterThan(least);
      expect(await tab.reader().evaluate(tooSmall, LARGE, NOTHING)).toEqual([]);
    });
  });

  it('a small target would be found', async () => {
    const tab = await openInOwnTab(stage(), EVERYTHING);
    const names = await tab.reader().evaluate((root) => {
      const button = root.querySelector<HTMLElement>('.bar button');
      button?.style.setProperty('padding', '0');
      button?.style.setProperty('min-block-size', '0');
      button?.style.setProperty('block-size', '30px');
      return button?.textContent;
    });
    const found = await tab.reader().evaluate(tooSmall, LARGE, NOTHING);
    expect(names).toContain(found[0]?.name);
  });
});
