import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { AccessibleNode } from './accessible-node.ts';
import type { ConsoleMessage, LoadState, MediaEmulation, NetworkRequest, Size, Tab } from './browser.ts';
import { readAccessibleTree } from './chromium-accessibility.ts';
import { ChromiumReadingView, evaluateInPage } from './chromium-reading-view.ts';
import { callExpression, type PageFunction } from './page-function.ts';
import { ReadingView } from './reading-view.ts';

const PLAYWRIGHT_STATES = { started: 'commit', parsed: 'domcontentloaded', loaded: 'load' } as const;
const CONSOLE_LEVELS: Record<string, ConsoleMessage['level']> = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  debug: 'debug',
};

/** What a tab needs from its browser for the extension's button. */
export interface ToolbarButton {
  press(page: Page): Promise<void>;
  title(page: Page): Promise<string>;
}

export class ChromiumTab implements Tab {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #button: ToolbarButton;
  readonly #view: ReadingView;
  #requests: NetworkRequest[] = [];
  #messages: ConsoleMessage[] = [];

  constructor(page: Page, session: CDPSession, button: ToolbarButton, extensionOrigin: string) {
    this.#page = page;
    this.#session = session;
    this.#button = button;
    this.#view = new ReadingView(new ChromiumReadingView(session, page, extensionOrigin));
    page.on('request', (request) => {
      this.#requests.push({
        url: request.url(),
        method: request.method(),
        navigation: request.isNavigationRequest(),
      });
    });
    page.on('console', (message) => {
      this.#messages.push({ level: CONSOLE_LEVELS[message.type()] ?? 'info', text: message.text() });
    });
    page.on('pageerror', (error) => {
      this.#messages.push({ level: 'error', text: String(error) });
    });
  }

  async goto(url: string, until: LoadState = 'loaded'): Promise<void> {
    this.#requests = [];
    this.#messages = [];
    await this.#page.goto(url, { waitUntil: PLAYWRIGHT_STATES[until] });
  }

  async url(): Promise<string> {
    return this.#page.url();
  }

  evaluate(expression: string): Promise<unknown>;
  evaluate<Arguments extends unknown[], Result>(
    run: PageFunction<Arguments, Result>,
    ...values: Arguments
  ): Promise<Awaited<Result>>;
  evaluate(run: string | PageFunction<never[], unknown>, ...values: unknown[]): Promise<unknown> {
    return evaluateInPage(this.#session, typeof run === 'string' ? run : callExpression(run, [], values));
  }

  press(keys: string): Promise<void> {
    return this.#page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  click(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  clickElement(selector: string): Promise<void> {
    return this.#page.click(selector, { timeout: 5_000 });
  }

  async scrollWheel(deltaY: number, deltaX = 0): Promise<void> {
    const size = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await this.#page.mouse.move(size.width / 2, size.height / 2);
    await this.#page.mouse.wheel(deltaX, deltaY);
  }

  async screenshot(path: string): Promise<void> {
    mkdirSync(dirname(path), { recursive: true });
    await this.#page.screenshot({ path });
  }

  setViewport(size: Size): Promise<void> {
    return this.#page.setViewportSize(size);
  }

  emulateMedia({ medium, ...features }: MediaEmulation): Promise<void> {
    return this.#page.emulateMedia(medium === undefined ? features : { ...features, media: medium });
  }

  activate(): Promise<void> {
    return this.#page.bringToFront();
  }

  pressToolbarButton(): Promise<void> {
    return this.#button.press(this.#page);
  }

  async chooseContextMenuEntry(label: string): Promise<void> {
    throw new Error(`Chromium's context menu belongs to the system: "${label}" cannot be chosen in it`);
  }

  buttonTitle(): Promise<string> {
    return this.#button.title(this.#page);
  }

  requests(): readonly NetworkRequest[] {
    return this.#requests;
  }

  consoleMessages(): readonly ConsoleMessage[] {
    return this.#messages;
  }

  reader(): ReadingView {
    return this.#view;
  }

  accessibilityTree(): Promise<AccessibleNode> {
    return readAccessibleTree(this.#session);
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}
