import { beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../src/settings/settings.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { storeSettings } from './settings-steps.ts';
import { openReader } from './speakers-steps.ts';

const SOON = { timeout: 10_000 };

/** A computed style of the first element that a selector finds in the article. */
const styleOf = (tab: Tab, selector: string, property: string) =>
  tab.reader().evaluate(
    (root, found, name) => {
      const element = root.querySelector(found);
      return element ? getComputedStyle(element).getPropertyValue(name) : '(no such element)';
    },
    selector,
    property,
  );

/** What is seen of a setting at once: the element, its computed style, and how it is with the setting. */
const SEEN: [Partial<Settings>, string, string, string | RegExp][] = [
  [{ typeface: 'sans' }, '.content p', 'font-family', /^system-ui/],
  [{ typeface: 'lexend' }, '.content p', 'font-family', /^"?Lectern Lexend/],
  [{ typeface: 'installed', installedFont: 'DejaVu Sans' }, '.content p', 'font-family', /^"DejaVu Sans"/],
  [{ fontSize: 31 }, '.content p', 'font-size', '31px'],
  [{ fontWeight: 700 }, '.content p', 'font-weight', '700'],
  [{ lineHeight: 200 }, '.content p', 'line-height', '40px'],
  [{ letterSpacing: 10 }, '.content p', 'letter-spacing', '2px'],
  [{ wordSpacing: 20 }, '.content p', 'word-spacing', '4px'],
  [{ paragraphSpacing: 200 }, '.content p', 'margin-bottom', '64px'],
  [{ alignment: 'justify' }, '.content p', 'text-align', 'justify'],
  [{ hyphenation: 'on' }, '.content p', 'hyphens', 'auto'],
  [{ theme: 'sepia' }, '.lectern', 'background-color', 'rgb(246, 237, 218)'],
  [{ theme: 'yellow' }, '.content p', 'color', 'rgb(255, 230, 0)'],
  [{ theme: 'blue' }, '.lectern', 'background-color', 'rgb(0, 27, 77)'],
  [{ theme: 'own', ownPaper: '#102030' }, '.lectern', 'background-color', 'rgb(16, 32, 48)'],
  [{ imageDimming: 40 }, '.content img', 'filter', 'brightness(0.6)'],
  [{ images: 'hidden' }, '.content img', 'width', '1px'],
  [{ links: 'plain' }, '.facts a', 'text-decoration-line', 'none'],
];

inEachBrowser((stage, kind) => {
  beforeEach(() => storeSettings(stage(), {}));

  describe('each setting of text and colour', () => {
    it('is seen in an open reader at once, and gone with the next', async () => {
      const tab = await openReader(stage(), '/sample.html');
      for (const [settings, selector, property, expected] of SEEN) {
        const before = await styleOf(tab, selector, property);
        await storeSettings(stage(), settings);
        const seen = expect.poll(() => styleOf(tab, selector, property), {
          ...SOON,
          message: JSON.stringify(settings),
        });
        if (typeof expected === 'string') await seen.toBe(expected);
        else await seen.toMatch(expected);
        expect(before, JSON.stringify(settings)).not.toMatch(expected);
      }
    });
  });

  describe('a font of Lectern’s own', () => {
    it.each(['/sample.html', '/hostile/policy-none'])(
      'is drawn on %s, and leaves the page with the reader',
      async (path) => {
        const tab = await openReader(stage(), path);
        const widthOf = () =>
          tab.reader().evaluate((root) => {
            const range = document.createRange();
            range.selectNodeContents(root.querySelector('.title') ?? root);
            return Math.round(range.getBoundingClientRect().width);
          });
        const before = await widthOf();
        await storeSettings(stage(), { typeface: 'openDyslexic' });
        const faces = () =>
          tab.evaluate(
            () =>
              [...document.fonts].filter(({ family, status }) => family.includes('OpenDyslexic') && status === 'loaded')
                .length,
          );
        await expect.poll(faces, SOON).toBeGreaterThan(0);
        await tab.activate();
        await expect.poll(widthOf, SOON).not.toBe(before);
        await tab.press('Escape');
        await tab.reader().waitUntilGone();
        expect(
          await tab.evaluate(() => [...document.fonts].filter(({ family }) => family.startsWith('Lectern')).length),
        ).toBe(0);
      },
    );
  });

  describe('two columns', () => {
    it('stand side by side where the browser can wrap them and there is room, and are one elsewhere', async () => {
      const tab = await openReader(stage(), '/sample.html');
      await tab.setViewport({ width: 1500, height: 800 });
      await storeSettings(stage(), { columns: 'two' });
      await tab.activate();
      const columns = () => styleOf(tab, '.content', 'column-count');
      await expect.poll(columns, SOON).toBe(kind === 'chromium' ? '2' : 'auto');
      await tab.setViewport({ width: 700, height: 800 });
      await expect.poll(columns, SOON).toBe('auto');
      await tab.setViewport({ width: 1000, height: 800 });
    });
  });

  describe('the largest letters and the widest gaps', () => {
    it.each<Partial<Settings>>([
      { fontSize: 128 },
      { lineHeight: 150, paragraphSpacing: 200, letterSpacing: 12, wordSpacing: 16, fontSize: 40 },
    ])('fit a width of 320 pixels without scrolling sideways: %j', async (settings) => {
      await storeSettings(stage(), settings);
      const tab = await openReader(stage(), '/sample.html');
      await tab.setViewport({ width: 320, height: 640 });
      const overflow = () =>
        tab.reader().evaluate((root) => {
          const view = root.querySelector('.lectern');
          return view ? view.scrollWidth - view.clientWidth : -1;
        });
      await expect.poll(overflow, SOON).toBe(0);
      await tab.setViewport({ width: 1000, height: 800 });
    });
  });
});
