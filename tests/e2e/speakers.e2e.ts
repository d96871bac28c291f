import { describe, expect, it } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { inEachBrowser } from './in-each-browser.ts';
import {
  isFocusInSight,
  marked,
  openPanel,
  openReader,
  PAGE,
  QUOTATION,
  tabTo,
  textOfFocus,
} from './speakers-steps.ts';

inEachBrowser((stage) => {
  describe('the panel', () => {
    it('opens by keyboard, names who speaks in what role, and closes with Escape before the reader', async () => {
      const tab = await openReader(stage());
      await openPanel(tab);
      expect(await tab.reader().focusedName()).toBe('Who says what');
      expect(await tab.reader().count('region', 'Who says what')).toBe(1);
      expect(await tab.reader().count('heading', 'Bethan Quill')).toBe(1);
      expect(await tab.reader().count('heading', 'Sources without a name')).toBe(1);
      const text = await tab.reader().text();
      expect(text).toContain('% of the quoted words');
      expect(text).toContain('in the article’s words');
      await tab.press('Escape');
      await expect.poll(() => tab.reader().count('region', 'Who says what')).toBe(0);
      expect(await tab.reader().focusedName()).toBe('Speakers');
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
    });

    it('leads to a quotation in the text, marks it, and one key leads back', async () => {
      const tab = await openReader(stage());
      await openPanel(tab);
      await tabTo(tab, QUOTATION);
      const entry = await tab.reader().focusedName();
      await tab.press('Enter');
      await expect.poll(() => marked(tab, 'lectern-place')).toContain(QUOTATION);
      expect(await tab.reader().evaluate(textOfFocus)).toBe(QUOTATION);
      expect(await tab.reader().evaluate(isFocusInSight)).toBe(true);
      expect(await tab.reader().count('button', 'Back to the list')).toBe(1);
      await tab.press('Backspace');
      await expect.poll(() => tab.reader().focusedName()).toBe(entry);
      expect(await marked(tab, 'lectern-place')).toEqual([]);
    });

    it('marks the words of one speaker in the text, and no more', async () => {
      const tab = await openReader(stage());
      await openPanel(tab);
      await tabTo(tab, 'Mark their words in the text: Oswin Pell');
      await tab.press(' ');
      await expect.poll(() => marked(tab, 'lectern-speaker')).toContain(QUOTATION);
      const others = await marked(tab, 'lectern-speaker');
      expect(others.join(' ')).not.toContain('Nobody has decided');
      await tab.press('Enter');
      await expect.poll(() => marked(tab, 'lectern-speaker')).toEqual([]);
    });

    it('leaves no mark behind for the page when the reader is closed', async () => {
      const tab = await openReader(stage());
      await openPanel(tab);
      await tabTo(tab, 'Mark their words in the text: Oswin Pell');
      await tab.press('Enter');
      await expect.poll(() => tab.evaluate(() => CSS.highlights.size)).toBe(1);
      await tab.pressToolbarButton();
      await tab.reader().waitUntilGone();
      expect(await tab.evaluate(() => CSS.highlights.size)).toBe(0);
    });

    it('keeps the order that was chosen', async () => {
      const tab = await openReader(stage());
      await openPanel(tab);
      await tabTo(tab, 'By first appearance');
      await tab.press('ArrowDown');
      await tab.press('Escape');
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
      // A setting that was changed is written within 600 ms.
      await new Promise((resolve) => setTimeout(resolve, 800));
      const again = await openReader(stage(), `${PAGE}?again`);
      await openPanel(again);
      await tabTo(again, 'By how much they say');
      await again.press('ArrowUp');
      expect(await again.reader().focusedName()).toBe('By first appearance');
      await new Promise((resolve) => setTimeout(resolve, 800));
    });

    it.each(['Copy as text', 'Copy as Markdown'])('hands the summary to the clipboard: %s', async (name) => {
      const tab = await openReader(stage());
      await openPanel(tab);
      await tab.reader().clickButton(name);
      await expect.poll(() => tab.reader().text()).toContain('Copied.');
      await tab.pressToolbarButton();
      await tab.reader().waitUntilGone();
      await tab.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
      await tab.press('Control+v');
      const pasted = () => tab.evaluate(() => document.querySelector('textarea')?.value ?? '');
      await expect.poll(pasted).toContain('Ferry to Skerrow may stop in spring\n\n');
      expect(await pasted()).toContain(QUOTATION);
      expect(await pasted()).toMatch(/http:\/\/[^\s>]+\/speakers\.html/);
    });

    it('follows the article on paper, without its buttons', async () => {
      const tab = await openReader(stage());
      await openPanel(tab);
      await tab.emulateMedia({ medium: 'print' });
      const text = await tab.reader().text();
      expect(text.indexOf('Ferry to Skerrow')).toBeLessThan(text.indexOf('Who says what'));
      expect(text).toContain('a teacher at the school');
      expect(text).not.toMatch(/Copy as|Mark their words|Close/);
      const placed = await tab.reader().evaluate((root) => {
        const panel = root.querySelector('.speakers');
        const article = root.querySelector('.document');
        if (!panel || !article) throw new Error('the view is not whole');
        const isWhole = panel.scrollHeight <= panel.clientHeight;
        return { isWhole, isAfter: panel.getBoundingClientRect().top >= article.getBoundingClientRect().bottom };
      });
      expect(placed).toEqual({ isWhole: true, isAfter: true });
    });

    it('says of a language that it does not know well that only quotations are listed', async () => {
      const tab = await openReader(stage(), '/german.html');
      await tab.reader().clickButton('Speakers');
      await expect.poll(() => tab.reader().text()).toContain('Only quotations are listed');
    });
  });

  describe('on a narrow screen', () => {
    async function openNarrow(): Promise<Tab> {
      const tab = await stage().openTab(PAGE);
      await tab.setViewport({ width: 320, height: 640 });
      await tab.pressToolbarButton();
      await tab.reader().waitUntilSettled();
      await openPanel(tab);
      return tab;
    }

    it('the panel covers the article, keeps the focus, and makes way for the text', async () => {
      const tab = await openNarrow();
      const isInert = (root: ViewRoot) => root.querySelector<HTMLElement>('.main')?.inert;
      expect(await tab.reader().evaluate(isInert)).toBe(true);
      await tabTo(tab, QUOTATION);
      await tab.press('Enter');
      await expect.poll(() => tab.reader().evaluate(textOfFocus)).toBe(QUOTATION);
      expect(await tab.reader().evaluate(isInert)).toBe(false);
      expect(await tab.reader().count('region', 'Who says what')).toBe(0);
      expect(await tab.reader().evaluate(isFocusInSight)).toBe(true);
      await tab.reader().clickButton('Back to the list');
      await expect.poll(() => tab.reader().focusedName()).toContain(QUOTATION);
      expect(await tab.reader().evaluate(isInert)).toBe(true);
    });

    it.each([20, 40])('nothing needs scrolling sideways, with text of %i', async (fontSize) => {
      const tab = await openNarrow();
      const overflow = await tab.reader().evaluate((root, size) => {
        const view = root.querySelector<HTMLElement>('.lectern');
        view?.style.setProperty('--font-size', `${size}px`);
        return [view, root.querySelector('.speakers')].map((box) => (box ? box.scrollWidth - box.clientWidth : -1));
      }, fontSize);
      expect(overflow).toEqual([0, 0]);
    });
  });
});
