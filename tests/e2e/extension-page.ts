import { expect } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { Stage } from './in-each-browser.ts';
import { SOON } from './listening-steps.ts';

/** The pages of Lectern's own that stand by themselves, each with something that is there once it is filled. */
const FILLED = { 'options.html': '.shortcuts .shortcut', 'welcome.html': 'kbd' } as const;

export type ExtensionPage = keyof typeof FILLED;

export const EXTENSION_PAGES = Object.keys(FILLED) as ExtensionPage[];

/** Opens one in a tab of its own, and waits until it is filled. */
export async function openExtensionPage({ browser }: Pick<Stage, 'browser'>, page: ExtensionPage): Promise<Tab> {
  const tab = await browser.openTab(`${browser.extensionOrigin}/${page}`);
  const isFilled = () => tab.evaluate((found) => document.querySelector(found) !== null, FILLED[page]);
  await expect.poll(isFilled, SOON).toBe(true);
  return tab;
}
