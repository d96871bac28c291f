import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessiblesIn } from '../../tools/browsers/accessible-node.ts';
import type { Browser, BrowserKind, Tab } from '../../tools/browsers/browser.ts';
import { launchBrowser } from '../../tools/browsers/launch-browser.ts';
import { waitUntil } from '../../tools/browsers/wait-until.ts';
import { WITHOUT_SYSTEM_VOICES } from '../../tools/sound/speech-dispatcher.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const HEADLINE = 'Night ferry returns to the islands after nine years';

const isReaderOpen = () => document.querySelector('[data-lectern-reader]') !== null;
const pressed = () =>
  [...document.querySelectorAll('.preset-offers [aria-pressed="true"]')].map((button) => button.textContent);
const sampleSize = () =>
  getComputedStyle(document.querySelector('.sample-paper article > p') ?? document.body).fontSize;
const status = () => document.querySelector('.preset-status')?.textContent ?? '';
const size = () => {
  const { scrollWidth, scrollHeight } = document.documentElement;
  return { width: scrollWidth, height: scrollHeight };
};

describe.each<BrowserKind>(['chromium', 'firefox'])('the first-run page in %s', (kind) => {
  let browser: Browser;
  let page: Tab;

  beforeAll(async () => {
    browser = await launchBrowser(kind, {
      extension: DIST + (kind === 'chromium' ? 'chrome' : 'firefox'),
      viewport: { width: 1280, height: 800 },
      environment: WITHOUT_SYSTEM_VOICES,
      keepsFirstRunPage: true,
    });
    page = await browser.waitForTab((url) => url.endsWith('/welcome.html'));
    await page.setViewport({ width: 1280, height: 800 });
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Whether anything in the tab is called so, for those who listen. */
  const says = async (name: string) =>
    accessiblesIn(await page.accessibilityTree()).some((node) => node.name.includes(name));
  const isOpen = (open: boolean) => expect.poll(() => page.evaluate(isReaderOpen)).toBe(open);

  it('opens when Lectern is installed, and not when it is loaded anew', async () => {
    await expect.poll(() => page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Welcome to Lectern');
    if (kind === 'firefox') return;
    const other = await browser.openTab(await page.url());
    await page.close();
    await browser.reloadExtension();
    await other.close();
    expect(await Promise.all((await browser.tabs()).map((tab) => tab.url()))).not.toContain(
      `${browser.extensionOrigin}/welcome.html`,
    );
    page = await browser.openTab(`${browser.extensionOrigin}/welcome.html`);
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('kbd').length)).toBeGreaterThan(4);
  });

  it('is one screen, shows the keys that the browser has given, and has nothing that axe-core finds wrong', async () => {
    const keys = () => page.evaluate(() => document.querySelector('.press-keys')?.textContent ?? '');
    await expect.poll(keys).toMatch(/Ctrl\+Shift\+9/);
    expect(await page.evaluate(size)).toEqual({ width: 1280, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await page.reader().axe(), colorScheme).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null });
  });

  it('shows a preset on the article, keeps nothing until told to, and takes it back', async () => {
    const before = await page.evaluate(sampleSize);
    await page.evaluate(() => document.querySelector<HTMLElement>('.preset-offers button')?.focus());
    await page.press('Tab');
    await page.press('Enter');
    expect(await page.evaluate(pressed)).toEqual(['Low vision']);
    await expect.poll(() => page.evaluate(sampleSize)).toBe('40px');
    expect(await page.evaluate(status)).toBe('You are trying “Low vision”.');
    expect(await page.reader().axe()).toEqual([]);
    await page.clickElement('.preset-answers button:nth-of-type(2)');
    expect(await page.evaluate(pressed)).toEqual([]);
    await expect.poll(() => page.evaluate(sampleSize)).toBe(before);
  });

  it('opens the article in the reading view at a press of the toolbar button, and closes it again', async () => {
    await page.pressToolbarButton();
    await isOpen(true);
    await expect.poll(() => page.buttonTitle()).toBe('Close the Lectern reading view');
    await waitUntil('the article', () => says('1 minute to read'));
    expect(await says(HEADLINE)).toBe(true);
    // Neither the guide nor the advertisement.
    expect(await says('Make it yours')).toBe(false);
    expect(await says('Umbrellas')).toBe(false);
    await page.pressToolbarButton();
    await isOpen(false);
    await expect.poll(() => page.buttonTitle()).toBe('Read this page with Lectern');
  });

  it('has the panels of the reading view there, by their keys', async () => {
    await page.clickElement('.press-ways button');
    await isOpen(true);
    await waitUntil('the article', () => says('1 minute to read'));
    for (const [key, panel] of [
      ['g', 'Terms in this article'],
      ['s', 'Mark their words in the text: Mara Oyelaran'],
    ] as const) {
      await page.press(key);
      await waitUntil(panel, () => says(panel), 10_000);
      await page.press('Escape');
    }
    await page.press('Escape');
    await isOpen(false);
  });

  it('fits 360 px without scrolling sideways, every target at least 44 px high', async () => {
    await page.setViewport({ width: 360, height: 700 });
    await expect.poll(async () => (await page.evaluate(size)).width).toBeLessThanOrEqual(360);
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('button:not([hidden]), a')].map((target) => target.getBoundingClientRect().height),
    );
    expect(heights.length).toBeGreaterThan(4);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await page.setViewport({ width: 1280, height: 800 });
  });

  it('keeps a preset when told to, for every page, and still takes it back', async () => {
    await page.clickElement('.preset-offers button:nth-child(2)');
    await page.clickElement('.preset-answers button:nth-of-type(1)');
    await expect.poll(() => page.evaluate(status)).toBe('“Low vision” is kept.');
    const other = await browser.openTab(`${browser.extensionOrigin}/welcome.html`);
    await expect.poll(() => other.evaluate(sampleSize)).toBe('40px');
    await other.close();
    await page.activate();
    await page.clickElement('.preset-answers button:nth-of-type(2)');
    await expect.poll(() => page.evaluate(status)).toBe('Everything is as it was.');
    await expect.poll(() => page.evaluate(sampleSize)).toBe('20px');
  });
});
