import type { Browser, BrowserKind, LaunchOptions } from './browser.ts';
import { launchChromium } from './chromium-browser.ts';
import { findBrowsers, thisMachine } from './find-browsers.ts';
import { launchFirefox } from './firefox-browser.ts';
import { awaitFirstRunPage } from './first-run-page.ts';

/** What most tests want: no window, and the size of a small laptop's page. */
const USUAL = { headless: true, viewport: { width: 1280, height: 800 } };

/**
 * Starts a browser with the extension installed, in a new profile; both are gone after `close()` and when this process ends.
 * Without `executable` the first browser of that kind on this machine is taken; throws when there is none.
 */
export async function launchBrowser(
  kind: BrowserKind,
  options: Partial<LaunchOptions> & Pick<LaunchOptions, 'extension'>,
): Promise<Browser> {
  const executable =
    options.executable ?? findBrowsers(thisMachine()).find((browser) => browser.kind === kind)?.executable;
  if (executable === undefined) throw new Error(`no ${kind} was found on this machine`);
  const all = { ...USUAL, ...options, executable };
  const browser = await (kind === 'chromium' ? launchChromium(all) : launchFirefox(all));
  try {
    await awaitFirstRunPage(browser, all);
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
