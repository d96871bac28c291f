import { expect, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import type { browser as extension } from '../../src/platform/browser.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import type { Stage } from './in-each-browser.ts';
import { openReader } from './speakers-steps.ts';

/** The extension's own pages have it in both browsers. */
declare const chrome: typeof extension;

/** The page that is heard to its end: an invented article, described in tests/pages/README.md. */
export const SHORT_PAGE = '/listening.html';

/** For what a voice says in its own time, on a slow machine, in milliseconds. */
export const SPOKEN = { timeout: 40_000, interval: 100 };
/** For what comes at once on a machine that has nothing else to do, in milliseconds. */
export const SOON = { timeout: 10_000 };

/** What keeps the loudspeakers of this machine from a browser. */
const WITHOUT_SOUND = { PULSE_SERVER: 'unix:/nonexistent', ALSA_CONFIG_PATH: '/dev/null' } as const;

/** Browsers that are launched from now on have the sound device of this environment, or none. */
export function giveBrowsers(sound: Readonly<Record<string, string>> = WITHOUT_SOUND): void {
  for (const [name, value] of Object.entries(sound)) vi.stubEnv(name, value);
}

/** A change of what is marked, with its time (milliseconds since 1970). */
export interface Mark {
  time: number;
  word: string;
  sentence: string;
}

/** Notes in the page what is marked in the reading view: the registry of highlights is the page's as well. */
function noteMarks(): void {
  const marks: Mark[] = [];
  const textOf = (name: string) => Array.from(CSS.highlights.get(name) ?? [], String).join(' ');
  Object.assign(window, { marks });
  let last = '';
  setInterval(() => {
    const [word, sentence] = [textOf('lectern-word'), textOf('lectern-sentence')];
    if (`${sentence}\n${word}` === last) return;
    last = `${sentence}\n${word}`;
    marks.push({ time: Date.now(), word, sentence });
  }, 5);
}

/** Opens the reading view of a page, in which marks are noted from now on. */
export async function openNoted(stage: Stage, path = SHORT_PAGE): Promise<Tab> {
  const tab = await openReader(stage, path);
  await tab.evaluate(noteMarks);
  return tab;
}

/** The same in the tab of Lectern's own, to which a page that swallows keys leads. */
export async function openNotedInOwnTab(stage: Stage): Promise<Tab> {
  await (await stage.openTab('/hostile/keys')).pressToolbarButton();
  const tab = await stage.browser.waitForTab((url) => url.includes('/tab.html#article='));
  await tab.reader().waitUntilSettled();
  await tab.activate();
  await tab.evaluate(noteMarks);
  return tab;
}

// The page's own type of what it has put there.
export const marksOf = async (tab: Tab) => (await tab.evaluate('marks')) as Mark[];

export const lastMark = async (tab: Tab) => (await marksOf(tab)).at(-1) ?? { time: 0, word: '', sentence: '' };

/** The sentences that were marked, each as often as it was come to. */
export function sentencesOf(marks: readonly Mark[]): string[] {
  const sentences = marks.map(({ sentence }) => sentence).filter((sentence) => sentence !== '');
  return sentences.filter((sentence, index) => sentence !== sentences[index - 1]);
}

/** The words that were marked within a sentence, one after the other. */
export function wordsOf(marks: readonly Mark[], sentence: string): string[] {
  return marks.filter((mark) => mark.sentence === sentence && mark.word !== '').map(({ word }) => word);
}

/** Where the words stand in the text, each sought behind the one before; -1 where one does not stand there. */
export function placesOf(words: readonly string[], text: string): number[] {
  let from = 0;
  return words.map((word) => {
    const place = text.indexOf(word, from);
    if (place >= 0) from = place + word.length;
    return place;
  });
}

/** The article's headline and blocks, as they stand in the view. */
export const articleText = (root: ViewRoot) => {
  const said = [...root.querySelectorAll('.title, .content [data-block]')];
  return said.map(({ textContent }) => textContent ?? '').join('\n');
};

export const heardSentences = async (tab: Tab) => sentencesOf(await marksOf(tab));

/** Waits until so many words of a sentence have been marked. */
export async function wordsAreMarked(tab: Tab, count: number): Promise<void> {
  const heard = async () => {
    const marks = await marksOf(tab);
    return wordsOf(marks, marks.at(-1)?.sentence ?? '').length;
  };
  await expect.poll(heard, SPOKEN).toBeGreaterThanOrEqual(count);
}

/** Waits until the play button is called so. */
export async function playButtonIs(tab: Tab, name: keyof typeof messages): Promise<void> {
  const nameOf = (root: ViewRoot) => root.querySelector('.listen-play')?.getAttribute('aria-label') ?? null;
  await expect.poll(() => tab.reader().evaluate(nameOf), SOON).toBe(messages[name].message);
}

export const bars = (tab: Tab) => tab.reader().evaluate((root) => root.querySelectorAll('.listen-bar').length);

/** What the line in the bar says. */
export const lineOf = (tab: Tab) =>
  tab.reader().evaluate((root) => root.querySelector<HTMLElement>('.listen-message:not([hidden])')?.textContent ?? '');

/** Stores these settings in place of all others, and forgets where listening stopped on earlier visits. */
export async function startAnew({ browser }: Stage, settings: Record<string, unknown> = {}): Promise<void> {
  const tab = await browser.openTab(`${browser.extensionOrigin}/permission.html`);
  await tab.evaluate(async (values) => {
    await Promise.all([chrome.storage.sync.clear(), chrome.storage.local.clear()]);
    await chrome.storage.sync.set(values);
  }, settings);
  await tab.close();
}
