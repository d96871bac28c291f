// How long a press on the button takes until the reading view is painted, and what the page's main thread does meanwhile.
//   npx tsx tests/bench/click.ts          (after npm run build)
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { Browser, Tab, TraceEvent } from '../../tools/browsers/browser.ts';
import { launchBrowser } from '../../tools/browsers/launch-browser.ts';
import { servePages } from '../../tools/page-server.ts';
import { median } from './median.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = '/sample.html';
const PRESSES = 20;
/**
 * Tasks of the main thread that begin with a script or a timer, in the order in which content.ts and readArticleInSteps
 * take their turns. The page's data is read before the first timer and is not among them.
 */
const PARTS = ['script', 'copy', 'Readability', 'blocks', 'view, layout'] as const;

type Part = (typeof PARTS)[number];

export interface ClickSpeed {
  presses: number;
  /** Press to painted, in milliseconds: median, fastest, slowest. */
  painted: { median: number; least: number; most: number };
  /** Medians of the main thread's tasks, in milliseconds. */
  parts: Partial<Record<Part, number>>;
  /** The longest task but Readability's, in milliseconds, over all presses. */
  longestOtherTask: number;
}

/** Notes in the page when the frame after the reading view's arrival was painted, on the clock of the machine. */
function notePainting(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-lectern-reader]')) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => Object.assign(window, { painted: performance.timeOrigin + performance.now() })),
    );
  }).observe(document.documentElement, { childList: true });
}

async function press(tab: Tab): Promise<number> {
  await tab.evaluate(notePainting);
  const pressed = performance.timeOrigin + performance.now();
  await tab.pressToolbarButton();
  for (;;) {
    const painted = await tab.evaluate('window.painted ?? null');
    if (typeof painted === 'number') return painted - pressed;
  }
}

/** The tasks in which the content script ran, in order, with their length in milliseconds. */
function scriptTasks(events: readonly TraceEvent[]): { isScript: boolean; length: number }[] {
  const end = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
  const script = events.find(
    ({ name, args }) => name === 'EvaluateScript' && JSON.stringify(args).includes('reading.js'),
  );
  if (!script) throw new Error('the trace does not show the content script');
  const thread = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === script.pid && tid === script.tid);
  const tasks = thread.filter(({ name, ts }) => name.endsWith('RunTask') && ts >= script.ts - 100_000);
  return tasks
    .sort((one, other) => one.ts - other.ts)
    .map((task) => {
      const within = thread.filter(({ ts }) => ts >= task.ts && ts < end(task));
      const isScript = within.includes(script);
      return {
        isScript,
        isStep: end(task) > script.ts && within.some(({ name, dur = 0 }) => name === 'TimerFire' && dur > 1000),
        length: (task.dur ?? 0) / 1000,
      };
    })
    .filter(({ isScript, isStep }) => isScript || isStep);
}

async function measureParts(browser: Browser, address: string): Promise<Map<Part, number>> {
  const tab = await browser.openTab(address);
  const events = await browser.trace(async () => {
    await press(tab);
  });
  await tab.close();
  const tasks = scriptTasks(events);
  return new Map(PARTS.map((part, index) => [part, tasks[index]?.length ?? 0]));
}

/** Presses the button on fresh tabs of the sample page in Chromium. */
export async function measureClicks(): Promise<ClickSpeed> {
  const server = await servePages({ folder: join(ROOT, 'tests/pages') });
  const browser = await launchBrowser('chromium', { extension: join(ROOT, 'dist/chrome') });
  try {
    const times: number[] = [];
    const parts: Map<Part, number>[] = [];
    for (let index = 0; index < PRESSES; index++) {
      const tab = await browser.openTab(server.origin + PAGE);
      times.push(await press(tab));
      await tab.close();
      if (index % 4 === 0) parts.push(await measureParts(browser, server.origin + PAGE));
    }
    const of = (part: Part) => parts.map((each) => each.get(part) ?? 0);
    return {
      presses: PRESSES,
      painted: { median: median(times), least: Math.min(...times), most: Math.max(...times) },
      parts: Object.fromEntries(PARTS.map((part) => [part, median(of(part))])),
      longestOtherTask: Math.max(...PARTS.filter((part) => part !== 'Readability').flatMap(of)),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

export function describeClicks({ presses, painted, parts, longestOtherTask }: ClickSpeed): string {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const listed = Object.entries(parts).map(([part, length]) => `${part} ${ms(length)}`);
  return [
    `press to painted, Chromium, ${presses} presses on ${PAGE}: median ${ms(painted.median)} (${ms(painted.least)} to ${ms(painted.most)})`,
    `  main thread, median: ${listed.join(', ')}`,
    `  longest task but Readability's: ${ms(longestOtherTask)}`,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(describeClicks(await measureClicks()));
