import { expect, test } from 'vitest';
import { baseAddressOf, type OutlyingParts, takeSnapshot } from '../../src/article/snapshot.ts';
import { PARAGRAPHS, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

/** More than a thousand characters, so that the page tells where its article is. */
const TEXT = [...PARAGRAPHS, ...PARAGRAPHS].map((text) => `<p>${text}</p>`).join('');
const LINKS = '<a href="/a">Harbour news from here</a> <a href="/b">Weather along the coast</a>';

interface Variation {
  inside?: string;
  text?: string;
  declaresArticle?: boolean;
  parts?: OutlyingParts;
}

/** What is copied of a page with an article that has `outside` above it. */
function copied(outside: string, variation: Variation = {}) {
  const { inside = '', text = TEXT, declaresArticle = true, parts = 'left out' } = variation;
  const html = `<body>${outside}<div class="page"><h1>Marlow Bay closes its sea wall</h1>${inside}${text}</div></body>`;
  const { document } = pageOf(html);
  const about = { title: null, descriptions: [], declaresArticle };
  return takeSnapshot(document, baseAddressOf(document), parts, RULES.clutter, [], about).body;
}

test('a menu above the article is not copied', () => {
  const body = copied(`<div>Sections ${LINKS}</div>`);
  expect(body.textContent).not.toContain('Harbour news');
  expect(body.querySelector('h1')).not.toBeNull();
  expect(body.querySelectorAll('p')).toHaveLength(10);
});

test('teasers with pictures in their links are not copied either', () => {
  expect(copied(`<div><a href="/a"><img src="/a.jpg"> Harbour news</a></div>`).querySelector('img')).toBeNull();
});

test('of a box with more than a menu in it, the menu goes', () => {
  const body = copied(`<div><div>${LINKS}</div><div>The harbour paper for everyone between the two capes.</div></div>`);
  expect(body.textContent).not.toContain('Harbour news');
  expect(body.textContent).toContain('between the two capes');
});

test.each([
  ['beside the text of the article', '', { inside: `<div>${LINKS}</div>` }],
  ['in a sentence', `<div>Read what our readers have seen of the ${LINKS} since Tuesday morning.</div>`, {}],
  [
    'in a list with more in it',
    `<ul><li>${LINKS}</li><li>The council meets again on Thursday at seven in the evening.</li></ul>`,
    {},
  ],
  [
    'in a paragraph that begins with a mark',
    `<p><b>The council meets again on Thursday at seven o’clock</b>${LINKS}</p>`,
    {},
  ],
  ['with a headline', `<div><h1>Harbour Courier</h1>${LINKS}</div>`, {}],
  ['with a picture that leads nowhere', `<div><img src="/wall.jpg" alt="">${LINKS}</div>`, {}],
  ['with an element that a script is to fill', `<div><bay-player data-src="/film"></bay-player>${LINKS}</div>`, {}],
  ['on a page that does not say that it is an article', `<div>${LINKS}</div>`, { declaresArticle: false }],
  ['on a page with hardly any text', `<div>${LINKS}</div>`, { text: `<p>${PARAGRAPHS[0]}</p>` }],
  ['at the second look', `<div>${LINKS}</div>`, { parts: 'kept' }],
] satisfies [string, string, Variation][])('links are copied %s', (_place, outside, options) => {
  expect(copied(outside, options).textContent).toContain('Harbour news from here');
});

test('a picture in a link of its own is no menu', () => {
  expect(
    copied('<div><a href="/wall.jpg"><img src="/small.jpg" alt=""></a></div>').querySelector('img'),
  ).not.toBeNull();
});

test('where the text has no headline, its own box is what counts', () => {
  const { document } = pageOf(`<body><div>${LINKS}</div><div>${TEXT}</div></body>`);
  const about = { title: null, descriptions: [], declaresArticle: true };
  const copy = takeSnapshot(document, baseAddressOf(document), 'left out', RULES.clutter, [], about);
  expect(copy.body.textContent).not.toContain('Harbour news');
});
