import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import { SETTINGS, type Settings } from '../../src/settings/settings.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import { EXTENSION_PAGES, openExtensionPage } from './extension-page.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { giveBrowsers, playButtonIs, SOON, startAnew } from './listening-steps.ts';
import { EVERYTHING, inEachPart, isSeen, waitUntilMarked } from './opened-parts.ts';
import { openInOwnTab } from './own-tab-steps.ts';
import { storeSettings } from './settings-steps.ts';

const THEMES = (Object.keys(SETTINGS.theme.choices) as Settings['theme'][]).filter((theme) => theme !== 'system');
const NARROW_THEMES = THEMES.filter((theme) => theme === 'light' || theme === 'dark');
/** Colours of one's own that are told apart well enough. */
const OWN_COLOURS = { ownPaper: '#20303a', ownText: '#f4efe4', ownLink: '#9fd0ff' };

beforeAll(() => giveBrowsers());
afterAll(() => {
  vi.unstubAllEnvs();
});

inEachBrowser((stage) => {
  beforeEach(() => startAnew(stage()));

  /** Goes through the themes in an open tab. */
  async function inEachTheme(
    tab: Tab,
    themes: readonly Settings['theme'][],
    look: (theme: Settings['theme']) => Promise<void>,
  ): Promise<void> {
    for (const theme of themes) {
      await storeSettings(stage(), { theme, ...OWN_COLOURS });
      await tab.activate();
      const isDressed = () =>
        tab.evaluate((name) => document.querySelector(`[data-theme="${name}"]`) !== null, theme as string);
      await expect.poll(isDressed, SOON).toBe(true);
      await look(theme);
    }
  }

  describe.each([
    // A theme is colours alone: what a narrow window changes is the same in all of them.
    { width: 360, themes: NARROW_THEMES },
    { width: 1280, themes: THEMES },
  ])('at $width pixels', ({ width, themes }) => {
    it('axe finds nothing in the reader and in whatever opens in it, in any theme', async () => {
      const tab = await openInOwnTab(stage(), EVERYTHING);
      await tab.setViewport({ width, height: 800 });
      await waitUntilMarked(tab);
      await inEachTheme(tab, themes, async (theme) => {
        expect(await tab.reader().axe(), theme).toEqual([]);
        const look = async ({ name }: { name: string }) =>
          expect(await tab.reader().axe(), `${name} in ${theme}`).toEqual([]);
        await inEachPart(tab, look, `in ${theme}`);
      });
    });

    it('axe finds nothing in the bar of listening and its choices, in any theme', async () => {
      const tab = await openInOwnTab(stage(), EVERYTHING);
      await tab.setViewport({ width, height: 800 });
      await tab.press('k');
      await playButtonIs(tab, 'listenPause');
      await tab.press('k');
      await playButtonIs(tab, 'listenGoOn');
      await tab.reader().clickButton(messages.listenOptions.message);
      await expect.poll(() => isSeen(tab, '.listen-options'), SOON).toBe(true);
      await inEachTheme(tab, themes, async (theme) => expect(await tab.reader().axe(), theme).toEqual([]));
    });

    it.each(EXTENSION_PAGES)(
      'axe finds nothing on %s, in light and in dark, with any theme in its article',
      async (page) => {
        const tab = await openExtensionPage(stage(), page);
        await tab.setViewport({ width, height: 800 });
        await inEachTheme(tab, themes, async (theme) => {
          // The page around the article has the colours of the system.
          await tab.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
          expect(await tab.reader().axe(), theme).toEqual([]);
        });
      },
    );
  });

  it('axe would find colours of one’s own that are too much alike', async () => {
    const tab = await openInOwnTab(stage(), EVERYTHING);
    await storeSettings(stage(), { theme: 'own', ownPaper: '#777777', ownText: '#888888' });
    await tab.activate();
    await expect.poll(async () => (await tab.reader().axe()).map(({ rule }) => rule), SOON).toContain('color-contrast');
  });
});
