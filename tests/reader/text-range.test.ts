import { describe, expect, it } from 'vitest';
import { findRanges } from '../../src/reader/text-range.ts';
import { unwrapText, wrapText } from '../../src/reader/text-wrap.ts';
import { mountView } from './mounted-view.ts';
import { blocksOf, spanOf } from './speakers-stage.ts';

function show(html: string) {
  const mounted = mountView();
  const bare = mounted.article(html);
  const shown = mounted.view.showArticle({ ...bare, blocks: blocksOf(bare.content) });
  const { blocks } = shown.article;
  const rangeOf = (words: string, block?: string) => findRanges(shown, [spanOf(blocks, words, block)])[0] ?? null;
  return { ...mounted, shown, blocks, rangeOf };
}

const collapsed = (range: Range | null) => range && String(range).replace(/\s+/g, ' ');

describe('a span of a block is found in the view', () => {
  it.each([
    ['in the midst of a text', '<p data-block="a">One two three.</p>', 'two'],
    ['from its first to its last character', '<p data-block="a">One two three.</p>', 'One two three.'],
    ['over inline elements', '<p data-block="a">One <b>two</b> <i>th<u>re</u>e</i>.</p>', 'two three'],
    ['over a line break', '<p data-block="a">One<br>\ntwo three.</p>', 'One two'],
    ['over white space of every kind', '<p data-block="a">\n  One\t\u00a0 two\n\n   three.  </p>', 'One two three'],
    ['between white space that is an element’s own', '<p data-block="a">One<b> two </b>three.</p>', 'two three'],
    ['where white space is kept', '<pre data-block="a">if (one)\n    two();</pre>', 'one)\n    two'],
    ['with combining marks', '<p data-block="a">Jose\u0301 rang. Zoe\u0308 sat.</p>', 'Zoe\u0308'],
    [
      'with signs of direction',
      '<p data-block="a">He said \u2067\u05e9\u05dc\u05d5\u05dd\u2069 and went.</p>',
      '\u05e9\u05dc\u05d5\u05dd\u2069 and',
    ],
    ['outside of the basic plane', '<p data-block="a">A \ud83d\ude00 b \ud83d\ude00 c.</p>', 'b \ud83d\ude00 c'],
    ['in a table', '<div><table data-block="a"><tr><td>One</td> <td>two</td> </tr></table></div>', 'One two'],
    ['in the second of two blocks', '<p data-block="a">One.</p><p data-block="b">Two three.</p>', 'three'],
  ])('%s', (_, html, words) => {
    const { rangeOf } = show(html);
    expect(collapsed(rangeOf(words))).toBe(words.replace(/\s+/g, ' '));
  });

  it('begins and ends at words where the span begins or ends with white space', () => {
    const { shown } = show('<p data-block="a">One  <b> two</b> three.</p>');
    const [range] = findRanges(shown, [{ block: 'a', start: 3, end: 8 }]);
    expect(String(range)).toBe('two');
  });

  it('in the standfirst, which stands under the headline', () => {
    const mounted = mountView();
    const shown = mounted.view.showArticle(
      mounted.article('<p data-block="b">Text.</p>', {
        standfirst: 'What it is about.',
        blocks: [
          { id: 's', kind: 'standfirst', text: 'What it is about.' },
          { id: 'b', kind: 'paragraph', text: 'Text.' },
        ],
      }),
    );
    const [range] = findRanges(shown, [{ block: 's', start: 5, end: 10 }]);
    expect(String(range)).toBe('it is');
    expect(range?.startContainer.parentElement?.closest('header')).not.toBeNull();
  });

  it('beside words that the view puts in', () => {
    const { rangeOf, find } = show('<p data-block="a">One <img alt="A boat"> two.</p>');
    find('img').dispatchEvent(new (find('img').ownerDocument.defaultView?.Event ?? Event)('error'));
    expect(find('.missing').textContent).toContain('A boat');
    expect(rangeOf('One two')).not.toBeNull();
    expect(String(rangeOf('two'))).toBe('two');
  });
});

describe('no range is given', () => {
  it.each([
    ['for a block that is not there', { block: 'x', start: 0, end: 2 }],
    ['for an empty span', { block: 'a', start: 2, end: 2 }],
    ['for white space', { block: 'a', start: 3, end: 4 }],
    ['beyond the end', { block: 'a', start: 4, end: 400 }],
    ['before the start', { block: 'a', start: -2, end: 3 }],
  ])('%s', (_, span) => {
    expect(findRanges(show('<p data-block="a">One two.</p>').shown, [span])).toEqual([null]);
  });

  it('where the elements say something else than the block', () => {
    const { rangeOf, find } = show('<p data-block="a">One two.</p>');
    find('[data-block]').textContent = 'One tow.';
    expect(rangeOf('One')).toBeNull();
  });
});

describe('putting elements around text', () => {
  it('leaves text and offsets as they are, over the borders of elements too, and can be undone', () => {
    const { document, shown, rangeOf } = show('<p data-block="a">One <b>two</b> three four.</p>');
    const before = shown.content.innerHTML;
    const range = rangeOf('two three');
    const made = range ? wrapText(range, () => document.createElement('span')) : [];
    expect(made.map(({ textContent }) => textContent)).toEqual(['two', ' three']);
    expect(String(rangeOf('two three four'))).toBe('two three four');
    for (const wrapper of made) unwrapText(wrapper);
    expect(shown.content.innerHTML).toBe(before);
    expect(shown.content.querySelector('p')?.childNodes).toHaveLength(3);
  });
});
