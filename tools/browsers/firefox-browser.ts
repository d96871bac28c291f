import { resolve } from 'node:path';
import { BidiConnection } from './bidi-connection.ts';
import type { BidiEvents, BrowsingContext } from './bidi-protocol.ts';
import type { Browser, ConsoleMessage, LaunchOptions, Size, Tab } from './browser.ts';
import { type FirefoxProcess, startFirefox } from './firefox-process.ts';
import { FirefoxTab } from './firefox-tab.ts';
import { FirefoxWindow } from './firefox-window.ts';
import { waitUntil } from './wait-until.ts';

const LEVELS: Record<string, ConsoleMessage['level']> = { debug: 'debug', warn: 'warning', error: 'error' };

class FirefoxBrowser implements Browser {
  readonly kind = 'firefox';
  readonly version: string;
  readonly extensionOrigin: string;
  readonly closed: Promise<void>;
  readonly #process: FirefoxProcess;
  readonly #connection: BidiConnection;
  readonly #window: FirefoxWindow;
  readonly #viewport: Size | null;
  readonly #extension: string;
  readonly #tabs = new Map<string, FirefoxTab>();
  /** Frames by their parent: requests and messages of a frame are its tab's. */
  readonly #parents = new Map<string, string>();

  constructor(
    process: FirefoxProcess,
    connection: BidiConnection,
    window: FirefoxWindow,
    started: { version: string; extensionOrigin: string; viewport: Size | null; extension: string },
  ) {
    this.#process = process;
    this.#connection = connection;
    this.#window = window;
    this.#viewport = started.viewport;
    this.#extension = started.extension;
    this.version = started.version;
    this.extensionOrigin = started.extensionOrigin;
    this.closed = process.closed;
    connection.on('browsingContext.contextCreated', (context) => this.#noteContext(context));
    connection.on('network.beforeRequestSent', (event) => this.#noteRequest(event));
    connection.on('log.entryAdded', ({ level, text, source }) => {
      const message = { level: LEVELS[level] ?? 'info', text: text ?? '' };
      if (source.context !== undefined) this.#tabOf(this.#topOf(source.context)).noteMessage(message);
    });
  }

  #noteContext({ context, parent }: BrowsingContext): void {
    if (typeof parent === 'string') this.#parents.set(context, parent);
    else this.#tabOf(context);
  }

  #topOf(context: string): string {
    let top = context;
    for (let parent = this.#parents.get(top); parent !== undefined; parent = this.#parents.get(top)) top = parent;
    return top;
  }

  #noteRequest({ context, navigation, request }: BidiEvents['network.beforeRequestSent']): void {
    if (context === null) return;
    const { url, method } = request;
    this.#tabOf(this.#topOf(context)).noteRequest({ url, method, navigation: navigation !== null });
  }

  #tabOf(context: string): FirefoxTab {
    const known = this.#tabs.get(context);
    if (known) return known;
    const tab = new FirefoxTab(this.#connection, this.#window, context, this.extensionOrigin);
    this.#tabs.set(context, tab);
    return tab;
  }

  async openTab(url?: string): Promise<Tab> {
    const created = await this.#connection.send('browsingContext.create', { type: 'tab', background: false });
    const tab = this.#tabOf(created.context);
    if (this.#viewport !== null) await tab.setViewport(this.#viewport);
    if (url !== undefined) await tab.goto(url);
    return tab;
  }

  async #open(): Promise<BrowsingContext[]> {
    return (await this.#connection.send('browsingContext.getTree', { maxDepth: 0 })).contexts;
  }

  async tabs(): Promise<Tab[]> {
    return (await this.#open()).map(({ context }) => this.#tabOf(context));
  }

  waitForTab(fits: (url: string) => boolean): Promise<Tab> {
    return waitUntil('a tab with a fitting address', async () => {
      const found = (await this.#open()).find(({ url }) => fits(url));
      return found === undefined ? null : this.#tabOf(found.context);
    });
  }

  async backgroundEvaluate(): Promise<never> {
    throw new Error("Firefox lets nobody into an extension's background from outside");
  }

  async reloadExtension(): Promise<void> {
    await installExtension(this.#connection, this.#extension);
  }

  async trace(): Promise<never> {
    throw new Error('only Chromium writes such a trace');
  }

  async close(): Promise<void> {
    await this.#connection.send('browser.close', {}).catch(() => {});
    this.#connection.close();
    await this.#process.end();
  }
}

/** @returns the extension's id. Installed again, it is loaded anew. */
async function installExtension(connection: BidiConnection, folder: string): Promise<string> {
  const extensionData = { type: 'path', path: resolve(folder) } as const;
  return (await connection.send('webExtension.install', { extensionData })).extension;
}

/** Starts Firefox with the extension installed in a profile that is thrown away at the end. */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const process = await startFirefox(options);
  try {
    const connection = await BidiConnection.open(process.address);
    const alwaysMatch = options.standInPort === undefined ? {} : { acceptInsecureCerts: true };
    const { capabilities } = await connection.send('session.new', { capabilities: { alwaysMatch } });
    const extension = await installExtension(connection, options.extension);
    const window = await FirefoxWindow.open(connection, extension);
    const browser = new FirefoxBrowser(process, connection, window, {
      version: capabilities.browserVersion,
      extensionOrigin: await window.extensionOrigin(),
      viewport: options.viewport,
      extension: options.extension,
    });
    const events = ['browsingContext.contextCreated', 'network.beforeRequestSent', 'log.entryAdded'];
    await connection.send('session.subscribe', { events });
    return browser;
  } catch (error) {
    await process.end();
    throw error;
  }
}
