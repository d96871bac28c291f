// What tests, benches and `npm start` can do with a real browser: the same for Chromium and Firefox.
import type { AccessibleNode } from './accessible-node.ts';
import type { PageFunction } from './page-function.ts';
import type { ReadingView } from './reading-view.ts';

/** The two engines; Chrome, Chromium and Edge are all `chromium`. */
export type BrowserKind = 'chromium' | 'firefox';

export interface Size {
  /** CSS pixels. */
  width: number;
  height: number;
}

export interface LaunchOptions {
  /** The folder of the built extension, with its manifest.json; it is made absolute. */
  extension: string;
  /** Where the browser's program is. */
  executable: string;
  headless: boolean;
  /** The size of every page; null leaves it to the browser's window. */
  viewport: Size | null;
  /** Further command line arguments for the browser. */
  arguments?: readonly string[];
  /** The port of a stand-in for the sites outside, on loopback: every https request goes there, whatever its certificate. */
  standInPort?: number;
  /** Set in the browser's environment beside what this process has. */
  environment?: Readonly<Record<string, string>>;
  /** Gives the extension every permission that it asks for, without a question. Firefox only: Chromium has no such switch. */
  grantsPermissions?: boolean;
  /** Leaves the page open that the extension opens when it is installed. Otherwise it is gone before anything begins. */
  keepsFirstRunPage?: boolean;
}

/** Word of one request that a tab, or a frame in it, has made. */
export interface NetworkRequest {
  url: string;
  method: string;
  /** True for the request of a document (the page or a frame's), false for what documents load. */
  navigation: boolean;
}

export interface ConsoleMessage {
  level: 'debug' | 'info' | 'warning' | 'error';
  text: string;
}

/** `null` gives a feature back to what the machine says; a feature that is left out keeps its state. */
export interface MediaEmulation {
  colorScheme?: 'light' | 'dark' | null;
  forcedColors?: 'active' | 'none' | null;
  reducedMotion?: 'reduce' | null;
  /** Firefox offers no way to set it: there the call is refused with an error. */
  contrast?: 'more' | null;
  medium?: 'print' | null;
}

/** How far a page must be loaded before `goto` returns. */
export type LoadState = 'started' | 'parsed' | 'loaded';

export interface Tab {
  /** Opens an address and forgets the requests and console messages of the page before it. */
  goto(url: string, until?: LoadState): Promise<void>;
  url(): Promise<string>;
  /**
   * Runs an expression or a function in the page's own world and gives its value, as plain data.
   * The function is handed over as text: it sees its arguments (plain data) and the page's globals, nothing of the test.
   */
  evaluate(expression: string): Promise<unknown>;
  evaluate<Arguments extends unknown[], Result>(
    run: PageFunction<Arguments, Result>,
    ...values: Arguments
  ): Promise<Awaited<Result>>;
  /** Presses and lets go of keys with real key events: `Tab`, `Escape`, `Shift+Tab`, `Control+a`. */
  press(keys: string): Promise<void>;
  /** Types text key by key where the focus is. */
  type(text: string): Promise<void>;
  /** A real mouse press at a place in the viewport, in CSS pixels. */
  click(x: number, y: number): Promise<void>;
  /** A real mouse press at the centre of the first element that a selector finds in the page (not in the reading view). */
  clickElement(selector: string): Promise<void>;
  /** Turns the mouse wheel over the middle of the viewport, in CSS pixels; down and to the right are positive. */
  scrollWheel(deltaY: number, deltaX?: number): Promise<void>;
  /** Writes what the viewport shows as a PNG; missing folders are made. */
  screenshot(path: string): Promise<void>;
  setViewport(size: Size): Promise<void>;
  emulateMedia(media: MediaEmulation): Promise<void>;
  /** Brings the tab to the front. */
  activate(): Promise<void>;
  /** A real press on the extension's toolbar button while this tab is in front: it grants `activeTab` as a person's press does. */
  pressToolbarButton(): Promise<void>;
  /**
   * Opens the context menu with a real right press at a place in the viewport and chooses the extension's entry of that name.
   * Only Firefox can: Chromium's menu belongs to the system, and an event made in its service worker grants nothing.
   */
  chooseContextMenuEntry(label: string, x: number, y: number): Promise<void>;
  /** What the extension's toolbar button is called while this tab is in front. */
  buttonTitle(): Promise<string>;
  requests(): readonly NetworkRequest[];
  consoleMessages(): readonly ConsoleMessage[];
  /** The whole accessibility tree of the page, closed shadow roots in it. */
  accessibilityTree(): Promise<AccessibleNode>;
  /** The way into the reading view, in the page's closed shadow root or in the extension's own tab. */
  reader(): ReadingView;
  close(): Promise<void>;
}

/** One entry of Chromium's trace; times are in microseconds. */
export interface TraceEvent {
  name: string;
  /** The phase: `X` is a whole span. */
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: Record<string, unknown>;
}

export interface Browser {
  readonly kind: BrowserKind;
  readonly version: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  openTab(url?: string): Promise<Tab>;
  /** Every open tab, those that the extension opened among them. */
  tabs(): Promise<Tab[]>;
  /** The first tab whose address fits, now or within five seconds; throws when none comes. */
  waitForTab(fits: (url: string) => boolean): Promise<Tab>;
  /** Runs a function in the extension's background. Only Chromium can: Firefox has no way in, and the call is refused there. */
  backgroundEvaluate<Arguments extends unknown[], Result>(
    run: PageFunction<Arguments, Result>,
    ...values: Arguments
  ): Promise<Awaited<Result>>;
  /** Loads the extension anew, as its own page of extensions does: what runs of it in open pages is cut off. */
  reloadExtension(): Promise<void>;
  /** Records what the browser does while `run` runs. Chromium only. */
  trace(run: () => Promise<void>): Promise<TraceEvent[]>;
  /** Kept once the browser has ended, whoever ended it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}
