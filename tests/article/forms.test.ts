import { expect, test } from 'vitest';
import { findFormBoxes } from '../../src/article/forms.ts';
import { surveyPage } from '../../src/article/page-survey.ts';
import { PARAGRAPHS, pageOf } from './page.ts';

/** The ids of the boxes that are found in a body; every element of the page that may be one has an id. */
function found(html: string): string[] {
  const { document } = pageOf(`<!doctype html><body>${html}`);
  return [...findFormBoxes(document.body, surveyPage(document).fields)].map((box) => box.getAttribute('id') ?? '');
}

const STORY = `<p>${PARAGRAPHS.join('</p><p>')}</p>`;

test.each([
  ['an address of mail', '<input type="email">'],
  ['a number to call', '<input type="TEL">'],
  ['a password', '<input type="password">'],
  ['a field that a placeholder explains', '<input type="text" placeholder="Your name">'],
  ['a field that a label explains', '<input aria-label="Your name">'],
  ['a field for a comment', '<textarea placeholder="What do you think?"></textarea>'],
])('the box around %s is found, with the words beside it', (_, field) => {
  expect(found(`<div>${STORY}<div id="outer"><h3>Letters</h3><form id="inner">${field}</form></div></div>`)).toEqual([
    'outer',
  ]);
});

test.each([
  ['a search', '<input name="q" placeholder="Search">'],
  ['a search by another name', '<input name="site-search" placeholder="Search">'],
  ['a field that nothing explains', '<input type="text" name="id">'],
  ['a box to tick', '<input type="checkbox" aria-label="I agree">'],
  ['a hidden field', '<input type="hidden" aria-label="token">'],
])('%s is no form of a reader', (_, field) => {
  expect(found(`${STORY}<div id="outer"><p>Words</p>${field}</div>`)).toEqual([]);
});

test('no box grows over the article', () => {
  expect(found(`<form id="page">${STORY}<div id="letters"><p>Letters</p><input type="email"></div></form>`)).toEqual([
    'letters',
  ]);
  // However short it is.
  expect(
    found('<main id="m"><p>A short story.</p><div id="d"><p>Letters</p><input type="email"></div></main>'),
  ).toEqual(['d']);
  expect(found('<article id="a"><p>A short story.</p><input type="email"></article>')).toEqual([]);
});

test('a form whose fields are named like properties is read all the same', () => {
  const fields = '<input type="email" name="parentElement"><input name="textContent"><input name="localName">';
  expect(found(`${STORY}<form id="outer"><p>Letters</p>${fields}</form>`)).toEqual(['outer']);
});
