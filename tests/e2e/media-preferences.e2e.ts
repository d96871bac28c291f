import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { EXTENSION_PAGES, openExtensionPage } from './extension-page.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { giveBrowsers, playButtonIs, SOON, startAnew } from './listening-steps.ts';
import { EVERYTHING, inEachPart, waitUntilMarked } from './opened-parts.ts';
import { storeSettings } from './settings-steps.ts';
import { openReader } from './speakers-steps.ts';

/** What moves by itself, or takes its time to change: the longest of each element, in milliseconds. */
const motions = (root: ViewRoot, within = '.lectern, .lectern *') => {
  const longest = (times: string) => Math.max(...times.split(',').map((time) => Number.parseFloat(time) * 1000));
  return [...root.querySelectorAll<HTMLElement>(within)].flatMap((each) => {
    const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(each);
    const length = Math.max(longest(transitionDuration), animationName === 'none' ? 0 : longest(animationDuration));
    const isMoving = length > 0 || scrollBehavior === 'smooth';
    return isMoving ? [{ what: `${each.tagName} ${each.className}`, length }] : [];
  });
};

/** The controls that can be seen, without a border, a line under them or a drawing that would tell them from text. */
const shapeless = (root: ViewRoot) =>
  [...root.querySelectorAll<HTMLElement>('button, select, input, [role="button"]')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((each) => {
      // A switch is drawn by what stands before its content.
      const hasBorder = [getComputedStyle(each), getComputedStyle(each, '::before')].some(
        (style) =>
          style.content !== 'none' && style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0,
      );
      // The browser draws these itself, unless a style sheet has taken that away.
      const isNative =
        each.matches('[type="radio"], [type="checkbox"], [type="range"], [type="color"], [type="file"]') &&
        getComputedStyle(each).appearance !== 'none';
      const isUnderlined = [each, ...each.querySelectorAll('*')].some(
        (one) => getComputedStyle(one).textDecorationLine !== 'none',
      );
      const icon = each.querySelector('svg');
      const isDrawn = icon !== null && getComputedStyle(icon).color === getComputedStyle(each).color;
      return (
        !hasBorder && !isNative && !isUnderlined && !isDrawn && getComputedStyle(each).textDecorationLine === 'none'
      );
    })
    .map((each) => `${each.className} ${each.textContent}`);

const colours = (root: ViewRoot) => {
  const view = root.querySelector('.lectern');
  const text = root.querySelector('.content p');
  if (!view || !text) throw new Error('the view is not whole');
  return { paper: getComputedStyle(view).backgroundColor, text: getComputedStyle(text).color };
};

beforeAll(() => giveBrowsers());
afterAll(() => {
  vi.unstubAllEnvs();
});

inEachBrowser((stage, kind) => {
  beforeEach(() => startAnew(stage()));

  async function open(): Promise<Tab> {
    const tab = await openReader(stage(), EVERYTHING);
    await waitUntilMarked(tab);
    return tab;
  }
  async function listen(tab: Tab): Promise<void> {
    await tab.press('k');
    await playButtonIs(tab, 'listenPause');
    await tab.press('k');
    await playButtonIs(tab, 'listenGoOn');
  }

  describe('less motion', () => {
    it('leaves nothing that moves, and without it nothing moves for longer than 200 ms', async () => {
      const tab = await open();
      await listen(tab);
      const usual = await tab.reader().evaluate(motions);
      expect(usual.length).toBeGreaterThan(0);
      expect(usual.filter(({ length }) => length > 200)).toEqual([]);
      await tab.emulateMedia({ reducedMotion: 'reduce' });
      expect(await tab.reader().evaluate(motions)).toEqual([]);
      await inEachPart(tab, async ({ name }) => {
        expect(await tab.reader().evaluate(motions), name).toEqual([]);
      });
    });
  });

  describe.each(EXTENSION_PAGES)('%s', (page) => {
    it('leaves nothing that moves where less motion is wanted, and without it nothing moves for longer than 200 ms', async () => {
      const tab = await openExtensionPage(stage(), page);
      const usual = await tab.reader().evaluate(motions, '*');
      expect(usual.filter(({ length }) => length > 200)).toEqual([]);
      await tab.emulateMedia({ reducedMotion: 'reduce' });
      expect(await tab.reader().evaluate(motions, '*')).toEqual([]);
      // A motion that is put there is found.
      await tab.evaluate(() => {
        document.querySelectorAll('button')[0]?.style.setProperty('transition', 'color 300ms', 'important');
      });
      expect(await tab.reader().evaluate(motions, '*')).toHaveLength(1);
    });

    it('leaves every control with a border or a line under it in forced colours', async () => {
      const tab = await openExtensionPage(stage(), page);
      await tab.emulateMedia({ forcedColors: 'active' });
      expect(await tab.reader().evaluate(shapeless)).toEqual([]);
      // A button without one is found.
      await tab.evaluate(() => {
        const seen = [...document.querySelectorAll('button')].find((button) => button.checkVisibility());
        seen?.style.setProperty('border', 'none');
        seen?.style.setProperty('text-decoration', 'none');
      });
      expect(await tab.reader().evaluate(shapeless)).toHaveLength(1);
    });
  });

  describe('forced colours', () => {
    it('leave every control with a border or a line under it, and the text on the colours of the system', async () => {
      const tab = await open();
      await tab.emulateMedia({ forcedColors: 'active' });
      const system = await tab.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('p'));
        probe.style.cssText = 'color: CanvasText; background: Canvas; forced-color-adjust: none';
        const { color, backgroundColor } = getComputedStyle(probe);
        probe.remove();
        return { paper: backgroundColor, text: color };
      });
      await expect.poll(() => tab.reader().evaluate(colours), SOON).toEqual(system);
      expect(await tab.reader().evaluate(shapeless)).toEqual([]);
      await inEachPart(tab, async ({ name }) => {
        expect(await tab.reader().evaluate(shapeless), name).toEqual([]);
      });
      await listen(tab);
      expect(await tab.reader().evaluate(shapeless)).toEqual([]);
    });

    it('leave the focus with a line in the system’s colour of what is selected', async () => {
      const tab = await open();
      await tab.emulateMedia({ forcedColors: 'active' });
      await tab.press('Tab');
      const line = await tab.reader().evaluate((root) => {
        const focused = root.activeElement;
        if (!focused) return null;
        const probe = (root.querySelector('.lectern') ?? focused).appendChild(document.createElement('i'));
        probe.style.setProperty('color', 'Highlight');
        probe.style.setProperty('forced-color-adjust', 'none');
        const { outlineColor, outlineStyle } = getComputedStyle(focused);
        const highlight = getComputedStyle(probe).color;
        probe.remove();
        return { isHighlight: outlineColor === highlight, outlineStyle };
      });
      expect(line).toEqual({ isHighlight: true, outlineStyle: 'solid' });
    });
  });

  // Firefox lets nobody ask for it from outside.
  if (kind === 'chromium')
    describe('more contrast', () => {
      it.each(['light', 'dark'] as const)(
        'is black and white where the reader follows a system in %s',
        async (scheme) => {
          const tab = await open();
          await tab.emulateMedia({ colorScheme: scheme, contrast: 'more' });
          const [paper, text] = scheme === 'light' ? ['255, 255, 255', '0, 0, 0'] : ['0, 0, 0', '255, 255, 255'];
          await expect
            .poll(() => tab.reader().evaluate(colours), SOON)
            .toEqual({ paper: `rgb(${paper})`, text: `rgb(${text})` });
        },
      );

      it('makes black and white of light, sepia and dark too, and leaves a strong contrast as it was chosen', async () => {
        const tab = await open();
        await tab.emulateMedia({ contrast: 'more' });
        const [black, white, yellow] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(255, 230, 0)'];
        for (const [theme, paper, text] of [
          ['light', white, black],
          ['sepia', white, black],
          ['dark', black, white],
          ['yellow', black, yellow],
        ] as const) {
          await storeSettings(stage(), { theme });
          await expect.poll(() => tab.reader().evaluate(colours), SOON).toEqual({ paper, text });
        }
      });
    });

  describe('an article that is read from right to left', () => {
    it('is mirrored whole: text, lists, quotations and what stands in the margin', async () => {
      const tab = await openReader(stage(), '/arabic.html');
      const sides = (root: ViewRoot) => {
        const view = root.querySelector('.lectern');
        const title = root.querySelector<HTMLElement>('.title');
        const text = root.querySelector<HTMLElement>('.content p');
        if (!view || !title || !text) throw new Error('the view is not whole');
        const firstLine = (block: HTMLElement) => {
          const range = document.createRange();
          range.selectNodeContents(block);
          const rows = [...range.getClientRects()];
          const { left, right } = block.getBoundingClientRect();
          return (
            Math.abs(right - Math.max(...rows.map((row) => row.right))) <=
            Math.abs(left - Math.min(...rows.map((row) => row.left))) + 1
          );
        };
        const starts = [...root.querySelectorAll<HTMLElement>('.content :is(ul, ol, blockquote)')].map((each) => {
          const { paddingRight, paddingLeft, borderRightWidth, borderLeftWidth } = getComputedStyle(each);
          const width = (padding: string, border: string) => Number.parseFloat(padding) + Number.parseFloat(border);
          return width(paddingRight, borderRightWidth) >= width(paddingLeft, borderLeftWidth);
        });
        return {
          direction: getComputedStyle(text).direction,
          language: text.closest('[lang]')?.getAttribute('lang')?.slice(0, 2),
          isTitleRight: firstLine(title),
          areStartsRight: starts.every(Boolean),
          overflow: view.scrollWidth - view.clientWidth,
        };
      };
      expect(await tab.reader().evaluate(sides)).toEqual({
        direction: 'rtl',
        language: 'ar',
        isTitleRight: true,
        areStartsRight: true,
        overflow: 0,
      });
    });
  });

  describe('another language in the article', () => {
    it('is told of where it begins, for a voice that reads aloud', async () => {
      const tab = await open();
      const languages = await tab.reader().evaluate((root) => {
        const blocks = [...root.querySelectorAll<HTMLElement>('.content p')];
        return blocks.map((block) => [
          block.textContent?.startsWith('«') ?? false,
          block.closest('[lang]')?.getAttribute('lang'),
        ]);
      });
      expect(languages).toContainEqual([true, 'fr']);
      expect(languages).toContainEqual([false, 'en-GB']);
    });
  });
});
