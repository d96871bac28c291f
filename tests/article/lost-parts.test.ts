import { expect, test } from 'vitest';
import { elementsUnder } from '../../src/article/elements.ts';
import { notePlaces, restoreLostParts } from '../../src/article/lost-parts.ts';
import { PARAGRAPHS, pageOf } from './page.ts';

const [first, second, third, fourth] = PARAGRAPHS.map((text) => `<p>${text}</p>`);

/** Reads a body with what is marked as `lost` taken out, as Readability would, and put back; the names that stand then. */
function restored(html: string, under = 'body'): string[] {
  const { document } = pageOf(`<!doctype html><body>${html}`);
  const places = notePlaces(elementsUnder(document.body));
  const root = document.querySelector(under) ?? document.body;
  for (const lost of document.querySelectorAll('[lost]')) lost.remove();
  restoreLostParts(root, places);
  return elementsUnder(root)
    .filter(({ localName }) => localName !== 'div' && localName !== 'li')
    .map(({ localName, id }) => id || localName);
}

test.each([
  ['a heading', '<h2 lost id="part">Repairs</h2>'],
  ['a quotation', '<blockquote lost id="part">We would rather lose a summer.</blockquote>'],
  ['a list', '<ul lost id="part"><li>Planks</li></ul>'],
  ['a paragraph', '<p lost id="part">It rained.</p>'],
])('%s comes back to where it stood in the column', (_, part) => {
  expect(restored(`${first}${second}${part}${third}`)).toEqual(['p', 'p', 'part', 'p']);
});

test('several come back in their order, each behind what it stood behind', () => {
  const parts = '<h2 lost id="one">Repairs</h2><p lost id="two">It rained.</p>';
  expect(restored(`${first}${parts}${second}<h2 lost id="three">Costs</h2>${third}`)).toEqual([
    'p',
    'one',
    'two',
    'p',
    'three',
    'p',
  ]);
});

test('what stood before or behind all that was kept stays out: it may be a teaser', () => {
  const page = `<h2 lost id="before">Now</h2>${first}${second}${third}<h2 lost id="behind">More</h2>`;
  expect(restored(page)).toEqual(['p', 'p', 'p']);
});

test('a block alone in its wrappers is the column’s own, as each paragraph is there', () => {
  const wrap = (inner: string | undefined) => `<div><div>${inner}</div></div>`;
  const page = [first, second, '<h2 lost id="part">Repairs</h2>', third].map(wrap).join('');
  expect(restored(`<div>${page}</div>`)).toEqual(['p', 'p', 'part', 'p']);
});

test('a block that stood in a box with others is not', () => {
  const box = '<div lost><h2 id="one">More</h2><p id="two">Goat crosses bridge</p></div>';
  expect(restored(`${first}${second}${box}${third}${fourth}`)).toEqual(['p', 'p', 'p', 'p']);
});

test('nothing comes back where hardly anything was kept', () => {
  expect(restored(`${first}<h2 lost id="part">Repairs</h2>${second}`)).toEqual(['p', 'p']);
});

test('what comes back stands behind a quotation, not in it', () => {
  const page = `${first}${second}<blockquote><p>“Never.”</p></blockquote><h2 lost id="part">Repairs</h2>${third}`;
  const { document } = pageOf(`<!doctype html><body>${page}`);
  const places = notePlaces(elementsUnder(document.body));
  const heading = document.getElementById('part');
  heading?.remove();
  restoreLostParts(document.body, places);
  expect(heading?.parentElement).toBe(document.body);
  expect(heading?.previousElementSibling?.localName).toBe('blockquote');
});
