import { describe, expect, it } from 'vitest';
import { inEachBrowser } from './in-each-browser.ts';

inEachBrowser((stage) => {
  describe('on paper', () => {
    it('the article stands alone and in full length', async () => {
      const tab = await stage().openTab('/sample.html');
      await tab.pressToolbarButton();
      await tab.reader().waitUntilVisible();
      await tab.emulateMedia({ medium: 'print' });
      expect(await tab.evaluate(() => getComputedStyle(document.body).display)).toBe('none');
      const printed = await tab.reader().evaluate((root) => {
        const dialog = root.querySelector('dialog');
        const article = root.querySelector('article');
        const button = root.querySelector('button');
        if (!dialog || !article || !button) throw new Error('the view is not whole');
        return {
          fixed: getComputedStyle(dialog).position === 'fixed',
          whole: dialog.getBoundingClientRect().height >= article.getBoundingClientRect().height,
          buttons: button.checkVisibility(),
        };
      });
      expect(printed).toEqual({ fixed: false, whole: true, buttons: false });
    });
  });
});
