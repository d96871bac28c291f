import { unclobbered } from '../article/unclobbered.ts';
import { element } from './element.ts';
import { CLOSE_EVENT, createHost, guardHost, HOST_SELECTOR, removeLeftovers } from './overlay-host.ts';
import { guardPage } from './page-guard.ts';
import { rememberPlace } from './page-place.ts';
import { isPlainKey } from './plain-key.ts';

/** How the page got the better of the overlay. */
export type Defeat = 'removed' | 'keys' | 'covered';

export interface OverlayOptions {
  window: Window & typeof globalThis;
  /** What is shown: the root element of a View. */
  content: HTMLElement;
  /** reader.css. It is handed in: what the content script holds is parsed at every click. */
  styleSheet: string;
  /** The accessible name of the dialog. */
  label: string;
  /** Escape was pressed; resolved here because a page may listen for keys at its window. */
  onEscape(): void;
  /** Another key was pressed, without a modifier, or is held down; true where it was answered, and does nothing else. */
  onKey(key: string, isHeld: boolean): boolean;
  /** The overlay is gone: it was closed here, or the browser closed the dialog. Not called after `onDefeat`. */
  onClosed(): void;
  /** The page took the overlay away or makes it useless: show the article elsewhere. The overlay is already closed. */
  onDefeat(defeat: Defeat): void;
}

export interface Overlay {
  close(): void;
}

/** The page's own print sheet knows nothing of the overlay: on paper the article stands alone. */
const PRINT_SHEET = `@media print{html,body{height:auto!important;overflow:visible!important}html>*:not(${HOST_SELECTOR}){display:none!important}}`;

/** Events that would tell the page's own listeners what a person does in the reading view. */
const PRIVATE_EVENTS = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'],
  ...['pointermove', 'mousemove', 'pointerover', 'pointerout', 'mouseover', 'mouseout', 'pointercancel'],
  ...['touchstart', 'touchmove', 'touchend', 'wheel', 'input', 'beforeinput', 'change', 'selectstart'],
  ...['dragstart', 'dragover', 'drop', 'focusin', 'focusout'],
];

/** Between two looks at whether the overlay still stands, in milliseconds: soon enough to be felt as at once. */
const WATCH_INTERVAL = 400;
/** How often the overlay puts itself back before it gives in. */
const MOST_RETURNS = 3;

/**
 * Opens a modal dialog in a closed shadow root over the page. Nothing of the page is changed but its root element's
 * guard (see guardPage) and the host element; closing takes both away and gives focus, selection and scroll back.
 * @throws DOMException where the document cannot hold a dialog at all (an XML document, for one).
 */
