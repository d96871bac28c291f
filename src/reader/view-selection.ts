import { unclobbered } from '../article/unclobbered.ts';

/** The selection as it stands around an element, also in a shadow root; null where there is none. */
export function selectionAround(document: Document, element: Element): Selection | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  // Only Chromium tells a shadow root's own selection; Firefox tells it as that of the document.
  return 'getSelection' in root && root !== document ? root.getSelection() : unclobbered(document, 'getSelection')();
}

/** Where the selection, or the caret that a press has left, stands within an element; null where it is elsewhere. */
export function selectedRange(document: Document, element: Element): Range | null {
  const selection = selectionAround(document, element);
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return element.contains(range.commonAncestorContainer) ? range : null;
}

/** Calls `listener` whenever the selection of the document, or of a shadow root in it, changes, until `signal` is aborted. */
export function onSelectionChange(document: Document, listener: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  unclobbered(document, 'addEventListener')('selectionchange', listener);
  // Not as an option: a signal of the content script's own world is none to the page's document.
  signal.addEventListener('abort', () => unclobbered(document, 'removeEventListener')('selectionchange', listener));
}
