import { describe, expect, it } from 'vitest';
import type { browser } from '../../src/platform/browser.ts';
import { SAMPLE_RATE } from '../../src/platform/voice-protocol.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import { inEachBrowser } from './in-each-browser.ts';

/** The extension's own pages have it in both browsers. */
declare const chrome: typeof browser;

const SENTENCE =
  'The ministers met in Geneva on Tuesday, and they agreed that the talks would go on next week, after both sides had asked for more time.';
const GERMAN = 'Der Minister sagte am Dienstag, dass die Gespräche weitergehen.';

/** What came of a question. */
interface Answered {
  samples: number;
  /** The root of the samples' mean square; silence is 0. */
  loudness: number;
  words: number;
  /** `done`, or why it ended otherwise. */
  end: string;
}

/** Asks the background for a sentence as a reading view does, from a page of the extension's own. */
const ask = (text: string, voice: string, rate: number): Promise<Answered> => {
  const port = chrome.runtime.connect({ name: 'lectern.voice' });
  const heard: number[] = [];
  let words = 0;
  return new Promise((resolve) => {
    port.onMessage.addListener((told) => {
      const message = told as { type: string; samples?: string; words?: unknown[]; fault?: string };
      if (message.type === 'audio') {
        const bytes = Uint8Array.from(atob(message.samples ?? ''), (letter) => letter.charCodeAt(0));
        heard.push(...new Int16Array(bytes.buffer));
        words += message.words?.length ?? 0;
        return;
      }
      port.disconnect();
      const loudness = Math.sqrt(heard.reduce((sum, sample) => sum + sample * sample, 0) / heard.length);
      resolve({ samples: heard.length, loudness, words, end: message.fault ?? message.type });
    });
    port.postMessage({ type: 'synthesize', id: 1, text, voice, rate, pitch: 1 });
  });
};

inEachBrowser((stage) => {
  function openPage(): Promise<Tab> {
    const { browser: opened } = stage();
    return opened.openTab(`${opened.extensionOrigin}/permission.html`);
  }

  describe('the embedded voice in the background', () => {
    it('speaks a sentence to its end, cold and warm, word by word, and another language', async () => {
      const tab = await openPage();
      const cold = await tab.evaluate(ask, SENTENCE, 'en-GB', 1);
      const warm = await tab.evaluate(ask, SENTENCE, 'en-GB', 1);
      const other = await tab.evaluate(ask, GERMAN, 'de', 2);
      for (const { loudness, end } of [cold, warm, other]) {
        expect(end).toBe('done');
        expect(loudness).toBeGreaterThan(500);
      }
      for (const { samples, words } of [cold, warm]) {
        expect(samples / SAMPLE_RATE).toBeGreaterThan(5);
        // One fewer than there are: the voice runs “that the” together.
        expect(words).toBe(SENTENCE.split(' ').length - 1);
      }
      expect(other.words).toBeGreaterThan(0.7 * GERMAN.split(' ').length);
    });

    it('speaks as fast as it is asked to', async () => {
      const tab = await openPage();
      const usual = await tab.evaluate(ask, SENTENCE, 'en-GB', 1);
      const fast = await tab.evaluate(ask, SENTENCE, 'en-GB', 2);
      expect(usual.samples / fast.samples).toBeGreaterThan(1.7);
      expect(usual.samples / fast.samples).toBeLessThan(2.3);
    });

    it('says so where there is no such voice', async () => {
      const tab = await openPage();
      expect(await tab.evaluate(ask, SENTENCE, 'tlh', 1)).toMatchObject({
        samples: 0,
        words: 0,
        end: 'voice-unavailable',
      });
    });

    it('shows on the button of its tab that it speaks, until the page is gone, and gives way to another', async () => {
      const tab = await openPage();
      const told = await tab.evaluate(async () => {
        const { id: tabId = -1 } = (await chrome.tabs.getCurrent()) ?? {};
        const badge = async () => [
          await chrome.action.getBadgeText({ tabId }),
          await chrome.action.getTitle({ tabId }),
        ];
        const until = async (text: string) => {
          for (let tries = 0; tries < 500 && (await badge())[0] !== text; tries++)
            await new Promise((resolve) => setTimeout(resolve, 20));
          return badge();
        };
        const before = await badge();
        const first = chrome.runtime.connect({ name: 'lectern.voice' });
        const gaveWay = new Promise((resolve) => first.onMessage.addListener(resolve));
        first.postMessage({ type: 'speaking', isSpeaking: true });
        const during = await until('♪');
        const second = chrome.runtime.connect({ name: 'lectern.voice' });
        second.postMessage({ type: 'speaking', isSpeaking: true });
        const way = await gaveWay;
        first.postMessage({ type: 'speaking', isSpeaking: false });
        second.disconnect();
        return { before, during, way, after: await until('') };
      });
      expect(told.during).toEqual(['♪', expect.stringContaining('reading aloud')]);
      expect(told.way).toEqual({ type: 'give-way' });
      expect(told.after).toEqual(told.before);
    });
  });
});
