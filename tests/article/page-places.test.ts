import { expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { PagePlaces, standsBefore } from '../../src/article/page-places.ts';
import { pageOf } from './page.ts';

/** The place that `#it` of a page belongs to in an article of the blocks "One", "Two" and "Three". */
function placeOf(body: string, texts = ['One', 'Two', 'Three']) {
  const { document } = pageOf(`<!doctype html><title>x</title><body>${body}`);
  const blocks = texts.map((text, index) => ({ id: `b${index}`, kind: 'paragraph', text }));
  const element = document.querySelector('#it');
  if (!element) throw new Error('no #it');
  return new PagePlaces(document, { title: 'Headline', blocks } as Article).placeOf(element);
}

it.each([
  [
    'after the nearest text before it',
    '<p>One</p><div><p>Two</p></div><div id="it">X</div><p>Three</p>',
    'after',
    'b1',
  ],
  ['past what the article does not have', '<p>One</p><p>Other</p><div id="it">X</div>', 'after', 'b0'],
  ['before the nearest after it, where there is none before', '<div id="it">X</div><p>Two</p>', 'before', 'b1'],
  ['by text with other white space', '<p>T\u00adwo </p><div id="it">X</div>', 'after', 'b1'],
])('places an element %s', (_, body, side, block) => {
  expect(placeOf(body)).toEqual({ side, block });
});

it('places what stands under the headline before all', () => {
  expect(placeOf('<h1>Headline</h1><div id="it">X</div><p>One</p>')).toBe('start');
  expect(placeOf('<div id="it">X</div><h1>Headline</h1><p>One</p>')).toBe('start');
});

it('is not misled by the headline at the foot of the page', () => {
  expect(placeOf('<h1>Headline</h1><p>One</p><p>Headline</p><div id="it">X</div>')).toEqual({
    side: 'after',
    block: 'b0',
  });
});

it('trusts no text that the article holds twice', () => {
  expect(placeOf('<p>One</p><p>Same</p><div id="it">X</div>', ['One', 'Same', 'Same'])).toEqual({
    side: 'after',
    block: 'b0',
  });
});

it('places at the end what stands near nothing of the article, or no longer stands at all', () => {
  expect(placeOf('<p>Other</p><div id="it">X</div>')).toBe('end');
  const { document } = pageOf('<p>One</p>');
  const gone = document.createElement('div');
  const article = { title: '', blocks: [{ id: 'b0', kind: 'paragraph', text: 'One' }] } as unknown as Article;
  expect(new PagePlaces(document, article).placeOf(gone)).toBe('end');
});

it('does not take the words within an element for its place', () => {
  expect(placeOf('<p>One</p><div id="it"><p>Two</p></div>')).toEqual({ side: 'after', block: 'b0' });
});

it('tells which of two elements comes first', () => {
  const { document } = pageOf('<p>One</p><p>Two</p>');
  const [one, two] = document.querySelectorAll('p');
  if (!one || !two) throw new Error('no paragraphs');
  expect([standsBefore(one, two), standsBefore(two, one)]).toEqual([true, false]);
});
