// `npm start`: builds Lectern, opens the person's browser on a news page and presses the button.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import messages from '../assets/_locales/en/messages.json';
import { readArticle } from '../src/article/read-article.ts';
import { READING_DATA } from '../src/article/reading-data.ts';
import { compileRules } from '../src/article/reading-rules.ts';
import { countWords } from '../src/text/words.ts';
import type { Browser, Tab } from './browsers/browser.ts';
import {
  type BrowserName,
  chooseBrowser,
  type InstalledBrowser,
  kindOf,
  thisMachine,
} from './browsers/find-browsers.ts';
import { launchBrowser } from './browsers/launch-browser.ts';
import { describeReading } from './describe-reading.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { type PageServer, servePages } from './page-server.ts';
import { hasDisplay, parseStartOptions, START_USAGE, type StartOptions, type StartPage } from './start-options.ts';

const ROOT = join(import.meta.dirname, '..');
const SCREENSHOT = join(ROOT, 'output', 'reading-view.png');
const DISPLAY_NAMES: Record<BrowserName, string> = {
  chrome: 'Chrome',
  chromium: 'Chromium',
  edge: 'Edge',
  firefox: 'Firefox',
};
/** How long a page on the web may keep its reader waiting for the reading view, in milliseconds. */
const READING_LIMIT = 20_000;

function findBrowser({ browser }: StartOptions): InstalledBrowser {
  const present = chooseBrowser(thisMachine(), browser);
  if (present) return present;
  const { missing, advice } = ensureBrowsers([browser === null ? 'chromium' : kindOf(browser)]);
  const installed = chooseBrowser(thisMachine(), browser);
  if (installed) return installed;
  throw new Error(missing.length > 0 ? advice : `There is no ${browser} here: leave --browser out, or choose another.`);
}

/** The page's address; a file is served on loopback, because extensions may not run on `file:` pages unasked. */
async function servePage(page: StartPage): Promise<{ url: string; server: PageServer | null }> {
  if (page.type === 'address') return { url: page.url, server: null };
  if (page.type === 'sample') {
    const server = await servePages({ folder: join(ROOT, 'tests', 'pages') });
    return { url: `${server.origin}/sample.html`, server };
  }
  const name = basename(page.path);
  const stem = basename(name, extname(name));
  // The neighbours of a saved page are nobody's business, but for the folder that browsers save its pictures in.
  const allows = (path: string) => path === name || path.startsWith(`${stem}_files/`);
  const server = await servePages({ folder: dirname(page.path), allows });
  return { url: `${server.origin}/${encodeURIComponent(name)}`, server };
}

/** Prints the reading: what was taken away comes from the same pipeline, run here on the HTML that the browser had. */
async function printReading(tab: Tab, html: string): Promise<void> {
  await tab.screenshot(SCREENSHOT);
  const screenshot = relative(process.env.INIT_CWD ?? process.cwd(), SCREENSHOT);
  const { window } = new JSDOM(html, { url: await tab.url(), virtualConsole: new VirtualConsole() });
  const reading = readArticle(window.document, { window, rules: compileRules(READING_DATA) });
  const shown = await tab.reader().evaluate((root) => {
    const article = root.querySelector('[role="document"]');
    const headline = article?.querySelector('h1')?.textContent ?? null;
    return { headline, text: article === null ? '' : String(Reflect.get(article, 'innerText')) };
  });
  if (reading === null || shown.headline === null) {
    console.log(await tab.reader().text());
    console.log(`Picture of the reading view: ${screenshot}`);
    return;
  }
  const { language, removed } = reading.article;
  const words = countWords(shown.text, language);
  const summary = { title: shown.headline.trim(), words, removed, screenshot };
  console.log(describeReading(summary, ({ reason }) => messages[reason].message));
}

async function openReader(browser: Browser, tab: Tab, options: StartOptions): Promise<void> {
  if (options.headless) {
    const html = await tab.evaluate(() => document.documentElement.outerHTML);
    await tab.pressToolbarButton();
    await tab.reader().waitUntilSettled(READING_LIMIT);
    await printReading(tab, html);
    return;
  }
  // An older browser may not let itself be pressed from outside; the person can still press.
  await tab.pressToolbarButton().catch(() => console.log('Press the Lectern button to open the reading view.'));
  console.log('The reading view closes with Escape. Ctrl+Shift+9 or the Lectern button opens and closes it;');
  console.log('Chrome, Chromium and Edge keep the button in the menu behind the puzzle piece until you pin it.');
  console.log('Close the browser, or press Ctrl-C here, when you are done.');
  await browser.closed;
}

async function start(options: StartOptions): Promise<void> {
  const found = findBrowser(options);
  execFileSync(process.execPath, ['build.mjs'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { url, server } = await servePage(options.page);
  const extension = join(ROOT, 'dist', found.kind === 'firefox' ? 'firefox' : 'chrome');
  const viewport = options.headless ? { width: 1280, height: 800 } : null;
  const { executable } = found;
  try {
    const browser = await launchBrowser(found.kind, { extension, executable, headless: options.headless, viewport });
    console.log(
      `Lectern ${version} in ${DISPLAY_NAMES[found.name]} ${browser.version}${options.headless ? ', without a window' : ''}`,
    );
    try {
      const [first] = await browser.tabs();
      const tab = options.headless || first === undefined ? await browser.openTab() : first;
      await tab.goto(url);
      await openReader(browser, tab, options);
    } finally {
      await browser.close();
    }
  } finally {
    await server?.close();
  }
}

try {
  const display = hasDisplay(process.platform, process.env);
  const options = parseStartOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), display);
  if (options.help) console.log(START_USAGE);
  else await start(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
