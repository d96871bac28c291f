import { expect, test } from 'vitest';
import { findOtherArticles } from '../../src/article/other-articles.ts';
import { surveyPage } from '../../src/article/page-survey.ts';
import { proseUnder } from '../../src/article/prose.ts';
import { PARAGRAPHS, pageOf } from './page.ts';

const TITLE = 'Marlow Bay closes its sea wall';

const story = (id: string, headline: string, paragraphs: readonly string[] = PARAGRAPHS) =>
  `<section id="${id}"><h1>${headline}</h1><p>${paragraphs.join('</p><p>')}</p></section>`;

/** The ids of the boxes that are found in a body. */
function found(html: string, title: string | null = TITLE): string[] {
  const { document } = pageOf(`<!doctype html><body>${html}`);
  const boxes = findOtherArticles(surveyPage(document).headlines, title, () => proseUnder(document.body));
  return [...boxes].map((box) => box.id);
}

test('the articles that follow the page’s own are found, and its own is not', () => {
  const page = story('own', TITLE) + story('second', 'Goat crosses bridge') + story('third', 'Choir loses key');
  expect(found(page)).toEqual(['second', 'third']);
});

test('also where its own stands last, as on a page that was scrolled to', () => {
  expect(found(story('first', 'Goat crosses bridge') + story('own', `${TITLE} for a summer`))).toEqual(['first']);
});

test.each([
  ['nothing is known of its title', story('own', TITLE) + story('second', 'Goat crosses bridge'), null],
  ['no headline is like its title', story('own', TITLE) + story('second', 'Goat crosses bridge'), 'Tides'],
  ['two are', story('own', TITLE) + story('second', TITLE), TITLE],
  ['its own headline stands alone in its head', `<header><h1>${TITLE}</h1></header>${story('text', 'News')}`, TITLE],
  ['the other holds no more than a teaser', story('own', TITLE) + story('teaser', 'Goat', [PARAGRAPHS[0]]), TITLE],
  [
    'there are as many as a live blog has',
    story('own', TITLE) + ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => story(id, `Post ${id}`)).join(''),
    TITLE,
  ],
])('there is none where %s', (_, html, title) => {
  expect(found(html, title)).toEqual([]);
});

test('with one less than that, they are articles', () => {
  const others = ['a', 'b', 'c', 'd', 'e'];
  expect(found(story('own', TITLE) + others.map((id) => story(id, `Post ${id}`)).join(''))).toEqual(others);
});
