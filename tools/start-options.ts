import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BROWSER_NAMES, type BrowserName } from './browsers/find-browsers.ts';

export const START_USAGE = `Opens a news page in your browser with Lectern installed and the reading view open.

  npm start                                 the sample page, in Chrome, Chromium, Edge or Firefox
  npm start -- --browser firefox            chrome, chromium, edge or firefox
  npm start -- --page FILE|URL              a saved page or one on the web
  npm start -- --headless                   without a window: prints what was read and takes a picture
  npm start -- --help                       this text

CHROME and FIREFOX in the environment name another program to run. Your own browser profile is not touched.`;

/** The page to open: one of the project's own, a file, or an address. */
export type StartPage = { type: 'sample' } | { type: 'file'; path: string } | { type: 'address'; url: string };

export interface StartOptions {
  browser: BrowserName | null;
  page: StartPage;
  headless: boolean;
  help: boolean;
}

function startPage(page: string | undefined, folder: string): StartPage {
  if (page === undefined) return { type: 'sample' };
  if (/^https?:/i.test(page)) {
    if (!URL.canParse(page)) throw new Error(`${page} is no address that a browser could open.`);
    return { type: 'address', url: page };
  }
  const path = /^file:/i.test(page) ? fileURLToPath(page) : resolve(folder, page);
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`);
  return { type: 'file', path };
}

/** A window can be shown everywhere but on a Linux without a display server. */
export function hasDisplay(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/**
 * Reads the arguments of `npm start`; a file is looked for in `folder`, where the person typed its name.
 * Throws an error with a sentence for the person when something is wrong with them.
 */
export function parseStartOptions(given: readonly string[], folder: string, display: boolean): StartOptions {
  const { values } = parseArgs({
    args: [...given],
    options: {
      browser: { type: 'string' },
      page: { type: 'string' },
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  const browser = BROWSER_NAMES.find((name) => name === values.browser?.toLowerCase());
  if (values.browser !== undefined && browser === undefined)
    throw new Error(`Lectern does not run in "${values.browser}": choose chrome, chromium, edge or firefox.`);
  return {
    browser: browser ?? null,
    page: startPage(values.page, folder),
    headless: values.headless || !display,
    help: values.help,
  };
}
