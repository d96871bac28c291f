import { describe, expect, it } from 'vitest';
import { SETTING_IDS } from '../../src/settings/settings.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import { inEachBrowser } from './in-each-browser.ts';

const controlValues = () =>
  ['theme', 'fontSize', 'lineWidth'].map(
    (id) => document.querySelector<HTMLInputElement | HTMLSelectElement>(`#setting-${id}`)?.value,
  );
const status = () => document.querySelector('.status [role=status]')?.textContent;
const preview = () => {
  const { theme } = document.querySelector<HTMLElement>('.preview')?.dataset ?? {};
  const text = document.querySelector('.preview .document > p:not([hidden])');
  return { theme, fontSize: text && getComputedStyle(text).fontSize };
};

inEachBrowser((stage) => {
  async function openOptions(): Promise<Tab> {
    const { browser } = stage();
    const tab = await browser.openTab(`${browser.extensionOrigin}/options.html`);
    await expect.poll(() => tab.evaluate(() => document.querySelectorAll('.setting').length)).toBe(SETTING_IDS.length);
    return tab;
  }

  describe('the options page', () => {
    it('has nothing that axe-core finds wrong, in light and in dark', async () => {
      const tab = await openOptions();
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme });
        expect(await tab.reader().axe(), colorScheme).toEqual([]);
      }
      await tab.close();
    });

    it('fits 320 px without scrolling sideways, every control at least 44 px high', async () => {
      const tab = await openOptions();
      await tab.setViewport({ width: 320, height: 600 });
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      // A switch and a radio button are pressed by the words beside them.
      const heights = await tab.evaluate(() =>
        [...document.querySelectorAll('button, select, input, summary, nav a')]
          .map((control) => (control.closest('label') ?? control).getBoundingClientRect().height)
          .filter((height) => height > 0),
      );
      expect(heights.length).toBeGreaterThan(90);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
      await tab.close();
    });

    it('lists the keyboard shortcuts that the browser has given', async () => {
      const tab = await openOptions();
      const rows = () => [...document.querySelectorAll('.shortcuts .shortcut')].map((row) => row.textContent);
      await expect.poll(() => tab.evaluate(rows)).toHaveLength(2);
      expect((await tab.evaluate(rows))[0]).toMatch(/Ctrl\+Shift\+9/);
      await tab.close();
    });

    it('keeps the last move of a slider when the page is left right after it', async () => {
      const tab = await openOptions();
      await tab.evaluate(() => document.querySelector<HTMLElement>('#setting-lineWidth')?.focus());
      for (let press = 0; press < 3; press += 1) await tab.press('ArrowLeft');
      await tab.goto(`${stage().server.origin}/sample.html`);
      await tab.close();
      const again = await openOptions();
      expect(await again.evaluate(controlValues)).toEqual(['system', '20', '60']);
      await again.clickElement('.reset-all');
      await expect.poll(() => again.evaluate(controlValues)).toEqual(['system', '20', '66']);
      await expect.poll(() => again.evaluate(status)).toMatch(/defaults/);
      await again.close();
    });

    it('takes a pronunciation by keyboard, keeps it and deletes it', async () => {
      const writings = () =>
        [...document.querySelectorAll('.pronunciations .entry-term')].map((term) => term.textContent);
      const options = await openOptions();
      await options.activate();
      await options.evaluate(() => document.querySelector<HTMLElement>('#spoken-written')?.focus());
      await options.type('OCHA');
      await options.press('Tab');
      await options.type('oh cha');
      await options.press('Enter');
      await expect.poll(() => options.evaluate(writings)).toEqual(['OCHA']);
      await options.goto(await options.url());
      await expect.poll(() => options.evaluate(writings)).toEqual(['OCHA']);
      expect(await options.reader().axe()).toEqual([]);
      await options.clickElement('.pronunciations .entry .actions button:nth-child(2)');
      await expect.poll(() => options.evaluate(writings)).toEqual([]);
      await options.close();
    });

    it('takes changes by keyboard, shows them in an open reading view, keeps them and takes them back', async () => {
      const article = await stage().openTab('/sample.html');
      await article.pressToolbarButton();
      await article.reader().waitUntilVisible();
      const view = () =>
        article.reader().evaluate((root) => {
          const element = root.querySelector<HTMLElement>('div.lectern');
          return [element?.dataset.theme, element?.style.getPropertyValue('--font-size')];
        });
      expect(await view()).toEqual(['system', '20px']);

      const options = await openOptions();
      await options.activate();
      await options.evaluate(() => document.querySelector<HTMLElement>('#setting-fontSize')?.focus());
      for (let press = 0; press < 4; press += 1) await options.press('ArrowRight');
      await options.evaluate(() => document.querySelector<HTMLElement>('#setting-theme')?.focus());
      await options.type('sepia');
      expect(await options.evaluate(preview)).toEqual({ theme: 'sepia', fontSize: '24px' });
      await expect.poll(() => options.evaluate(status)).toMatch(/Saved/);
      await expect.poll(view).toEqual(['sepia', '24px']);

      await options.goto(await options.url());
      await expect.poll(() => options.evaluate(controlValues)).toEqual(['sepia', '24', '66']);
      await options.clickElement('.reset-all');
      await expect.poll(view).toEqual(['system', '20px']);
      await options.close();
      await article.close();
    });
  });
});
