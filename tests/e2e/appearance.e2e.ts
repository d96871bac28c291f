import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/settings/presets.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { storeSettings } from './settings-steps.ts';
import { tabTo } from './speakers-steps.ts';

const PAGE = '/sample.html';
const SOON = { timeout: 10_000 };

/** What the reader sees of the settings: the size of the text, in CSS pixels, and the colours. */
const dress = (root: ViewRoot) => {
  const view = root.querySelector<HTMLElement>('div.lectern');
  const text = root.querySelector('.content p');
  return { size: text && Number.parseFloat(getComputedStyle(text).fontSize), theme: view?.dataset.theme };
};
const line = (root: ViewRoot) => {
  const status = root.querySelector('.appearance-status');
  return status?.checkVisibility() ? status.querySelector('p')?.textContent : null;
};
const isBarSeen = (root: ViewRoot) => {
  const box = root.querySelector('.bar')?.getBoundingClientRect();
  return box !== undefined && box.bottom > 20;
};
/** Waits until smooth scrolling is over: a turn of the wheel back would only shorten it. */
async function scrollsNoMore(tab: Tab): Promise<void> {
  let place = -1;
  const isAtRest = async () => {
    const before = place;
    place = await tab.reader().evaluate((root) => root.querySelector('.lectern')?.scrollTop ?? 0);
    return place === before;
  };
  await expect.poll(isAtRest, { interval: 150 }).toBe(true);
}
/** What the sheet says of a preset, as far as it is seen. */
const sentences = (root: ViewRoot) =>
  [...root.querySelectorAll('.preset')].map((preset) => {
    const sentence = root.querySelector(`#${preset.getAttribute('aria-describedby')}`);
    return sentence?.checkVisibility() ? sentence.textContent : null;
  });
const presets = (root: ViewRoot) => [...root.querySelectorAll('.preset')].map(({ textContent }) => textContent);

