import { resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import type { Browser, LaunchOptions, Tab, TraceEvent } from './browser.ts';
import { ChromiumTab, type ToolbarButton } from './chromium-tab.ts';
import { callExpression, type PageFunction } from './page-function.ts';
import { onProcessEnd } from './process-end.ts';
import { waitUntil } from './wait-until.ts';

const ARGUMENTS = ['--disable-gpu', '--disable-quic', '--enable-unsafe-extension-debugging'];
/** Left out: without extensions there is nothing to test; scroll bars and sound are there for people, so they are for tests. */
const WITHOUT = ['--disable-extensions', '--hide-scrollbars', '--mute-audio', '--enable-automation'];

function standInArguments(port: number | undefined): string[] {
  return port === undefined ? [] : [`--proxy-server=https=127.0.0.1:${port}`, '--ignore-certificate-errors'];
}

function launchContext(options: LaunchOptions, further: readonly string[]): Promise<BrowserContext> {
  // An empty profile path asks for one that is thrown away at the end.
  return chromium.launchPersistentContext('', {
    executablePath: options.executable,
    headless: options.headless,
    viewport: options.viewport,
    env: { ...process.env, ...options.environment },
    // Chromium refuses its sandbox to root, and to nobody else.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...ARGUMENTS, ...further, ...standInArguments(options.standInPort), ...(options.arguments ?? [])],
    ignoreDefaultArgs: WITHOUT,
    acceptDownloads: false,
    // Playwright would end the browser at a signal and let this process go on; `onProcessEnd` ends both.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('the browser ended while it was starting');
  return browser.newBrowserCDPSession();
}

/** Installs the extension; Chrome since 137 ignores `--load-extension`, and older ones know no other way. */
async function launchWithExtension(options: LaunchOptions, extension: string): Promise<BrowserContext> {
  const context = await launchContext(options, []);
  const session = await browserSession(context);
  try {
    await session.send('Extensions.loadUnpacked', { path: extension });
    return context;
  } catch (error) {
    await context.close();
    const unknown = error instanceof Error && /wasn't found|not allowed|not available/i.test(error.message);
    if (!unknown) throw error;
    return launchContext(options, [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`]);
  }
}

class ChromiumButton implements ToolbarButton {
  readonly #session: CDPSession;
  #worker: Worker;
  readonly #extensionId: string;

  constructor(session: CDPSession, worker: Worker, extensionId: string) {
    this.#session = session;
    this.#worker = worker;
    this.#extensionId = extensionId;
  }

  /** The extension was loaded anew. */
  follow(worker: Worker): void {
    this.#worker = worker;
  }

  async press(page: Page): Promise<void> {
    await page.bringToFront();
    const url = page.url();
    const tab = await waitUntil(`the tab of ${url} to be in front`, async () => {
      const { targetInfos } = await this.#session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const fitting = targetInfos.filter((target) => target.url === url);
      // Two tabs may show one address; the protocol's types call this embedder's record a string, and it is an object.
      const inFront = fitting.find(({ embedderData }) => JSON.stringify(embedderData).includes('"tabActive":true'));
      return inFront ?? null;
    });
    await this.#session.send('Extensions.triggerAction', { id: this.#extensionId, targetId: tab.targetId });
  }

  async title(page: Page): Promise<string> {
    await page.bringToFront();
    const title: unknown = await this.#worker.evaluate(
      'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.action.getTitle({ tabId: tab.id }))',
    );
    return String(title);
  }
}

class ChromiumBrowser implements Browser {
  readonly kind = 'chromium';
  readonly version: string;
  readonly extensionOrigin: string;
  readonly closed: Promise<void>;
  readonly #context: BrowserContext;
  readonly #session: CDPSession;
  readonly #extension: string;
  #worker: Worker;
  readonly #button: ChromiumButton;
  readonly #tabs = new Map<Page, Promise<ChromiumTab>>();

  constructor(context: BrowserContext, worker: Worker, session: CDPSession, extension: string) {
    const { origin, host } = extensionAddress(worker);
    this.#context = context;
    this.#session = session;
    this.#extension = extension;
    this.#worker = worker;
    this.#button = new ChromiumButton(session, worker, host);
    this.version = context.browser()?.version() ?? 'unknown';
    this.extensionOrigin = origin;
    // What Playwright does as a process exits is enough; the order here is for signals to become an exit.
    const forget = onProcessEnd(() => {});
    this.closed = new Promise((done) => {
      context.once('close', () => {
        forget();
        done();
      });
    });
    context.on('page', (page) => void this.#tabOf(page).catch(() => {}));
  }

  #tabOf(page: Page): Promise<ChromiumTab> {
    const known = this.#tabs.get(page);
    if (known) return known;
    const made = this.#context
      .newCDPSession(page)
      .then((session) => new ChromiumTab(page, session, this.#button, this.extensionOrigin));
    this.#tabs.set(page, made);
    page.once('close', () => this.#tabs.delete(page));
    return made;
  }

  async openTab(url?: string): Promise<ChromiumTab> {
    const tab = await this.#tabOf(await this.#context.newPage());
    if (url !== undefined) await tab.goto(url);
    return tab;
  }

  tabs(): Promise<ChromiumTab[]> {
    return Promise.all(this.#context.pages().map((page) => this.#tabOf(page)));
  }

  waitForTab(fits: (url: string) => boolean): Promise<Tab> {
    return waitUntil('a tab with a fitting address', async () => {
      const page = this.#context.pages().find((open) => fits(open.url()));
      return page === undefined ? null : this.#tabOf(page);
    });
  }

  async backgroundEvaluate<Arguments extends unknown[], Result>(
    run: PageFunction<Arguments, Result>,
    ...values: Arguments
  ): Promise<Awaited<Result>> {
    return (await this.#worker.evaluate(callExpression(run, [], values))) as Awaited<Result>;
  }

  async reloadExtension(): Promise<void> {
    const next = this.#context.waitForEvent('serviceworker', { timeout: 10_000 });
    await this.#session.send('Extensions.loadUnpacked', { path: this.#extension });
    this.#worker = await next;
    await listening(this.#worker);
    this.#button.follow(this.#worker);
  }

  async trace(run: () => Promise<void>): Promise<TraceEvent[]> {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
    this.#session.on('Tracing.dataCollected', collect);
    const ended = new Promise<void>((done) => this.#session.once('Tracing.tracingComplete', () => done()));
    const includedCategories = ['toplevel', 'devtools.timeline', 'v8', 'blink.user_timing'];
    await this.#session.send('Tracing.start', { traceConfig: { includedCategories } });
    try {
      await run();
    } finally {
      await this.#session.send('Tracing.end');
      await ended;
      this.#session.off('Tracing.dataCollected', collect);
    }
    return events;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

/** A press before the background listens is lost: a person's press wakes it, this one does not. */
async function listening(worker: Worker): Promise<void> {
  await waitUntil("the extension's background to listen for its toolbar button", async () => {
    const listens: unknown = await worker.evaluate('chrome.action.onClicked.hasListeners()');
    return listens === true;
  });
}

function extensionAddress(worker: Worker): { origin: string; host: string } {
  const { host } = new URL(worker.url());
  return { origin: `chrome-extension://${host}`, host };
}

/** Starts Chrome, Chromium or Edge with the extension installed in a profile that is thrown away at the end. */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const context = await launchWithExtension(options, resolve(options.extension));
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 10_000 }));
    await listening(worker);
    return new ChromiumBrowser(context, worker, await browserSession(context), resolve(options.extension));
  } catch (error) {
    await context.close();
    throw error;
  }
}
