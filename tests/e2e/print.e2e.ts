import { beforeEach, describe, expect, it } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { storeSettings } from './settings-steps.ts';
import { openReader } from './speakers-steps.ts';

const SOON = { timeout: 10_000 };
/** An article with terms and with speakers. */
const PAGE = '/glossary.html';

const headings = (root: ViewRoot) =>
  [...root.querySelectorAll<HTMLElement>('h1, h2')]
    .filter((each) => each.checkVisibility())
    .map((each) => each.innerText);
/** What can be pressed and does not belong to the article's text. */
const controls = (root: ViewRoot) =>
  [...root.querySelectorAll<HTMLElement>('button, input, select, summary')]
    .filter((each) => each.checkVisibility())
    .map((each) => each.innerText);

inEachBrowser((stage) => {
  beforeEach(() => storeSettings(stage(), {}));

  /** Opens an article whose terms and names are known, and which holds both. */
  async function openFound(page = PAGE): Promise<Tab> {
    const tab = await openReader(stage(), page);
    for (const mark of ['.term-mark', '.speaker-name'])
      await expect
        .poll(() => tab.reader().evaluate((root, found) => root.querySelector(found) !== null, mark), SOON)
        .toBe(true);
    return tab;
  }

  describe('on paper', () => {
    it('the article stands in full length, without the page and without a button', async () => {
      const tab = await openReader(stage(), '/sample.html');
      await tab.emulateMedia({ medium: 'print' });
      await expect.poll(() => tab.evaluate(() => getComputedStyle(document.body).display), SOON).toBe('none');
      await expect.poll(() => tab.reader().evaluate(controls), SOON).toEqual([]);
      const printed = await tab.reader().evaluate((root) => {
        const dialog = root.querySelector('dialog');
        const article = root.querySelector('article');
        if (!dialog || !article) throw new Error('the view is not whole');
        return {
          fixed: getComputedStyle(dialog).position === 'fixed',
          whole: dialog.getBoundingClientRect().height >= article.getBoundingClientRect().height,
        };
      });
      expect(printed).toEqual({ fixed: false, whole: true });
    });

    it('the glossary and the speakers follow the article, nothing else, and the screen is as it was', async () => {
      const tab = await openFound();
      const onScreen = await tab.reader().evaluate(headings);
      await tab.emulateMedia({ medium: 'print' });
      const sections = ['Terms in this article', 'Who says what'];
      await expect.poll(() => tab.reader().evaluate(headings), SOON).toEqual([...onScreen, ...sections]);
      await expect.poll(() => tab.reader().evaluate(controls), SOON).toEqual([]);
      const text = await tab.reader().text();
      expect(text).toContain('The United Nations office that organises emergency aid in wars and disasters.');
      expect(text).toMatch(/Bethan Quill\s+leads the column/);
      await tab.emulateMedia({ medium: null });
      await expect.poll(() => tab.reader().evaluate(headings), SOON).toEqual(onScreen);
      const sectionsLeft = () => tab.reader().evaluate((root) => root.querySelectorAll('.paper-section').length);
      await expect.poll(sectionsLeft, SOON).toBe(0);
    });

    it('well-known terms are listed whole, since nothing can be unfolded', async () => {
      const tab = await openFound('/sample.html');
      await tab.emulateMedia({ medium: 'print' });
      const listed = (root: ViewRoot) =>
        [...root.querySelectorAll<HTMLElement>('.paper-section .well-known :is(h3, dt)')]
          .filter((each) => each.checkVisibility())
          .map((each) => each.innerText);
      await expect.poll(async () => (await tab.reader().evaluate(listed))[0], SOON).toBe('Well-known terms');
      expect((await tab.reader().evaluate(listed)).length).toBeGreaterThan(1);
      await expect.poll(() => tab.reader().evaluate(controls), SOON).toEqual([]);
    });

    it('the article stands alone where the reader wants it so', async () => {
      await storeSettings(stage(), { onPaper: 'article' });
      const tab = await openFound();
      const onScreen = await tab.reader().evaluate(headings);
      await tab.emulateMedia({ medium: 'print' });
      await expect.poll(() => tab.reader().evaluate(controls), SOON).toEqual([]);
      expect(await tab.reader().evaluate(headings)).toEqual(onScreen);
    });

    it('a list that is open is printed once', async () => {
      const tab = await openFound();
      await tab.press('g');
      await expect.poll(() => tab.reader().evaluate(headings), SOON).toContain('Terms in this article');
      await tab.emulateMedia({ medium: 'print' });
      await expect.poll(() => tab.reader().evaluate(headings), SOON).toContain('Who says what');
      const printed = await tab.reader().evaluate(headings);
      expect(printed.filter((heading) => heading === 'Terms in this article')).toHaveLength(1);
    });
  });
});
