// The reading view in Chromium, reached over the DevTools protocol: it sees closed shadow roots and their accessibility tree.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright-core';
import type { ElementHandle } from './element-handle.ts';
import type { ViewAccess } from './reading-view.ts';
import { waitUntil, within } from './wait-until.ts';

/** How long a script in a page may take, in milliseconds. */
const SCRIPT_LIMIT = 30_000;
/** The harness's own JavaScript world: the page's changes to prototypes and globals do not reach it. */
const WORLD = 'lectern-harness';
const AXE_SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Evaluation {
  result: { value?: unknown; objectId?: string | undefined; subtype?: string | undefined };
  exceptionDetails?: { text: string; exception?: { description?: string | undefined } | undefined } | undefined;
}

/** The value of a DevTools evaluation; throws what the page threw. */
export function evaluatedValue({ result, exceptionDetails }: Evaluation): unknown {
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Runs an expression in the page's own world. */
export async function evaluateInPage(session: CDPSession, expression: string): Promise<unknown> {
  const evaluation = session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  return evaluatedValue(await within('a script in the page', SCRIPT_LIMIT, evaluation));
}

class ChromiumElement implements ElementHandle {
  readonly #session: CDPSession;
  readonly #page: Page;
  readonly #node: number;

  constructor(session: CDPSession, page: Page, node: number) {
    this.#session = session;
    this.#page = page;
    this.#node = node;
  }

  async click(): Promise<void> {
    await this.#session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: this.#node });
    let before = '';
    const quad = await waitUntil('an element to stop moving', async () => {
      const { quads } = await this.#session.send('DOM.getContentQuads', { backendNodeId: this.#node });
      const now = JSON.stringify(quads[0]);
      const still = now === before;
      before = now;
      return still && quads[0] ? quads[0] : null;
    });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = quad;
    await this.#page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }
}

export class ChromiumReadingView implements ViewAccess {
  readonly #session: CDPSession;
  readonly #page: Page;
  readonly #extensionOrigin: string;

  constructor(session: CDPSession, page: Page, extensionOrigin: string) {
    this.#session = session;
    this.#page = page;
    this.#extensionOrigin = extensionOrigin;
  }

  async #world(): Promise<number> {
    const { frameTree } = await this.#session.send('Page.getFrameTree');
    const world = { frameId: frameTree.frame.id, worldName: WORLD };
    return (await this.#session.send('Page.createIsolatedWorld', world)).executionContextId;
  }

  /** The closed roots of the page's reader elements; the DevTools tree is the one place that lists them. */
  async #closedRoots(): Promise<number[]> {
    const { root: document } = await this.#session.send('DOM.getDocument', { depth: 2 });
    const html = document.children?.find(({ nodeType }) => nodeType === 1);
    const hosts = html?.children?.filter(({ attributes }) => attributes?.includes('data-lectern-reader')) ?? [];
    const roots: number[] = [];
    for (const { backendNodeId } of hosts) {
      const { node } = await this.#session.send('DOM.describeNode', { backendNodeId, depth: 1, pierce: true });
      for (const root of node.shadowRoots ?? []) roots.push(root.backendNodeId);
    }
    return roots;
  }

  async #call(objectId: string, functionDeclaration: string, returnByValue: boolean): Promise<Evaluation> {
    const call = this.#session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration,
      returnByValue,
      awaitPromise: true,
    });
    return within('a script in the reading view', SCRIPT_LIMIT, call);
  }

  async #root(): Promise<string | null> {
    const executionContextId = await this.#world();
    if (this.#page.url().startsWith(`${this.#extensionOrigin}/`)) {
      const { result } = await this.#session.send('Runtime.evaluate', {
        expression: 'document',
        contextId: executionContextId,
      });
      return result.objectId ?? null;
    }
    for (const backendNodeId of await this.#closedRoots()) {
      const { object } = await this.#session.send('DOM.resolveNode', { backendNodeId, executionContextId });
      if (object.objectId === undefined) continue;
      // The page can make an element of the same name: ours is the one that holds the dialog.
      const holds = 'function () { return this.querySelector("dialog.lectern-overlay") !== null }';
      if (evaluatedValue(await this.#call(object.objectId, holds, true)) === true) return object.objectId;
    }
    return null;
  }

  async evaluate(expression: string): Promise<{ value: unknown } | null> {
    const root = await this.#root();
    if (root === null) return null;
    const declaration = `async function () { const root = this; return ${expression}; }`;
    return { value: evaluatedValue(await this.#call(root, declaration, true)) };
  }

  async #objectOf(expression: string): Promise<string | null> {
    const root = await this.#root();
    if (root === null) return null;
    const evaluation = await this.#call(root, `function () { const root = this; return ${expression}; }`, false);
    evaluatedValue(evaluation);
    return evaluation.result.objectId ?? null;
  }

  async find(role: string, name: string): Promise<ElementHandle[]> {
    // Asked of a shadow root, the accessibility tree answers with nothing: it has no node for one.
    const view = await this.#objectOf('root.querySelector("div.lectern")');
    if (view === null) return [];
    const query = { objectId: view, role, accessibleName: name };
    const { nodes } = await this.#session.send('Accessibility.queryAXTree', query);
    return nodes.flatMap(({ ignored, backendDOMNodeId }) =>
      ignored || backendDOMNodeId === undefined
        ? []
        : [new ChromiumElement(this.#session, this.#page, backendDOMNodeId)],
    );
  }

  async focusedName(): Promise<string | null> {
    const objectId = await this.#objectOf('root.activeElement');
    if (objectId === null) return null;
    const query = { objectId, fetchRelatives: false };
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', query);
    const name: unknown = nodes[0]?.name?.value;
    return typeof name === 'string' ? name : null;
  }

  async loadAxe(): Promise<void> {
    const contextId = await this.#world();
    const send = (expression: string) =>
      this.#session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
    // Where a page forbids scripts altogether, timers never fire in this world, and axe-core would spin until the browser ends.
    await within(
      'a timer in this page (does it forbid scripts? axe-core cannot run there)',
      2_000,
      send('new Promise((done) => setTimeout(done))'),
    );
    const loaded = evaluatedValue(await send('typeof axe === "object"'));
    if (loaded !== true) evaluatedValue(await send(`${readFileSync(AXE_SOURCE, 'utf8')}; 1`));
  }
}
