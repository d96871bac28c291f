import { describe, expect, it } from 'vitest';
import { SETTING_IDS } from '../../src/settings/settings.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { storeSettings } from './settings-steps.ts';

const statusText = () => document.querySelector('.form > .status [role=status]')?.textContent;
const foundText = () => document.querySelector('.settings-search [role=status]')?.textContent;
const setFocus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();
const focused = () => {
  const at = document.activeElement;
  return at?.getAttribute('aria-label') ?? (at?.id || at?.textContent);
};
const fieldValue = (selector: string) => document.querySelector<HTMLInputElement>(selector)?.value;
const previewStyle = () => {
  const preview = document.querySelector<HTMLElement>('.preview');
  const text = preview?.querySelector('.document > p:not([hidden])');
  return preview && text && [preview.dataset.theme, getComputedStyle(text).fontSize];
};
const textOf = (selector: string) => document.querySelector<HTMLElement>(selector)?.innerText;
const shownSettings = () =>
  [...document.querySelectorAll<HTMLElement>('.setting')]
    .filter((row) => row.getClientRects().length > 0)
    .map((row) => row.querySelector('.name')?.textContent);

/** Hands a file to the field, as choosing one in the browser's dialog does. */
const chooseFile = (content: string, megabytes: number) => {
  const field = document.querySelector<HTMLInputElement>('#settings-file');
  const chosen = new DataTransfer();
  chosen.items.add(new File([content, new Uint8Array(megabytes * 1024 * 1024)], 'lectern-settings.json'));
  if (field) field.files = chosen.files;
  field?.dispatchEvent(new Event('change'));
};
/** Keeps the text of the files instead of saving them: Firefox gives the next keys to its list of downloads. */
const watchSaving = () => {
  HTMLAnchorElement.prototype.click = () => undefined;
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    void blob.text().then((text) => Object.assign(globalThis, { saved: text }));
    return make(blob);
  };
};
const saved = () => Reflect.get(globalThis, 'saved') as string | undefined;

