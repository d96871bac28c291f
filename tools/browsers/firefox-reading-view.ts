// The reading view in Firefox, reached over WebDriver BiDi: it writes down closed shadow roots and hands them back as arguments.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BidiConnection } from './bidi-connection.ts';
import type { RemoteNode, RemoteValue, SharedReference } from './bidi-protocol.ts';
import { plainValue, remoteValue } from './bidi-value.ts';
import type { ElementHandle } from './element-handle.ts';
import { callExpression } from './page-function.ts';
import type { ViewAccess, ViewRoot } from './reading-view.ts';

/** The harness's own JavaScript world: the page's changes to prototypes and globals do not reach it. */
const SANDBOX = 'lectern-harness';
const AXE_SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A press of the main mouse button at an element's centre. */
export async function clickNode(connection: BidiConnection, context: string, node: SharedReference): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      return await scrollAndPress(connection, context, node);
    } catch (error) {
      // Something else took the page along in between, such as a list that was written anew. Nothing was pressed then.
      const isMoved = error instanceof Error && error.message.startsWith('move target out of bounds');
      if (!isMoved || attempt === 5) throw error;
    }
}

async function scrollAndPress(connection: BidiConnection, context: string, node: SharedReference): Promise<void> {
  await connection.send('script.callFunction', {
    functionDeclaration: '(element) => element.scrollIntoView({ block: "center", behavior: "instant" })',
    awaitPromise: false,
    target: { context, sandbox: SANDBOX },
    arguments: [{ sharedId: node.sharedId }],
  });
  const element = { sharedId: node.sharedId };
  await connection.send('input.performActions', {
    context,
    actions: [
      {
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ],
  });
}

/** The part of axe-core that works out roles and names, after the W3C's rules for them. */
interface AxeNames {
  setup(context: Node): void;
  teardown(): void;
  commons: {
    aria: { getRole(element: Element): string | null };
    dom: { isVisibleToScreenReaders(element: Element): boolean };
    text: { accessibleText(element: Element): string };
  };
}

function elementsNamed(root: ViewRoot, role: string, name: string): Element[] {
  const { axe } = globalThis as unknown as { axe: AxeNames };
  if (root instanceof ShadowRoot) Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
  axe.setup(root instanceof ShadowRoot ? root.host : root);
  const { aria, dom, text } = axe.commons;
  const elements = [...root.querySelectorAll('div.lectern, div.lectern *')].filter(
    (element) =>
      aria.getRole(element) === role && text.accessibleText(element) === name && dom.isVisibleToScreenReaders(element),
  );
  axe.teardown();
  return elements;
}

function nameOfFocused(root: ViewRoot): string | null {
  const { axe } = globalThis as unknown as { axe: AxeNames };
  const focused = root.activeElement;
  if (focused === null) return null;
  if (root instanceof ShadowRoot) Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
  axe.setup(root instanceof ShadowRoot ? root.host : root);
  const name = axe.commons.text.accessibleText(focused);
  axe.teardown();
  return name;
}

export class FirefoxReadingView implements ViewAccess {
  readonly #connection: BidiConnection;
  readonly #context: string;
  readonly #extensionOrigin: string;

  constructor(connection: BidiConnection, context: string, extensionOrigin: string) {
    this.#connection = connection;
    this.#context = context;
    this.#extensionOrigin = extensionOrigin;
  }

  get #target(): { context: string; sandbox: string } {
    return { context: this.#context, sandbox: SANDBOX };
  }

  async #url(): Promise<string> {
    const { contexts } = await this.#connection.send('browsingContext.getTree', { root: this.#context, maxDepth: 0 });
    return contexts[0]?.url ?? '';
  }

  async #nodeOf(expression: string): Promise<RemoteNode | null> {
    const outcome = await this.#connection.send('script.evaluate', {
      expression,
      awaitPromise: false,
      target: this.#target,
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    });
    const node = remoteValue(outcome);
    return node.type === 'node' ? (node as RemoteNode) : null;
  }

  async #root(): Promise<SharedReference | null> {
    if ((await this.#url()).startsWith(`${this.#extensionOrigin}/`)) return this.#nodeOf('document');
    const html = await this.#nodeOf('Reflect.get(Document.prototype, "documentElement", document)');
    for (const child of html?.value?.children ?? []) {
      if (child.value?.attributes?.['data-lectern-reader'] === undefined) continue;
      const root = child.value.shadowRoot ?? (await this.#shadowRootOf(child));
      // The page can make an element of the same name: ours is the one that holds the dialog.
      const holds = '(root) => root.querySelector("dialog.lectern-overlay") !== null';
      if (root !== null && (await this.#call(root, holds)) === true) return root;
    }
    return null;
  }

  async #shadowRootOf(host: SharedReference): Promise<RemoteNode | null> {
    const outcome = await this.#connection.send('script.callFunction', {
      functionDeclaration: '(host) => host',
      awaitPromise: false,
      target: this.#target,
      arguments: [{ sharedId: host.sharedId }],
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    });
    return (remoteValue(outcome) as RemoteNode).value?.shadowRoot ?? null;
  }

  async #callRemote(node: SharedReference, functionDeclaration: string): Promise<RemoteValue> {
    const outcome = await this.#connection.send('script.callFunction', {
      functionDeclaration,
      awaitPromise: true,
      target: this.#target,
      arguments: [{ sharedId: node.sharedId }],
    });
    return remoteValue(outcome);
  }

  async #call(node: SharedReference, functionDeclaration: string): Promise<unknown> {
    return plainValue(await this.#callRemote(node, functionDeclaration));
  }

  async evaluate(expression: string): Promise<{ value: unknown } | null> {
    const root = await this.#root();
    return root === null ? null : { value: await this.#call(root, `async (root) => ${expression}`) };
  }

  async find(role: string, name: string): Promise<ElementHandle[]> {
    // BiDi can locate by role and name itself, but never answers on a page that forbids scripts; nor does it tell an
    // element's name. axe-core works both out from the same rules.
    await this.loadAxe();
    const root = await this.#root();
    if (root === null) return [];
    const call = callExpression(elementsNamed, ['root'], [role, name]);
    const { value } = await this.#callRemote(root, `(root) => ${call}`);
    const nodes = Array.isArray(value) ? (value as RemoteNode[]) : [];
    return nodes.map((node) => ({ click: () => clickNode(this.#connection, this.#context, node) }));
  }

  async focusedName(): Promise<string | null> {
    await this.loadAxe();
    const answer = await this.evaluate(callExpression(nameOfFocused, ['root'], []));
    return typeof answer?.value === 'string' ? answer.value : null;
  }

  async loadAxe(): Promise<void> {
    const send = (expression: string) =>
      this.#connection.send('script.evaluate', { expression, awaitPromise: false, target: this.#target });
    const loaded = plainValue(remoteValue(await send('typeof axe === "object"')));
    if (loaded !== true) remoteValue(await send(`${readFileSync(AXE_SOURCE, 'utf8')}; 1`));
  }
}