inEachBrowser((stage) => {
  async function openReader(settings: Parameters<typeof storeSettings>[1] | null = {}): Promise<Tab> {
    if (settings) await storeSettings(stage(), settings);
    const tab = await stage().openTab(PAGE);
    await tab.pressToolbarButton();
    await tab.reader().waitUntilVisible();
    return tab;
  }
  const seen = (tab: Tab) => tab.reader().evaluate(dress);
  const isOpen = (tab: Tab) => tab.reader().count('region', 'Appearance');
  async function openSheet(tab: Tab): Promise<void> {
    await tab.press('a');
    await expect.poll(() => isOpen(tab), SOON).toBe(1);
  }

  describe('the sheet', () => {
    it('opens by its button and by its key, and Escape closes it before the reader', async () => {
      const tab = await openReader();
      await tab.reader().clickButton('Appearance');
      await expect.poll(() => isOpen(tab), SOON).toBe(1);
      expect(await tab.reader().focusedName()).toBe('Appearance');
      await tab.press('a');
      await expect.poll(() => isOpen(tab), SOON).toBe(0);
      await openSheet(tab);
      await tab.press('Escape');
      await expect.poll(() => isOpen(tab), SOON).toBe(0);
      expect(await tab.reader().isVisible()).toBe(true);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
    });

    it('changes the size by keyboard, at once in the article beside it, and keeps it for the next visit', async () => {
      const tab = await openReader();
      await openSheet(tab);
      await tabTo(tab, 'Text size: less');
      await tab.press('Tab');
      await tab.press('ArrowRight');
      await expect.poll(() => seen(tab)).toMatchObject({ size: 21 });
      await tabTo(tab, 'Text size: more');
      await tab.press('Enter');
      await tab.press('Enter');
      await expect.poll(() => seen(tab)).toMatchObject({ size: 23 });
      expect(await tab.reader().focusedName()).toBe('Text size: more');
      await tab.press('Escape');
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
      await tab.goto(`${stage().server.origin}/listening.html`);
      await tab.pressToolbarButton();
      await tab.reader().waitUntilVisible();
      expect(await seen(tab)).toMatchObject({ size: 23 });
    });

    it('keeps what is read at its place while the text grows', async () => {
      const tab = await openReader();
      await openSheet(tab);
      await tab.reader().evaluate((root) => root.querySelectorAll('.content p')[3]?.scrollIntoView());
      const place = (root: ViewRoot) => root.querySelectorAll('.content p')[3]?.getBoundingClientRect().top ?? -1;
      const before = await tab.reader().evaluate(place);
      await tabTo(tab, 'Text size: more');
      for (let press = 0; press < 8; press += 1) await tab.press('Enter');
      await expect.poll(() => seen(tab)).toMatchObject({ size: 28 });
      expect(Math.abs((await tab.reader().evaluate(place)) - before)).toBeLessThan(40);
    });

    it('opens the page with all settings', async () => {
      const tab = await openReader();
      await openSheet(tab);
      await tab.reader().clickButton('All settings');
      const options = await stage().browser.waitForTab((url) => url.endsWith('/options.html'));
      await expect.poll(() => options.evaluate(() => document.querySelectorAll('.setting').length)).toBeGreaterThan(20);
    });
  });

  describe('a preset', () => {
    it('says for whom it is, where all can see it', async () => {
      const tab = await openReader();
      await openSheet(tab);
      const said = await tab.reader().evaluate(sentences);
      expect(said).toHaveLength(PRESETS.length);
      expect(said).toContain('Warm paper, dimmed pictures, links and names as plain text.');
      expect(said).not.toContain(null);
    });

    it('is tried, taken back, kept for the next visit, and Undo brings back what was there', async () => {
      const tab = await openReader({ fontSize: 24 });
      await openSheet(tab);
      await tab.reader().clickButton('Calm');
      await expect.poll(() => seen(tab)).toEqual({ size: 24, theme: 'sepia' });
      expect(await tab.reader().evaluate(line)).toMatch(/^You are trying “Calm”/);
      await tab.reader().clickButton('Take it back');
      await expect.poll(() => seen(tab)).toEqual({ size: 24, theme: 'system' });
      await tab.reader().clickButton('Dyslexia');
      await tab.reader().clickButton('Keep it');
      await expect.poll(() => tab.reader().evaluate(line)).toBe('“Dyslexia” is kept.');

      const other = await openReader(null);
      await expect.poll(() => seen(other)).toEqual({ size: 22, theme: 'sepia' });
      await tab.activate();
      await tab.reader().clickButton('Undo');
      await expect.poll(() => seen(tab)).toEqual({ size: 24, theme: 'system' });
      await expect.poll(() => seen(other)).toEqual({ size: 24, theme: 'system' });
    });

    it('that is only tried stays when the sheet closes, and is gone with the reader', async () => {
      const tab = await openReader();
      await openSheet(tab);
      await tab.reader().clickButton('Calm');
      await tab.press('Escape');
      await expect.poll(() => isOpen(tab), SOON).toBe(0);
      expect(await tab.reader().evaluate(line)).toMatch(/^You are trying “Calm”/);
      expect(await seen(tab)).toMatchObject({ theme: 'sepia' });
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
      await tab.pressToolbarButton();
      await tab.reader().waitUntilVisible();
      expect(await seen(tab)).toMatchObject({ theme: 'system' });
    });

    it('of one’s own is kept by keyboard, there in another tab, and removed', async () => {
      const tab = await openReader({ fontSize: 30 });
      await openSheet(tab);
      await tabTo(tab, 'Keep these settings as a preset');
      await tab.press('Enter');
      await expect.poll(() => tab.reader().focusedName()).toBe('Name of the preset');
      await tab.type('In the evening');
      await tab.press('Enter');
      await expect.poll(() => tab.reader().evaluate(presets)).toContain('In the evening');
      const other = await openReader(null);
      await openSheet(other);
      await expect.poll(() => other.reader().evaluate(presets)).toContain('In the evening');
      await other.reader().clickButton('Remove the preset “In the evening”');
      await expect.poll(() => other.reader().evaluate(presets)).toHaveLength(6);
      await other.reader().clickButton('Undo');
      await expect.poll(() => tab.reader().evaluate(presets)).toContain('In the evening');
    });
  });

  describe('to everybody', () => {
    it.each(['light', 'dark', 'yellow'] as const)('has nothing that axe finds wrong, in %s', async (theme) => {
      const tab = await openReader({ theme });
      await openSheet(tab);
      await tab.reader().clickButton('Attention');
      await tab.reader().clickButton('Keep these settings as a preset');
      expect(await tab.reader().axe()).toEqual([]);
    });

    it('has targets of 44 px, and at 320 px leaves some of the text to be seen and scrolls one way only', async () => {
      const tab = await openReader();
      await tab.setViewport({ width: 320, height: 640 });
      await openSheet(tab);
      await tab.reader().clickButton('Attention');
      const sizes = await tab.reader().evaluate((root) =>
        [...root.querySelectorAll('.bar button, .appearance :is(button, select, label:has(input), input[type=range])')]
          .filter((control) => control.checkVisibility())
          .map((control) => control.getBoundingClientRect())
          .map(({ width, height }) => Math.min(width, height)),
      );
      expect(sizes.length).toBeGreaterThan(30);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
      const room = await tab.reader().evaluate((root) => {
        const [view, sheet, bar] = ['div.lectern', '#appearance', '.bar'].map((one) => root.querySelector(one));
        const body = root.querySelector('#appearance .panel-body');
        if (!view || !sheet || !bar || !body) return null;
        return {
          sideways: view.scrollWidth - view.clientWidth + (body.scrollWidth - body.clientWidth),
          text: sheet.getBoundingClientRect().top - bar.getBoundingClientRect().bottom,
          rows: bar.getBoundingClientRect().height,
          inert: root.querySelector<HTMLElement>('.main')?.inert,
        };
      });
      expect(room).toMatchObject({ sideways: 0, inert: false });
      // Four lines; how high the sheet is depends on the fonts of the machine.
      expect(room?.text).toBeGreaterThan(130);
      // One row of tools, and a line for the minutes that are left.
      expect(room?.rows).toBeLessThan(90);
    });

    it('lies over all where the screen is low as well, and keeps what is behind it out of reach', async () => {
      const tab = await openReader();
      await tab.setViewport({ width: 320, height: 256 });
      await tab.press('a');
      // It is all there is then.
      await expect.poll(() => tab.reader().count('dialog', 'Appearance'), SOON).toBe(1);
      expect(await isOpen(tab)).toBe(0);
      const isInert = (root: ViewRoot) => root.querySelector<HTMLElement>('.main')?.inert;
      await expect.poll(() => tab.reader().evaluate(isInert)).toBe(true);
      await tab.press('Escape');
      await expect.poll(() => tab.reader().evaluate(isInert)).toBe(false);
    });
  });

  describe('the toolbar', () => {
    it('steps back on the way down, and comes back on the way up and for the focus', async () => {
      const tab = await openReader();
      for (let turn = 0; turn < 3; turn += 1) await tab.scrollWheel(300);
      await expect.poll(() => tab.reader().evaluate(isBarSeen)).toBe(false);
      await scrollsNoMore(tab);
      await tab.scrollWheel(-200);
      await expect.poll(() => tab.reader().evaluate(isBarSeen)).toBe(true);
      await scrollsNoMore(tab);
      await tab.scrollWheel(300);
      await expect.poll(() => tab.reader().evaluate(isBarSeen)).toBe(false);
      await tab.press('Shift+Tab');
      await expect.poll(() => tab.reader().focusedName()).toBe('Close');
      await expect.poll(() => tab.reader().evaluate(isBarSeen)).toBe(true);
    });

    it('is there beside an open panel, and stays for people who want less motion', async () => {
      const tab = await openReader();
      for (let turn = 0; turn < 2; turn += 1) await tab.scrollWheel(300);
      await expect.poll(() => tab.reader().evaluate(isBarSeen)).toBe(false);
      await openSheet(tab);
      await expect.poll(() => tab.reader().evaluate(isBarSeen)).toBe(true);
      await tab.press('Escape');
      await tab.emulateMedia({ reducedMotion: 'reduce' });
      for (let turn = 0; turn < 2; turn += 1) await tab.scrollWheel(200);
      const isAway = (root: ViewRoot) => root.querySelector('.bar')?.classList.contains('away');
      expect([await tab.reader().evaluate(isAway), await tab.reader().evaluate(isBarSeen)]).toContain(true);
      expect(await tab.reader().evaluate(isBarSeen)).toBe(true);
      await tab.emulateMedia({ reducedMotion: null });
    });
  });
});
