import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { browser as extension } from '../../src/platform/browser.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import { openCard as openTermCard, openArticle as openWithGlossary } from './glossary-steps.ts';
import { inEachBrowser } from './in-each-browser.ts';
import {
  bars,
  giveBrowsers,
  lineOf,
  marksOf,
  openNoted,
  playButtonIs,
  SHORT_PAGE,
  SOON,
  SPOKEN,
  startAnew,
  wordsAreMarked,
} from './listening-steps.ts';
import { marked, openPanel, PAGE as SPEAKERS_PAGE, tabTo } from './speakers-steps.ts';

/** The extension's own pages have it in both browsers. */
declare const chrome: typeof extension;

const READ = messages.readAloud.message;
const STOP = messages.readAloudStop.message;
const SPEAKING = messages.actionSpeaking.message;

const FAST = { 'setting.speechRate': 3 };
const SLOW = { 'setting.speechRate': 0.5 };

const focusedName = async (tab: Tab) => (await tab.reader().focusedName()) ?? '';

/** What a page does that wants no voice but its own to be heard, or wants to be the one who presses the keys. */
function fightListening(): void {
  const attacks = { times: 0 };
  Object.assign(window, { attacks });
  const refuse = () => {
    throw new Error('not here');
  };
  for (const name of ['createGain', 'createBuffer', 'createBufferSource', 'decodeAudioData'])
    Reflect.set(BaseAudioContext.prototype, name, refuse);
  for (const name of ['resume', 'suspend', 'close']) Reflect.set(AudioContext.prototype, name, refuse);
  Reflect.set(AudioBufferSourceNode.prototype, 'start', refuse);
  for (const name of ['AudioContext', 'BaseAudioContext', 'SpeechSynthesisUtterance', 'Highlight'])
    Reflect.set(window, name, refuse);
  setInterval(() => {
    attacks.times++;
    speechSynthesis.pause();
    speechSynthesis.cancel();
    const host = document.querySelector('[data-lectern-reader]');
    for (const target of [window, document, document.activeElement, host])
      for (const key of ['k', 'l', 'j', 'Escape'])
        for (const type of ['keydown', 'keyup'])
          target?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
  }, 20);
}

beforeAll(() => giveBrowsers());
afterAll(() => {
  vi.unstubAllEnvs();
});

inEachBrowser((stage) => {
  describe('what stands beside the article is read aloud', () => {
    it('a term’s card, to its end, and it is silent when told so or closed', async () => {
      await startAnew(stage(), { 'setting.speechRate': 1.5 });
      const tab = await openWithGlossary(stage());
      const title = await tab.buttonTitle();
      await openTermCard(tab, 'OCHA');
      await tabTo(tab, READ);
      await tab.press('Enter');
      await expect.poll(() => focusedName(tab), SOON).toBe(STOP);
      await expect.poll(() => tab.buttonTitle(), SPOKEN).toBe(SPEAKING);
      await expect.poll(() => focusedName(tab), SPOKEN).toBe(READ);
      await expect.poll(() => tab.buttonTitle(), SOON).toBe(title);
      await startAnew(stage(), SLOW);
      await tab.activate();
      await tab.press('Enter');
      await expect.poll(() => tab.buttonTitle(), SPOKEN).toBe(SPEAKING);
      await tab.press('Enter');
      await expect.poll(() => focusedName(tab), SOON).toBe(READ);
      await expect.poll(() => tab.buttonTitle(), SOON).toBe(title);
      await tab.press('Enter');
      await expect.poll(() => tab.buttonTitle(), SPOKEN).toBe(SPEAKING);
      await tab.press('Escape');
      await expect.poll(() => tab.buttonTitle(), SOON).toBe(title);
      // It was not the article that was listened to.
      expect(await bars(tab)).toBe(0);
      expect(await marked(tab, 'lectern-sentence')).toEqual([]);
    });

    it('a quotation in the list of speakers, while the article waits', async () => {
      await startAnew(stage());
      const tab = await openNoted(stage(), SPEAKERS_PAGE);
      await tab.press('k');
      await wordsAreMarked(tab, 1);
      await openPanel(tab);
      await tabTo(tab, `${READ}: `);
      const name = await focusedName(tab);
      await tab.press('Enter');
      await expect.poll(() => focusedName(tab), SOON).toBe(name.replace(READ, STOP));
      const before = (await marksOf(tab)).length;
      await expect.poll(() => tab.buttonTitle(), SPOKEN).toBe(SPEAKING);
      await expect.poll(() => focusedName(tab), SPOKEN).toBe(name);
      await playButtonIs(tab, 'listenGoOn');
      expect((await marksOf(tab)).slice(before).filter(({ word }) => word !== '')).toEqual([]);
    });
  });

  describe('a tab that speaks', () => {
    /** What stands on the toolbar button, tab by tab. */
    async function badges(): Promise<string[]> {
      const { browser } = stage();
      const own = await browser.openTab(`${browser.extensionOrigin}/permission.html`);
      const found = await own.evaluate(async () => {
        const tabs = await chrome.tabs.query({});
        return Promise.all(tabs.map(({ id = -1 }) => chrome.action.getBadgeText({ tabId: id })));
      });
      await own.close();
      return found.filter((text) => text !== '');
    }

    it.each(['is closed', 'goes elsewhere'])('has no badge left when it %s, and another tab speaks on', async (way) => {
      await startAnew(stage(), SLOW);
      const other = await openNoted(stage());
      await other.press('k');
      await wordsAreMarked(other, 1);
      const tab = await openNoted(stage(), '/sample.html');
      await tab.press('k');
      await wordsAreMarked(tab, 1);
      // One speaks at a time.
      await playButtonIs(other, 'listenGoOn');
      await expect.poll(badges, SOON).toEqual([messages.badgeSpeaking.message]);
      const before = (await marksOf(other)).length;
      if (way === 'is closed') await tab.close();
      else await tab.goto(`${stage().server.origin}/empty.html`);
      await expect.poll(badges, SOON).toEqual([]);
      await other.activate();
      await playButtonIs(other, 'listenGoOn');
      await other.press('k');
      await expect.poll(async () => (await marksOf(other)).length, SPOKEN).toBeGreaterThan(before + 2);
      await expect.poll(badges, SOON).toEqual([messages.badgeSpeaking.message]);
    });
  });

  describe('a page that fights the voice', () => {
    it('neither stops it nor presses its keys', async () => {
      await startAnew(stage(), FAST);
      const tab = await stage().openTab(SHORT_PAGE);
      await tab.evaluate(fightListening);
      await tab.pressToolbarButton();
      await tab.reader().waitUntilSettled();
      const attacks = () => tab.evaluate('attacks.times').then(Number);
      const sofar = await attacks();
      await expect.poll(attacks, SPOKEN).toBeGreaterThan(sofar + 20);
      expect(await tab.reader().isVisible()).toBe(true);
      expect(await bars(tab)).toBe(0);
      await tab.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        setInterval(() => {
          const [sentence = ''] = Array.from(CSS.highlights.get('lectern-sentence') ?? [], String);
          if (sentence !== '' && sentence !== heard.at(-1)) heard.push(sentence);
        }, 5);
      });
      await tab.press('k');
      await expect.poll(() => lineOf(tab), SPOKEN).toBe(messages.listenEnded.message);
      const heard = (await tab.evaluate('heard')) as string[];
      expect(heard[0]).toBe('Ropewalk at Tarnwick opens again');
      expect(heard.at(-1)).toMatch(/^The first rope will be ready/);
      expect(heard).toHaveLength(11);
      expect(new Set(heard).size).toBe(11);
    });
  });
});
