import { describe, expect, it } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { countStored } from './settings-steps.ts';

const COUNT = '4 things were taken out';
const LETTER = 'Put back: The Tarnwick letter';

/** What stands right before and after the piece that was put back, and the piece: the starts of the texts. */
function aroundPiece(root: ViewRoot): string[] {
  const blocks = [...root.querySelectorAll('.content [data-block]')];
  const at = blocks.findIndex((block) => block.closest('.put-back'));
  return blocks.slice(Math.max(0, at - 1), at + 3).map(({ textContent }) => (textContent ?? '').slice(0, 30));
}

const piecesBack = (root: ViewRoot) => root.querySelectorAll('.content .put-back').length;

/** What is put back is kept for an address: each test has one of its own. */
let visits = 0;

inEachBrowser((stage, kind) => {
  async function openReader(path = `/receipt.html?${++visits}`): Promise<Tab> {
    const tab = await stage().openTab(path);
    await tab.pressToolbarButton();
    await tab.reader().waitUntilSettled();
    return tab;
  }

  /** Moves the focus on with Tab until the element whose name begins so has it. */
  async function tabTo(tab: Tab, name: string): Promise<void> {
    for (let step = 0; step < 40; step++) {
      if ((await tab.reader().focusedName())?.startsWith(name)) return;
      await tab.press('Tab');
    }
    throw new Error(`Tab never reached "${name}"`);
  }

  async function openReceipt(tab: Tab): Promise<void> {
    await tabTo(tab, COUNT);
    await tab.press('Enter');
    await expect.poll(() => tab.reader().count('region', 'What was taken out')).toBe(1);
  }

  describe('the receipt', () => {
    it('opens by keyboard under its button, with the reasons, and closes again', async () => {
      const tab = await openReader();
      await openReceipt(tab);
      expect(await tab.reader().focusedName()).toBe(COUNT);
      const reasons = await tab
        .reader()
        .evaluate((root) => [...root.querySelectorAll('.receipt h3')].map(({ textContent }) => textContent));
      expect(reasons).toEqual([
        'A mark or box for advertising (2)',
        'An invitation to sign up, subscribe or follow (1)',
        'Links to other stories (1)',
        'Left behind with the rest of the page (1)',
      ]);
      expect(await tab.reader().count('button', 'Put back: Advertisement')).toBe(1);
      await tab.press('Enter');
      await expect.poll(() => tab.reader().count('region', 'What was taken out')).toBe(0);
    });

    it('puts a box back at its place, says so, keeps the focus, and leads there', async () => {
      const tab = await openReader();
      await openReceipt(tab);
      await tabTo(tab, LETTER);
      await tab.press('Enter');
      await expect
        .poll(() => tab.reader().evaluate(aroundPiece))
        .toEqual([
          'About two hundred people stood',
          'The Tarnwick letter',
          'Sign up for our newsletter and',
          'The repair cost 410,000 pounds',
        ]);
      expect(await tab.reader().focusedName()).toMatch(/^Take out again: The Tarnwick letter/);
      const said = () => tab.reader().evaluate((root) => root.querySelector('[role="status"]')?.textContent);
      await expect.poll(said).toMatch(/^Put back into the article: The Tarnwick letter/);
      await tab.press('Tab');
      expect(await tab.reader().focusedName()).toMatch(/^Show in the article: The Tarnwick letter/);
      await tab.press('Enter');
      const isThere = (root: ViewRoot) => {
        const { top, bottom } = root.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return root.activeElement?.matches('.put-back') === true && top >= 0 && bottom <= innerHeight;
      };
      await expect.poll(() => tab.reader().evaluate(isThere)).toBe(true);
    });

    it('keeps what was put back for the page, until it is taken out again', async () => {
      const before = await countStored(stage(), 'kept.');
      const tab = await openReader('/receipt.html?kept');
      await openReceipt(tab);
      await tabTo(tab, 'Put back: Advertisement');
      await tab.press('Enter');
      await expect.poll(() => tab.reader().evaluate(piecesBack)).toBe(2);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
      await expect.poll(() => countStored(stage(), 'kept.')).toBeGreaterThan(before);
      await tab.close();

      const again = await openReader('/receipt.html?kept#place');
      await expect.poll(() => again.reader().evaluate(piecesBack)).toBe(2);
      await expect.poll(() => again.reader().text()).toContain('You put this back');
      await openReceipt(again);
      await tabTo(again, 'Take out again: Advertisement');
      await again.press(' ');
      await expect.poll(() => again.reader().evaluate(piecesBack)).toBe(0);
      await again.pressToolbarButton();
      await again.reader().waitUntilGone();
      await again.pressToolbarButton();
      await again.reader().waitUntilSettled();
      await openReceipt(again);
      expect(await again.reader().count('button', 'Put back: Advertisement')).toBe(1);
      expect(await again.reader().evaluate(piecesBack)).toBe(0);
    });

    it('leaves another page as it is', async () => {
      const tab = await openReader('/receipt.html?first');
      await openReceipt(tab);
      await tabTo(tab, 'Put back: Advertisement');
      await tab.press('Enter');
      await expect.poll(() => tab.reader().evaluate(piecesBack)).toBe(2);
      const other = await openReader('/receipt.html?second');
      expect(await other.reader().evaluate(piecesBack)).toBe(0);
    });

    it('is opened by no event of a script', async () => {
      const tab = await openReader();
      await tab.reader().evaluate((root) => {
        const control = root.querySelector<HTMLElement>('.receipt-button');
        control?.click();
        for (const key of ['Enter', ' '])
          control?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      });
      await openReceipt(tab);
      await tab.reader().evaluate((root) => {
        for (const control of root.querySelectorAll<HTMLElement>('.receipt button, .receipt a')) control.click();
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await tab.reader().count('region', 'What was taken out')).toBe(1);
      expect(await tab.reader().evaluate(piecesBack)).toBe(0);
    });

    it.each(['light', 'dark'] as const)(
      'is found clean by axe, open and with pieces back, in %s',
      async (colorScheme) => {
        const tab = await openReader();
        await tab.emulateMedia({ colorScheme });
        await openReceipt(tab);
        for (const name of ['Put back: Advertisement', LETTER, 'Put back: In 1931']) {
          await tabTo(tab, name);
          await tab.press('Enter');
        }
        await expect.poll(() => tab.reader().evaluate(piecesBack)).toBe(4);
        expect(await tab.reader().axe()).toEqual([]);
      },
    );

    it.each([20, 40])('needs no scrolling sideways at 320 pixels, with text of %i', async (fontSize) => {
      const tab = await stage().openTab('/receipt.html?narrow');
      await tab.setViewport({ width: 320, height: 700 });
      await tab.pressToolbarButton();
      await tab.reader().waitUntilSettled();
      await openReceipt(tab);
      const overflow = await tab.reader().evaluate((root, size) => {
        const view = root.querySelector<HTMLElement>('.lectern');
        view?.style.setProperty('--font-size', `${size}px`);
        return view ? view.scrollWidth - view.clientWidth : -1;
      }, fontSize);
      expect(overflow).toBe(0);
    });

    it('is not printed, and what was put back is', async () => {
      const tab = await openReader();
      await openReceipt(tab);
      await tabTo(tab, LETTER);
      await tab.press('Enter');
      await expect.poll(() => tab.reader().evaluate(piecesBack)).toBe(1);
      await tab.emulateMedia({ medium: 'print' });
      const text = await tab.reader().text();
      expect(text).not.toContain('taken out');
      expect(text).not.toContain('You put this back');
      expect(text).toContain('Sign up for our newsletter');
    });
  });

  // In Firefox the reading view is cut off altogether with its script.
  if (kind === 'chromium')
    it('says what to do when it cannot be loaded, since the extension was loaded anew', async () => {
      const tab = await openReader();
      await tabTo(tab, COUNT);
      await stage().browser.reloadExtension();
      await tab.press('Enter');
      await expect.poll(() => tab.reader().text()).toContain('This part of Lectern could not be opened.');
    });

  describe('in the tab of its own, where the page defeats the overlay', () => {
    const ownTab = () => stage().browser.waitForTab((url) => url.includes('/tab.html#article='));

    it('puts a text back and takes it out again', async () => {
      const tab = await stage().openTab('/receipt.html?tab');
      await tab.evaluate(() => {
        window.addEventListener('keydown', (event) => event.preventDefault(), { capture: true });
      });
      await tab.pressToolbarButton();
      const own = await ownTab();
      await own.reader().waitUntilSettled();
      await openReceipt(own);
      // No live page, so nothing is known of its rest.
      expect(await own.reader().text()).not.toContain('Left behind');
      await tabTo(own, LETTER);
      await own.press('Enter');
      await expect.poll(() => own.reader().evaluate(piecesBack)).toBe(1);
      expect(await own.reader().axe()).toEqual([]);
      await own.press('Enter');
      await expect.poll(() => own.reader().evaluate(piecesBack)).toBe(0);
    });

    it('shows what was put back before', async () => {
      const tab = await openReader('/receipt.html?given-way');
      await openReceipt(tab);
      await tabTo(tab, LETTER);
      await tab.press('Enter');
      await expect.poll(() => tab.reader().evaluate(piecesBack)).toBe(1);
      await tab.evaluate(() => {
        setInterval(() => document.querySelector('[data-lectern-reader]')?.remove(), 20);
      });
      const own = await ownTab();
      await own.reader().waitUntilSettled();
      await expect
        .poll(async () => (await own.reader().evaluate(aroundPiece)).slice(0, 2))
        .toEqual(['About two hundred people stood', 'The Tarnwick letter']);
      await expect.poll(() => own.reader().text()).toContain('You put this back');
      await openReceipt(own);
      await tabTo(own, 'Take out again: The Tarnwick letter');
      await own.press('Enter');
      await expect.poll(() => own.reader().evaluate(piecesBack)).toBe(0);
    });
  });
});
