import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { guardPage, releaseRoot } from '../../src/reader/page-guard.ts';

function page(html: string) {
  const { window } = new JSDOM(`<!doctype html>${html}<body>`);
  const root = window.document.documentElement;
  return { root, guard: () => guardPage(root, window.MutationObserver), settled: () => new Promise(setImmediate) };
}

describe('guardPage', () => {
  it('sets styles that no sheet of the page can beat', () => {
    const { root, guard } = page('<html style="opacity: .3">');
    guard();
    expect(root.style.getPropertyValue('opacity')).toBe('1');
    expect(root.style.getPropertyPriority('opacity')).toBe('important');
    expect(root.style.getPropertyPriority('display')).toBe('important');
  });

  it.each(['<html>', '<html style="opacity:.3;color:RED">', '<html style="" lang="en">', '<html inert>'])(
    'leaves %s as it was, to the letter',
    (html) => {
      const { root, guard } = page(html);
      const before = root.outerHTML;
      guard().undo();
      expect(root.outerHTML).toBe(before);
    },
  );

  it('keeps what the page itself changed meanwhile', () => {
    const { root, guard } = page('<html style="color: red">');
    const guarded = guard();
    root.style.setProperty('color', 'blue');
    guarded.undo();
    expect(root.getAttribute('style')).toBe('color: blue;');
  });

  it('answers a page that makes itself inert or faint again', async () => {
    const { root, guard, settled } = page('<html>');
    guard();
    root.setAttribute('inert', '');
    root.style.setProperty('opacity', '0', 'important');
    await settled();
    expect(root.hasAttribute('inert')).toBe(false);
    expect(root.style.getPropertyValue('opacity')).toBe('1');
  });

  it('gives up a duel that the page does not end', async () => {
    const { root, guard, settled } = page('<html>');
    guard();
    for (let round = 0; round < 60; round++) {
      root.setAttribute('inert', '');
      await settled();
    }
    expect(root.hasAttribute('inert')).toBe(true);
  });
});

describe('releaseRoot', () => {
  it('undoes a guard whose script is gone', () => {
    const { root, guard } = page('<html style="opacity:.3" inert>');
    const before = root.outerHTML;
    releaseRoot(root, guard().before);
    expect(root.outerHTML).toBe(before);
  });
});
