import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from './browser.ts';
import { waitUntil } from './wait-until.ts';

const PAGE = 'welcome.html';

/** How long the page may take to open on a busy machine, in milliseconds. */
const LIMIT = 20_000;

/** Waits for the page that the extension opens when it is installed, where it has one, and closes it where it is not wanted. */
export async function awaitFirstRunPage(
  browser: Browser,
  { extension, keepsFirstRunPage }: Pick<LaunchOptions, 'extension' | 'keepsFirstRunPage'>,
): Promise<void> {
  if (!existsSync(join(extension, PAGE))) return;
  const find = async () => {
    for (const tab of await browser.tabs()) if ((await tab.url()) === `${browser.extensionOrigin}/${PAGE}`) return tab;
    return null;
  };
  const page = await waitUntil('the first-run page', find, LIMIT);
  if (!keepsFirstRunPage) await page.close();
}
