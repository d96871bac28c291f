import { element } from './element.ts';

/**
 * Between the change of a live region and the one before it, in milliseconds. A screen reader that finds the text
 * there when it first sees the region, or replaced within one turn, says nothing.
 */
const PAUSE = 150;

/** Speaks to those who listen with a screen reader, without moving the focus. */
export interface Announcer {
  element: HTMLElement;
  announce(text: string): void;
}

/** Makes the polite live region of the reading view; it is silent once `signal` is aborted. */
export function createAnnouncer(document: Document, signal: AbortSignal): Announcer {
  const region = element(document, 'div', 'unseen');
  region.setAttribute('role', 'status');
  region.setAttribute('aria-live', 'polite');
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    element: region,
    announce(text) {
      clearTimeout(timer);
      if (signal.aborted) return;
      region.textContent = '';
      timer = setTimeout(() => {
        region.textContent = text;
      }, PAUSE);
    },
  };
}
