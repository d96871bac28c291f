import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Browser, BrowserKind, Tab } from '../../tools/browsers/browser.ts';
import { launchBrowser } from '../../tools/browsers/launch-browser.ts';
import { type PageServer, type Route, servePages } from '../../tools/page-server.ts';
import { WITHOUT_SYSTEM_VOICES } from '../../tools/sound/speech-dispatcher.ts';
import { hostileRoutes } from './hostile-pages.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = `${ROOT}tests/pages/`;
const EXTENSIONS: Record<BrowserKind, string> = { chromium: 'chrome', firefox: 'firefox' };

/** One browser with Lectern as it ships, and a server with the test pages. */
export interface Stage {
  browser: Browser;
  server: PageServer;
  /** Opens a path of the page server in a new tab in front. */
  openTab(path?: string): Promise<Tab>;
}

/** How long the slow page keeps its second half back, in milliseconds. */
export const SLOW_PAGE_DELAY = 3000;

/** Defines the same tests once for Chromium and once for Firefox, each with one browser for the whole file. */
export function inEachBrowser(define: (stage: () => Stage, kind: BrowserKind) => void): void {
  describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
    let stage: Stage | undefined;

    beforeAll(async () => {
      const extension = `${ROOT}dist/${EXTENSIONS[kind]}`;
      if (!existsSync(extension)) throw new Error('dist/ is missing: run "npm run build" first');
      const server = await servePages({ folder: PAGES, routes: routes() });
      const browser = await launchBrowser(kind, {
        extension,
        viewport: { width: 1000, height: 800 },
        // Thirteen thousand voices on one machine, none on the next: tests see the same on both.
        environment: WITHOUT_SYSTEM_VOICES,
      });
      stage = { browser, server, openTab: (path) => browser.openTab(path && `${server.origin}${path}`) };
    });

    afterAll(async () => {
      await stage?.browser.close();
      await stage?.server.close();
    });

    // A test leaves its tabs lying, also when it fails; the first one keeps the browser alive.
    afterEach(async () => {
      for (const tab of (await stage?.browser.tabs())?.slice(1) ?? []) await tab.close().catch(() => undefined);
    });

    define(() => {
      if (!stage) throw new Error('the browser has not been launched');
      return stage;
    }, kind);
  });
}

function routes(): Record<string, Route> {
  const half = (name: string) => readFileSync(`${PAGES}${name}`, 'utf8');
  return {
    ...hostileRoutes(),
    '/slow.html': { body: half('slow-start.html'), rest: { body: half('slow-end.html'), delay: SLOW_PAGE_DELAY } },
    '/beacon': { status: 204, body: '' },
    '/huge': { body: hugePage() },
    '/data.xml': {
      headers: { 'content-type': 'application/xml' },
      body: '<?xml version="1.0"?><stock><item/></stock>',
    },
  };
}

/** An article of about 10 MB in 20,000 paragraphs. */
function hugePage(): string {
  const sentence =
    'The harbour board met again on Tuesday and put off the decision about the second crane until spring. ';
  const paragraph = (_: unknown, index: number) => `<p>Item ${index + 1}. ${sentence.repeat(5)}</p>\n`;
  return `<!doctype html><html lang="en"><head><title>Minutes of the harbour board</title></head><body><article><h1>Minutes of the harbour board</h1>${Array.from({ length: 20_000 }, paragraph).join('')}</article></body></html>`;
}
