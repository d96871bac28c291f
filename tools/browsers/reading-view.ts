import type { ElementHandle } from './element-handle.ts';
import { callExpression, type PageFunction } from './page-function.ts';
import { waitUntil } from './wait-until.ts';

/** The closed shadow root of the overlay, or the document of the extension's own tab. */
export type ViewRoot = ShadowRoot | Document;

/** One rule that axe-core found broken, and where. */
export interface AxeViolation {
  rule: string;
  impact: string;
  help: string;
  /** The markup of each element that breaks the rule. */
  elements: string[];
}

/** What a browser does for the reading view; every call runs in a world of its own, out of the page's reach. */
export interface ViewAccess {
  /** Runs `expression`, in which `root` stands for the view's root; null where the tab shows no reading view. */
  evaluate(expression: string): Promise<{ value: unknown } | null>;
  /** The elements that the accessibility tree lists with this role and this name. */
  find(role: string, name: string): Promise<ElementHandle[]>;
  /** The name that the accessibility tree gives the focused element of the view; null when the focus is elsewhere. */
  focusedName(): Promise<string | null>;
  /** Loads axe-core into the world in which `evaluate` runs. */
  loadAxe(): Promise<void>;
}

function shown(root: ViewRoot): boolean {
  const view = root.querySelector('div.lectern');
  if (view === null) return false;
  if (root instanceof ShadowRoot) {
    const dialog = root.querySelector('dialog.lectern-overlay');
    if (!(dialog instanceof HTMLDialogElement) || !dialog.open || !dialog.matches(':modal')) return false;
  }
  if (!view.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const box = view.getBoundingClientRect();
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  const width = Math.min(innerWidth, box.right) - left;
  const height = Math.min(innerHeight, box.bottom) - top;
  if (width < 1 || height < 1) return false;
  // Asked of the shadow root, the browser answers with what lies topmost there: null or the host when something covers it.
  const topmost = root.elementFromPoint(left + width / 2, top + height / 2);
  return topmost !== null && view.contains(topmost);
}

async function runAxe(root: ViewRoot): Promise<AxeViolation[]> {
  interface Result {
    violations: { id: string; impact: string | null; help: string; nodes: { html: string }[] }[];
  }
  const { axe } = globalThis as unknown as { axe: { run(context: Node): Promise<Result> } };
  // axe walks into a host's `shadowRoot`; this property exists in the harness's world alone.
  if (root instanceof ShadowRoot) Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
  const context = root instanceof ShadowRoot ? root.querySelector('dialog.lectern-overlay') : root;
  if (context === null) throw new Error('the reading view has no dialog');
  const { violations } = await axe.run(context);
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    help,
    elements: nodes.map(({ html }) => html),
  }));
}

/** A tab's reading view, as a person meets it: what is visible, what it says, what can be pressed. */
export class ReadingView {
  readonly #access: ViewAccess;

  constructor(access: ViewAccess) {
    this.#access = access;
  }

  /**
   * True when a person sees it: open in the top layer, with a box, and what the mouse would meet at its centre.
   * An inert element over it (a page's popover) escapes this, as it escapes the mouse.
   */
  async isVisible(): Promise<boolean> {
    const answer = await this.#access.evaluate(callExpression(shown, ['root'], []));
    return answer?.value === true;
  }

  /** Times are in milliseconds. */
  async waitUntilVisible(timeout?: number): Promise<void> {
    await waitUntil('the reading view to be visible', () => this.isVisible(), timeout);
  }

  /** Waits until it is visible and has something final to show: an article or a notice, with no progress bar going. */
  async waitUntilSettled(timeout?: number): Promise<void> {
    const settled = (root: ViewRoot) =>
      root.querySelector('div.lectern h1') !== null && root.querySelector('div.lectern progress') === null;
    const ask = async () => (await this.isVisible()) && this.evaluate(settled);
    await waitUntil('the reading view to show its article or a notice', ask, timeout);
  }

  async waitUntilGone(timeout?: number): Promise<void> {
    await waitUntil('the reading view to be gone', async () => !(await this.isVisible()), timeout);
  }

  /**
   * Runs a function on the view's root in a world of the harness's own and gives its value, as plain data.
   * Throws where there is no reading view. The function is handed over as text, as in `Tab.evaluate`.
   */
  async evaluate<Arguments extends unknown[], Result>(
    run: PageFunction<[ViewRoot, ...Arguments], Result>,
    ...values: Arguments
  ): Promise<Awaited<Result>> {
    const answer = await this.#access.evaluate(callExpression(run, ['root'], values));
    if (answer === null) throw new Error('this tab shows no reading view');
    return answer.value as Awaited<Result>;
  }

  /** The text that a person can see in the view, with its line breaks. */
  text(): Promise<string> {
    return this.evaluate((root) => {
      const view = root.querySelector('div.lectern');
      // Not `textContent`, which runs paragraphs together and holds what nobody sees.
      return view === null ? '' : String(Reflect.get(view, 'innerText'));
    });
  }

  /** How many elements the accessibility tree lists with this role and this name. */
  async count(role: string, name: string): Promise<number> {
    return (await this.#access.find(role, name)).length;
  }

  /** A real mouse press on the one element with this role and name; it is scrolled into sight first. */
  async click(role: string, name: string): Promise<void> {
    const found = await this.#access.find(role, name);
    const [element] = found;
    if (element === undefined || found.length > 1)
      throw new Error(`the reading view has ${found.length} elements of role ${role} named "${name}", not one`);
    await element.click();
  }

  clickButton(name: string): Promise<void> {
    return this.click('button', name);
  }

  focusedName(): Promise<string | null> {
    return this.#access.focusedName();
  }

  /** What axe-core finds wrong in the view; all its rules run. */
  async axe(): Promise<AxeViolation[]> {
    await this.#access.loadAxe();
    return this.evaluate(runAxe);
  }
}
