import { describe, expect, it } from 'vitest';
import type { browser } from '../../src/platform/browser.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import { inEachBrowser } from './in-each-browser.ts';

/** The extension's own pages have it in both browsers. */
declare const chrome: typeof browser;

const SENTENCE =
  'The ministers met in Geneva on Tuesday, and they agreed that the talks would go on next week, after both sides had asked for more time.';

/** What came of a question, in milliseconds and samples a second. */
interface Answered {
  first: number;
  all: number;
  samples: number;
  loudness: number;
  words: number;
  end: string;
}

/** Asks the background for a sentence as a reading view does, from a page of the extension's own. */
const ask = (text: string, voice: string, rate: number): Promise<Answered> => {
  const port = chrome.runtime.connect({ name: 'lectern.voice' });
  const asked = performance.now();
  const answered = { first: 0, all: 0, samples: 0, loudness: 0, words: 0, end: '' };
  return new Promise((resolve) => {
    port.onMessage.addListener((told) => {
      const message = told as { type: string; samples?: string; words?: unknown[]; fault?: string };
      if (message.type === 'audio') {
        answered.first ||= performance.now() - asked;
        const bytes = Uint8Array.from(atob(message.samples ?? ''), (letter) => letter.charCodeAt(0));
        for (const sample of new Int16Array(bytes.buffer)) answered.loudness += sample * sample;
        answered.samples += bytes.length / 2;
        answered.words += message.words?.length ?? 0;
        return;
      }
      port.disconnect();
      answered.all = performance.now() - asked;
      answered.loudness = Math.sqrt(answered.loudness / answered.samples);
      resolve({ ...answered, end: message.fault ?? message.type });
    });
    port.postMessage({ type: 'synthesize', id: 1, text, voice, rate, pitch: 1 });
  });
};

inEachBrowser((stage, kind) => {
  function openPage(): Promise<Tab> {
    const { browser: opened } = stage();
    return opened.openTab(`${opened.extensionOrigin}/permission.html`);
  }

  describe('the embedded voice in the background', () => {
    it('is heard soon, cold and warm, and is made many times as fast as it is heard', async () => {
      const tab = await openPage();
      const cold = await tab.evaluate(ask, SENTENCE, 'en-GB', 1);
      const warm = await tab.evaluate(ask, SENTENCE, 'en-GB', 1);
      const other = await tab.evaluate(ask, 'Der Minister sagte am Dienstag, dass die Gespräche weitergehen.', 'de', 2);
      for (const { loudness, end } of [cold, warm, other]) {
        expect(end).toBe('done');
        expect(loudness).toBeGreaterThan(500);
      }
      expect(warm.samples / 22_050).toBeGreaterThan(5);
      expect(warm.words).toBe(25);
      console.log(
        `${kind}: first sound ${Math.round(cold.first)} ms cold, ${Math.round(warm.first)} ms warm, ${Math.round(other.first)} ms in another language; all of ${(warm.samples / 22_050).toFixed(1)} s in ${Math.round(warm.all)} ms`,
      );
      expect(cold.first).toBeLessThan(1200);
      expect(warm.first).toBeLessThan(300);
      expect(warm.all / 1000 / (warm.samples / 22_050)).toBeLessThan(0.1);
    });

    it('says so where there is no such voice', async () => {
      const tab = await openPage();
      expect((await tab.evaluate(ask, SENTENCE, 'tlh', 1)).end).toBe('voice-unavailable');
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
          for (let tries = 0; tries < 50 && (await badge())[0] !== text; tries++)
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