export function openOverlay(options: OverlayOptions): Overlay {
  const { window, content } = options;
  const document = window.document;
  const root = unclobbered(document, 'documentElement');
  const ended = new window.AbortController();
  const { signal } = ended;

  removeLeftovers(document);
  const place = rememberPlace(window);
  const guard = guardPage(root, window.MutationObserver);

  const host = createHost(document, guard.before);
  const shadow = host.attachShadow({ mode: 'closed' });
  const dialog = element(document, 'dialog', 'lectern-overlay', content);
  dialog.setAttribute('aria-label', options.label);
  const style = sheet(document, options.styleSheet);
  shadow.append(style, dialog);
  // A child of the host, outside the shadow root: a style sheet of the document that leaves together with the host.
  host.append(sheet(document, PRINT_SHEET));

  let returns = 0;
  const popovers = new Set(openPopovers(document));
  const show = () => {
    if (dialog.open) {
      // The browser calls a dialog open that it dropped from the top layer; only closing it lets it be shown again.
      dialog.removeAttribute('open');
    }
    if (host.parentNode !== root) root.append(host);
    dialog.showModal();
  };

  const end = () => {
    if (signal.aborted) return false;
    ended.abort();
    dialog.close();
    host.remove();
    guard.undo();
    place.restore();
    return true;
  };
  const close = () => {
    if (end()) options.onClosed();
  };
  const defeat = (how: Defeat) => {
    if (end()) options.onDefeat(how);
  };

  /** Puts a removed or covered overlay back on top, a few times. */
  const comeBack = (how: Defeat) => {
    // document.write takes the root element and every listener with it: there is nothing to come back to.
    if (unclobbered(document, 'documentElement') !== root || ++returns > MOST_RETURNS) return defeat(how);
    const focused = shadow.activeElement;
    const scrolled = content.scrollTop;
    try {
      if (host.isConnected && dialog.open) dialog.close();
      show();
    } catch {
      return defeat(how);
    }
    content.scrollTop = scrolled;
    if (focused instanceof window.HTMLElement) focused.focus({ preventScroll: true });
  };

  const isCovered = () => {
    const top = unclobbered(document, 'elementFromPoint')(window.innerWidth / 2, window.innerHeight / 2);
    if (top !== null && top !== host) return true;
    // A popover opened since lies over the dialog too, and the browser asks an inert one nothing.
    const added = openPopovers(document).filter((popover) => !popovers.has(popover));
    for (const popover of added) popovers.add(popover);
    return added.length > 0;
  };
  const hideScrollBar = () => {
    if (window.innerWidth > root.clientWidth) guard.paintScrollBar(window.getComputedStyle(content).backgroundColor);
  };
  const watch = () => {
    if (signal.aborted) return;
    hideScrollBar();
    // A page may also move it: what is moved loses its place in the top layer.
    if (host.parentNode !== root || !host.isConnected) comeBack('removed');
    else if (!dialog.open) close();
    else if (isCovered()) comeBack('covered');
  };

  guardHost(host, window.MutationObserver, signal);
  try {
    show();
    // In a page of Lectern's own, its policy holds for this script too; what is adopted, no policy is asked about.
    if (style.sheet === null) shadow.adoptedStyleSheets = [adoptedSheet(window, options.styleSheet)];
    hideScrollBar();
  } catch (error) {
    end();
    throw error;
  }

  const removals = new window.MutationObserver(() => {
    if (host.parentNode !== root || !host.isConnected) watch();
  });
  for (const node of [document, root]) removals.observe(node, { childList: true });
  const timer = window.setInterval(watch, WATCH_INTERVAL);
  signal.addEventListener('abort', () => {
    removals.disconnect();
    window.clearInterval(timer);
  });

  // The dialog's own close request (Android's back gesture, an assistive technology) comes as `cancel`.
  dialog.addEventListener(
    'cancel',
    (event) => {
      event.preventDefault();
      if (event.isTrusted) options.onEscape();
    },
    { signal },
  );
  host.addEventListener(CLOSE_EVENT, close, { signal });
  // For good: the very click that closes the overlay must not go on to the page.
  for (const type of PRIVATE_EVENTS) host.addEventListener(type, (event) => event.stopPropagation());
  // Firefox sends these to the page's body when nothing is selected: a page adds "Read more at …" to what is copied.
  for (const type of ['copy', 'cut', 'paste'])
    window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true, signal });
  if (!holdKeys(window, dialog, options, signal)) queueMicrotask(() => defeat('keys'));

  return { close };
}

/**
 * Keeps every key from the page while the overlay is open (its shortcuts would act on the page behind) and answers
 * Escape. Window capture comes before any listener but those that the page put there earlier.
 * @returns false where such a listener swallows keys, tried with one that no keyboard has.
 */
function holdKeys(
  window: Window & typeof globalThis,
  dialog: HTMLDialogElement,
  { onEscape, onKey }: Pick<OverlayOptions, 'onEscape' | 'onKey'>,
  signal: AbortSignal,
): boolean {
  const probe = new window.KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true });
  let probeArrived = false;
  let escapeIsDown = false;
  const isPlain = (event: KeyboardEvent) => event.isTrusted && isPlainKey(event);

  const hold = (event: KeyboardEvent) => {
    event.stopImmediatePropagation();
    if (event === probe) probeArrived = !event.defaultPrevented;
    if (!isPlain(event) || event.type === 'keypress') return;
    if (event.key !== 'Escape') {
      if (event.type === 'keydown' && onKey(event.key, event.repeat)) event.preventDefault();
      return;
    }
    if (event.type === 'keydown') {
      event.preventDefault();
      if (!event.repeat) onEscape();
      escapeIsDown = true;
    } else if (escapeIsDown) escapeIsDown = false;
    // The page swallowed the keydown: the release tells of the press all the same.
    else onEscape();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    window.addEventListener(type, hold, { capture: true, signal });
  dialog.dispatchEvent(probe);
  return probeArrived;
}

function openPopovers(document: Document): Element[] {
  return [...unclobbered(document, 'querySelectorAll')(':popover-open')];
}

function adoptedSheet({ CSSStyleSheet }: Window & typeof globalThis, css: string): CSSStyleSheet {
  const adopted = new CSSStyleSheet();
  adopted.replaceSync(css);
  return adopted;
}

/** A style element that a strict Content Security Policy lets pass: in Firefox it must get its text by `textContent`. */
function sheet(document: Document, css: string): HTMLStyleElement {
  const style = element(document, 'style');
  style.textContent = css;
  return style;
}
