import { expect, test } from 'vitest';
import { readSelection } from '../../src/article/read-selection.ts';
import { articlePage, PARAGRAPHS, pageOf } from './page.ts';
import { toolsFor } from './reading-tools.ts';

function select(html: string, selectors: [from: string, to: string][]) {
  const window = pageOf(html);
  const { document } = window;
  const fragments = selectors.map(([from, to]) => {
    const range = document.createRange();
    const [first, last] = [document.querySelector(from), document.querySelector(to)];
    if (first === null || last === null) throw new Error('Nothing to select');
    range.setStart(first, 0);
    range.setEnd(last, last.childNodes.length);
    return range.cloneContents();
  });
  return readSelection(fragments, document, toolsFor(window));
}

test('a selection over paragraphs is read, clutter in it is taken out', () => {
  const article = select(articlePage('<p>Advertisement</p>'), [
    ['article p:nth-of-type(1)', 'article p:nth-of-type(4)'],
  ]);
  expect(article?.title).toBe('Marlow Bay closes its sea wall');
  expect(article?.blocks.map(({ text }) => text)).toEqual(PARAGRAPHS.slice(0, 3));
  expect(article?.removed).toMatchObject([
    { rule: 'advertisement', reason: 'removedAdvertisement', text: 'Advertisement' },
  ]);
  expect(article?.content.querySelectorAll('[data-block]')).toHaveLength(3);
});

test('several ranges are read in their order', () => {
  const article = select(articlePage(), [
    ['article p:nth-of-type(1)', 'article p:nth-of-type(1)'],
    ['article p:nth-of-type(5)', 'article p:nth-of-type(5)'],
  ]);
  expect(article?.blocks.map(({ text }) => text)).toEqual([PARAGRAPHS[0], PARAGRAPHS[4]]);
});

test('whoever selects only a headline gets the headline', () => {
  expect(select(articlePage(), [['h1', 'h1']])?.blocks.map(({ text }) => text)).toEqual([
    'Marlow Bay closes its sea wall',
  ]);
});

test('a selection without text is nothing', () => {
  expect(select('<body><p> </p></body>', [['p', 'p']])).toBeNull();
  expect(readSelection([], pageOf('').document, toolsFor(pageOf('')))).toBeNull();
});

test('nothing that runs comes out of a selection', () => {
  const article = select(
    '<body><div><p onclick="x()">Read <a href="javascript:x()">me</a>.</p><script>x()</script></div></body>',
    [['div', 'div']],
  );
  const holder = pageOf('').document.createElement('div');
  if (article !== null) holder.append(article.content);
  expect(holder.innerHTML).toBe('<div><p data-block="b0">Read me.</p></div>');
});
