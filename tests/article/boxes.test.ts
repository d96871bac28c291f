import { expect, test } from 'vitest';
import { isPlainProse, layoutOf } from '../../src/article/boxes.ts';
import { segmentBlocks } from '../../src/article/segment.ts';
import { PARAGRAPHS, pageOf } from './page.ts';

const prose = (count: number) =>
  PARAGRAPHS.slice(0, count)
    .map((text) => `<p>${text}</p>`)
    .join('');

/** The layout of what stands in a body, by the openings of its blocks. */
function layout(html: string) {
  const root = pageOf(`<!doctype html><body>${html}`).document.body;
  const units = segmentBlocks(root);
  const { boxes, column } = layoutOf(units, root);
  const opening = ({ text }: { text: string }) => text.slice(0, 12);
  const found = [...new Set(boxes.values())];
  return {
    column: units.filter((unit) => column.has(unit)).map(opening),
    boxes: found.map(({ element, made, units: inside }) => [element.localName, made, inside.map(opening)]),
    box: found[0],
  };
}

const OPENINGS = PARAGRAPHS.map((text) => text.slice(0, 12));

test('the paragraphs that stand together are the column, and a box between them is none', () => {
  const { column, boxes } = layout(
    `<div><div>${prose(3)}<section><h3>Tides</h3><p>High at six.</p></section><p>${PARAGRAPHS[3]}</p></div></div>`,
  );
  expect(column).toEqual(OPENINGS.slice(0, 4));
  expect(boxes).toEqual([['section', true, ['Tides', 'High at six.']]]);
});

test('lists and quotations are boxes that the author made, not the page', () => {
  const { boxes } = layout(
    `${prose(5)}<ul><li>One</li><li>Two</li></ul><blockquote><p>Three</p></blockquote><center><b>Four</b></center>`,
  );
  expect(boxes).toEqual([
    ['ul', false, ['One', 'Two']],
    ['blockquote', false, ['Three']],
    ['center', true, ['Four']],
  ]);
});

test('boxes of one name that hold much of the prose are pieces of the column', () => {
  const parts = PARAGRAPHS.map((text) => `<div class="text-block"><p>${text}</p></div>`).join('');
  const { column, boxes } = layout(`<main>${parts}<div class="teaser"><p>Low tide</p><p>At noon</p></div></main>`);
  expect(column).toEqual(OPENINGS);
  expect(boxes).toEqual([['div', true, ['Low tide', 'At noon']]]);
});

test('teasers that are articles within a box make it no piece of the column, long as they are', () => {
  const cards = PARAGRAPHS.slice(3).map((text) => `<article><p>${text}</p></article>`);
  const { column, boxes } = layout(`${prose(3)}<div class="more">${cards.join('')}</div>`);
  expect(column).toEqual(OPENINGS.slice(0, 3));
  expect(boxes.map(([name]) => name)).toEqual(['div']);
});

test('a lone paragraph in the head of the page is prose and not in the column', () => {
  const text = 'A crack as long as the promenade shuts the front for a summer, and more may yet be to come.';
  const long = PARAGRAPHS.concat(PARAGRAPHS).map((paragraph) => `<p>${paragraph}</p>`);
  const { column } = layout(`<p>${text}</p><section class="body">${long.join('')}</section>`);
  expect(column).toHaveLength(2 * PARAGRAPHS.length);
  expect(column).not.toContain(text.slice(0, 12));
});

test('words and links of a box are counted over all of its blocks', () => {
  const { box } = layout(
    `${prose(5)}<div><p>Four words of text</p><p><a href="/tides">Four words of link</a></p></div>`,
  );
  expect(box?.words).toBe(8);
  expect(box?.linked).toBe(0.5);
});

test('without prose there is no column', () => {
  expect(layout('<div><p>Menu</p><p>Search</p></div>').column).toEqual([]);
});

test.each([
  ['a sentence', `<p>${PARAGRAPHS[0]}</p>`, true],
  ['a sentence that is a link', `<p><a href="/wall">${PARAGRAPHS[0]}</a></p>`, false],
  ['a heading', `<h2>${PARAGRAPHS[0]}</h2>`, false],
  ['a label', '<p>Sea wall</p>', false],
])('%s as plain prose: %#', (_, html, expected) => {
  expect(segmentBlocks(pageOf(html).document.body).map(isPlainProse)).toEqual([expected]);
});
