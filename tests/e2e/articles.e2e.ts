import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inEachBrowser } from './in-each-browser.ts';

interface Expectation {
  title: string;
  byline: string[];
  siteName: string | null;
  language: string;
  direction: string;
  firstWords: string;
  lastWords: string;
  paragraphs: number;
  captions: string[];
  present: string[];
  absent: string[];
}

const { articles } = JSON.parse(readFileSync(new URL('../pages/expected.json', import.meta.url), 'utf8')) as {
  articles: Record<string, Expectation>;
};
const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The article as the reading view shows it: header, blocks by kind. */
function shownArticle(root: ShadowRoot | Document) {
  const document = root.querySelector('[role="document"]');
  const blocks = [...(document?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
  const texts = (kind?: string) =>
    blocks.filter((block) => kind === undefined || block.dataset.kind === kind).map((block) => block.textContent ?? '');
  return {
    title: root.querySelector('h1')?.textContent ?? '',
    header: document?.querySelector('header')?.textContent ?? '',
    language: document?.getAttribute('lang'),
    direction: document?.getAttribute('dir'),
    text: texts().join(' '),
    paragraphs: texts('paragraph'),
    // The caption of a table is read with the table.
    captions: [...texts('caption'), ...texts('table')],
    pictures: [...(document?.querySelectorAll('img') ?? [])].length,
  };
}

inEachBrowser((stage) => {
  describe('an article', () => {
    it.each(Object.entries(articles))('on %s is shown whole and alone', async (page, expected) => {
      const tab = await stage().openTab(`/${page}`);
      await tab.pressToolbarButton();
      await tab.reader().waitUntilVisible();
      const shown = await tab.reader().evaluate(shownArticle);
      expect(collapse(shown.title)).toBe(collapse(expected.title));
      expect(shown.language || null).toBe(expected.language);
      expect(shown.direction).toBe(expected.direction);
      for (const name of expected.byline) expect(shown.header).toContain(name);
      if (expected.siteName) expect(shown.header).toContain(expected.siteName);
      const text = collapse(shown.text);
      for (const words of [expected.firstWords, expected.lastWords, ...expected.present])
        expect(text).toContain(collapse(words));
      for (const words of expected.absent) expect(text).not.toContain(collapse(words));
      for (const caption of expected.captions) expect(collapse(shown.captions.join(' '))).toContain(collapse(caption));
    });
  });
});
