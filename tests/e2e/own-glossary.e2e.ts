import { describe, expect, it } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import { inEachBrowser } from './in-each-browser.ts';

const terms = () => [...document.querySelectorAll('.own-list .entry-term')].map((term) => term.textContent);
const heading = () => document.querySelector('.own-list > h3')?.textContent;
const status = () => document.querySelector('.own-glossary .status-text')?.textContent;
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

/** Hands a file to the field, as choosing one in the browser's dialog does. */
const chooseFile = (name: string, content: string) => {
  const field = document.querySelector<HTMLInputElement>('#own-import');
  const chosen = new DataTransfer();
  chosen.items.add(new File([content], name));
  if (field) field.files = chosen.files;
  field?.dispatchEvent(new Event('change'));
};
/** Keeps what is saved, and what the page's policy forbids. */
const watchSaving = () => {
  const seen: string[] = [];
  Object.assign(globalThis, { seen });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => seen.push(violatedDirective));
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    void blob.text().then((text) => seen.push(text));
    return make(blob);
  };
};
const seen = () => Reflect.get(globalThis, 'seen') as string[];
const storedKeys = (area: 'sync' | 'local') =>
  `(globalThis.browser ?? chrome).storage.${area}.get(null).then((items) => Object.keys(items).filter((key) => key.startsWith('own.')).length)`;

inEachBrowser((stage) => {
  async function openOptions(): Promise<Tab> {
    const { browser } = stage();
    const tab = await browser.openTab(`${browser.extensionOrigin}/options.html`);
    await expect.poll(() => tab.evaluate(heading)).toMatch(/term/);
    await tab.activate();
    return tab;
  }

  async function fill(tab: Tab, selector: string, text: string): Promise<void> {
    await tab.evaluate(focus, selector);
    await tab.press('Control+a');
    await tab.type(text);
  }

  describe('your glossary', () => {
    it('takes, changes, deletes and brings back a term by keyboard, and keeps it', async () => {
      const tab = await openOptions();
      await fill(tab, '#own-term', 'Sahel');
      await tab.press('Tab');
      await tab.type('Sahelian zone');
      await tab.press('Tab');
      await tab.type('The dry belt south of the Sahara.');
      await tab.press('Tab');
      await tab.press('Enter');
      await expect.poll(() => tab.evaluate(status)).toBe('“Sahel” is saved.');

      await tab.evaluate(focus, '.own-list .entry button');
      await tab.press('Enter');
      await fill(tab, '#own-term', 'The Sahel');
      await tab.press('Enter');
      await expect.poll(() => tab.evaluate(terms)).toEqual(['The Sahel']);
      await expect.poll(() => tab.evaluate(focused)).toBe('Edit: The Sahel');

      await tab.press('Tab');
      await tab.press('Enter');
      await expect.poll(() => tab.evaluate(focused)).toBe('Undo');
      expect(await tab.reader().axe()).toEqual([]);
      await tab.press('Enter');
      await expect.poll(() => tab.evaluate(focused)).toBe('Edit: The Sahel');

      await tab.goto(await tab.url());
      await expect.poll(() => tab.evaluate(terms)).toEqual(['The Sahel']);
      expect(await tab.evaluate(storedKeys('sync'))).toBe(1);
    });

    it('imports a table, tells what it left out, and saves both kinds of file', async () => {
      const tab = await openOptions();
      await tab.evaluate(chooseFile, 'terms.csv', 'Term;Definition\r\nOCHA;The UN office for aid\r\nWHO;\r\n');
      await expect.poll(() => tab.evaluate(status)).toBe('The file was read: 1 added, 0 replaced, 1 left out.');
      expect(await tab.evaluate(() => document.querySelector('.import-details')?.textContent)).toBe(
        'Row 3: the meaning is missing.',
      );
      expect(await tab.evaluate(terms)).toEqual(['OCHA', 'The Sahel']);
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme });
        expect(await tab.reader().axe(), colorScheme).toEqual([]);
      }

      await tab.evaluate(watchSaving);
      await tab.clickElement('.own-files .action');
      await tab.clickElement('.own-files .action:last-child');
      await expect.poll(() => tab.evaluate(seen)).toHaveLength(2);
      const [csv, json] = await tab.evaluate(seen);
      expect(csv).toContain('"OCHA","","The UN office for aid"\r\n');
      expect(JSON.parse(json ?? '')).toMatchObject({ lectern: 'glossary', entries: [{}, {}] });
      expect(await tab.consoleMessages().filter(({ level }) => level === 'error')).toEqual([]);
    });

    it('follows what is told from a reading view, and is what terms are found with', async () => {
      const tab = await openOptions();
      const send = (message: object) =>
        tab.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify(message)})`);
      const definition = 'Trade along the coast of one country.';
      expect(await send({ type: 'keep-own-term', term: 'cabotage', definition })).toBe('kept');
      await expect.poll(() => tab.evaluate(terms)).toEqual(['cabotage', 'OCHA', 'The Sahel']);
      await send({ type: 'know-term', id: 'cabotage', term: 'cabotage', isKnown: true });
      const known = () => document.querySelector('.known-terms .entries')?.textContent;
      await expect.poll(() => tab.evaluate(known)).toBe('cabotageExplain again');

      const blocks = [{ id: '1', kind: 'paragraph', text: 'The ministers spoke about cabotage on Monday.' }];
      const find = () => send({ type: 'find-terms', blocks, language: 'en' });
      expect(await find()).toMatchObject({
        terms: [{ term: 'cabotage', meanings: [{ source: 'reader', definition }] }],
        known: ['cabotage'],
      });
      await tab.clickElement('.known-terms .entry button');
      await expect.poll(find).toMatchObject({ known: [] });
      // The focus takes the page along: a press before that would miss.
      await expect.poll(() => tab.evaluate(focused)).toBe('Undo');
      await tab.clickElement('.own-list .entry .actions button:last-child');
      await expect.poll(find).toMatchObject({ terms: [] });
    });

    it('takes 5,000 terms without leaving the reader waiting, on this machine, and takes them back', async () => {
      const tab = await openOptions();
      const rows = Array.from({ length: 5000 }, (_, index) => `Item ${index},"Meaning ${index}, with ${index * 7919}"`);
      await tab.evaluate(chooseFile, 'many.csv', `term,definition\n${rows.slice(2).join('\n')}`);
      await expect.poll(() => tab.evaluate(status), { timeout: 10_000 }).toMatch(/4,99\d added/);
      expect(await tab.evaluate(heading)).toBe('5,000 terms');
      expect(await tab.evaluate(terms)).toHaveLength(100);
      expect(await tab.evaluate(storedKeys('local'))).toBeGreaterThan(5);

      const took = await tab.evaluate(async () => {
        const start = performance.now();
        const field = document.querySelector<HTMLInputElement>('#own-filter');
        if (field) field.value = 'sahara';
        field?.dispatchEvent(new Event('input'));
        await new Promise((resolve) => setTimeout(resolve));
        return performance.now() - start;
      });
      expect(took).toBeLessThan(500);
      expect(await tab.evaluate(terms)).toEqual(['The Sahel']);

      const place = () => document.querySelector('.own-glossary > .help:nth-of-type(2)')?.textContent;
      expect(await tab.evaluate(place)).toMatch(/on this machine only, because the list is too long/);
      await tab.clickElement('.own-glossary .status button');
      await expect.poll(() => tab.evaluate(heading)).toMatch(/^\d terms$/);
      expect(await tab.evaluate(place)).toMatch(/takes it to your other machines/);
      expect(await tab.evaluate(storedKeys('local'))).toBe(0);
    });
  });
});
