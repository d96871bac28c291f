import { expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { findLeftBehind } from '../../src/article/left-behind.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { articlePage, pageOf } from './page.ts';
import { toolsFor } from './reading-tools.ts';

const ARCHIVE =
  'In 1931 the first wall was built by hand in nineteen weeks by forty men who had never seen the sea, and it held.';

/** The prose that is left behind of a page with an article and something after it. */
function leftBehind(after: string, inside = ''): string[] {
  const window = pageOf(articlePage(inside).replace('</article>', `</article>${after}`));
  const reading = readArticle(window.document, toolsFor(window));
  if (!reading) throw new Error('no article');
  return findLeftBehind(window.document, reading.article).map(({ text }) => text);
}

it('finds prose of the page that is neither in the article nor taken out', () => {
  expect(leftBehind(`<section><h2>Archive</h2><p>${ARCHIVE}</p></section>`)).toEqual([ARCHIVE]);
});

it('finds a long sentence in a script without spaces', () => {
  const sentence = `${'この町の古い堤防は海を知らない四十人の男たちによって'.repeat(3)}築かれた。`;
  expect(leftBehind(`<section><p>${sentence}</p></section>`)).toEqual([sentence]);
});

it('finds nothing where all is in the article, also with other white space and soft hyphens', () => {
  expect(leftBehind('')).toEqual([]);
  const [first = ''] = [
    'The harbour town of Marlow Bay closed its old sea wall on Tuesday after engineers found a crack',
  ];
  expect(
    leftBehind(`<div>${first.replace('harbour', 'har\u00adbour').replaceAll(' ', '\n  ')} that ran along it.</div>`),
  ).toEqual([]);
});

it('leaves alone what was taken out for a reason, short lines, lists of links, scripts and fields', () => {
  const words = ARCHIVE.split(' ');
  expect(leftBehind(`<div class="newsletter-signup"><p>${ARCHIVE}</p></div>`)).toEqual([]);
  expect(leftBehind(`<div><p>${words.slice(0, 8).join(' ')}</p></div>`)).toEqual([]);
  expect(leftBehind(`<div><p><a href="/">${ARCHIVE}</a></p></div>`)).toEqual([]);
  expect(leftBehind(`<script>"${ARCHIVE}"</script><textarea>${ARCHIVE}</textarea>`)).toEqual([]);
});

it('names a text once, and is not misled by names that shadow properties', () => {
  const form = `<form><input name="parentElement"><input name="localName">${ARCHIVE}</form>`;
  const { document } = pageOf(`<body>${form}<p>${ARCHIVE}</p>`);
  const article = { title: 'Wall', byline: null, language: 'en', blocks: [], removed: [] } as unknown as Article;
  expect(findLeftBehind(document, article).map(({ text }) => text)).toEqual([ARCHIVE]);
});
