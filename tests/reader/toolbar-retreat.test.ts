import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { letToolbarRetreat } from '../../src/reader/toolbar-retreat.ts';
import { sendAsPerson } from './trusted-click.ts';

const BAR_HEIGHT = 50;

/** A view that scrolls, 600 pixels high, with a bar of 50 at its top and a link in its text. */
function mountBar() {
  const { window } = new JSDOM(
    '<div id="view"><div id="bar"><button>Listen</button></div><a href="#x">A link</a></div>',
  );
  const { document } = window;
  const find = (selector: string) => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(selector);
    return found;
  };
  const [view, bar, tool, link] = [find('#view'), find('#bar'), find('button'), find('a')];
  Object.defineProperty(bar, 'offsetHeight', { value: BAR_HEIGHT });
  /** Where the link stands under the upper edge of the view. */
  let linkTop = 300;
  link.getBoundingClientRect = () => new window.DOMRect(0, linkTop, 100, 20);
  const ended = new AbortController();
  letToolbarRetreat(view, bar, ended.signal);
  const pointer = (target: Element, type: string, init: PointerEventInit) =>
    sendAsPerson(target, new window.PointerEvent(type, { bubbles: true, pointerType: 'mouse', ...init }));
  return {
    bar,
    tool,
    link,
    ended,
    isAway: () => bar.classList.contains('away'),
    scrollTo(top: number) {
      view.scrollTop = top;
      sendAsPerson(view, new window.Event('scroll'));
    },
    scrollByScript(top: number) {
      view.scrollTop = top;
      view.dispatchEvent(new window.Event('scroll'));
    },
    pointer,
    focus(target: HTMLElement) {
      target.focus();
      sendAsPerson(target, new window.FocusEvent('focusin', { bubbles: true }));
    },
    placeLink(top: number) {
      linkTop = top;
    },
  };
}

describe('the bar', () => {
  it('steps back on the way down and comes back on the way up, but for a jolt', () => {
    const { scrollTo, isAway } = mountBar();
    scrollTo(40);
    expect(isAway()).toBe(false);
    scrollTo(200);
    expect(isAway()).toBe(true);
    scrollTo(190);
    expect(isAway()).toBe(true);
    scrollTo(170);
    expect(isAway()).toBe(false);
  });

  it('is there at the top of the article, however one came there', () => {
    const { scrollTo, isAway } = mountBar();
    scrollTo(BAR_HEIGHT + 10);
    expect(isAway()).toBe(true);
    scrollTo(BAR_HEIGHT);
    expect(isAway()).toBe(false);
  });

  it('comes for the focus, and stays as long as it is there', () => {
    const { scrollTo, isAway, focus, tool, link } = mountBar();
    scrollTo(500);
    focus(tool);
    expect(isAway()).toBe(false);
    scrollTo(900);
    expect(isAway()).toBe(false);
    focus(link);
    scrollTo(1000);
    expect(isAway()).toBe(true);
  });

  it('steps back from a button that the mouse has pressed, and not from one that a screen reader has', () => {
    const { scrollTo, isAway, focus, tool, pointer } = mountBar();
    pointer(tool, 'pointerdown', { pressure: 0.5 });
    focus(tool);
    pointer(tool, 'click', {});
    scrollTo(500);
    expect(isAway()).toBe(true);
    focus(tool);
    expect(isAway()).toBe(false);
    pointer(tool, 'pointerdown', { pressure: 0 });
    pointer(tool, 'click', {});
    scrollTo(900);
    expect(isAway()).toBe(false);
  });

  it('comes for a mouse near its place, and not for a finger', () => {
    const { scrollTo, isAway, pointer, link } = mountBar();
    scrollTo(500);
    pointer(link, 'pointermove', { clientY: 300 });
    pointer(link, 'pointermove', { clientY: 20, pointerType: 'touch' });
    expect(isAway()).toBe(true);
    pointer(link, 'pointermove', { clientY: 55 });
    expect(isAway()).toBe(false);
  });

  it('never lies over what has the focus', () => {
    const { scrollTo, isAway, focus, link, placeLink } = mountBar();
    scrollTo(900);
    focus(link);
    placeLink(30);
    scrollTo(700);
    expect(isAway()).toBe(true);
    placeLink(200);
    scrollTo(500);
    expect(isAway()).toBe(false);
    placeLink(30);
    focus(link);
    expect(isAway()).toBe(true);
  });

  it('answers people alone, and nobody once the view has ended', () => {
    const { scrollTo, scrollByScript, isAway, ended } = mountBar();
    scrollByScript(500);
    expect(isAway()).toBe(false);
    ended.abort();
    scrollTo(900);
    expect(isAway()).toBe(false);
  });
});
