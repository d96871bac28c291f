import { describe, expect, it } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { Tab } from '../../tools/browsers/browser.ts';
import { HOSTILE_HEADLINE, HOSTILE_PAGES, HOSTILE_SENTENCE, STRIKE } from './hostile-pages.ts';
import { inEachBrowser } from './in-each-browser.ts';

/** Pages that defeat the overlay: the article must stand in a tab of Lectern's own. The frameset has no text of its own. */
const DEFEATED = /^(keys|remover|document-write)/;

inEachBrowser((stage) => {
  const tabPage = () => `${stage().browser.extensionOrigin}/tab.html`;

  /** The tab in which the article is visible and stays so. */
  async function whereItShows(tab: Tab): Promise<Tab> {
    const found = async () => {
      if (await tab.reader().isVisible()) return tab;
      for (const other of await stage().browser.tabs())
        if ((await other.url()).startsWith(tabPage()) && (await other.reader().isVisible())) return other;
      return null;
    };
    await expect.poll(async () => (await found()) !== null, { timeout: 10_000 }).toBe(true);
    return (await found()) ?? tab;
  }

  describe('a hostile page', () => {
    it('comes in 27 kinds', () => {
      expect(HOSTILE_PAGES).toHaveLength(27);
    });

    it.each(HOSTILE_PAGES)('$name, which $trait, shows its article and lets go of it', async ({ name, path }) => {
      const tab = await stage().openTab(path);
      await tab.pressToolbarButton();
      await whereItShows(tab);
      // What shows must still show when the page has struck.
      if (/rewriter|document-write/.test(name)) {
        await tab.evaluate((strike) => void dispatchEvent(new Event(strike)), STRIKE);
        await new Promise((done) => setTimeout(done, 900));
      }
      const shown = await whereItShows(tab);
      expect(shown === tab ? 'overlay' : 'tab').toBe(DEFEATED.test(name) ? 'tab' : 'overlay');

      const view = shown.reader();
      expect(await view.text()).toContain(HOSTILE_SENTENCE);
      expect(await view.count('heading', HOSTILE_HEADLINE)).toBe(1);
      // Unstyled, the view would be a heap of text: a strict policy must not have taken its style sheet.
      const overflow = await view.evaluate((root) => {
        const scroller = root.querySelector('.lectern');
        return scroller ? getComputedStyle(scroller).overflowY : '';
      });
      expect(overflow).toBe('scroll');

      await view.clickButton(messages.readerClose.message);
      if (shown === tab) await tab.reader().waitUntilGone();
      else await expect.poll(async () => (await stage().browser.tabs()).length).toBeLessThanOrEqual(2);
    });
  });
});
