import { describe, expect, it } from 'vitest';
import { quotedStatements } from '../../src/speakers/quoted-statements.ts';
import { BlockMap } from '../../src/text/block-map.ts';
import { paragraphsOf } from '../speakers/spoken-text.ts';

describe('blocks as one text', () => {
  const map = new BlockMap([
    { id: 'a', text: 'One' },
    { id: 'b', text: 'Two two' },
    { id: 'c', text: 'Three' },
  ]);

  it('have a line feed between them', () => {
    expect(map.prose.text).toBe('One\nTwo two\nThree');
    expect(map.prose.paragraphs.map((range) => map.prose.text.slice(...range))).toEqual(['One', 'Two two', 'Three']);
  });

  it('give a range back as a span of its block', () => {
    expect(map.spanOf([4, 7])).toEqual({ block: 'b', start: 0, end: 3 });
    expect(map.spanOf([0, 3])).toEqual({ block: 'a', start: 0, end: 3 });
    expect(map.spanOf([12, 17])).toEqual({ block: 'c', start: 0, end: 5 });
  });

  it('give a range over several blocks as a span of each', () => {
    expect(map.spansOf([1, 14])).toEqual([
      { block: 'a', start: 1, end: 3 },
      { block: 'b', start: 0, end: 7 },
      { block: 'c', start: 0, end: 2 },
    ]);
    expect(map.spanOf([1, 14])).toBeNull();
  });

  it('give nothing for a range that holds no text', () => {
    expect(map.spanOf([5, 5])).toBeNull();
    expect(map.spansOf([3, 4])).toEqual([]);
    expect(new BlockMap([]).spansOf([0, 5])).toEqual([]);
    expect(new BlockMap([]).prose).toEqual({ text: '', paragraphs: [] });
  });

  it('may be empty', () => {
    const gaps = new BlockMap([
      { id: 'a', text: '' },
      { id: 'b', text: 'Two' },
      { id: 'c', text: '' },
    ]);
    expect(gaps.spansOf([0, 9])).toEqual([{ block: 'b', start: 0, end: 3 }]);
  });
});

describe('quotations where nothing is known of the language', () => {
  const quoted = (text: string) =>
    quotedStatements(paragraphsOf(text).paragraphs).map(({ content }) =>
      content.map((range) => text.slice(...range)).join(),
    );

  it('are those of four words and more', () => {
    expect(quoted('“Eins zwei drei vier”, “eins zwei drei”, “eins, zwei; drei!”')).toEqual(['“Eins zwei drei vier”']);
  });

  it('or of four characters where words have no spaces', () => {
    expect(quoted('「五月まで閉鎖」と「橋」')).toEqual(['「五月まで閉鎖」']);
  });

  it('are direct, without a source, and know whether they go on', () => {
    const text = '“Eins zwei drei vier.\n“Fünf sechs sieben acht.”';
    expect(quotedStatements(paragraphsOf(text).paragraphs)).toMatchObject([
      { source: null, cue: null, kind: 'direct', speech: true, continues: false },
      { continues: true },
    ]);
  });
});
