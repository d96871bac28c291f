import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Article, Removal } from '../../src/article/article.ts';
import { takenOut } from '../../src/reader/receipt-button.ts';

const removal = (reason: Removal['reason'], text: string): Removal => ({
  rule: 'any',
  reason,
  text,
  element: null,
  origin: 'article',
  after: null,
});

test('what stands elsewhere in the view was not taken out', () => {
  const share = removal('removedShare', 'Share');
  const article: Article = {
    title: 'A bridge',
    byline: 'Nora Field',
    siteName: null,
    publishedTime: null,
    language: 'en',
    direction: 'ltr',
    url: 'https://bay.example/news/bridge',
    standfirst: null,
    blocks: [],
    content: new JSDOM('').window.document.createDocumentFragment(),
    removed: [removal('setApartByline', 'By'), share, removal('setApartCaption', 'The bridge in winter')],
  };
  expect(takenOut(article)).toEqual([share]);
});
