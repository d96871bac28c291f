import { expect, test } from 'vitest';
import type { Removal } from '../../src/article/article.ts';
import { layoutOf } from '../../src/article/boxes.ts';
import { pruneBlocks } from '../../src/article/prune.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { compileRules } from '../../src/article/reading-rules.ts';
import { HEADLINE_MARK, segmentBlocks } from '../../src/article/segment.ts';
import { PARAGRAPHS, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

const SIGNS = { title: 'Marlow Bay closes its sea wall', url: 'https://bay.example/news/wall' };
const prose = (from: number, to: number) => `<p>${PARAGRAPHS.slice(from, to).join('</p><p>')}</p>`;

/** Prunes a body: the markup that is left, and what was taken, by rule. */
function pruned(html: string, rules = RULES) {
  const root = pageOf(`<!doctype html><body>${html}`, SIGNS.url).document.body;
  const removed: Removal[] = [];
  const units = segmentBlocks(root);
  const kept = pruneBlocks(units, SIGNS, layoutOf(units, root), root, rules, removed);
  return {
    texts: kept.map(({ text }) => text).filter((text) => !(PARAGRAPHS as readonly string[]).includes(text)),
    taken: removed.map(({ rule, text, after }) => [rule, text, after]),
    root,
  };
}

const within = (piece: string) => `${prose(0, 3)}${piece}${prose(3, 5)}`;

test('each removal tells after which block that was kept it stood', () => {
  const { taken } = pruned(`<p>Advertisement</p>${within('<p>Advertisement</p><p>3 / 14</p>')}`);
  expect(taken).toEqual([
    ['advertisement', 'Advertisement', null],
    ['advertisement', 'Advertisement', 'b3'],
    ['counter', '3 / 14', 'b3'],
  ]);
});

test('boxes that held nothing else go too, and those with a picture stay', () => {
  const { root } = pruned(
    within(
      '<div id="gone"><div><p>Advertisement</p></div></div><div id="stays"><img src="a.png"><p>Advertisement</p></div>',
    ),
  );
  expect(root.querySelector('#gone')).toBeNull();
  expect(root.querySelector('#stays')?.innerHTML).toBe('<img src="a.png">');
});

test('stars between two parts become a separator, and at the end of the article nothing', () => {
  const { root, taken } = pruned(`${within('<p>* * *</p>')}<p>***</p>`);
  expect(root.querySelectorAll('hr')).toHaveLength(1);
  expect(root.querySelector('hr')?.nextElementSibling?.textContent).toBe(PARAGRAPHS[3]);
  expect(taken).toEqual([['symbols-only', '***', 'b5']]);
});

test('rules that would leave hardly anything are not followed', () => {
  const page = `<p>It rained.</p>${'<p>Advertisement</p>'.repeat(3)}<p>Share this article</p>`;
  expect(pruned(page)).toMatchObject({ taken: [], texts: { length: 5 } });
});

test.each([
  [
    'a question',
    '<p>What would you have done if the ferry had stopped, and whom would you have called first of all of them?</p>',
  ],
  ['a short answer', '<p>Nobody knows.</p>'],
])('%s may come twice', (_, piece) => {
  expect(pruned(within(piece + piece)).taken).toEqual([]);
});

test('a line that comes four times is a label, and three times it may be an answer', () => {
  const lines = (count: number) =>
    PARAGRAPHS.map((text, index) => `<p>${text}</p>${index < count ? '<p>No.</p>' : ''}`);
  expect(pruned(lines(4).join('')).taken.map(([rule]) => rule)).toEqual(Array(4).fill('repeated-label'));
  expect(pruned(lines(3).join('')).taken).toEqual([]);
});

const LONG_ITEM = 'An item of the list that goes on about the planks, the handrails, the ring and the letter of 1962';

test.each([
  ['three of four items', 3, []],
  ['one of four items', 1, ['Item 0 of the list', 'Item 1 of the list', 'Item 2 of the list', LONG_ITEM]],
])('a list of which %s lead away', (_, count, left) => {
  const items = [0, 1, 2, 3].map((index) => {
    // The last item says more than the others together, so that the share of links in the text is low.
    const text = index < 3 ? `Item ${index} of the list` : LONG_ITEM;
    return `<li>${index < count ? `<a href="https://bay.example/${index}">${text}</a>` : text}</li>`;
  });
  expect(pruned(within(`<ul>${items.join('')}</ul>`)).texts).toEqual(left);
});

test.each([
  [
    'a label and a link to another story',
    '<p>Sea: <a href="https://bay.example/a">Storm closes the bridge again</a></p>',
    true,
  ],
  [
    'the same with a full stop',
    '<p>Sea: <a href="https://bay.example/a">Storm closes the bridge again.</a></p>',
    false,
  ],
  ['a link of few words', '<p>See <a href="https://bay.example/a">the council</a></p>', false],
  ['a link to another site', '<p>Sea: <a href="https://sea.example/a">Storm closes the bridge again</a></p>', false],
  ['a heading of three words', '<h2><a href="https://bay.example/a">The old wall</a></h2>', false],
  ['a heading of four', '<h2><a href="https://bay.example/a">The old sea wall</a></h2>', true],
])('%s: %#', (_, piece, goes) => {
  const rules = pruned(within(piece)).taken.map(([rule]) => rule);
  expect(rules.some((rule) => rule === 'links-only' || rule === 'link-box')).toBe(goes);
});

test('the first h1 of several parts is a heading, and an only one repeats the headline', () => {
  const heading = (text: string) => `<h2 class="${HEADLINE_MARK}">${text}</h2>`;
  expect(pruned(heading('Bay Herald') + prose(0, 5)).taken).toEqual([['headline', 'Bay Herald', null]]);
  const parts = heading('Bridge closed') + prose(0, 3) + heading('Trees fall') + prose(3, 5);
  expect(pruned(parts).texts).toEqual(['Bridge closed', 'Trees fall']);
});

test('a sentence of the text that is set apart goes, new words stay, and few words may be a title', () => {
  const quote = (text: string) => pruned(`${prose(0, 3)}<blockquote><p>${text}</p></blockquote>${prose(3, 5)}`).taken;
  expect(quote('WE WOULD RATHER LOSE A SUMMER – than a street').map(([rule]) => rule)).toEqual(['pull-quote']);
  expect(quote('We would rather lose a winter than a street')).toEqual([]);
  expect(quote('lose a summer')).toEqual([]);
});

test('a heading without anything under it goes, at the end alone', () => {
  expect(
    pruned(`${within('<h2>Repairs</h2><h3>Costs</h3>')}<h2>What else is on</h2><p>Advertisement</p>`).taken,
  ).toEqual([
    ['advertisement', 'Advertisement', 'b7'],
    ['empty-section', 'What else is on', 'b6'],
  ]);
});

test('a rule that is switched off takes nothing', () => {
  const page = `${within('<p>Advertisement</p><p>3 / 14</p>')}<h2>What else is on</h2>`;
  const rules = compileRules(READING_DATA, new Set(['advertisement', 'counter', 'empty-section']));
  expect(pruned(page, rules)).toMatchObject({ taken: [], texts: ['Advertisement', '3 / 14', 'What else is on'] });
});
