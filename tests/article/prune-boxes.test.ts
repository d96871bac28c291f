import { expect, test } from 'vitest';
import { layoutOf } from '../../src/article/boxes.ts';
import type { ClutterVerdict } from '../../src/article/clutter-data.ts';
import { judgeBoxes } from '../../src/article/prune-boxes.ts';
import { segmentBlocks } from '../../src/article/segment.ts';
import { STRUCTURAL, type Verdicts } from '../../src/article/structural-rules.ts';
import { PARAGRAPHS, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

const URL = 'https://bay.example/news/wall';
const prose = (from: number, to: number) => `<p>${PARAGRAPHS.slice(from, to).join('</p><p>')}</p>`;
const AD: ClutterVerdict = { rule: 'advertisement', reason: 'removedAdvertisement' };
const RELATED: ClutterVerdict = { rule: 'related', reason: 'removedRelated' };

/**
 * The verdicts on what stands between (or around) the paragraphs of an article, in order: the rule, or "kept". `told` are
 * the verdicts given before, by the words of a block.
 */
function judged(html: string, told: Readonly<Record<string, ClutterVerdict>> = {}): string[] {
  const root = pageOf(`<!doctype html><body>${html}`, URL).document.body;
  const units = segmentBlocks(root);
  const verdicts: Verdicts = new Map();
  for (const unit of units) {
    const verdict = told[unit.text];
    if (verdict !== undefined) verdicts.set(unit, verdict);
  }
  judgeBoxes(units, layoutOf(units, root), verdicts, URL, RULES.marks);
  return units
    .filter(({ text }) => !(PARAGRAPHS as readonly string[]).includes(text))
    .map((unit) => verdicts.get(unit)?.rule ?? 'kept');
}

const within = (box: string) => prose(0, 3) + box + prose(3, 5);
const behind = (box: string) => prose(0, 5) + box;
const before = (box: string) => `${box}<div>${prose(0, 5)}${prose(0, 5)}</div>`;

test('a box of links to other pages of the site goes as a whole, and so does what announces it', () => {
  const box =
    '<div><h3>Sea</h3><p><a href="https://bay.example/a">Goat crosses bridge</a></p><p><a href="https://bay.example/b">Choir loses key</a></p></div>';
  expect(judged(within(box))).toEqual(['link-box', 'link-box', 'link-box']);
  expect(judged(within(`<p>More on this:</p>${box}`))).toEqual(['link-box', 'link-box', 'link-box', 'link-box']);
  expect(judged(within(`<p>More on this</p>${box}`))[0]).toBe('kept');
});

test.each([
  ['to other sites', '<p><a href="https://fruit.example/a">Goat crosses bridge</a></p>'],
  ['within the page', '<p><a href="#a">Goat crosses bridge</a></p>'],
  [
    'with a table',
    '<table><tr><th>Tides</th></tr><tr><td><a href="https://bay.example/tides">High and low</a></td></tr></table>',
  ],
  ['with an embed', '<p><a data-embed href="https://bay.example/video">Video: the wall</a></p>'],
])('a box of links %s stays', (_, inner) => {
  expect(new Set(judged(within(`<div>${inner}${inner}</div>`)))).toEqual(new Set(['kept']));
});

test('a single link takes a box only where it is all of it', () => {
  expect(
    judged(within('<div><h3>The wall</h3><p><a href="https://bay.example/wall">How it was built</a></p></div>')),
  ).toEqual(['kept', 'kept']);
});

test('the lines of a quotation that was set apart go together', () => {
  const box = '<blockquote><p>We would rather lose a summer</p><p>Ines Calder</p></blockquote>';
  expect(judged(within(box), { 'We would rather lose a summer': STRUCTURAL.pullQuote })).toEqual([
    'pull-quote',
    'pull-quote',
  ]);
  expect(judged(within(box))).toEqual(['kept', 'kept']);
});

test('headline after headline is a list of other stories', () => {
  const headlines = ['Goat crosses bridge', 'Choir loses key', 'Rain stops rain dance'];
  const box = (line: string) => `<div>${headlines.map((text) => `<h3>${text}</h3><p>${line}</p>`).join('')}</div>`;
  expect(new Set(judged(within(box('Town'))))).toEqual(new Set(['headline-box']));
  // Sections of an explanation.
  expect(new Set(judged(within(box('It was built of oak and is painted every year.'))))).toEqual(new Set(['kept']));
});

test('the head of the article is no such list, though it may be made of headings', () => {
  const lines = ['Nobody was hurt, and nobody warned', 'By Nora Field', '4 May 2025'];
  const head = (mark: string) => before(`<div><h2 class="${mark}">${lines.join('</h2><h2>')}</h2></div>`);
  expect(judged(head('subtitle'))).toEqual(['kept', 'kept', 'kept']);
  expect(judged(head('story'))).toEqual(['headline-box', 'headline-box', 'headline-box']);
});

test('a box behind the text stays where it tells something, or is a note', () => {
  expect(judged(behind('<div><p>Bay Herald</p><p>Market 4</p></div>'))).toEqual(['box-after-text', 'box-after-text']);
  expect(judged(within('<div><p>Bay Herald</p><p>Market 4</p></div>'))).toEqual(['kept', 'kept']);
  expect(judged(behind('<ul><li>Planks</li><li>Handrails</li></ul>'))).toEqual(['kept', 'kept']);
  expect(judged(behind('<div class="footnotes"><p>1 In 1931.</p><p>2 In 1987.</p></div>'))).toEqual(['kept', 'kept']);
  const told = '<p>The wall can be seen from the quay until the end of May, the council said on Tuesday evening.</p>';
  expect(judged(behind(`<div><p>The wall</p>${told}</div>`))).toEqual(['kept', 'kept']);
});

test('words of clutter take the box that they lead, and a small one that they stand in', () => {
  const box = (size: number) => `<div><p>Ad</p><h3>${'tide '.repeat(size).trim()}</h3></div>`;
  expect(judged(within(box(140)), { Ad: AD })).toEqual(['advertisement', 'advertisement']);
  expect(judged(within(box(160)), { Ad: AD })).toEqual(['advertisement', 'kept']);
  const inside = (size: number) => `<div><h3>${'tide '.repeat(size).trim()}</h3><p>Ad</p></div>`;
  expect(judged(within(inside(50)), { Ad: AD })).toEqual(['advertisement', 'advertisement']);
  expect(judged(within(inside(70)), { Ad: AD })).toEqual(['kept', 'advertisement']);
});

test('in the head of the article the standfirst outlives the words that share its box', () => {
  const box = '<header><p>A crack shuts the front for a summer</p><p>Ad</p></header>';
  expect(judged(before(box), { Ad: AD })).toEqual(['kept', 'advertisement']);
});

test.each([
  ['a list', (items: string) => `<ul>${items}</ul>`],
  ['a box around a list', (items: string) => `<div><ul>${items}</ul></div>`],
])('an advertisement in %s takes its own item, and the list only with most of the others', (_, list) => {
  const items = (texts: readonly string[]) => within(list(texts.map((text) => `<li>${text}</li>`).join('')));
  expect(judged(items(['Planks', 'Ad', 'Handrails']), { Ad: AD })).toEqual(['kept', 'advertisement', 'kept']);
  // Not even where it stands first.
  expect(judged(items(['Ad', 'Planks', 'Handrails']), { Ad: AD })).toEqual(['advertisement', 'kept', 'kept']);
  expect(judged(items(['Ad', 'Planks', 'Ad']), { Ad: AD })).toEqual([
    'advertisement',
    'advertisement',
    'advertisement',
  ]);
});

test('a list under words that announce other stories goes with them', () => {
  const list =
    '<p>Read also</p><ul><li><a href="https://bay.example/a">Goat crosses</a> a bridge in the rain</li><li>A choir</li></ul>';
  expect(judged(within(list), { 'Read also': RELATED })).toEqual(['related', 'related', 'related']);
  expect(judged(within(list))).toEqual(['kept', 'kept', 'kept']);
});

test('and so it does where they lead to other sites', () => {
  const list = '<div><ul><li><a href="https://sea.example/a">Goat crosses bridge</a></li></ul></div>';
  expect(judged(within(`<p>Related:</p>${list}`), { 'Related:': RELATED })).toEqual(['related', 'related']);
  expect(judged(within(`<p>They sell:</p>${list}`))).toEqual(['kept', 'kept']);
});

test('a numbered part behind the text stays where its number goes on', () => {
  const part = (heading: string) => `<div class="part"><h2>${heading}</h2></div>`;
  const list = within('<h2>1. The wall</h2>');
  expect(judged(list + part('2. The bridge'))).toEqual(['kept', 'kept']);
  expect(judged(list + part('7. The bridge'))).toEqual(['kept', 'box-after-text']);
  expect(judged(list + part('The bridge'))).toEqual(['kept', 'box-after-text']);
});
