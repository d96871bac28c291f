import { describe, expect, it } from 'vitest';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { inEachBrowser } from './in-each-browser.ts';
import {
  cards,
  isFocusInSight,
  marked,
  namesInText,
  openCard,
  openPanel,
  openReader,
  PAGE,
  QUOTATION,
  tabTo,
  textOfFocus,
} from './speakers-steps.ts';

inEachBrowser((stage) => {
  describe('a name in the text', () => {
    it('says who this is again, by keyboard, and Escape closes the card alone', async () => {
      const tab = await openReader(stage());
      await openCard(tab);
      expect(await tab.reader().count('dialog', 'Who is this again? Oswin Pell')).toBe(1);
      expect(await tab.reader().text()).toContain('Go to the first mention');
      await tab.press('Escape');
      await expect.poll(() => cards(tab)).toBe(0);
      expect(await tab.reader().focusedName()).toBe('Oswin Pell');
      expect(await tab.reader().isVisible()).toBe(true);
    });

    it('is pressed with the mouse, also where it is no Tab stop; a press beside the card closes it', async () => {
      const tab = await openReader(stage());
      await expect.poll(() => tab.reader().evaluate(namesInText)).toBeGreaterThan(0);
      const middle = await tab.reader().evaluate((root) => {
        const name = [...root.querySelectorAll('.speaker-name')].at(-1);
        name?.removeAttribute('tabindex');
        name?.removeAttribute('role');
        name?.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = name?.getBoundingClientRect() ?? new DOMRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await tab.click(middle.x, middle.y);
      await expect.poll(() => cards(tab)).toBe(1);
      await tab.click(30, 500);
      await expect.poll(() => cards(tab)).toBe(0);
    });

    it('leads on to the list, and from there back to the reader', async () => {
      const tab = await openReader(stage());
      await openCard(tab);
      await tabTo(tab, 'Show in Speakers');
      await tab.press('Enter');
      await expect.poll(() => tab.reader().count('region', 'Who says what')).toBe(1);
      await expect.poll(() => tab.reader().evaluate(textOfFocus)).toBe('Oswin Pell');
      expect(await tab.reader().evaluate(isFocusInSight)).toBe(true);
    });

    it('leaves the text as it is, read, selected and copied', async () => {
      const tab = await openReader(stage());
      await expect.poll(() => tab.reader().evaluate(namesInText)).toBeGreaterThan(0);
      const texts = await tab.reader().evaluate((root) => {
        const content = root.querySelector('.content');
        // Only Chromium tells a shadow root's own selection.
        const selection = 'getSelection' in root ? root.getSelection() : document.getSelection();
        if (!content || !selection) throw new Error('the view is not whole');
        const read = () => {
          selection.selectAllChildren(content);
          return { text: content.textContent, selected: String(selection), shown: Reflect.get(content, 'innerText') };
        };
        const withNames = read();
        for (const name of content.querySelectorAll('.speaker-name')) name.replaceWith(...name.childNodes);
        content.normalize();
        return { withNames, without: read() };
      });
      expect(texts.withNames.selected).toContain('said Oswin Pell, a teacher');
      expect(texts.withNames).toEqual(texts.without);
    });
  });

  it('obeys no event of a script', async () => {
    const tab = await openReader(stage());
    await expect.poll(() => tab.reader().evaluate(namesInText)).toBeGreaterThan(0);
    const pressAll = (root: ViewRoot) => {
      for (const control of root.querySelectorAll<HTMLElement>('.tool, .speaker-name, .speakers button, .speakers a')) {
        if (control.textContent !== 'Close') control.click();
        control.focus();
        for (const key of ['Enter', ' ', 'Backspace'])
          control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      }
    };
    await tab.reader().evaluate(pressAll);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await cards(tab)).toBe(0);
    expect(await tab.reader().count('region', 'Who says what')).toBe(0);
    await openPanel(tab);
    await tab.reader().evaluate(pressAll);
    expect(await marked(tab, 'lectern-place')).toEqual([]);
    expect(await marked(tab, 'lectern-speaker')).toEqual([]);
  });

  it('leaves the page itself as it was', async () => {
    const tab = await stage().openTab(PAGE);
    const before = await tab.evaluate(() => document.documentElement.outerHTML);
    await tab.pressToolbarButton();
    await tab.reader().waitUntilSettled();
    await openCard(tab);
    await tab.press('Escape');
    await openPanel(tab);
    await tabTo(tab, QUOTATION);
    await tab.press('Enter');
    await tab.pressToolbarButton();
    await tab.reader().waitUntilGone();
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it.each(['light', 'dark'] as const)('axe finds nothing in panel and card, in %s', async (colorScheme) => {
    const tab = await openReader(stage());
    await tab.emulateMedia({ colorScheme });
    await openCard(tab);
    expect(await tab.reader().axe()).toEqual([]);
    await tab.press('Escape');
    await openPanel(tab);
    await tabTo(tab, 'Mark their words in the text: Bethan Quill');
    await tab.press('Enter');
    expect(await tab.reader().axe()).toEqual([]);
    await tabTo(tab, QUOTATION);
    await tab.press('Enter');
    expect(await tab.reader().axe()).toEqual([]);
  });

  it('all of it works in the tab of its own, where the page defeats the overlay', async () => {
    const tab = await stage().openTab(PAGE);
    await tab.evaluate(() => {
      window.addEventListener('keydown', (event) => event.preventDefault(), { capture: true });
    });
    await tab.pressToolbarButton();
    const own = await stage().browser.waitForTab((url) => url.includes('/tab.html#article='));
    await own.reader().waitUntilSettled();
    await openCard(own);
    expect(await own.reader().axe()).toEqual([]);
    await own.press('Escape');
    await openPanel(own);
    expect(await own.reader().axe()).toEqual([]);
    await tabTo(own, QUOTATION);
    await own.press('Enter');
    await expect.poll(() => marked(own, 'lectern-place')).toContain(QUOTATION);
    await own.press('Backspace');
    await expect.poll(() => own.reader().focusedName()).toContain(QUOTATION);
  });
});
