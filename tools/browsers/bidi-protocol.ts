// The part of WebDriver BiDi (w3c.github.io/webdriver-bidi) that the harness speaks, with Firefox's `moz:` additions.

export interface SharedReference {
  sharedId: string;
}

/** A node as BiDi writes it down. */
export interface NodeValue {
  localName?: string;
  children?: RemoteNode[];
  attributes?: Readonly<Record<string, string>>;
  shadowRoot?: RemoteNode | null;
}

export interface RemoteNode {
  type: 'node';
  sharedId: string;
  value?: NodeValue;
}

/** A value of a page as BiDi writes it down; what kind of `value` goes with which `type` is for the reader to check. */
export interface RemoteValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}

export type ScriptResult =
  | { type: 'success'; result: RemoteValue }
  | { type: 'exception'; exceptionDetails: { text: string } };

export interface ScriptTarget {
  context: string;
  /** The name of a world of the harness's own, out of the page's reach; left out, the script runs as the page's own. */
  sandbox?: string;
}

interface SerializationOptions {
  maxDomDepth?: number;
  includeShadowTree?: 'none' | 'open' | 'all';
}

export interface BrowsingContext {
  context: string;
  url: string;
  parent?: string | null;
  children?: BrowsingContext[] | null;
}

export type PointerAction =
  | { type: 'pointerMove'; x: number; y: number; origin?: { type: 'element'; element: SharedReference } }
  | { type: 'pointerDown' | 'pointerUp'; button: number };

export type KeyAction = { type: 'keyDown' | 'keyUp'; value: string };

export type ActionSequence =
  | { type: 'pointer'; id: string; parameters: { pointerType: 'mouse' }; actions: PointerAction[] }
  | { type: 'key'; id: string; actions: KeyAction[] }
  | {
      type: 'wheel';
      id: string;
      actions: { type: 'scroll'; x: number; y: number; deltaX: number; deltaY: number }[];
    };

/** Every command that is used: what it takes and what it gives. */
export interface BidiCommands {
  'session.new': {
    takes: { capabilities: { alwaysMatch: Record<string, unknown> } };
    gives: { capabilities: { browserVersion: string } };
  };
  'session.subscribe': { takes: { events: string[] }; gives: object };
  'browser.close': { takes: object; gives: object };
  'webExtension.install': {
    takes: { extensionData: { type: 'path'; path: string } };
    gives: { extension: string };
  };
  'browsingContext.getTree': {
    takes: { root?: string; maxDepth?: number; 'moz:scope'?: 'chrome' };
    gives: { contexts: BrowsingContext[] };
  };
  'browsingContext.create': { takes: { type: 'tab'; background: boolean }; gives: { context: string } };
  'browsingContext.close': { takes: { context: string }; gives: object };
  'browsingContext.activate': { takes: { context: string }; gives: object };
  'browsingContext.navigate': {
    takes: { context: string; url: string; wait: 'none' | 'interactive' | 'complete' };
    gives: { url: string };
  };
  'browsingContext.setViewport': {
    takes: { context: string; viewport: { width: number; height: number } | null };
    gives: object;
  };
  'browsingContext.captureScreenshot': { takes: { context: string }; gives: { data: string } };
  'browsingContext.locateNodes': {
    takes: {
      context: string;
      locator: { type: 'css'; value: string };
      maxNodeCount: number;
    };
    gives: { nodes: RemoteNode[] };
  };
  'script.evaluate': {
    takes: {
      expression: string;
      awaitPromise: boolean;
      target: ScriptTarget;
      serializationOptions?: SerializationOptions;
    };
    gives: ScriptResult;
  };
  'script.callFunction': {
    takes: {
      functionDeclaration: string;
      awaitPromise: boolean;
      target: ScriptTarget;
      arguments: SharedReference[];
      serializationOptions?: SerializationOptions;
    };
    gives: ScriptResult;
  };
  'input.performActions': { takes: { context: string; actions: ActionSequence[] }; gives: object };
}

/** Every event that is listened to. */
export interface BidiEvents {
  'browsingContext.contextCreated': BrowsingContext;
  'network.beforeRequestSent': {
    context: string | null;
    navigation: string | null;
    request: { url: string; method: string };
  };
  'log.entryAdded': { level: 'debug' | 'info' | 'warn' | 'error'; text: string | null; source: { context?: string } };
}
