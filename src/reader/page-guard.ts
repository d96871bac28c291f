/**
 * Styles of `<html>` that reach a dialog in the top layer, with the value that keeps it readable. Firefox, for one,
 * blurs the top layer under `html { filter }`; `zoom` and `content-visibility` reach it in both browsers.
 */
const GUARDED: readonly (readonly [property: string, value: string])[] = [
  ['display', 'block'],
  ['visibility', 'visible'],
  ['zoom', '1'],
  ['opacity', '1'],
  ['filter', 'none'],
  ['backdrop-filter', 'none'],
  ['transform', 'none'],
  ['perspective', 'none'],
  ['clip-path', 'none'],
  ['mask', 'none'],
  ['mix-blend-mode', 'normal'],
  ['contain', 'none'],
  ['content-visibility', 'visible'],
];
const SCROLL_BAR = 'scrollbar-color';

/** How often a page that keeps writing to `<html>` is answered before it is left to win: no endless duel. */
const MOST_ANSWERS = 50;

/** The two attributes of `<html>` that a guard touches, as the page had them; null where it had none. */
export interface RootAttributes {
  style: string | null;
  inert: string | null;
}

/** Holds the page's root element in a state in which the reading view can be seen; `undo` puts everything back. */
export interface PageGuard {
  before: RootAttributes;
  /**
   * Gives the page's own scroll bar one colour, so that it does not stand beside that of the reading view. Taking it away
   * would lay the page out anew, which takes long on a large page and loses its place.
   */
  paintScrollBar(colour: string): void;
  undo(): void;
}

/**
 * Guards the root element with inline `!important` styles, which no style sheet of the page can beat, and lifts `inert`.
 * Styles are set one by one through the CSSOM: a strict Content Security Policy blocks whole style attributes in Firefox.
 */
export function guardPage(root: HTMLElement, MutationObserverOfPage: typeof MutationObserver): PageGuard {
  const before = { style: root.getAttribute('style'), inert: root.getAttribute('inert') };
  const guarded = new Map(GUARDED);
  const declarations = [...guarded.keys(), SCROLL_BAR].map((property) => ({
    property,
    value: root.style.getPropertyValue(property),
    priority: root.style.getPropertyPriority(property),
  }));
  let answers = 0;

  const apply = () => {
    for (const [property, value] of guarded)
      if (root.style.getPropertyPriority(property) !== 'important' || root.style.getPropertyValue(property) !== value)
        root.style.setProperty(property, value, 'important');
    if (root.hasAttribute('inert')) root.removeAttribute('inert');
  };
  apply();

  const observer = new MutationObserverOfPage(() => {
    if (++answers > MOST_ANSWERS) observer.disconnect();
    else apply();
    // What apply() itself changed is no news.
    observer.takeRecords();
  });
  observer.observe(root, { attributes: true, attributeFilter: ['style', 'inert'] });

  return {
    before,
    paintScrollBar(colour) {
      const value = `${colour} ${colour}`;
      if (guarded.get(SCROLL_BAR) === value) return;
      guarded.set(SCROLL_BAR, value);
      apply();
    },
    undo() {
      observer.disconnect();
      for (const { property, value, priority } of declarations)
        if (value) root.style.setProperty(property, value, priority);
        else root.style.removeProperty(property);
      restoreAttributes(root, before);
    },
  };
}

/**
 * Takes the guard off a root element whose own guard can no longer do it (its script died with the extension that was
 * reloaded).
 */
export function releaseRoot(root: HTMLElement, before: RootAttributes): void {
  const probe = root.cloneNode(false) as HTMLElement;
  probe.style.cssText = before.style ?? '';
  for (const property of [...GUARDED.map(([name]) => name), SCROLL_BAR]) {
    const value = probe.style.getPropertyValue(property);
    if (value) root.style.setProperty(property, value, probe.style.getPropertyPriority(property));
    else root.style.removeProperty(property);
  }
  restoreAttributes(root, before);
}

/** Gives the attributes their old spelling where the declarations are the old ones, so that the page's HTML is as it was. */
function restoreAttributes(root: HTMLElement, before: RootAttributes): void {
  if (before.inert !== null) root.setAttribute('inert', before.inert);
  // Chromium writes the attribute only when it is read, and removing one not yet written leaves an empty one behind.
  const now = root.getAttribute('style');
  if (before.style === null) {
    if (root.style.length === 0) root.removeAttribute('style');
    return;
  }
  if (now === before.style) return;
  const probe = root.cloneNode(false) as HTMLElement;
  probe.style.cssText = before.style;
  if (probe.style.cssText === root.style.cssText) root.setAttribute('style', before.style);
}
