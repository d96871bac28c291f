import { expect } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import { SOON } from './listening-steps.ts';

/** The page with something of everything: clutter, terms, speakers, a picture, a list, a table, another language. */
export const EVERYTHING = '/everything.html';

/** Whether the first element that a selector finds in the reading view is to be seen. */
export const isSeen = (tab: Tab, selector: string) =>
  tab.reader().evaluate((root, found) => root.querySelector(found)?.checkVisibility() === true, selector);

/** Waits until terms and names are marked and the receipt has its button. */
export async function waitUntilMarked(tab: Tab): Promise<void> {
  for (const mark of ['.content .term-mark', '.content .speaker-name', '.receipt-button'])
    await expect.poll(() => isSeen(tab, mark), { ...SOON, message: mark }).toBe(true);
}

const pressOn = (selector: string) => async (tab: Tab) => {
  await tab.reader().evaluate((root, found) => root.querySelector<HTMLElement>(found)?.focus(), selector);
  await tab.press('Enter');
};
const press = (key: string) => (tab: Tab) => tab.press(key);

/** Something that opens over the article or beside it. */
export interface OpenedPart {
  name: string;
  open(tab: Tab): Promise<void>;
  /** What is to be seen of it then. */
  seen: string;
  /** The box that holds all of it. */
  box: string;
  close(tab: Tab): Promise<void>;
}

const CARD = { seen: '[role="dialog"]', box: '[role="dialog"]', close: press('Escape') };

/** All that a reader can open on the page of everything, but for listening. */
export const OPENED_PARTS: readonly OpenedPart[] = [
  { name: 'glossary', open: press('g'), seen: '.panel.glossary dt', box: '.panel.glossary', close: press('g') },
  { name: 'speakers', open: press('s'), seen: '.panel.speakers h3', box: '.panel.speakers', close: press('s') },
  { name: 'appearance', open: press('a'), seen: '.panel .preset', box: '.panel.appearance', close: press('a') },
  { name: 'card of a term', open: pressOn('.content .term-mark'), ...CARD },
  { name: 'card of a speaker', open: pressOn('.content .speaker-name'), ...CARD },
  {
    name: 'receipt',
    open: pressOn('.receipt-button'),
    seen: '.receipt h3',
    box: '.receipt',
    close: pressOn('.receipt-button'),
  },
];

/** Opens each part in turn, looks, and closes it again. */
export async function inEachPart(tab: Tab, look: (part: OpenedPart) => Promise<void>, message = ''): Promise<void> {
  for (const part of OPENED_PARTS) {
    const about = { ...SOON, message: `${part.name} ${message}` };
    await part.open(tab);
    await expect.poll(() => isSeen(tab, part.seen), about).toBe(true);
    await look(part);
    await part.close(tab);
    await expect.poll(() => isSeen(tab, part.seen), about).toBe(false);
  }
}
