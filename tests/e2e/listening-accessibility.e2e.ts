import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { inEachBrowser } from './in-each-browser.ts';
import {
  bars,
  giveBrowsers,
  lastMark,
  lineOf,
  openNoted,
  playButtonIs,
  SHORT_PAGE,
  SOON,
  SPOKEN,
  startAnew,
  wordsAreMarked,
} from './listening-steps.ts';
import { openInOwnTab } from './own-tab-steps.ts';
import { openReader } from './speakers-steps.ts';

/** No engine has a voice for its language. */
const WITHOUT_VOICE = '/japanese.html';

/** The controls of the bar that can be seen, smallest first: what they are, and their shorter side in CSS pixels. */
const targets = (root: ViewRoot) => {
  const controls = [...root.querySelectorAll<HTMLElement>('.listen-bar :is(button, select, input)')];
  const shown = controls.filter((control) => control.checkVisibility());
  const sizes = shown.map((control) => {
    const { width, height } = control.getBoundingClientRect();
    return {
      name: control.getAttribute('aria-label') ?? (control.id || control.textContent),
      size: Math.min(width, height),
    };
  });
  return sizes.sort((one, other) => one.size - other.size);
};

/** What would have to be scrolled sideways, in CSS pixels: the whole view, the bar and what it opens. */
const overflow = (root: ViewRoot) =>
  [...root.querySelectorAll('.lectern, .listen-bar, .listen-options')].map(
    ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
  );

/** Buttons of the bar's row that lie outside the screen, or under something else. */
const outOfReach = (root: ViewRoot) => {
  const shown = [...root.querySelectorAll<HTMLElement>('.listen-row button')].filter((each) => each.checkVisibility());
  const isReached = (each: HTMLElement) => {
    const { left, top, right, bottom } = each.getBoundingClientRect();
    const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const topmost = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return isInside && each.contains(topmost);
  };
  return shown.filter((each) => !isReached(each)).map((each) => each.getAttribute('aria-label'));
};

