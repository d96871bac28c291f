import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { serializeArticle } from '../../src/article/serialize.ts';

it('turns the elements into HTML, keeps the data and leaves the article as it was', () => {
  const { document } = new JSDOM('<!doctype html><body>').window;
  const content = document.createDocumentFragment();
  const paragraph = document.createElement('p');
  paragraph.setAttribute('data-block', 'b1');
  paragraph.textContent = 'Tea & <biscuits>';
  content.append(paragraph);
  const article: Article = {
    ...{ title: 'Tea', byline: null, siteName: null, publishedTime: null, language: 'en', direction: 'ltr' },
    ...{ url: 'https://news.example/tea', standfirst: null, removed: [], content },
    blocks: [{ id: 'b1', kind: 'paragraph', text: 'Tea & <biscuits>' }],
  };

  const { html, ...data } = serializeArticle(article, document);

  expect(html).toBe('<p data-block="b1">Tea &amp; &lt;biscuits&gt;</p>');
  expect(data).toEqual({ ...article, content: undefined });
  expect(content.firstChild).toBe(paragraph);
});
