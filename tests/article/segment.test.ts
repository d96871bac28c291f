import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { segmentBlocks } from '../../src/article/segment.ts';
import { collapseWhiteSpace } from '../../src/text/white-space.ts';
import { pageOf } from './page.ts';
import { toolsFor } from './reading-tools.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/article');

function blocksOf(html: string) {
  const root = pageOf(`<body><div>${html}</div></body>`).document.querySelector('div');
  if (root === null) throw new Error('No root');
  const units = segmentBlocks(root).map(({ kind, text, element }) => [kind, text, element.localName]);
  return { units, html: root.innerHTML };
}

function expectWholeAndApart({ blocks, content }: Article) {
  const elements = [...content.querySelectorAll('[data-block]')];
  expect(elements.map((element) => element.getAttribute('data-block'))).toEqual(blocks.map(({ id }) => id));
  elements.forEach((element, index) => {
    const { kind, text } = blocks[index] ?? { kind: '', text: '' };
    const shown = element.textContent ?? '';
    expect(kind === 'code' ? shown : collapseWhiteSpace(shown)).toBe(kind === 'code' ? text : collapseWhiteSpace(text));
    expect(element.querySelector('[data-block]')).toBeNull();
  });
  const inBlocks = elements.map((element) => element.textContent ?? '').join('');
  expect((content.textContent ?? '').replace(/\s+/g, '')).toBe(inBlocks.replace(/\s+/g, ''));
}

test.each(readdirSync(FIXTURES).sort())('all text of %s is in one block each, and the elements in step', (name) => {
  const window = pageOf(readFileSync(join(FIXTURES, name, 'source.html'), 'utf8'));
  const reading = readArticle(window.document, toolsFor(window));
  if (reading === null) throw new Error(`Nothing was read from ${name}`);
  expectWholeAndApart(reading.article);
});

test('loose text gets a paragraph of its own, and a leaf is its own block', () => {
  expect(blocksOf('Loose <b>text</b><p>One</p>more<ul><li>a<ul><li>b</li></ul></li></ul>').units).toEqual([
    ['paragraph', 'Loose text', 'p'],
    ['paragraph', 'One', 'p'],
    ['paragraph', 'more', 'p'],
    ['list-item', 'a', 'p'],
    ['list-item', 'b', 'li'],
  ]);
});

test('a paragraph that holds blocks becomes a division', () => {
  const window = pageOf('');
  const root = window.document.createElement('div');
  const paragraph = root.appendChild(window.document.createElement('p'));
  paragraph.append('Before ');
  paragraph.appendChild(window.document.createElement('blockquote')).append('Quote');
  segmentBlocks(root);
  expect(root.innerHTML).toBe('<div><p>Before </p><blockquote><p>Quote</p></blockquote></div>');
});

test('a line break is white space, and invisible characters go', () => {
  expect(blocksOf('<p>one<br>two prome\u00adnade</p>').units).toEqual([['paragraph', 'one two promenade', 'p']]);
});

test('tables of data are one block, tables of layout are not', () => {
  expect(blocksOf('<table><tr><td>a</td><td>b</td></tr><tr><td></td><td>c</td></tr></table>').units).toEqual([
    ['table', 'a\tb\nc', 'table'],
  ]);
  const units = blocksOf('<table><tr><td><h2>Head</h2></td><td><p>Body</p></td></tr></table>').units;
  expect(units).toEqual([
    ['heading', 'Head', 'h2'],
    ['paragraph', 'Body', 'p'],
  ]);
});

test('captions, quotes, terms and code have their kinds', () => {
  const html = `<figure><img src="/a"><figcaption>C</figcaption></figure><blockquote><h3>Q</h3></blockquote>
    <dl><dt>T</dt><dd>D</dd></dl><pre> x\n  y</pre>`;
  expect(blocksOf(html).units.map(([kind, text]) => [kind, text])).toEqual([
    ['caption', 'C'],
    ['quote', 'Q'],
    ['list-item', 'T'],
    ['list-item', 'D'],
    ['code', ' x\n  y'],
  ]);
});
