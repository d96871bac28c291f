import { expect, test } from 'vitest';
import { typeBlocks } from '../../src/article/block-kinds.ts';
import { layoutOf } from '../../src/article/boxes.ts';
import { isSameText } from '../../src/article/likeness.ts';
import { lineSignsFor } from '../../src/article/line-signs.ts';
import { segmentBlocks } from '../../src/article/segment.ts';
import { PARAGRAPHS, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

const prose = (from: number, to: number) => `<p>${PARAGRAPHS.slice(from, to).join('</p><p>')}</p>`;
const PICTURE = '<p><img src="wall.jpg"></p>';

/** The kinds of the blocks of a body that are none of the five paragraphs, by their texts. */
function kinds(html: string, { description = null as string | null, byline = null as string | null } = {}) {
  const root = pageOf(`<!doctype html><body>${html}`).document.body;
  const units = segmentBlocks(root);
  const lines = lineSignsFor('en', byline, RULES.lines('en'));
  const pictured = new Set(['The old wall, seen from the sea on a calm day.']);
  typeBlocks(units, { lines, marks: RULES.marks, layout: layoutOf(units, root), description, byline, pictured });
  return units.filter(({ text }) => !(PARAGRAPHS as readonly string[]).includes(text)).map(({ kind }) => kind);
}

const within = (piece: string) => prose(0, 3) + piece + prose(3, 5);

test('a paragraph that says what a picture says in its alternative text is its caption, wherever it stands', () => {
  expect(kinds(within('<p>The old wall, seen from the sea on a calm day.</p>'))).toEqual(['caption']);
  expect(kinds(within('<h2>The old wall, seen from the sea on a calm day.</h2>'))).toEqual(['heading']);
});

test('whatever a caption holds is the caption, but for a quotation', () => {
  const figure = (inner: string) =>
    within(`<figure><img src="wall.jpg"><figcaption><div>${inner}</div></figcaption></figure>`);
  expect(kinds(figure('<h2>The wall in May</h2>'))).toEqual(['caption']);
  expect(kinds(figure('<ul><li>The wall in May</li><li>The wall in June</li></ul>'))).toEqual(['caption', 'caption']);
  expect(kinds(figure('<blockquote>We would rather lose a summer.</blockquote>'))).toEqual(['quote']);
});

test('a line under a picture is its caption where the text closes its sentences', () => {
  expect(kinds(within(`${PICTURE}<p>The wall in May</p>`))).toEqual(['caption']);
  expect(kinds(within('<p>The wall in May</p>'))).toEqual(['paragraph']);
  expect(kinds(within(`${PICTURE}<p>The wall in May.</p>`))).toEqual(['paragraph']);
  expect(kinds(within(`${PICTURE}<p>She said:</p>`))).toEqual(['paragraph']);
  expect(kinds(within(`${PICTURE}<p>${'the old wall '.repeat(6)}in May</p>`))).toEqual(['paragraph']);
});

test('and none where the author closes hardly any', () => {
  const open = '<p>a line of a poem that goes on</p>'.repeat(6);
  expect(kinds(within(`${PICTURE}<p>The wall in May</p>${open}`))).toEqual(Array(7).fill('paragraph'));
  // Two of three are enough where the line is set apart by an element of its own.
  const fewer = '<p>a line of a poem that goes on</p>'.repeat(2);
  expect(kinds(within(`${PICTURE}<p>The wall in May</p>${fewer}`))[0]).toBe('paragraph');
  expect(kinds(within(`${PICTURE}<p><i>The wall in May</i></p>${fewer}`))[0]).toBe('caption');
});

test('nor where most of what stands under the pictures closes: then it is the text', () => {
  const step = `${PICTURE}<p>Oil the hinge and wait for an hour.</p>`;
  expect(kinds(within(`${step}${step}${PICTURE}<p>Now close the lid</p>`))).toEqual(Array(3).fill('paragraph'));
});

test('a text alone in a box with a picture is a caption, and two are not', () => {
  expect(kinds(within('<div><img src="a.jpg"><p>The wall was closed in May.</p></div>'))).toEqual(['caption']);
  expect(kinds(within('<div><p>The wall was closed in May.</p></div>'))).toEqual(['paragraph']);
  const two = '<div><img src="a.jpg"><p>The wall was closed in May.</p><p>It rained.</p></div>';
  expect(kinds(within(two))).toEqual(['paragraph', 'paragraph']);
});

test('a paragraph that begins with a picture is no caption where it is long, closes and nothing calls it one', () => {
  const long = `The wall was closed in May, ${'after the storm had opened it '.repeat(3)}in two places.`;
  expect(kinds(within(`<p><img src="a.jpg">${long}</p>`))).toEqual(['paragraph']);

  expect(kinds(within(`<div class="pic"><img src="a.jpg">${long}</div>`))).toEqual(['caption']);
});

test('an item of a list that names an archive of pictures is no credit', () => {
  expect(kinds(within('<ul><li>Flickr, with all of its two accounts</li><li>Radio</li></ul>'))).toEqual([
    'list-item',
    'list-item',
  ]);
});

test('a date is a byline in the head of the article and at its end, and matter in its middle', () => {
  const date = '<p>12 May 2026, 8:30</p>';
  expect(kinds(date + prose(0, 5))).toEqual(['byline']);
  expect(kinds(prose(0, 5) + date)).toEqual(['byline']);
  expect(kinds(prose(0, 5) + within(date) + prose(0, 5))).toEqual(['paragraph']);
});

test('the head of the page has labels and a standfirst, the text has not', () => {
  const head = '<header><p>Town and sea</p></header><p>A crack shuts the sea front for a whole summer.</p>';
  expect(kinds(`${head}<div>${prose(0, 5)}</div>`)).toEqual(['byline', 'standfirst']);
  expect(kinds(`<div>${prose(0, 3)}<p>Town and sea</p>${prose(3, 5)}</div>`)).toEqual(['paragraph']);
});

test('what tells of the author under the headline is none', () => {
  const role = '<p>Ms. Marsh is a former head of planning for the town.</p>';
  expect(kinds(`${role}<div>${prose(0, 5)}</div>`, { byline: 'Ada Marsh' })).toEqual(['byline']);
  expect(kinds(`${role}<div>${prose(0, 5)}</div>`)).toEqual(['standfirst']);
});

test('a heading or a line that says what the description says is the standfirst', () => {
  const description = 'A crack shuts the sea front for a whole summer';
  const text = `${description}, and more`;
  expect(kinds(`<h2>${text}</h2>${prose(0, 5)}`, { description })).toEqual(['standfirst']);
  expect(kinds(`<h2>${text}</h2>${prose(0, 5)}`)).toEqual(['heading']);
});

test('a heading in the head that leads to a section, or is marked as standing over the headline, is no heading', () => {
  expect(kinds(`<h2><a href="/sea">Sea and coast</a></h2>${prose(0, 5)}`)).toEqual(['byline']);
  expect(kinds(`<h4 class="upperdek">Sea and coast</h4>${prose(0, 5)}`)).toEqual(['byline']);
  expect(kinds(`<h2>Sea and coast</h2>${prose(0, 5)}`)).toEqual(['heading']);
  expect(kinds(within('<h2><a href="/sea">Sea and coast</a></h2>'))).toEqual(['heading']);
});

test('the standfirst is found in a box that is marked as the byline', () => {
  const box = '<div class="byline"><h2 class="subtitle">Nobody was hurt and nobody was warned</h2><p>4 May</p></div>';
  expect(kinds(box + prose(0, 5))).toEqual(['standfirst', 'byline']);
});

test('the tail of the article is told from its text', () => {
  const end = (piece: string, byline: string | null = null) => kinds(prose(0, 5) + piece, { byline });
  expect(end('<p>mb/Herald</p>')).toEqual(['note']);
  expect(end('<p>It rained.</p>')).toEqual(['paragraph']);
  expect(end('<p>one</p><p>two</p><p>three</p><p>four</p>')).toEqual(Array(4).fill('paragraph'));
  expect(end('<div><p>The wall can be seen.</p><p>Bring a coat.</p></div>')).toEqual(['note', 'note']);
  expect(end('<p><em>The wall can be seen from the quay.</em></p>')).toEqual(['note']);
  expect(end('<p><em>The wall</em> can be seen from the quay.</p>')).toEqual(['paragraph']);
  expect(
    end('<p>Ada Marsh lives behind the wall and holds one of the 214 shares that were sold in May.</p>', 'Ada Marsh'),
  ).toEqual(['note']);
  expect(
    end('<p>Marsh lives behind the wall and holds one of the 214 shares that were sold there in May.</p>', 'Marsh'),
  ).toEqual(['paragraph']);
});

test('somebody else is quoted in italics at the end, and no remark is made', () => {
  expect(kinds(`${prose(0, 5)}<p><i>“The sea takes what it is owed.”</i></p>`)).toEqual(['paragraph']);
  expect(kinds(`${prose(0, 5)}<p><i>This text was written by the sea.</i></p>`)).toEqual(['note']);
});

test('a numbered part behind the text is no tail of it', () => {
  const part = (number: number) => `<div class="part"><h2>${number}. The bridge</h2><p>It was opened in May.</p></div>`;
  expect(kinds(prose(0, 5) + part(4) + part(5))).toEqual(['heading', 'paragraph', 'heading', 'paragraph']);
  expect(kinds(prose(0, 5) + part(4) + part(7))).toEqual(Array(4).fill('note'));
});

test('an invitation in the last lines is a note where it has a link', () => {
  const text = 'For the tides of the week, sign up for our';
  expect(kinds(`${prose(0, 5)}<p>${text} <a href="https://bay.example/l">Friday letter</a>.</p>`)).toEqual(['note']);
  expect(kinds(`${prose(0, 5)}<p>${text} Friday letter.</p>`)).toEqual(['paragraph']);
  expect(kinds(within(`<p>${text} <a href="https://bay.example/l">Friday letter</a>.</p>`) + prose(0, 5))).toEqual([
    'paragraph',
  ]);
});

test.each([
  ['the same but for its marks', 'A crack shuts the sea front', 'A crack shuts the sea front.', true],
  ['cut short', `${PARAGRAPHS[0]}`, `${PARAGRAPHS[0].slice(0, 60)}…`, true],
  ['cut too short to tell', `${PARAGRAPHS[0]}`, `${PARAGRAPHS[0].slice(0, 30)}…`, false],
  ['another text', PARAGRAPHS[0], PARAGRAPHS[1], false],
])('a text is the same as one that is %s: %#', (_, one, other, expected) => {
  expect(isSameText(one, other)).toBe(expected);
});
