import { unclobbered } from '../article/unclobbered.ts';

/** Where a person was in the page: what had the focus, what was selected, how far it was scrolled. */
export interface PagePlace {
  restore(): void;
}

/** Remembers the place before the reading view opens; `restore` goes back to it without moving anything else. */
export function rememberPlace(window: Window & typeof globalThis): PagePlace {
  const document = window.document;
  const focused = unclobbered(document, 'activeElement');
  const { scrollX, scrollY } = window;
  const selection = unclobbered(document, 'getSelection')();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};

  return {
    restore() {
      if (focused instanceof window.HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
      if (selection) restoreSelection(selection);
      if (window.scrollX !== scrollX || window.scrollY !== scrollY)
        window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    },
  };

  function restoreSelection(current: Selection): void {
    if (!anchorNode?.isConnected || !focusNode?.isConnected) {
      if (!anchorNode) current.removeAllRanges();
      return;
    }
    const unchanged =
      current.anchorNode === anchorNode &&
      current.anchorOffset === anchorOffset &&
      current.focusNode === focusNode &&
      current.focusOffset === focusOffset;
    if (unchanged) return;
    try {
      current.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0);
    } catch {
      // The page shortened the text that was selected: there is nothing left to go back to.
    }
  }
}
