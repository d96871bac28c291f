import { expect } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import type { ViewRoot } from '../../tools/browsers/reading-view.ts';
import { cards, openReader, tabTo, textOfFocus } from './speakers-steps.ts';

/** The page whose terms are looked for: an invented article, described in tests/pages/README.md. */
export const PAGE = '/glossary.html';
/** A rare word of the page's, which no glossary explains. */
export const WORD = 'perfidious';
/** One that the reader has a meaning of their own for. */
export const OWN_WORD = 'baker';

export const marksInText = (root: ViewRoot) =>
  [...root.querySelectorAll('.term-mark[role="button"]')].map(({ textContent }) => textContent ?? '');
export const openArticle = async (stage: Parameters<typeof openReader>[0], path = PAGE) => {
  const tab = await openReader(stage, path);
  await expect.poll(() => tab.reader().evaluate(marksInText)).toContain('OCHA');
  return tab;
};

export async function openCard(tab: Tab, term: string): Promise<void> {
  await tabTo(tab, term);
  await tab.press('Enter');
  await expect.poll(() => cards(tab)).toBe(1);
  expect(await tab.reader().evaluate(textOfFocus)).toBe(term);
}

export async function openPanel(tab: Tab): Promise<void> {
  await tabTo(tab, 'Glossary', 'Shift+Tab');
  await tab.press('Enter');
  await expect
    .poll(() => tab.reader().evaluate((root) => root.querySelectorAll('.glossary dt').length))
    .toBeGreaterThan(0);
}

/** Presses into the article and selects a word, as a double press does. */
export async function selectWord(tab: Tab, wanted = WORD): Promise<void> {
  const place = await tab.reader().evaluate((root, word) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
      const start = node.data.indexOf(word);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + word.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`the article does not say ${word}`);
  }, wanted);
  await tab.click(place.x, place.y);
  await tab.reader().evaluate((root, word) => {
    // Only Chromium tells a shadow root's own selection.
    const selection = 'getSelection' in root ? root.getSelection() : document.getSelection();
    if (!selection?.anchorNode) throw new Error('the press has left no caret');
    const { anchorNode: text } = selection;
    const start = (text as Text).data.indexOf(word);
    selection.setBaseAndExtent(text, start, text, start + word.length);
  }, wanted);
  await expect.poll(() => tab.reader().count('button', 'Explain')).toBe(1);
}

/** Has the bar over the article come back, which steps aside while one reads on. */
export async function callBar(tab: Tab): Promise<void> {
  const topOfBar = async () => {
    // As often as it takes: a browser may make two turns of the wheel into one.
    await tab.scrollWheel(-60);
    return tab.reader().evaluate((root) => root.querySelector('.bar')?.getBoundingClientRect().top);
  };
  await expect.poll(topOfBar, { timeout: 5000, interval: 200 }).toBe(0);
}
