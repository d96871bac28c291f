import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { callBar, selectWord } from './glossary-steps.ts';
import { inEachBrowser } from './in-each-browser.ts';
import {
  articleText,
  bars,
  giveBrowsers,
  heardSentences,
  lastMark,
  lineOf,
  marksOf,
  openNoted,
  openNotedInOwnTab,
  placesOf,
  playButtonIs,
  SOON,
  SPOKEN,
  sentencesOf,
  startAnew,
  wordsAreMarked,
  wordsOf,
} from './listening-steps.ts';
import { tabTo } from './speakers-steps.ts';

/** What is announced to screen readers. */
const announced = (root: ViewRoot) => root.querySelector('[role="status"]')?.textContent ?? '';
const fromHereButtons = (tab: Tab) => tab.reader().evaluate((root) => root.querySelectorAll('.listen-here').length);
const FAST = { 'setting.speechRate': 3 };

// The barest machine: no voice of the system, no loudspeaker.
beforeAll(() => giveBrowsers());
afterAll(() => {
  vi.unstubAllEnvs();
});

inEachBrowser((stage) => {
  beforeEach(() => startAnew(stage()));

  describe('the press on Listen', () => {
    it('marks the words of the sample page, one after the other, and says on the buttons that it speaks', async () => {
      const tab = await openNoted(stage(), '/sample.html');
      const title = await tab.buttonTitle();
      await tabTo(tab, messages.listenStart.message, 'Shift+Tab');
      await tab.press('Enter');
      await playButtonIs(tab, 'listenPause');
      expect(await tab.reader().focusedName()).toBe(messages.listenPause.message);
      // The one in the bar, and the one in the toolbar.
      expect(await tab.reader().count('button', messages.listenPause.message)).toBe(2);
      await expect.poll(() => tab.buttonTitle(), SOON).toContain('reading aloud');
      await expect.poll(async () => (await heardSentences(tab)).length, SPOKEN).toBeGreaterThan(2);
      const marks = await marksOf(tab);
      const sentences = sentencesOf(marks);
      const places = placesOf(sentences, await tab.reader().evaluate(articleText));
      expect(places[0]).toBe(0);
      expect(places).not.toContain(-1);
      for (const sentence of sentences.slice(0, 2)) {
        const words = wordsOf(marks, sentence);
        expect(placesOf(words, sentence), sentence).not.toContain(-1);
        // A busy machine may show one word for so short a time that nobody notes it.
        expect(words.length, sentence).toBeGreaterThan(0.7 * sentence.split(/\s+/).length);
      }
      await tab.press('Escape');
      await expect.poll(() => bars(tab), SOON).toBe(0);
      await expect.poll(() => tab.buttonTitle(), SOON).toBe(title);
    });

    it('is taken back by Escape, key by key, and leaves nothing behind', async () => {
      const tab = await openNoted(stage());
      await tabTo(tab, messages.listenStart.message, 'Shift+Tab');
      await tab.press('Enter');
      await wordsAreMarked(tab, 1);
      expect(await fromHereButtons(tab)).toBeGreaterThan(3);
      await tab.press('Escape');
      await expect.poll(() => bars(tab), SOON).toBe(0);
      expect(await tab.reader().focusedName()).toBe(messages.listenStart.message);
      expect(await fromHereButtons(tab)).toBe(0);
      expect(await tab.evaluate(() => CSS.highlights.size)).toBe(0);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
      await tab.pressToolbarButton();
      await tab.reader().waitUntilSettled();
      expect(await bars(tab)).toBe(0);
      expect(await tab.reader().count('button', messages.listenStart.message)).toBe(1);
    });

    it('works in a tab of its own, where a page swallows the keys', async () => {
      const tab = await openNotedInOwnTab(stage());
      await tab.reader().clickButton(messages.listenStart.message);
      await playButtonIs(tab, 'listenPause');
      await expect.poll(async () => (await heardSentences(tab)).length, SPOKEN).toBeGreaterThan(1);
      const marks = await marksOf(tab);
      const [first = ''] = sentencesOf(marks);
      expect(wordsOf(marks, first).length).toBeGreaterThan(4);
      await tab.press('k');
      await playButtonIs(tab, 'listenGoOn');
    });
  });

  describe('the keys', () => {
    it('K pauses where the voice is, and goes on with the clause in which it was', async () => {
      await startAnew(stage(), { 'setting.speechRate': 0.5 });
      const tab = await openNoted(stage());
      await tab.press('k');
      await wordsAreMarked(tab, 1);
      for (const _ of [1, 2, 3, 4]) await tab.press('l');
      await expect.poll(async () => (await lastMark(tab)).word, SPOKEN).toBe('one');
      await tab.press('k');
      await playButtonIs(tab, 'listenGoOn');
      const before = await marksOf(tab);
      const { sentence = '', word } = before.at(-1) ?? {};
      expect(sentence).toBe('Gulls lived in it, and one very patient goat.');
      expect(word).not.toBe('');
      // That nothing moves any more has no event to wait for.
      await sleep(1000);
      expect(await marksOf(tab)).toHaveLength(before.length);
      await tab.press('k');
      await playButtonIs(tab, 'listenPause');
      const wordsSince = async () => wordsOf((await marksOf(tab)).slice(before.length), sentence);
      await expect.poll(async () => (await wordsSince()).length, SPOKEN).toBeGreaterThan(1);
      expect((await wordsSince())[0]).toBe('and');
    });

    it('J and L go sentence by sentence, the buttons paragraph by paragraph', async () => {
      const tab = await openNoted(stage());
      await tab.press('k');
      await wordsAreMarked(tab, 1);
      await tab.press('k');
      await playButtonIs(tab, 'listenGoOn');
      const sentence = async () => (await lastMark(tab)).sentence;
      expect(await sentence()).toBe('Ropewalk at Tarnwick opens again');
      await tab.press('l');
      await expect.poll(sentence).toBe('The old ropewalk opened its doors on Monday.');
      await tab.press('l');
      await expect.poll(sentence).toMatch(/^It is 1,204\.5 feet long, and Dr\. Nell Abery paid £2\.5m .* included\.$/);
      await tab.press('j');
      await expect.poll(sentence).toBe('The old ropewalk opened its doors on Monday.');
      await tab.reader().clickButton(messages.listenParagraphOn.message);
      await expect.poll(sentence).toBe('Nobody had spun a rope there since 1974.');
      await tab.reader().clickButton(messages.listenParagraphBack.message);
      await expect.poll(sentence).toBe('The old ropewalk opened its doors on Monday.');
    });
  });

  describe('the whole of an article', () => {
    it('is heard at three times the speed, each sentence once and in order, and its end is told', async () => {
      await startAnew(stage(), FAST);
      const tab = await openNoted(stage());
      await tab.press('k');
      await expect.poll(() => lineOf(tab), SPOKEN).toBe(messages.listenEnded.message);
      await expect.poll(() => tab.reader().evaluate(announced), SOON).toContain(messages.listenEnded.message);
      await playButtonIs(tab, 'listenAgain');
      const marks = await marksOf(tab);
      expect(sentencesOf(marks)).toEqual([
        'Ropewalk at Tarnwick opens again',
        'The old ropewalk opened its doors on Monday.',
        'It is 1,204.5 feet long, and Dr. Nell Abery paid £2.5m for it, roof included.',
        'Nobody had spun a rope there since 1974.',
        'Gulls lived in it, and one very patient goat.',
        'Three trades, one roof',
        'The shed is let to people who need a long floor, among them:',
        'a maker of sails;',
        'a choir of ninety.',
        '“A rope is a promise that you can hold.”',
        'The first rope will be ready by Friday at 9.30 a.m. if the goat agrees.',
      ]);
      expect(marks.at(-1)).toMatchObject({ sentence: '', word: '' });
    });

    it('has its place kept, which is offered at the next visit', async () => {
      const tab = await openNoted(stage());
      await tab.press('k');
      await wordsAreMarked(tab, 1);
      for (const _ of [1, 2, 3]) await tab.press('l');
      const stopped = 'Nobody had spun a rope there since 1974.';
      await expect.poll(async () => (await lastMark(tab)).sentence, SPOKEN).toBe(stopped);
      await wordsAreMarked(tab, 1);
      await tab.press('k');
      await playButtonIs(tab, 'listenGoOn');
      const again = await openNoted(stage());
      await again.reader().clickButton(messages.listenStart.message);
      await expect.poll(() => lineOf(again), SOON).toMatch(/^You stopped at “Nobody had spun a rope there/);
      expect(await again.reader().focusedName()).toBe(messages.listenGoOnThere.message);
      expect(await heardSentences(again)).toEqual([]);
      await again.press('Enter');
      await wordsAreMarked(again, 2);
      expect((await heardSentences(again))[0]).toBe(stopped);
    });
  });

  describe('a place that was chosen', () => {
    it.each(['key', 'press'])('is where the voice begins, by a %s on Listen', async (way) => {
      const tab = await openNoted(stage());
      await selectWord(tab, 'patient');
      if (way === 'key') await tab.press('k');
      else {
        await callBar(tab);
        await tab.reader().clickButton(messages.listenStart.message);
      }
      await wordsAreMarked(tab, 1);
      expect((await heardSentences(tab))[0]).toBe('Gulls lived in it, and one very patient goat.');
    });

    it('is read alone by the button in the bar', async () => {
      await startAnew(stage(), FAST);
      const tab = await openNoted(stage());
      await tab.press('k');
      await wordsAreMarked(tab, 1);
      await tab.press('k');
      await selectWord(tab, 'patient');
      const before = (await marksOf(tab)).length;
      await tab.reader().clickButton(messages.listenReadSelection.message);
      await expect.poll(() => lineOf(tab), SPOKEN).toBe(messages.listenSelectionEnded.message);
      const heard = sentencesOf((await marksOf(tab)).slice(before));
      expect(heard).toEqual(['Gulls lived in it, and one very patient goat.']);
    });

    it('is the paragraph whose button is pressed', async () => {
      const tab = await openNoted(stage());
      await tab.press('k');
      await wordsAreMarked(tab, 1);
      const name = messages.listenFromHere.message.replace('$1', 'The first rope will be ready');
      await tab.reader().clickButton(name);
      const last = 'The first rope will be ready by Friday at 9.30 a.m. if the goat agrees.';
      await expect.poll(async () => (await lastMark(tab)).sentence, SPOKEN).toBe(last);
      await wordsAreMarked(tab, 1);
    });
  });
});
