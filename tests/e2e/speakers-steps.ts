import { expect } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import type { Stage } from './in-each-browser.ts';

/** The page whose speakers are looked for: an invented article, described in tests/pages/README.md. */
export const PAGE = '/speakers.html';
/** A part of what one speaker says in it. */
export const QUOTATION = '“My mother is ninety-one,”';

/** The texts that a mark covers; the registry is the page's as well. */
export const marked = (tab: Tab, name: string) =>
  tab.evaluate((mark) => Array.from(CSS.highlights.get(mark) ?? [], String), name);
export const textOfFocus = (root: ViewRoot) => root.activeElement?.textContent ?? '';
export const isFocusInSight = (root: ViewRoot) => {
  const { top, bottom } = root.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
  return top >= 0 && bottom <= innerHeight;
};
export const namesInText = (root: ViewRoot) => root.querySelectorAll('.content .speaker-name').length;

export async function openReader(stage: Stage, path = PAGE): Promise<Tab> {
  const tab = await stage.openTab(path);
  await tab.pressToolbarButton();
  await tab.reader().waitUntilSettled();
  return tab;
}

/** Moves the focus on until the element whose name begins so has it. */
export async function tabTo(tab: Tab, name: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if ((await tab.reader().focusedName())?.startsWith(name)) return;
    await tab.press(key);
  }
  throw new Error(`${key} never reached "${name}"`);
}

export async function openPanel(tab: Tab): Promise<void> {
  // The bar is before the headline, where reading starts.
  await tabTo(tab, 'Speakers', 'Shift+Tab');
  await tab.press('Enter');
  await expect.poll(() => tab.reader().count('heading', 'Oswin Pell')).toBe(1);
}

export async function openCard(tab: Tab, name = 'Oswin Pell'): Promise<void> {
  await expect.poll(() => tab.reader().evaluate(namesInText)).toBeGreaterThan(0);
  await tabTo(tab, name);
  await tab.press('Enter');
  await expect.poll(() => tab.reader().evaluate(textOfFocus)).toBe(name);
}

export const cards = (tab: Tab) => tab.reader().evaluate((root) => root.querySelectorAll('[role="dialog"]').length);
