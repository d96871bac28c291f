import { describe, expect, it } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { Tab } from '../../tools/browsers/browser.ts';
import { inEachBrowser } from './in-each-browser.ts';

/** Selects the second and third paragraph of the article; gives the middle of the second, in CSS pixels. */
function selectTwoParagraphs(): { x: number; y: number } {
  const [, second, third] = [...document.querySelectorAll('article p:not([class])')];
  if (!second || !third) throw new Error('the page has too few paragraphs');
  second.scrollIntoView({ block: 'center' });
  getSelection()?.setBaseAndExtent(second, 0, third, third.childNodes.length);
  const box = second.getBoundingClientRect();
  return { x: box.left + 20, y: box.top + 10 };
}

inEachBrowser((stage, kind) => {
  /**
   * Chooses an entry of the page's context menu. Chromium's menu belongs to the system and cannot be pressed: there a real
   * press on the button grants the tab first, and then the background is told of the choice.
   */
  async function choose(tab: Tab, menuItemId: string, label: string, place: { x: number; y: number }): Promise<void> {
    if (stage().browser.kind === 'firefox') return tab.chooseContextMenuEntry(label, place.x, place.y);
    await tab.pressToolbarButton();
    await tab.reader().waitUntilVisible();
    await tab.press('Escape');
    await tab.reader().waitUntilGone();
    await stage().browser.backgroundEvaluate(async (item) => {
      interface Event {
        dispatch(...values: unknown[]): void;
      }
      const { tabs, contextMenus } = Reflect.get(globalThis, 'chrome') as {
        tabs: { query(about: object): Promise<unknown[]> };
        contextMenus: { onClicked: Event };
      };
      const [front] = await tabs.query({ active: true, lastFocusedWindow: true });
      contextMenus.onClicked.dispatch({ menuItemId: item }, front);
    }, menuItemId);
  }

  describe('the context menu', () => {
    it('reads the selection alone', async () => {
      const tab = await stage().openTab('/frame-article.html');
      const place = await tab.evaluate(selectTwoParagraphs);
      const selected = await tab.evaluate(() => getSelection()?.toString() ?? '');
      await choose(tab, 'read-selection', messages.commandReadSelection.message, place);
      await tab.reader().waitUntilVisible();
      const shown = await tab
        .reader()
        .evaluate((root) => [...root.querySelectorAll('article [data-block]')].map((block) => block.textContent ?? ''));
      const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();
      expect(collapse(shown.join(' '))).toBe(collapse(selected));
    });

    it('reads the page', async () => {
      const tab = await stage().openTab('/frame-article.html');
      await choose(tab, 'read-page', messages.menuReadPage.message, { x: 5, y: 5 });
      await tab.reader().waitUntilVisible();
      expect(
        await tab.reader().evaluate((root) => root.querySelectorAll('article [data-block]').length),
      ).toBeGreaterThan(2);
    });

    // Firefox offers the entry on selected text alone, so that only a keyboard command can come without one.
    if (kind === 'chromium')
      it('says so where nothing is selected', async () => {
        const tab = await stage().openTab('/frame-article.html');
        await choose(tab, 'read-selection', messages.commandReadSelection.message, { x: 5, y: 5 });
        await expect.poll(() => tab.reader().focusedName()).toBe(messages.noticeEmptySelection.message);
      });
  });
});
