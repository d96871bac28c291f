import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { speechBlocksOf } from '../../src/reader/listen-blocks.ts';
import { mountView } from './mounted-view.ts';
import { blocksOf } from './speakers-stage.ts';

function blocks(html: string, changes: Partial<Article> = {}) {
  const mounted = mountView();
  const bare = mounted.article(html, changes);
  const shown = mounted.view.showArticle({ ...bare, blocks: blocksOf(bare.content) });
  return speechBlocksOf(shown);
}

describe('the blocks as they are spoken', () => {
  it('have the language of their own elements, else that of the article', () => {
    const found = blocks(
      '<p data-block="a">One</p><p data-block="b" lang="fr">Deux</p><div lang=""><p data-block="c">?</p></div>',
    );
    expect(found.map(({ language }) => language)).toEqual(['en', 'fr', null]);
  });

  it.each([
    ['<ol><li data-block="a">A<li data-block="b">B</ol>', ['1.', '2.']],
    ['<ol start="5"><li data-block="a">A<li data-block="b">B</ol>', ['5.', '6.']],
    ['<ol reversed><li data-block="a">A<li data-block="b">B</ol>', ['2.', '1.']],
    ['<ol><li data-block="a">A<li value="9" data-block="b">B<li data-block="c">C</ol>', ['1.', '9.', '10.']],
    ['<ol type="a"><li data-block="a">A<li data-block="b">B</ol>', ['a.', 'b.']],
    ['<ul><li data-block="a">A</ul><p data-block="b">B</p>', [null, null]],
    ['<ol><li><p data-block="a">A</p><p data-block="b">B</p></ol>', ['1.', null]],
    ['<ol><li data-block="a">A</li></ol><ol><li><ul><li data-block="b">B</ul></ol>', ['1.', null]],
  ])('have the numbers of their list: %s', (html, labels) => {
    expect(blocks(html).map(({ label }) => label)).toEqual(labels);
  });

  it.each([
    ['One.<sup><a href="#n1">1</a></sup> Two.', ['1']],
    ['One.<sup>[<a href="#n1">12</a>]</sup> Two.', ['[12]']],
    ['One.<a href="#n1">[a]</a> Two <a href="#n2">†</a>', ['[a]', '†']],
    ['An area of 5 m<sup>2</sup> at E = mc<sup>2</sup>', []],
    ['See <a href="#more">more about it</a> and <a href="https://x.example/1">1</a>', []],
    ['Spread\n  over   lines <b>and</b> tags.<sup><a href="#n1">3</a></sup>', ['3']],
  ])('are silent about the marks of footnotes alone: %s', (html, silent) => {
    const [block] = blocks(`<p data-block="a">${html}</p>`);
    expect(block?.silent.map(([start, end]) => block.text.slice(start, end))).toEqual(silent);
  });
});
