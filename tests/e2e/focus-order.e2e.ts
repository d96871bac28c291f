import { beforeEach, describe, expect, it } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { EXTENSION_PAGES, openExtensionPage } from './extension-page.ts';
import { inEachBrowser } from './in-each-browser.ts';
import { SOON } from './listening-steps.ts';
import { EVERYTHING, OPENED_PARTS, waitUntilMarked } from './opened-parts.ts';
import { storeSettings } from './settings-steps.ts';
import { openReader } from './speakers-steps.ts';

/** What a person who presses Tab meets. */
interface Stop {
  name: string;
  /** In the order of the document, of all elements. */
  place: number;
  isInSight: boolean;
  /** What lies over some of what is on the screen of it. */
  covers: string[];
  /** In CSS pixels, of the line around it; null where there is none. */
  outline: number | null;
}

/** Where the focus is; null where it is outside the view. */
const stopAt = (root: ViewRoot): Stop | null => {
  const focused = root.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  // Firefox leaves what is seen in part where it is: what has not been scrolled to is not hidden by anything.
  const frames = [document.documentElement];
  for (let above = focused.parentElement; above; above = above.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(above).overflowY)) frames.push(above);
  const isOnScreen = (x: number, y: number) =>
    x >= 0 &&
    y >= 0 &&
    x < innerWidth &&
    y < innerHeight &&
    frames.every((frame) => {
      const { top, bottom } = frame.getBoundingClientRect();
      return frame === document.documentElement || (y > top && y < bottom);
    });
  const coverAt = ([x = -1, y = -1]: number[]) => {
    const topmost = root.elementFromPoint(x, y);
    const isItself = topmost !== null && (focused.contains(topmost) || topmost.contains(focused));
    return isItself ? [] : [`${topmost?.tagName} ${topmost?.className} at ${x}, ${y} of ${innerWidth}, ${innerHeight}`];
  };
  const points = [...focused.getClientRects()].flatMap(({ left, top, right, bottom }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return [
      [x, top + 2],
      [x, bottom - 2],
      [left + 2, y],
      [right - 2, y],
      [x, y],
    ];
  });
  const inSight = points.filter(([x = -1, y = -1]) => isOnScreen(x, y));
  const [isInSight, covers] = [inSight.length > 0, inSight.flatMap(coverAt)];
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  return {
    name: (focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 40) || focused.id,
    place: [...root.querySelectorAll('*')].indexOf(focused),
    isInSight,
    covers,
    outline: outlineStyle === 'none' ? null : Number.parseFloat(outlineWidth),
  };
};

const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

/** Where the focus is. Firefox may lose the scrolling to it where keys come faster than frames: then they come again, slowly. */
async function restingStop(tab: Tab): Promise<Stop | null> {
  const stop = await tab.reader().evaluate(stopAt);
  if (stop?.isInSight && stop.covers.length === 0) return stop;
  for (const key of ['Shift+Tab', 'Tab']) {
    await pause();
    await tab.press(key);
  }
  await pause();
  return tab.reader().evaluate(stopAt);
}

/** Goes on with Tab from where the focus is, as long as it stays in a box: no further than once around. */
async function walk(tab: Tab, box: string, most: number): Promise<Stop[]> {
  const isWithin = (root: ViewRoot, found: string) => document.hasFocus() && root.activeElement?.closest(found) != null;
  const stops: Stop[] = [];
  for (let step = 0; step < most; step++) {
    if (!(await tab.reader().evaluate(isWithin, box))) break;
    const stop = await restingStop(tab);
    if (stop === null || stop.place === stops[0]?.place) break;
    stops.push(stop);
    await tab.press('Tab');
  }
  return stops;
}

/** Where the focus is put before the first press. */
const focusOn = (root: ViewRoot, selector: string) => root.querySelector<HTMLElement>(selector)?.focus();

function areSound(stops: readonly Stop[]): void {
  expect(stops.filter(({ isInSight, covers }) => !isInSight || covers.length > 0)).toEqual([]);
  expect(stops.filter(({ outline }) => outline === null || outline < 2)).toEqual([]);
  const places = stops.map(({ place }) => place);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
}

inEachBrowser((stage) => {
  beforeEach(() => storeSettings(stage(), {}));

  describe.each([
    { width: 360, height: 640 },
    { width: 1280, height: 800 },
  ])('at $width pixels, Tab', (size) => {
    it('goes through the reader in the order of the text, and the focus is seen, uncovered and with a line around it', async () => {
      const tab = await openReader(stage(), EVERYTHING);
      await tab.setViewport(size);
      await waitUntilMarked(tab);
      await tab.reader().evaluate(focusOn, '.bar button');
      const stops = await walk(tab, '.lectern', 80);
      areSound(stops);
      const names = stops.map(({ name }) => name);
      for (const name of ['Listen', 'Glossary', 'Speakers', 'Appearance', 'Close', 'Original page', 'OCHA'])
        expect(
          names.some((each) => each.startsWith(name)),
          `${name} in ${names.join(' → ')}`,
        ).toBe(true);
    });

    it.each(OPENED_PARTS.map((part) => [part.name, part] as const))(
      'goes on from what is open into it, and the focus is seen, uncovered and with a line around it: %s',
      async (_, { open, seen, box }) => {
        const tab = await openReader(stage(), EVERYTHING);
        await tab.setViewport(size);
        await waitUntilMarked(tab);
        await open(tab);
        const isOpen = () => tab.reader().evaluate((root, found) => root.querySelector(found) !== null, seen);
        await expect.poll(isOpen, SOON).toBe(true);
        await tab.press('Tab');
        const stops = await walk(tab, box, 80);
        areSound(stops);
        expect(stops.length).toBeGreaterThan(1);
        // Whoever goes on comes back to the text, in which nothing is covered.
        if (box === '[role="dialog"]') expect(await restingStop(tab)).toMatchObject({ isInSight: true, covers: [] });
      },
    );

    it.each(EXTENSION_PAGES)('goes through %s in its order, and the focus is seen', async (page) => {
      const tab = await openExtensionPage(stage(), page);
      await tab.setViewport(size);
      // What comes a while after the page, such as the voices, moves what stands under it.
      let height = -1;
      const isAtRest = async () => {
        const last = height;
        height = await tab.evaluate(() => document.documentElement.scrollHeight);
        return height === last;
      };
      await expect.poll(isAtRest, { ...SOON, interval: 1500 }).toBe(true);
      await tab.press('Tab');
      const stops = await walk(tab, 'body', 400);
      expect(stops.length).toBeGreaterThan(page === 'options.html' ? 80 : 4);
      areSound(stops);
    });
  });
});
