// How long a setting takes until it is seen in an open reading view, and the settings page until it can be used. It reports.
//   npx tsx tests/bench/settings.ts       (after npm run build)
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { browser as extension } from '../../src/platform/browser.ts';
import type { Settings } from '../../src/settings/settings.ts';
import type { Browser, Tab } from '../../tools/browsers/browser.ts';
import { launchBrowser } from '../../tools/browsers/launch-browser.ts';
import { servePages } from '../../tools/page-server.ts';
import { median } from './median.ts';

/** The extension's own pages have it. */
declare const chrome: typeof extension;

const ROOT = join(import.meta.dirname, '../..');
const ROUNDS = 5;
const OPENINGS = 7;
const SENTENCE =
  'The harbour board met again on Tuesday and put off the decision about the second crane until spring. ';
const WORDS = 10_000;

/** What is changed, each back to how it was before the next. */
const CHANGES: readonly Partial<Settings>[] = [
  { fontSize: 24 },
  { typeface: 'lexend' },
  { lineHeight: 200 },
  { letterSpacing: 5 },
  { theme: 'dark' },
  { lineWidth: 50 },
];

function article(words: number): string {
  const paragraphs = Math.max(3, Math.round(words / 5 / SENTENCE.trim().split(' ').length));
  const body = Array.from({ length: paragraphs }, (_, index) => `<p>Item ${index + 1}. ${SENTENCE.repeat(5)}</p>`);
  return `<!doctype html><html lang="en"><head><title>Minutes</title></head><body><article><h1>Minutes of the harbour board</h1>${body.join('')}</article></body></html>`;
}

/** From the change of the view's root to the end of the frame that shows it, in milliseconds. */
async function applyingTime(browser: Browser, tab: Tab, settings: Partial<Settings>): Promise<number> {
  await tab.reader().evaluate((root) => {
    const view = root.querySelector('.lectern');
    if (!view) throw new Error('there is no view');
    Object.assign(globalThis, { applied: null });
    new MutationObserver((_, observer) => {
      observer.disconnect();
      const begun = performance.now();
      requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { applied: performance.now() - begun })));
    }).observe(view, { attributes: true });
  });
  const page = await browser.openTab(`${browser.extensionOrigin}/permission.html`);
  await tab.activate();
  await page.evaluate(
    (items: Record<string, unknown>) => chrome.storage.sync.set(items),
    Object.fromEntries(Object.entries(settings).map(([id, value]) => [`setting.${id}`, value])),
  );
  await page.close();
  for (;;) {
    const applied = await tab.reader().evaluate(() => Reflect.get(globalThis, 'applied') as number | null);
    if (typeof applied === 'number') return applied;
  }
}

async function measureApplying(browser: Browser, address: string): Promise<number> {
  const tab = await browser.openTab(address);
  await tab.pressToolbarButton();
  await tab.reader().waitUntilSettled(30_000);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const change of CHANGES) {
      // There and back is a change each.
      times.push(await applyingTime(browser, tab, change));
      await clearSettings(browser);
    }
  await tab.close();
  return median(times);
}

async function clearSettings(browser: Browser): Promise<void> {
  const page = await browser.openTab(`${browser.extensionOrigin}/permission.html`);
  await page.evaluate(() => chrome.storage.sync.clear());
  await page.close();
}

/** From the beginning of the navigation until the page has its controls and a frame is painted, in milliseconds. */
async function measureOpening(browser: Browser, page: string): Promise<number> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) {
    const tab = await browser.openTab(`${browser.extensionOrigin}/${page}`);
    times.push(
      await tab.evaluate(async () => {
        while (document.querySelector('body > *') === null) await new Promise((resolve) => setTimeout(resolve, 1));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        // The frame was painted before this script came, where the page was faster than it.
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        return paint?.startTime ?? performance.now();
      }),
    );
    await tab.close();
  }
  return median(times);
}

/** Measures in Chromium, beside an article of three paragraphs and a page of the extension with next to nothing on it. */
export async function reportSettings(): Promise<string> {
  const server = await servePages({
    folder: join(ROOT, 'tests/pages'),
    routes: { '/long': { body: article(WORDS) }, '/short': { body: article(0) } },
  });
  const browser = await launchBrowser('chromium', { extension: join(ROOT, 'dist/chrome') });
  try {
    const long = await measureApplying(browser, `${server.origin}/long`);
    const short = await measureApplying(browser, `${server.origin}/short`);
    const options = await measureOpening(browser, 'options.html');
    const empty = await measureOpening(browser, 'permission.html');
    const line = (what: string, time: number, other: string, least: number) =>
      `${what}: ${time.toFixed(0)} ms, ${(time / least).toFixed(1)} times as long as ${other} (${least.toFixed(0)} ms)`;
    return [
      'settings, Chromium, medians',
      `  ${line(`a setting, from its change to the painted frame, ${WORDS} words`, long, 'with three paragraphs', short)}`,
      `  ${line('the settings page, from its opening to its first painting', options, 'an almost empty page', empty)}`,
    ].join('\n');
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await reportSettings());