const centreOfPlay = (root: ViewRoot) => {
  const { left, top, width, height } = root.querySelector('.listen-play')?.getBoundingClientRect() ?? new DOMRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/** The focused control: whether it is in "Voice and more", and whether it can be seen there. */
const focus = (root: ViewRoot) => {
  const { activeElement } = root;
  const { left, top, right, bottom } = activeElement?.getBoundingClientRect() ?? new DOMRect();
  const topmost = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return {
    name: activeElement?.id || (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''),
    isOption: activeElement?.closest('.listen-options') != null,
    isSeen: topmost !== null && activeElement?.contains(topmost) === true,
  };
};

beforeAll(() => giveBrowsers());
afterAll(() => {
  vi.unstubAllEnvs();
});

inEachBrowser((stage) => {
  beforeEach(() => startAnew(stage()));

  /** Every control can be seen and pressed with a thumb, and axe has nothing to say. */
  async function isSound(tab: Tab): Promise<void> {
    expect(await tab.reader().axe()).toEqual([]);
    const all = await tab.reader().evaluate(targets);
    expect(all.length).toBeGreaterThan(7);
    // Sizes come in fractions of a pixel.
    expect(all[0]?.size, all[0]?.name ?? '').toBeGreaterThan(43.9);
  }

  describe.each(['light', 'dark'] as const)('in %s, axe and a thumb find nothing amiss', (colorScheme) => {
    async function open(path: string, where: string): Promise<Tab> {
      const tab = await (where === 'page' ? openReader(stage(), path) : openInOwnTab(stage(), path));
      await tab.emulateMedia({ colorScheme });
      return tab;
    }

    it.each(['page', 'tab'])(
      'in the bar, in “Voice and more” and in the question of a kept place, in a %s',
      async (where) => {
        const tab = await open(SHORT_PAGE, where);
        await tab.press('k');
        await playButtonIs(tab, 'listenPause');
        for (const _ of [1, 2, 3]) await tab.press('l');
        await isSound(tab);
        await tab.reader().clickButton(messages.listenOptions.message);
        expect(await tab.reader().count('group', messages.listenOptions.message)).toBe(1);
        await isSound(tab);
        await tab.press('Escape');
        await tab.press('k');
        await playButtonIs(tab, 'listenGoOn');
        await tab.reader().clickButton(messages.listenClose.message);
        await expect.poll(() => bars(tab), SOON).toBe(0);
        await tab.press('k');
        await expect.poll(() => lineOf(tab), SOON).toMatch(/^You stopped at/);
        await isSound(tab);
      },
    );

    it.each(['page', 'tab'])('in the line that says why nothing is heard, in a %s', async (where) => {
      const tab = await open(WITHOUT_VOICE, where);
      await tab.reader().clickButton(messages.listenStart.message);
      await expect.poll(() => lineOf(tab), SPOKEN).toBe(messages.listenFailedNoVoice.message);
      expect(await tab.reader().count('button', messages.panelTryAgain.message)).toBe(1);
      await isSound(tab);
    });
  });

  describe('on a screen of 320 pixels', () => {
    async function openNarrow(): Promise<Tab> {
      const tab = await stage().openTab(SHORT_PAGE);
      await tab.setViewport({ width: 320, height: 640 });
      await tab.pressToolbarButton();
      await tab.reader().waitUntilSettled();
      await tab.press('k');
      await playButtonIs(tab, 'listenPause');
      return tab;
    }

    it.each([20, 40])(
      'nothing needs scrolling sideways and every button is in reach, with text of %i',
      async (size) => {
        const tab = await openNarrow();
        await tab.reader().evaluate((root, pixels) => {
          root.querySelector<HTMLElement>('.lectern')?.style.setProperty('--font-size', `${pixels}px`);
        }, size);
        await expect.poll(() => tab.reader().evaluate(overflow)).toEqual([0, 0, 0]);
        expect(await tab.reader().evaluate(outOfReach)).toEqual([]);
        // The toolbar has a button of the same name.
        const { x, y } = await tab.reader().evaluate(centreOfPlay);
        await tab.click(x, y);
        await playButtonIs(tab, 'listenGoOn');
        await tab.reader().clickButton(messages.listenOptions.message);
        expect(await tab.reader().evaluate(overflow)).toEqual([0, 0, 0]);
        expect(await tab.reader().evaluate(outOfReach)).toEqual([]);
      },
    );

    it('every choice of “Voice and more” comes into sight with the focus', async () => {
      const tab = await openNarrow();
      await tab.reader().clickButton(messages.listenOptions.message);
      await expect.poll(async () => (await tab.reader().evaluate(focus)).isOption).toBe(true);
      const seen = new Set<string>();
      for (let step = 0; step < 20; step++) {
        const { name, isOption, isSeen } = await tab.reader().evaluate(focus);
        if (!isOption) break;
        expect(isSeen, name).toBe(true);
        seen.add(name);
        await tab.press('Tab');
      }
      expect(seen.size).toBeGreaterThan(5);
      expect((await tab.reader().evaluate(focus)).isOption).toBe(false);
    });
  });

  describe('in an article that is read from right to left', () => {
    it('the bar reads as its own language does, the words run, and each key goes where it says', async () => {
      const tab = await openNoted(stage(), '/arabic.html');
      await tab.press('k');
      await wordsAreMarked(tab, 2);
      const title = (await lastMark(tab)).sentence;
      expect(title).toMatch(/^بعد ثلاثين/);
      await tab.press('l');
      await expect.poll(async () => (await lastMark(tab)).sentence, SPOKEN).not.toBe(title);
      await tab.press('j');
      await expect.poll(async () => (await lastMark(tab)).sentence, SPOKEN).toBe(title);
      const order = await tab.reader().evaluate((root) => {
        const bar = root.querySelector<HTMLElement>('.listen-bar');
        const names = ['Previous sentence', 'Next sentence'];
        const lefts = names.map(
          (name) => bar?.querySelector(`[aria-label="${name}"]`)?.getBoundingClientRect().left ?? 0,
        );
        const document = root.querySelector('.document');
        return {
          bar: bar?.dir,
          isPreviousFirst: (lefts[0] ?? 0) < (lefts[1] ?? 0),
          article: document && getComputedStyle(document).direction,
          outside: [...root.querySelectorAll('.listen-here')].filter((each) => {
            const { left, right } = each.getBoundingClientRect();
            return left < 0 || right > innerWidth;
          }).length,
        };
      });
      expect(order).toEqual({ bar: 'ltr', isPreviousFirst: true, article: 'rtl', outside: 0 });
      expect(await tab.reader().evaluate(overflow)).toEqual([0, 0, 0]);
      expect(await tab.reader().evaluate(outOfReach)).toEqual([]);
      await isSound(tab);
    });
  });
});
