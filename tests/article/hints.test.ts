import { expect, test } from 'vitest';
import { cleanByline } from '../../src/article/author-names.ts';
import { gatherHints, languageTag } from '../../src/article/hints.ts';
import { likeness } from '../../src/article/likeness.ts';
import { pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

const hintsOf = (head: string, body = '', attributes = '') =>
  gatherHints(pageOf(`<html ${attributes}><head>${head}</head><body>${body}</body></html>`).document, RULES.head);

const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

test('JSON-LD goes before OpenGraph, and that before plain meta elements', () => {
  const og = '<meta property="og:description" content="From OpenGraph"><meta name="author" content="Meta Author">';
  const data = { '@type': 'NewsArticle', description: 'From JSON-LD', author: { name: 'Data Author' } };
  expect(hintsOf(jsonLd(data) + og)).toMatchObject({
    descriptions: ['From JSON-LD', 'From OpenGraph'],
    byline: 'Data Author',
  });
  expect(hintsOf(`<meta name="description" content="Plain">${og}`)).toMatchObject({
    descriptions: ['From OpenGraph', 'Plain'],
    byline: 'Meta Author',
  });
});

test.each([
  ['a graph', { '@graph': [{ '@type': 'WebPage' }, { '@type': 'ReportageNewsArticle', headline: 'Found it' }] }],
  ['an array', [{ '@type': 'Organization' }, { '@type': ['Thing', 'BlogPosting'], headline: 'Found it' }]],
  ['escaped text', { '@type': 'Article', headline: 'Found&#32;<b>it</b>' }],
])('an article in %s is found', (_, data) => {
  expect(hintsOf(jsonLd(data))).toMatchObject({ title: 'Found it', declaresArticle: true });
});

test('the articles that a front page lists are not its own', () => {
  const list = { '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', headline: 'One of many' }] };
  expect(hintsOf(`${jsonLd(list)}<title>Bay Herald</title>`)).toMatchObject({
    title: 'Bay Herald',
    declaresArticle: false,
  });
});

test('authors by reference and in lists are named once each', () => {
  const author = [{ '@id': '#nora' }, { name: 'Tom Reed' }, 'Tom Reed'];
  const data = {
    '@graph': [
      { '@type': 'Article', author },
      { '@type': 'Person', '@id': '#nora', name: 'Nora Field' },
    ],
  };
  expect(hintsOf(jsonLd(data)).byline).toBe('Nora Field, Tom Reed');
});

test.each(['{"@type":"NewsArticle", oops', 'null', '[[[[[[[[[[1]]]]]]]]]]', '{"@type":7,"author":{"name":{}}}'])(
  'broken JSON-LD is passed over: %s',
  (source) => {
    const hints = hintsOf(`<script type="application/ld+json">${source}</script><title>Title stays</title>`);
    expect(hints).toMatchObject({ title: 'Title stays', byline: null });
  },
);

test('of several headlines the one that the metadata means is taken', () => {
  const head = '<meta property="og:title" content="Marlow Bay closes sea wall | Bay Herald"><title>x</title>';
  const hints = hintsOf(head, '<h1>Bay Herald</h1><h1>Marlow Bay closes its sea wall</h1>');
  expect(hints.title).toBe('Marlow Bay closes its sea wall');
});

test.each([
  ['Wall closed - Bay Herald', 'Wall closed'],
  ['Wall closed | News | Bay Herald', 'Wall closed | News'],
  ['Bay - a history', 'Bay - a history'],
])('the name of the site is taken off the title %s', (title, expected) => {
  expect(hintsOf(`<title>${title}</title><meta property="og:site_name" content="Bay Herald">`).title).toBe(expected);
});

test('language, direction and time come in canonical form', () => {
  const head = '<meta property="article:published_time" content="2026-05-12 08:30:00+0100">';
  expect(hintsOf(head, '', 'lang="ar_eg" dir="RTL"')).toMatchObject({
    language: 'ar-EG',
    direction: 'rtl',
    publishedTime: '2026-05-12T08:30:00+01:00',
  });
  expect(hintsOf('', '<time datetime="2026-05-12">May</time>').publishedTime).toBe('2026-05-12');
  expect(languageTag('not a language!')).toBeNull();
});

test('names that shadow the document do no harm', () => {
  const body = '<img name="documentElement"><img name="title"><img name="body"><h1>Wall closed today</h1>';
  expect(hintsOf('<title>Wall closed today</title>', body).title).toBe('Wall closed today');
});

test('bylines lose their preposition, and only that', () => {
  const label = RULES.head.patterns.bylineLabel;
  expect(cleanByline('By Nora Field, ', label)).toBe('Nora Field');
  expect(cleanByline('Byron Field', label)).toBe('Byron Field');
});

test('likeness is the share of common words', () => {
  expect(likeness('The wall is closed', 'the WALL, closed')).toBeCloseTo(3 / 4);
  expect(likeness('', '')).toBe(0);
});

test('a description that says no more than the headline is none', () => {
  const { document } = pageOf(
    '<html><head><meta property="og:title" content="Wall at Marlow Bay is closed until the autumn storms">' +
      '<meta name="description" content="Wall at Marlow Bay Is Closed Until the Autumn Storms">' +
      '<meta property="og:description" content="The town has no money to mend what the sea took in March."></head>',
  );
  expect(gatherHints(document, RULES.head).descriptions).toEqual([
    'The town has no money to mend what the sea took in March.',
  ]);
});
