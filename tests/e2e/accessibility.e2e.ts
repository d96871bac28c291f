import { describe, expect, it } from 'vitest';
import { inEachBrowser } from './in-each-browser.ts';

/** Articles of every make, and a notice. */
const PAGES = ['/sample.html', '/footnotes.html', '/arabic.html', '/japanese.html', '/front-page.html'];

inEachBrowser((stage) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each(PAGES)('axe finds nothing in the reading view of %s', async (path) => {
      const tab = await stage().openTab(path);
      await tab.emulateMedia({ colorScheme });
      await tab.pressToolbarButton();
      await tab.reader().waitUntilVisible();
      expect(await tab.reader().axe()).toEqual([]);
    });

    it('axe finds nothing in the tab of its own, contrast included', async () => {
      const tab = await stage().openTab('/hostile/keys');
      await tab.pressToolbarButton();
      const own = await stage().browser.waitForTab((url) => url.includes('/tab.html#article='));
      await own.emulateMedia({ colorScheme });
      await own.reader().waitUntilVisible();
      expect(await own.reader().axe()).toEqual([]);
      const title = await own.evaluate(() => document.title);
      expect(title).toBe('Lighthouse at Norrvik to shine again after forty years');
    });
  });

  it('axe would find a planted fault', async () => {
    const tab = await stage().openTab('/sample.html');
    await tab.pressToolbarButton();
    await tab.reader().waitUntilVisible();
    await tab.reader().evaluate((root) => {
      root.querySelector('article')?.append(document.createElement('button'));
    });
    expect((await tab.reader().axe()).map(({ rule }) => rule)).toContain('button-name');
  });

  it.each([320, 1280])('nothing scrolls sideways at %i pixels', async (width) => {
    const tab = await stage().openTab('/footnotes.html');
    await tab.setViewport({ width, height: 800 });
    await tab.pressToolbarButton();
    await tab.reader().waitUntilVisible();
    const overflow = await tab.reader().evaluate((root) => {
      const view = root.querySelector('.lectern');
      return view ? view.scrollWidth - view.clientWidth : -1;
    });
    expect(overflow).toBe(0);
  });
});
