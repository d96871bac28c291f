import { listenToPerson } from './trusted-events.ts';

/** How far the article moves up until the bar comes back, in CSS pixels: a jolt of the wheel is no wish for it. */
const BACK_AFTER = 24;
/** How near to the bar's place the pointer calls it back, in CSS pixels. */
const REACH = 12;

/**
 * Lets the bar over the article step back while one reads on, and come back when it is wanted: on the way up, at the top,
 * with the focus, with the pointer near its place. Where it is away it has the class `away`; the style sheet moves it, and
 * does so neither beside an open panel nor for people who want less motion. Its place in the flow stays: no text moves.
 *
 * @param view what scrolls, with the bar in it
 */
export function letToolbarRetreat(view: HTMLElement, bar: HTMLElement, signal: AbortSignal): void {
  let last = 0;
  /** How far it went up since it last went down. */
  let risen = 0;
  /** A button that the mouse pressed keeps the focus, which means nothing; a key or a screen reader that brings it there does. */
  let isFocusFromPointer = false;
  /** From the press until the click, between which the focus comes, also on a touch screen. */
  let isPressed = false;

  const step = (away: boolean) => bar.classList.toggle('away', away);

  listenToPerson(view, 'scroll', signal, () => {
    const { scrollTop } = view;
    const moved = scrollTop - last;
    last = scrollTop;
    risen = moved < 0 ? risen - moved : 0;
    if (scrollTop <= bar.offsetHeight) step(false);
    else if (moved > 0 && !isInUse()) step(true);
    else if (risen > BACK_AFTER && !wouldHideFocus()) step(false);
  });
  listenToPerson(view, 'pointermove', signal, ({ clientY, pointerType }) => {
    if (pointerType === 'mouse' && clientY - view.getBoundingClientRect().top < bar.offsetHeight + REACH) step(false);
  });
  listenToPerson(bar, 'pointerdown', signal, ({ pressure }) => {
    // Screen readers press with a pointer that weighs nothing.
    isPressed = pressure > 0;
    if (isPressed) isFocusFromPointer = true;
  });
  listenToPerson(bar, 'click', signal, () => {
    isPressed = false;
  });
  listenToPerson(view, 'focusin', signal, ({ target }) => {
    if (bar.contains(target as Node)) {
      isFocusFromPointer = isPressed;
      step(false);
    } else if (!isInUse() && wouldHideFocus()) step(true);
  });

  function isInUse(): boolean {
    return bar.querySelector(':focus') !== null && !isFocusFromPointer;
  }

  /** Whether the bar, in its place, would lie over what has the focus. */
  function wouldHideFocus(): boolean {
    const { activeElement } = view.getRootNode() as Document | ShadowRoot;
    if (!activeElement || activeElement === view || bar.contains(activeElement) || !view.contains(activeElement))
      return false;
    const { top, bottom } = activeElement.getBoundingClientRect();
    const edge = view.getBoundingClientRect().top;
    return view.scrollTop > bar.offsetHeight && bottom > edge && top < edge + bar.offsetHeight;
  }
}
