import { expect, test } from 'vitest';
import { gatherHints } from '../../src/article/hints.ts';
import { pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

const SITE = '<meta property="og:site_name" content="Bay Herald">';

interface Said {
  data?: string;
  shared?: string;
  title?: string;
}

/** The title of a page by what its data says and what its body shows. */
function titleOf({ data, shared, title = '' }: Said, body = ''): string | null {
  const script = JSON.stringify({ '@type': 'NewsArticle', headline: data });
  const head = [
    data === undefined ? '' : `<script type="application/ld+json">${script}</script>`,
    shared === undefined ? '' : `<meta property="og:title" content="${shared}">`,
    `<title>${title}</title>${SITE}`,
  ];
  const { document } = pageOf(`<html><head>${head.join('')}</head><body>${body}</body></html>`);
  return gatherHints(document, RULES.head).title;
}

test('where JSON-LD and OpenGraph agree, the headline is theirs, whatever the heading leaves out', () => {
  const said = { data: 'Marlow Bay: Wall closed for summer', shared: 'Marlow Bay – Wall closed for summer' };
  expect(titleOf(said, '<h1>Wall closed for summer</h1>')).toBe('Marlow Bay – Wall closed for summer');
});

test('where they differ, it is the heading that says what one of them says', () => {
  const said = { data: 'Sea wall Marlow Bay: all you need to know', shared: 'Wall closed for summer' };
  expect(titleOf(said, '<h1>Wall closed for “summer”</h1>')).toBe('Wall closed for “summer”');
});

test('a kicker in the heading is left out where the data leaves it out', () => {
  const body = '<h1><span>Storms</span> <em class="x">Wall closed for summer</em></h1>';
  expect(titleOf({ shared: 'Wall closed for summer' }, body)).toBe('Wall closed for summer');
  expect(titleOf({ shared: 'Storms: Wall closed for summer' }, body)).toBe('Storms: Wall closed for summer');
});

test('a kicker is known by its class where the data has other words', () => {
  const kicker = '<span class="article-head__overline">Storms</span><span class="hidden"> – </span>';
  const body = `<h1>${kicker}<span>Wall closed for summer</span></h1>`;
  expect(titleOf({ shared: 'Harbour wall closed for summer' }, body)).toBe('Wall closed for summer');
  const only = '<h1><span class="kicker">Wall closed for summer</span></h1>';
  expect(titleOf({ shared: 'Harbour wall closed for summer' }, only)).toBe('Wall closed for summer');
});

test('words that stand on lines of their own keep a space between them', () => {
  const body = '<h1>Wall closed<br>for summer</h1>';
  expect(titleOf({ shared: 'Wall closed for summer' }, body)).toBe('Wall closed for summer');
});

test('of two ways to set the same words the one that was shown is kept', () => {
  expect(titleOf({ shared: 'Wall closed...' }, '<h1>Wall closed…</h1>')).toBe('Wall closed…');
});

test.each([
  '<nav><ul><li><h1>Sea wall Marlow Bay: news</h1></li></ul></nav>',
  '<ol class="bar"><li><h1>Sea wall Marlow Bay: news</h1></li></ol>',
  '<div class="c-breadCrumb"><h1>Sea wall Marlow Bay: news</h1></div>',
])('a heading in a breadcrumb is not the headline, nor is data that repeats it: %s', (breadcrumb) => {
  const said = { data: 'Sea wall Marlow Bay: news', shared: 'Wall closed for summer' };
  expect(titleOf(said, `${breadcrumb}<h2>Wall closed for summer</h2><h2>Sea wall Marlow Bay: more</h2>`)).toBe(
    'Wall closed for summer',
  );
});

test('a breadcrumb that repeats the headline takes nothing away', () => {
  const said = { data: 'Wall closed for summer', shared: 'Wall closed for summer' };
  expect(titleOf(said, '<nav><h1>Wall closed for summer</h1></nav>')).toBe('Wall closed for summer');
});

test('a logo in a heading is not the headline', () => {
  const body = '<h1><img src="logo.png" alt=""></h1><nav><h1>News</h1></nav><h2>Wall closed for summer</h2>';
  expect(titleOf({ shared: 'Wall closed this summer' }, body)).toBe('Wall closed for summer');
});

test.each([
  ['Wall closed - Bay Herald', 'Wall closed'],
  ['Wall closed – Bay Herald – 12.05.2026', 'Wall closed'],
  ['Wall closed | bay.example', 'Wall closed'],
  ['Wall closed :: Herald', 'Wall closed'],
  ['壁が閉鎖：Bay Herald', '壁が閉鎖'],
  ['Bay Herald | Wall closed', 'Wall closed'],
  ['Bay Herald', 'Bay Herald'],
  ['Wall closed - Bay feels it', 'Wall closed - Bay feels it'],
])('of the title %s the headline is %s', (title, headline) => {
  expect(titleOf({ title })).toBe(headline);
});

test('a heading that is everything on the page is not its headline', () => {
  expect(titleOf({ title: 'Wall closed' }, `<h1>Wall closed ${'by the sea '.repeat(60)}</h1>`)).toBe('Wall closed');
});

test('where the data has other words, the heading of the article is the headline that the reader saw', () => {
  const said = { data: 'Sea wall Marlow Bay: all you need to know', shared: 'Engineers warn of a crack' };
  const own = 'Ferries leave from the fishing quay until autumn';
  const more = '<section><h1>More from the coast this week</h1></section>';
  expect(titleOf(said, `<article><header><h1>${own}</h1></header></article>${more}`)).toBe(own);
  // The name of a section, two articles, and a heading of something else.
  for (const body of [
    '<article><h1>Coast and harbour</h1></article>',
    `<article><h1>${own}</h1></article><article><h1>Council meets again in the old town hall</h1></article>`,
    `<div><h1>${own}</h1></div>`,
  ])
    expect(titleOf(said, body)).toBe('Sea wall Marlow Bay: all you need to know');
});
