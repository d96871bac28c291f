import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { inEachBrowser } from './in-each-browser.ts';
import {
  bars,
  giveBrowsers,
  heardSentences,
  openNoted,
  playButtonIs,
  SOON,
  SPOKEN,
  startAnew,
} from './listening-steps.ts';
import { EVERYTHING, waitUntilMarked } from './opened-parts.ts';
import { cards, isFocusInSight, marked, tabTo } from './speakers-steps.ts';

const fontSize = (root: ViewRoot) => {
  const text = root.querySelector('.content p');
  return text ? Number.parseFloat(getComputedStyle(text).fontSize) : 0;
};

beforeAll(() => giveBrowsers());
afterAll(() => {
  vi.unstubAllEnvs();
});

inEachBrowser((stage) => {
  beforeEach(() => startAnew(stage()));

  describe('a person with a keyboard and nothing else', () => {
    // The press that opens is the button's own: neither browser lets a program press its shortcut.
    it('opens, listens, looks a term up, visits a quotation, changes a setting and leaves', async () => {
      const tab = await openNoted(stage(), EVERYTHING);
      await waitUntilMarked(tab);
      const reader = tab.reader();
      expect(await reader.focusedName()).toBe('Flour reaches the hill villages by sledge');

      await tabTo(tab, messages.listenStart.message, 'Shift+Tab');
      await tab.press('Enter');
      await expect.poll(async () => (await heardSentences(tab)).length, SPOKEN).toBeGreaterThan(1);
      await tab.press('k');
      await playButtonIs(tab, 'listenGoOn');
      await tab.press('Escape');
      await expect.poll(() => bars(tab), SOON).toBe(0);

      await tabTo(tab, 'OCHA');
      await tab.press('Enter');
      await expect.poll(() => cards(tab), SOON).toBe(1);
      expect(await reader.text()).toContain('The United Nations office that organises emergency aid');
      await tab.press('Escape');
      await expect.poll(() => cards(tab), SOON).toBe(0);
      expect(await reader.focusedName()).toMatch(/^OCHA/);

      await tabTo(tab, messages.speakersButton.message, 'Shift+Tab');
      await tab.press('Enter');
      await expect.poll(() => reader.count('heading', 'Bethan Quill'), SOON).toBe(1);
      await tabTo(tab, '“We have papers for every sack');
      await tab.press('Enter');
      await expect
        .poll(() => marked(tab, 'lectern-place'), SOON)
        .toContain('“We have papers for every sack and snow for every paper,”');
      expect(await reader.evaluate(isFocusInSight)).toBe(true);
      await tab.press('Backspace');
      await expect.poll(() => reader.focusedName(), SOON).toMatch(/^“We have papers/);
      await tab.press('Escape');
      await expect.poll(() => reader.count('region', messages.speakersHeading.message), SOON).toBe(0);

      await tabTo(tab, messages.appearanceButton.message);
      await tab.press('Enter');
      await expect.poll(() => reader.count('region', messages.appearanceButton.message), SOON).toBe(1);
      const before = await reader.evaluate(fontSize);
      await tabTo(tab, 'Text size: more');
      await tab.press('Enter');
      await expect.poll(() => reader.evaluate(fontSize), SOON).toBe(before + 1);
      await tab.press('Escape');
      await expect.poll(() => reader.count('region', messages.appearanceButton.message), SOON).toBe(0);

      await tab.press('Escape');
      await reader.waitUntilGone();
    });
  });
});