inEachBrowser((stage) => {
  async function openOptions(): Promise<Tab> {
    const { browser } = stage();
    const tab = await browser.openTab(`${browser.extensionOrigin}/options.html`);
    await expect.poll(() => tab.evaluate(() => document.querySelectorAll('.setting').length)).toBe(SETTING_IDS.length);
    await tab.activate();
    return tab;
  }

  /** The line that tells what became of a change; Firefox can take seconds to store one on a busy machine. */
  function says(tab: Tab) {
    return expect.poll(() => tab.evaluate(statusText), { timeout: 10_000 });
  }

  async function fill(tab: Tab, selector: string, text: string): Promise<void> {
    await tab.evaluate(setFocus, selector);
    await tab.press('Control+a');
    await tab.type(text);
  }

  describe('the settings on the options page', () => {
    it('are found by typing, and shown again by Escape', async () => {
      const tab = await openOptions();
      await fill(tab, '#settings-search', 'letter spac');
      await expect.poll(() => tab.evaluate(foundText)).toBe('2 found');
      expect(await tab.evaluate(shownSettings)).toEqual(['Letter spacing', 'Word spacing']);
      expect(await tab.reader().axe()).toEqual([]);
      await tab.press('Escape');
      await expect.poll(() => tab.evaluate(foundText)).toBe('');
      expect(await tab.evaluate(fieldValue, '#settings-search')).toBe('');
      expect((await tab.evaluate(shownSettings)).length).toBe(SETTING_IDS.length);
      await tab.close();
    });

    it('take a number that is typed, and refuse one that cannot be', async () => {
      await storeSettings(stage(), {});
      const tab = await openOptions();
      await fill(tab, '#setting-fontSize-number', '44');
      await tab.press('Enter');
      await says(tab).toBe('Text size: 44 pixels. Saved.');
      expect(await tab.evaluate(previewStyle)).toEqual(['system', '44px']);
      await fill(tab, '#setting-fontSize-number', '900');
      await tab.press('Tab');
      const problem = () => document.querySelector('#setting-fontSize-problem')?.textContent;
      await expect.poll(() => tab.evaluate(problem)).toMatch(/from 12 to 128. It stays at 44 pixels/);
      expect(await tab.evaluate(previewStyle)).toEqual(['system', '44px']);
      await tab.close();
    });

    it('give a key other work in a reading view that is open in another tab', async () => {
      await storeSettings(stage(), {});
      const article = await stage().openTab('/sample.html');
      await article.pressToolbarButton();
      await article.reader().waitUntilVisible();
      const keys = () =>
        article
          .reader()
          .evaluate((root) =>
            Array.from(root.querySelectorAll('.bar [aria-keyshortcuts]'), (button) =>
              button.getAttribute('aria-keyshortcuts'),
            ),
          );
      expect(await keys()).toContain('G');

      const tab = await openOptions();
      await tab.evaluate(setFocus, '#setting-keyGlossary');
      await tab.type('k');
      const problem = () => document.querySelector('#setting-keyGlossary-problem')?.textContent;
      await expect.poll(() => tab.evaluate(problem)).toBe('K already does this: Start or pause the voice.');
      await tab.type('?');
      await says(tab).toBe('Open or close the glossary: ?. Saved.');
      expect(await tab.evaluate(problem)).toBe('');
      await expect.poll(keys).toContain('?');

      await article.activate();
      const panelOpen = () => article.reader().evaluate((root) => root.querySelector('.panel h2') !== null);
      await article.press('g');
      // As it comes of a keyboard: Shift belongs to the sign.
      await article.press('Shift+?');
      await expect.poll(panelOpen).toBe(true);
      await tab.close();
      await article.close();
    });

    it('go into a file, are reset, and come back from it', async () => {
      await storeSettings(stage(), { theme: 'sepia', fontSize: 30, keyListen: 'p' });
      const tab = await openOptions();
      await expect.poll(() => tab.evaluate(previewStyle)).toEqual(['sepia', '30px']);
      await tab.evaluate(watchSaving);
      await tab.clickElement('.settings-file > button');
      await expect.poll(() => tab.evaluate(saved)).toMatch(/"fontSize": 30/);
      const text = String(await tab.evaluate(saved));
      await tab.clickElement('.reset-all');
      await expect.poll(() => tab.evaluate(previewStyle)).toEqual(['system', '20px']);
      await says(tab).toMatch(/defaults/);

      await tab.evaluate(chooseFile, text, 0);
      await expect.poll(() => tab.evaluate(textOf, '.import-question')).toMatch(/3 settings change/);
      expect(await tab.evaluate(focused)).toBe('settings-file-question');
      expect(await tab.reader().axe()).toEqual([]);
      // In Firefox, the check takes the focus with it.
      await tab.evaluate(setFocus, '#settings-file-question');
      await tab.press('Tab');
      expect(await tab.evaluate(focused)).toBe('Import');
      await tab.press('Enter');
      await says(tab).toBe('The settings of the file are yours now.');
      expect(await tab.evaluate(previewStyle)).toEqual(['sepia', '30px']);
      await tab.goto(await tab.url());
      await expect.poll(() => tab.evaluate(fieldValue, '#setting-keyListen')).toBe('P');
      await tab.close();
    });

    it('are left alone by a file that is none, or is 50 MB', async () => {
      const tab = await openOptions();
      await tab.evaluate(chooseFile, 'fontSize = 99', 0);
      await says(tab).toMatch(/damaged, or it is of another kind/);
      await tab.evaluate(chooseFile, '{"lectern":"settings"', 50);
      await says(tab).toMatch(/larger than 1 MB/);
      await tab.close();
    });

    it('warn of colours that are too much alike', async () => {
      await storeSettings(stage(), { theme: 'own' });
      const tab = await openOptions();
      await fill(tab, '#setting-ownPaper-code', '#ffffff');
      await tab.press('Enter');
      await fill(tab, '#setting-ownText-code', '#aaaaaa');
      await tab.press('Enter');
      await expect.poll(() => tab.evaluate(textOf, '.contrast.warning')).toMatch(/2.3 : 1, too weak/);
      await tab.close();
    });

    it('know whether a font is on this computer', async () => {
      await storeSettings(stage(), { typeface: 'installed', installedFont: 'No Such Font At All' });
      const tab = await openOptions();
      const line = '#setting-installedFont-found';
      await expect.poll(() => tab.evaluate(textOf, line)).toMatch(/was not found/);
      await fill(tab, '#setting-installedFont', 'DejaVu Sans');
      await tab.press('Enter');
      await expect.poll(() => tab.evaluate(textOf, line)).toBe('“DejaVu Sans” is on this computer.');
      await tab.close();
    });

    it('take a preset on trial by keyboard, and keep it', async () => {
      await storeSettings(stage(), { theme: 'dark' });
      const tab = await openOptions();
      await tab.evaluate(setFocus, '[aria-label="Try: Low vision"]');
      await tab.press('Enter');
      await expect.poll(() => tab.evaluate(previewStyle)).toEqual(['yellow', '40px']);
      expect(await tab.evaluate(focused)).toBe('Keep: Low vision');
      await tab.goto(await tab.url());
      await expect.poll(() => tab.evaluate(previewStyle)).toEqual(['dark', '20px']);
      await tab.evaluate(setFocus, '[aria-label="Try: Low vision"]');
      await tab.press('Enter');
      await tab.press('Enter');
      await says(tab).toBe('“Low vision” is kept.');
      expect(await tab.reader().axe()).toEqual([]);
      await tab.goto(await tab.url());
      await expect.poll(() => tab.evaluate(previewStyle)).toEqual(['yellow', '40px']);
      await storeSettings(stage(), {});
      await tab.close();
    });
  });
});
