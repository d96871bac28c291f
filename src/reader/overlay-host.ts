import { unclobbered } from '../article/unclobbered.ts';
import { element } from './element.ts';
import { type RootAttributes, releaseRoot } from './page-guard.ts';

/** On the host, for the successor of a reader that died: the root element as it was before the guard (RootAttributes). */
const MARK = 'data-lectern-reader';

/** Finds the host of the reading view: a child of `<html>`, so that a page which rewrites its body leaves it alone. */
export const HOST_SELECTOR = `[${MARK}]`;

/**
 * Asks the reading view to close: a reader whose extension was reloaded still hears it, and its successor must. A page
 * may send it as well; it gains no more by that than by removing the host.
 */
export const CLOSE_EVENT = 'lectern-close';

/** How often attributes that a page sets on the host are taken off again: no endless duel. */
const MOST_ANSWERS = 50;

/**
 * Makes the element that carries the reading view. It is a plain `div`: for a name with a hyphen a page could define a
 * custom element, whose `attachInternals()` opens the closed shadow root.
 */
export function createHost(document: Document, before: RootAttributes): HTMLElement {
  const host = element(document, 'div');
  host.setAttribute(MARK, JSON.stringify(before));
  dressHost(host);
  return host;
}

/** Inline and important: a page's `* { display: none !important }` must lose. */
function dressHost(host: HTMLElement): void {
  host.style.setProperty('all', 'initial', 'important');
  host.style.setProperty('display', 'block', 'important');
}

/** Takes off what a page sets on the host (`inert`, `hidden`, a style) until `signal` is aborted. */
export function guardHost(host: HTMLElement, Observer: typeof MutationObserver, signal: AbortSignal): void {
  const mark = host.getAttribute(MARK) ?? '';
  let answers = 0;
  const observer = new Observer(() => {
    if (++answers > MOST_ANSWERS) return observer.disconnect();
    for (const name of host.getAttributeNames()) if (name !== MARK && name !== 'style') host.removeAttribute(name);
    host.setAttribute(MARK, mark);
    host.style.cssText = '';
    dressHost(host);
    // What was set here is no news.
    observer.takeRecords();
  });
  observer.observe(host, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Clears away what a reader left whose extension was reloaded: its dialog still covers the page. */
export function removeLeftovers(document: Document): void {
  const root = unclobbered(document, 'documentElement');
  for (const leftover of unclobbered(document, 'querySelectorAll')(`html > ${HOST_SELECTOR}`)) {
    leftover.dispatchEvent(new Event(CLOSE_EVENT));
    if (!leftover.isConnected) continue;
    leftover.remove();
    const before = readRootAttributes(leftover.getAttribute(MARK));
    if (before) releaseRoot(root, before);
  }
}

/** What a leftover says of the root element; null where it says nothing that can be used. */
function readRootAttributes(json: string | null): RootAttributes | null {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { style, inert } = value as Partial<Record<keyof RootAttributes, unknown>>;
    return { style: typeof style === 'string' ? style : null, inert: typeof inert === 'string' ? inert : null };
  } catch {
    return null;
  }
}
