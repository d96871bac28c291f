import { describe, expect, it } from 'vitest';
import { arrangeSpeakers } from '../../src/reader/speaker-entries.ts';
import { speakersAsMarkdown, speakersAsText } from '../../src/reader/speakers-export.ts';
import { english, mountView } from './mounted-view.ts';
import { showFerry, summaryOf } from './speakers-stage.ts';

function ferry() {
  const { article, summary } = showFerry();
  return { article, entries: arrangeSpeakers(summary, article.blocks, 'appearance') };
}

describe('as text', () => {
  it('says who says what, under title and address', () => {
    const { article, entries } = ferry();
    expect(speakersAsText(article, entries, english)).toBe(`Ferry may stop

https://bay.example/news/ferry

Who says what

Bethan Quill, the harbour master

65% of the quoted words · 1 quotation · 1 paraphrase

- “We cannot send people out to sea in it,” … “It is as simple as that.”
- that the office had asked three yards for an offer (in the article’s words)

Oswin Pell, a teacher

17% of the quoted words · 1 quotation

- “My mother is ninety-one,”

Sources without a name

a spokesman for the council

17% of the quoted words · 1 quotation

- “Nobody has decided anything,”

Quotations without a named source

- “It is a disgrace,”
`);
  });
});

describe('as Markdown', () => {
  it('has headings and lists', () => {
    const { article, entries } = ferry();
    const lines = speakersAsMarkdown(article, entries, english).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '# Ferry may stop',
      '',
      '<https://bay.example/news/ferry>',
      '',
      '## Who says what',
      '',
      '### Bethan Quill, the harbour master',
    ]);
    expect(lines).toContain('- that the office had asked three yards for an offer (*in the article’s words*)');
  });

  it.each([
    ['*stars* and _lines_', '\\*stars\\* and \\_lines\\_'],
    ['[a](b) <i> `c` a|b ~d~ \\e &amp; {f}', '\\[a\\](b) \\<i\\> \\`c\\` a\\|b \\~d\\~ \\\\e \\&amp; \\{f\\}'],
    ['# no heading', '\\# no heading'],
    ['- no item', '\\- no item'],
    ['1. no item', '1\\. no item'],
    ['12) no item', '12\\) no item'],
    ['1.5 million', '1\\.5 million'],
    ['a - b + c # d', 'a - b + c # d'],
  ])('takes no sign of the article for its own: %s', (said, written) => {
    const mounted = mountView();
    const blocks = [{ id: 'a', kind: 'paragraph' as const, text: said }];
    const summary = summaryOf(blocks, [{ name: 'Ada', mentions: [], says: [{ kind: 'direct', words: [said] }] }]);
    const article = mounted.article('', { title: said, blocks });
    const markdown = speakersAsMarkdown(article, arrangeSpeakers(summary, blocks, 'appearance'), english);
    expect(markdown).toContain(`\n- ${written}\n`);
    expect(markdown.split('\n')[0]).toBe(`# ${written}`);
  });

  it('keeps an address in one piece', () => {
    const { article, entries } = ferry();
    const markdown = speakersAsMarkdown({ ...article, url: 'https://bay.example/a b>c' }, entries, english);
    expect(markdown).toContain('<https://bay.example/a%20b%3Ec>');
  });
});
