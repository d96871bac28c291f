import { unclobbered } from '../article/unclobbered.ts';
import { collapseWhiteSpace } from '../text/white-space.ts';
import { element } from './element.ts';
import type { FocusBlocks } from './focus-blocks.ts';
import type { Place } from './focus-place.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';
import { ADDED } from './text-range.ts';

/** An article with fewer headings has no parts to choose from. */
const FEWEST_HEADINGS = 2;
/** How much room beside the text the outline needs to stand there, in ems of the text. */
const LEAST_ROOM = 12;
/** In front of the ids of headings that have none of their own; ids of articles begin otherwise. */
const ID_PREFIX = 'outline-';

/** A heading, and those under it. */
export interface OutlineEntry<Heading> {
  heading: Heading;
  entries: OutlineEntry<Heading>[];
}

/** Puts headings under those of a higher level before them; a level that is left out makes no difference. */
export function outlineOf<Heading>(
  headings: readonly Heading[],
  levelOf: (heading: Heading) => number,
): OutlineEntry<Heading>[] {
  const top: OutlineEntry<Heading>[] = [];
  let open: OutlineEntry<Heading>[] = [];
  for (const heading of headings) {
    const level = levelOf(heading);
    const entry: OutlineEntry<Heading> = { heading, entries: [] };
    open = open.filter((one) => levelOf(one.heading) < level);
    (open.at(-1)?.entries ?? top).push(entry);
    open.push(entry);
  }
  return top;
}

/**
 * The list of an article's headings, with where one is: under the headline, folded up, or beside the text where there
 * is room.
 */
export class FocusOutline {
  readonly #ports: Pick<ReaderPorts, 'document' | 'translate'>;
  readonly #window: Window & typeof globalThis;
  readonly #shown: Pick<ShownArticle, 'content' | 'element'>;
  readonly #links = new Map<Element, HTMLAnchorElement>();
  #ownIds: Element[] = [];
  #element: HTMLDetailsElement | null = null;
  #isBeside = false;

  constructor(
    ports: Pick<ReaderPorts, 'document' | 'translate'>,
    window: Window & typeof globalThis,
    shown: Pick<ShownArticle, 'content' | 'element'>,
  ) {
    this.#ports = ports;
    this.#window = window;
    this.#shown = shown;
  }

  /** Makes the outline anew where it is on and the headings have changed, and takes it away where it is off. */
  update(isOn: boolean): void {
    const headings = isOn ? headingsIn(this.#shown.content) : [];
    const isSame = headings.length === this.#links.size && headings.every((heading) => this.#links.has(heading));
    if (isSame) return;
    this.remove();
    if (headings.length >= FEWEST_HEADINGS) this.#show(headings);
  }

  /** Where there is room changes with the view's width and with the settings of the text. */
  fit(): void {
    const outline = this.#element;
    const main = this.#shown.element.parentElement;
    if (!outline || !main) return;
    const { paddingInlineStart, fontSize } = this.#window.getComputedStyle(this.#shown.element);
    const room =
      (main.clientWidth - this.#shown.element.offsetWidth) / 2 + (Number.parseFloat(paddingInlineStart) || 0);
    const isBeside = room >= LEAST_ROOM * (Number.parseFloat(fontSize) || Number.POSITIVE_INFINITY);
    outline.parentElement?.style.setProperty('--room', `${room}px`);
    if (isBeside === this.#isBeside) return;
    this.#isBeside = isBeside;
    outline.parentElement?.classList.toggle('beside', isBeside);
    // What has the focus is not to be folded away under the person.
    outline.open = isBeside || outline.matches(':focus-within');
  }

  /** Says in the outline under which heading one is. */
  tell(blocks: FocusBlocks, place: Place | null): void {
    const at = place ? blocks.indexOf(place.block) : -1;
    const passed = [...this.#links.keys()].filter((heading) => blocks.indexOf(heading) <= at);
    const current = passed.at(-1);
    for (const [heading, link] of this.#links) {
      const isCurrent = heading === current;
      if (isCurrent === link.hasAttribute('aria-current')) continue;
      if (isCurrent) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  }

  remove(): void {
    this.#element?.parentElement?.remove();
    this.#element = null;
    this.#isBeside = false;
    this.#links.clear();
    for (const heading of this.#ownIds) heading.removeAttribute('id');
    this.#ownIds = [];
  }

  #show(headings: readonly Element[]): void {
    const { document, translate } = this.#ports;
    const summary = element(document, 'summary', 'outline-summary', translate('outlineHeading'));
    const list = this.#listOf(outlineOf(headings, levelOf));
    const article = this.#shown.element;
    list.lang = article.lang;
    const details = element(document, 'details', 'outline-frame', summary, list);
    const nav = element(document, 'nav', 'outline', details);
    nav.setAttribute('aria-label', translate('outlineHeading'));
    // Its words are Lectern's, but it stands where the lines of the article begin.
    nav.lang = translate('languageOfMessages');
    this.#element = details;
    article.querySelector('.head')?.after(nav);
    this.fit();
  }

  #listOf(entries: readonly OutlineEntry<Element>[]): HTMLElement {
    const { document } = this.#ports;
    const list = element(document, 'ol', 'outline-list');
    for (const { heading, entries: under } of entries) {
      if (!heading.id) {
        heading.id = `${ID_PREFIX}${this.#links.size}`;
        this.#ownIds.push(heading);
      }
      const link = element(document, 'a', '', wordsOf(heading));
      link.setAttribute('href', `#${heading.id}`);
      this.#links.set(heading, link);
      const item = element(document, 'li', '', link);
      if (under.length > 0) item.append(this.#listOf(under));
      list.append(item);
    }
    return list;
  }
}

function headingsIn(content: HTMLElement): Element[] {
  return [...content.querySelectorAll('[data-kind="heading"]')].filter((heading) => wordsOf(heading) !== '');
}

function levelOf(heading: Element): number {
  return Number(/^h([1-6])$/.exec(heading.localName)?.[1] ?? 2);
}

/** Without what the view has put into it. */
function wordsOf(heading: Element): string {
  const copy = unclobbered(heading, 'cloneNode')(true) as Element;
  for (const added of copy.querySelectorAll(`[${ADDED}]`)) added.remove();
  return collapseWhiteSpace(copy.textContent ?? '');
}
