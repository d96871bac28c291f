import { beforeEach, describe, expect, it } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { storeSettings } from './settings-steps.ts';
import { openReader } from './speakers-steps.ts';

const SOON = { timeout: 10_000 };

/** The second, fourth … parts of the words in view. */
const marked = (tab: Tab) =>
  tab.evaluate(() => Array.from(CSS.highlights.get('lectern-syllable') ?? [], (range) => range.toString()));

inEachBrowser((stage) => {
  beforeEach(() => storeSettings(stage(), {}));

  describe('syllables', () => {
    it('are shown in the text as soon as the setting is on, and gone when it is off', async () => {
      const tab = await openReader(stage(), '/sample.html');
      expect(await marked(tab)).toEqual([]);
      const text = () => tab.reader().evaluate((root) => root.querySelector('.document')?.textContent ?? '');
      const before = await text();
      await storeSettings(stage(), { syllables: 'on' });
      await tab.activate();
      await expect.poll(async () => (await marked(tab)).length, SOON).toBeGreaterThan(20);
      expect(await text()).toBe(before);
      await storeSettings(stage(), {});
      await expect.poll(() => marked(tab), SOON).toEqual([]);
    });

    it('are there when the reading view opens, and gone with it', async () => {
      await storeSettings(stage(), { syllables: 'on' });
      const tab = await openReader(stage(), '/sample.html');
      await expect.poll(async () => (await marked(tab)).length, SOON).toBeGreaterThan(20);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
      expect(await marked(tab)).toEqual([]);
    });
  });
});
