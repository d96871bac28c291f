// What lies outside the page in Firefox: the toolbar, the context menu, the media settings. All of it runs in the browser's own scope.
import type { AccessibleNode } from './accessible-node.ts';
import type { BidiConnection } from './bidi-connection.ts';
import { plainValue, remoteValue } from './bidi-value.ts';
import type { MediaEmulation } from './browser.ts';
import { readAccessibleTree } from './firefox-accessibility.ts';
import { callExpression, type PageFunction } from './page-function.ts';
import { waitUntil } from './wait-until.ts';

interface MouseOptions {
  button: number;
  clickCount: number;
}

// Firefox's own globals in its browser window; they exist where these functions run, not here.
declare const gBrowser: { selectedBrowser: { browsingContext: Record<string, unknown> } };
declare const ChromeUtils: { importESModule(address: string): Record<string, CustomizableInterface> };
declare const WebExtensionPolicy: { getByID(id: string): { mozExtensionHostname: string } | null };
declare function synthesizeMouseEvent(type: string, x: number, y: number, mouse: MouseOptions, options: object): void;

interface CustomizableInterface {
  addWidgetToArea(widget: string, area: string): void;
}

interface MenuPopup extends Element {
  state: string;
  activateItem(item: Element): void;
  hidePopup(): void;
}

function pinToToolbar(widget: string): boolean {
  const address = 'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs';
  ChromeUtils.importESModule(address).CustomizableUI?.addWidgetToArea(widget, 'nav-bar');
  return document.getElementById(widget) !== null;
}

function pressButton(widget: string): string | null {
  const button = document.querySelector(`#${widget} .unified-extensions-item-action-button`);
  if (button === null) return 'the button is not in the toolbar';
  const box = button.getBoundingClientRect();
  if (box.width === 0) return 'the button has no room in the toolbar';
  for (const type of ['mousedown', 'mouseup'])
    synthesizeMouseEvent(type, box.left + box.width / 2, box.top + box.height / 2, { button: 0, clickCount: 1 }, {});
  return null;
}

function titleOfButton(widget: string): string | null {
  const button = document.querySelector(`#${widget} .unified-extensions-item-action-button`);
  return button?.getAttribute('tooltiptext') ?? button?.getAttribute('label') ?? null;
}

function chooseEntry(extension: string, label: string): 'chosen' | 'closed' | 'missing' {
  const popup = document.getElementById('contentAreaContextMenu') as MenuPopup | null;
  if (popup?.state !== 'open') return 'closed';
  const entries = [...popup.querySelectorAll(`menuitem[id^="${extension}-menuitem-"]`)];
  const entry = entries.find((item) => item.getAttribute('label') === label && !item.hasAttribute('hidden'));
  if (entry) popup.activateItem(entry);
  else popup.hidePopup();
  return entry ? 'chosen' : 'missing';
}

function overrideMedia(overrides: Record<string, string>): void {
  Object.assign(gBrowser.selectedBrowser.browsingContext, overrides);
}

function hostnameOf(extension: string): string | null {
  return WebExtensionPolicy.getByID(extension)?.mozExtensionHostname ?? null;
}

/** Firefox's window around the pages, with the extension's button in its toolbar. */
export class FirefoxWindow {
  readonly #connection: BidiConnection;
  readonly #context: string;
  readonly #extension: string;

  private constructor(connection: BidiConnection, context: string, extension: string) {
    this.#connection = connection;
    this.#context = context;
    this.#extension = extension;
  }

  /** Finds the window and pins the button of the extension with this id to its toolbar. */
  static async open(connection: BidiConnection, extension: string): Promise<FirefoxWindow> {
    const { contexts } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
    const context = contexts.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
    if (context === undefined) throw new Error('Firefox has no browser window');
    const window = new FirefoxWindow(connection, context, extension);
    await waitUntil("the extension's button in Firefox's toolbar", () => window.#run(pinToToolbar, window.#widget));
    return window;
  }

  /** Firefox makes the ids of an extension's widgets out of the extension's own id this way. */
  get #prefix(): string {
    return this.#extension.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  }

  get #widget(): string {
    return `${this.#prefix}-browser-action`;
  }

  async #run<Arguments extends unknown[], Result>(
    run: PageFunction<Arguments, Result>,
    ...values: Arguments
  ): Promise<Awaited<Result>> {
    const outcome = await this.#connection.send('script.evaluate', {
      expression: callExpression(run, [], values),
      awaitPromise: true,
      target: { context: this.#context },
    });
    return plainValue(remoteValue(outcome)) as Awaited<Result>;
  }

  /** The accessibility tree of the tab in front. It grows while Firefox learns of the page: what stays the same is whole. */
  async accessibilityTree(): Promise<AccessibleNode> {
    let last = '';
    return waitUntil("Firefox's accessibility tree to be whole", async () => {
      const tree = await this.#run(readAccessibleTree);
      const text = JSON.stringify(tree);
      const isWhole = tree !== null && text === last;
      last = text;
      return isWhole ? tree : null;
    });
  }

  async extensionOrigin(): Promise<string> {
    const hostname = await this.#run(hostnameOf, this.#extension);
    if (hostname === null) throw new Error(`Firefox has not installed ${this.#extension}`);
    return `moz-extension://${hostname}`;
  }

  /** Presses the toolbar button for the tab that is in front, with real mouse events. */
  async pressButton(): Promise<void> {
    const obstacle = await this.#run(pressButton, this.#widget);
    if (obstacle !== null) throw new Error(`the toolbar button cannot be pressed: ${obstacle}`);
  }

  async buttonTitle(): Promise<string> {
    return (await this.#run(titleOfButton, this.#widget)) ?? '';
  }

  /** Chooses an entry of the extension in the context menu that is opening. */
  async chooseContextMenuEntry(label: string): Promise<void> {
    const outcome = await waitUntil('the context menu to open', async () => {
      const state = await this.#run(chooseEntry, this.#prefix, label);
      return state === 'closed' ? null : state;
    });
    if (outcome === 'missing') throw new Error(`the context menu has no entry "${label}" of the extension`);
  }

  /** Sets what the tab in front believes of its screen. */
  async emulateMedia(media: MediaEmulation): Promise<void> {
    if (media.contrast) throw new Error('Firefox has no way to emulate a wish for more contrast');
    const overrides: Record<string, string> = {};
    if (media.colorScheme !== undefined) overrides.prefersColorSchemeOverride = media.colorScheme ?? 'none';
    if (media.reducedMotion !== undefined)
      overrides.prefersReducedMotionOverride = media.reducedMotion === null ? 'none' : media.reducedMotion;
    if (media.forcedColors !== undefined) overrides.forcedColorsOverride = media.forcedColors ?? 'none';
    if (media.medium !== undefined) overrides.mediumOverride = media.medium ?? '';
    await this.#run(overrideMedia, overrides);
  }
}
