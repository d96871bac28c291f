import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AccessibleNode } from './accessible-node.ts';
import type { BidiConnection } from './bidi-connection.ts';
import { chordActions, typingActions } from './bidi-keys.ts';
import type { ActionSequence, KeyAction, PointerAction } from './bidi-protocol.ts';
import { plainValue, remoteValue } from './bidi-value.ts';
import type { ConsoleMessage, LoadState, MediaEmulation, NetworkRequest, Size, Tab } from './browser.ts';
import { clickNode, FirefoxReadingView } from './firefox-reading-view.ts';
import type { FirefoxWindow } from './firefox-window.ts';
import { callExpression, type PageFunction } from './page-function.ts';
import { ReadingView } from './reading-view.ts';

const BIDI_STATES = { started: 'none', parsed: 'interactive', loaded: 'complete' } as const;

export class FirefoxTab implements Tab {
  readonly context: string;
  readonly #connection: BidiConnection;
  readonly #window: FirefoxWindow;
  readonly #view: ReadingView;
  #requests: NetworkRequest[] = [];
  #messages: ConsoleMessage[] = [];

  constructor(connection: BidiConnection, window: FirefoxWindow, context: string, extensionOrigin: string) {
    this.#connection = connection;
    this.#window = window;
    this.context = context;
    this.#view = new ReadingView(new FirefoxReadingView(connection, context, extensionOrigin));
  }

  /** Notes a request that this tab, or a frame in it, has made. */
  noteRequest(request: NetworkRequest): void {
    this.#requests.push(request);
  }

  noteMessage(message: ConsoleMessage): void {
    this.#messages.push(message);
  }

  async goto(url: string, until: LoadState = 'loaded'): Promise<void> {
    this.#requests = [];
    this.#messages = [];
    const wait = BIDI_STATES[until];
    await this.#connection.send('browsingContext.navigate', { context: this.context, url, wait });
  }

  async url(): Promise<string> {
    const { contexts } = await this.#connection.send('browsingContext.getTree', { root: this.context, maxDepth: 0 });
    return contexts[0]?.url ?? '';
  }

  evaluate(expression: string): Promise<unknown>;
  evaluate<Arguments extends unknown[], Result>(
    run: PageFunction<Arguments, Result>,
    ...values: Arguments
  ): Promise<Awaited<Result>>;
  async evaluate(run: string | PageFunction<never[], unknown>, ...values: unknown[]): Promise<unknown> {
    const outcome = await this.#connection.send('script.evaluate', {
      expression: typeof run === 'string' ? run : callExpression(run, [], values),
      awaitPromise: true,
      target: { context: this.context },
    });
    return plainValue(remoteValue(outcome));
  }

  async #keys(actions: KeyAction[]): Promise<void> {
    const sequence = { type: 'key', id: 'keyboard', actions } as const;
    await this.#connection.send('input.performActions', { context: this.context, actions: [sequence] });
  }

  press(keys: string): Promise<void> {
    return this.#keys(chordActions(keys));
  }

  type(text: string): Promise<void> {
    return this.#keys(typingActions(text));
  }

  async #press(x: number, y: number, button: number): Promise<void> {
    const actions: PointerAction[] = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button },
      { type: 'pointerUp', button },
    ];
    const sequence = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions } as const;
    await this.#connection.send('input.performActions', { context: this.context, actions: [sequence] });
  }

  click(x: number, y: number): Promise<void> {
    return this.#press(x, y, 0);
  }

  async clickElement(selector: string): Promise<void> {
    const { nodes } = await this.#connection.send('browsingContext.locateNodes', {
      context: this.context,
      locator: { type: 'css', value: selector },
      maxNodeCount: 1,
    });
    const [node] = nodes;
    if (node === undefined) throw new Error(`the page has no element ${selector}`);
    await clickNode(this.#connection, this.context, node);
  }

  async scrollWheel(deltaY: number, deltaX = 0): Promise<void> {
    const size = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const at = { x: Math.round(size.width / 2), y: Math.round(size.height / 2) };
    const turn: ActionSequence = { type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', ...at, deltaX, deltaY }] };
    await this.#connection.send('input.performActions', { context: this.context, actions: [turn] });
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.#connection.send('browsingContext.captureScreenshot', { context: this.context });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.from(data, 'base64'));
  }

  async setViewport({ width, height }: Size): Promise<void> {
    await this.#connection.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
  }

  async emulateMedia(media: MediaEmulation): Promise<void> {
    await this.activate();
    await this.#window.emulateMedia(media);
  }

  async activate(): Promise<void> {
    await this.#connection.send('browsingContext.activate', { context: this.context });
  }

  async pressToolbarButton(): Promise<void> {
    await this.activate();
    await this.#window.pressButton();
  }

  async chooseContextMenuEntry(label: string, x: number, y: number): Promise<void> {
    await this.activate();
    await this.#press(x, y, 2);
    await this.#window.chooseContextMenuEntry(label);
  }

  async buttonTitle(): Promise<string> {
    await this.activate();
    return this.#window.buttonTitle();
  }

  requests(): readonly NetworkRequest[] {
    return this.#requests;
  }

  consoleMessages(): readonly ConsoleMessage[] {
    return this.#messages;
  }

  async accessibilityTree(): Promise<AccessibleNode> {
    await this.activate();
    return this.#window.accessibilityTree();
  }

  reader(): ReadingView {
    return this.#view;
  }

  async close(): Promise<void> {
    await this.#connection.send('browsingContext.close', { context: this.context });
  }
}
