import { expect, test } from 'vitest';
import { gatherHints } from '../../src/article/hints.ts';
import { PARAGRAPHS, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

const TEXT = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');

function bylineOf(head: string, body = ''): string | null {
  const site = '<meta property="og:site_name" content="Bay Herald">';
  const { document } = pageOf(`<html><head>${site}${head}</head><body>${body}</body></html>`);
  return gatherHints(document, RULES.head).byline;
}

const withData = (author: unknown, body = '') =>
  bylineOf(`<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author })}</script>`, body);

test.each([
  ['lists in lists', [{ name: 'Nora Field' }, [{ name: 'Tom Reed' }]], 'Nora Field, Tom Reed'],
  ['a list of names', { name: ['Nora Field', 'Tom Reed'] }, 'Nora Field, Tom Reed'],
  ['different case', ['Nora Field', 'NORA FIELD'], 'Nora Field'],
  ['a preposition', ['Analysis by Nora Field', 'Von: Tom Reed'], 'Nora Field, Tom Reed'],
  ['a role', 'Nora Field, Political Editor', 'Nora Field'],
  ['roles of two people', 'Nora Field, Redakteurin, Tom Reed, Reporter', 'Nora Field, Tom Reed'],
  ['a place', 'Nora Field, Marlow Bay', 'Nora Field, Marlow Bay'],
  ['escaped letters', 'Nora F&amp;uuml;ld', 'Nora Füld'],
  ['an agency', { '@type': 'Organization', name: 'Coast Press' }, 'Coast Press'],
])('names in data with %s', (_, author, expected) => {
  expect(withData(author)).toBe(expected);
});

test.each(['admin', '105092', 'https://bay.example/nora', 'nora@bay.example', '@nora'])(
  '%s is no name of an author',
  (name) => {
    expect(bylineOf(`<meta name="author" content="${name}">`)).toBeNull();
  },
);

test('all meta elements of a name count', () => {
  const meta = (name: string) => `<meta property="article:author" content="${name}">`;
  expect(bylineOf(meta('Nora Field') + meta('https://bay.example/nora') + meta('Tom Reed'))).toBe(
    'Nora Field, Tom Reed',
  );
});

test('a person in any of the data goes before the site itself', () => {
  const data = { '@type': 'NewsArticle', author: { name: 'Bay Herald' } };
  const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect(bylineOf(`${script}<meta name="author" content="Nora Field">`)).toBe('Nora Field');
});

test.each([
  [
    'links to their pages',
    '<a href="/authors/nora">Nora Field</a> and <a href="/authors/tom">Tom Reed</a>',
    'Nora Field, Tom Reed',
  ],
  ['a marked line', '<div class="articleAuthor">Von <b>Nora Field</b></div>', 'Nora Field'],
  ['a line that begins with "By"', '<p>By Nora Field, in <a href="/news">News</a> · 12 May</p>', 'Nora Field'],
  ['a small heading', '<h3 class="byline">by Nora Field<br>12 May</h3>', 'Nora Field'],
  ['a label', '<li>Autor: Nora Field</li>', 'Nora Field'],
])('where the data names the site alone, the page shows the authors by %s', (_, shown, expected) => {
  expect(withData({ name: 'Bay Herald' }, `<h1>Wall closed</h1>${shown}${TEXT}`)).toBe(expected);
});

test('the authors of other articles are not taken', () => {
  const others = '<h2>More</h2><div class="byline">By Una Marsh</div><a href="/authors/una">Una Marsh</a>';
  expect(withData({ name: 'Bay Herald' }, `<h1>Wall closed</h1>${TEXT}${others}`)).toBe('Bay Herald');
});

test.each([
  '<h1>By the book: a town rebuilds</h1>',
  '<h1>Wall closed</h1><p>By Tuesday the wall was closed</p>',
  '<title>Author: a novel</title><h1>Wall closed</h1>',
])('a line that only begins like a byline names nobody: %s', (lines) => {
  expect(bylineOf('', lines + TEXT)).toBeNull();
});

test('a credit without a label does not take the place of the site', () => {
  const body = `<h1>Wall closed</h1><div class="byline">Coast Press</div>${TEXT}`;
  expect(withData({ name: 'Bay Herald' }, body)).toBe('Bay Herald');
  expect(bylineOf('', body)).toBe('Coast Press');
});

test('a credit in brackets at the end is found where nothing else names anyone', () => {
  expect(bylineOf('', `<h1>墙</h1>${TEXT}<div>(责编：林海、周岚)</div>`)).toBe('林海、周岚');
});

test('of boxes around a name the inner one is read', () => {
  const box = '<div class="author-box">Nora Field Follow <span class="author-name">Nora Field</span></div>';
  expect(bylineOf('', `<h1>Wall closed</h1>${box}${TEXT}`)).toBe('Nora Field');
});

test('fields that shadow what is read of their form do no harm', () => {
  const form = '<form class="author"><input name="getAttribute"><input name="textContent">Nora</form>';
  expect(bylineOf('', `<h1>Wall closed</h1>${form}<div class="byline">By Tom Reed</div>${TEXT}`)).toBe('Tom Reed');
});

test.each([
  ['a date behind it', '<p class="byline">By Nora Field March 25, 2025</p>', 'Nora Field'],
  ['a weekday and a date', '<p class="byline">Nora Field Tuesday, Aug. 17, 2025</p>', 'Nora Field'],
  ['a verb and a date', '<p class="byline">By Nora Field posted on Aug 18th 2025 7:30PM</p>', 'Nora Field'],
  ['an account and a date', '<div class="author">Nora Field @norafield on June 3, 2025</div>', 'Nora Field'],
  ['slashes', '<p>by Nora Field / January 19, 2025 / Leave a comment</p>', 'Nora Field'],
  ['a copy for wide windows', '<span class="author">Nora FieldNora Field December 7, 2025</span>', 'Nora Field'],
  ['a picture before it', '<span class="author">👤by Nora Field</span>', 'Nora Field'],
  ['a dash', '<span class="author">Nora Field —</span>', 'Nora Field'],
  ['a month for a name', '<span class="author">Tom March</span>', 'Tom March'],
])('of a line with %s the name is read', (_, shown, expected) => {
  expect(bylineOf('', `<h1>Wall closed</h1>${shown}${TEXT}`)).toBe(expected);
});

test.each(['Dec 1st 2025 1:01PM', '9:39AM 05 Oct 2025', '2025-03-01 14:27:02'])('%s names nobody', (date) => {
  expect(bylineOf('', `<h1>Wall closed</h1><div class="byline">${date}</div>${TEXT}`)).toBeNull();
});

test('a date before a name in the data, and an address behind it, are none of it', () => {
  expect(bylineOf('<meta name="author" content="October 14, 2025|Nora Field, nora@bay.example">')).toBe('Nora Field');
});

test.each([
  ['says what it opens', '<a href="/author/nora/">View author archive</a><a href="/author/nora/">Nora Field</a>'],
  ['leads to a feed', '<a href="/author/nora/feed/">Latest</a><span class="byline">By Nora Field</span>'],
  ['leads to a list of authors', '<a href="/authors/">People</a><span class="byline">By Nora Field</span>'],
  ['names the author after all', '<a href="/author/nora">More stories by Nora Field</a>'],
])('a link that %s', (_, links) => {
  expect(bylineOf('', `<h1>Wall closed</h1><div>${links}</div>${TEXT}`)).toBe('Nora Field');
});

test('a box that is marked as the author goes before the links beside it', () => {
  const box = '<div rel="author"><b>By</b> Nora Field</div><a href="/author/nora">More from Nora</a>';
  expect(bylineOf('', `<h1>Wall closed</h1>${box}${TEXT}`)).toBe('Nora Field');
});

test('who took a picture, or said a sentence that is quoted, is not who wrote the article', () => {
  const credit = '<figure><img src="a.jpg"><small itemprop="author">Tom Reed</small></figure>';
  const quote = '<blockquote><p>We saw it.</p><span class="author">Una Marsh</span></blockquote>';
  expect(bylineOf('', `<h1>Wall closed</h1>${credit}${TEXT}${quote}`)).toBeNull();
});

test('what is marked as an author over the headline gives way to what is under it', () => {
  const menu = '<li class="author-interviews">Interviews</li>';
  expect(bylineOf('', `${menu}<h1>Wall closed</h1><span class="author">Nora Field</span>${TEXT}`)).toBe('Nora Field');
});

test('authors are looked for under the headline, and not under the name of the site', () => {
  const menu = '<h1>Bay Herald</h1><h2>New</h2><p class="byline">By <a rel="author" href="/tom">Tom Reed</a></p>';
  const head = '<h1>Wall closed</h1><p class="byline">By <a rel="author" href="/nora">Nora Field</a></p>';
  expect(bylineOf('<meta property="og:title" content="Wall closed">', menu + head + TEXT)).toBe('Nora Field');
});
