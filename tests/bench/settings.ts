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
/** In milliseconds. */
const LIMIT = 10_000;
const SENTENCE =
  'The harbour board met again on Tuesday and put off the decision about the second crane until spring. ';
const WORDS = 10_000;

/** What is changed, each back to how it was before the next. */
const CHANGES = {
  'text size': { fontSize: 24 },
  typeface: { typeface: 'lexend' },
  'line height': { lineHeight: 200 },
  'letter spacing': { letterSpacing: 5 },
  colours: { theme: 'dark' },
  'line width': { lineWidth: 50 },
  'two columns': { columns: 'two' },
  hyphenation: { hyphenation: 'on' },
  syllables: { syllables: 'on' },
  'line focus': { lineFocus: 'three' },
} as const satisfies Record<string, Partial<Settings>>;

type Change = keyof typeof CHANGES;
const ALL = Object.keys(CHANGES) as Change[];

function article(words: number): string {
  const paragraphs = Math.max(3, Math.round(words / 5 / SENTENCE.trim().split(' ').length));
  const body = Array.from({ length: paragraphs }, (_, index) => `<p>Item ${index + 1}. ${SENTENCE.repeat(5)}</p>`);
  return `<!doctype html><html lang="en"><head><title>Minutes</title></head><body><article><h1>Minutes of the harbour board</h1>${body.join('')}</article></body></html>`;
}

/**
 * From the change of the view's root to the end of the frame that shows it, in milliseconds. What a part of the view of its own
 * shows comes some frames later: it is waited for, of the syllables the first ones.
 */
async function applyingTime(browser: Browser, tab: Tab, change: Change): Promise<number> {
  await tab.reader().evaluate((root, name) => {
    const view = root.querySelector('.lectern');
    if (!view) throw new Error('there is no view');
    Object.assign(globalThis, { applied: null });
    const isShown = () => {
      if (name === 'syllables') return (CSS.highlights.get('lectern-syllable')?.size ?? 0) > 0;
      return name !== 'line focus' || root.querySelector('.focus-dim') !== null;
    };
    new MutationObserver((_, observer) => {
      observer.disconnect();
      const begun = performance.now();
      const look = () => {
        if (!isShown()) requestAnimationFrame(look);
        else setTimeout(() => Object.assign(globalThis, { applied: performance.now() - begun }));
      };
      requestAnimationFrame(look);
    }).observe(view, { attributes: true });
  }, change);
  const page = await browser.openTab(`${browser.extensionOrigin}/permission.html`);
  await tab.activate();
  await page.evaluate(
    (items: Record<string, unknown>) => chrome.storage.sync.set(items),
    Object.fromEntries(Object.entries(CHANGES[change]).map(([id, value]) => [`setting.${id}`, value])),
  );
  await page.close();
  const limit = performance.now() + LIMIT;
  while (performance.now() < limit) {
    const applied = await tab.reader().evaluate(() => Reflect.get(globalThis, 'applied') as number | null);
    if (typeof applied === 'number') return applied;
  }
  throw new Error(`${change} is not to be seen after ${LIMIT} ms`);
}

/** Of each change the median. */
async function measureApplying(browser: Browser, address: string): Promise<Map<Change, number>> {
  const tab = await browser.openTab(address);
  await tab.setViewport({ width: 1280, height: 800 });
  await tab.pressToolbarButton();
  await tab.reader().waitUntilSettled(30_000);
  const times = new Map<Change, number[]>(ALL.map((change) => [change, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const change of ALL) {
      times.get(change)?.push(await applyingTime(browser, tab, change));
      await clearSettings(browser);
    }
  await tab.close();
  return new Map([...times].map(([change, measured]) => [change, median(measured)]));
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
    const line = (what: string, time: number, least: number) =>
      `| ${what} | ${time.toFixed(0)} ms | ${least.toFixed(0)} ms | ${(time / least).toFixed(1)} |`;
    const [longest, largest] = [...long].reduce((most, one) => (one[1] > most[1] ? one : most));
    const rows = [...long].map(([change, time]) => line(change, time, short.get(change) ?? time));
    return [
      `| a setting in the reader, from its change to the painted frame | ${WORDS} words | three paragraphs | ratio |`,
      '| --- | --: | --: | --: |',
      ...rows,
      line('all of them, median', median([...long.values()]), median([...short.values()])),
      '',
      `The longest, ${longest}, takes ${largest.toFixed(0)} ms. The settings page is painted ${options.toFixed(0)} ms after it is opened, ${(options / empty).toFixed(1)} times as long as an almost empty page (${empty.toFixed(0)} ms).`,
    ].join('\n');
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await reportSettings());
