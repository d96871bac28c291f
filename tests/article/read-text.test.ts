import { expect, test } from 'vitest';
import { readText } from '../../src/article/read-text.ts';
import { PARAGRAPHS, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

const read = (lines: readonly string[]) =>
  readText(lines.join('\n\n'), pageOf('').document, { url: 'about:blank' }, RULES);

test('stray lines are taken out, each by its rule', () => {
  const caption =
    'The chair of the harbour committee speaks beside the cracked wall during a visit by the minister in Marlow Bay';
  const article = read([
    'Share',
    'Marlow Bay closes its sea wall',
    PARAGRAPHS[0],
    'Advertisement',
    PARAGRAPHS[1],
    'Repairs by “next summer”? .',
    ...PARAGRAPHS.slice(2),
    caption,
  ]);
  expect(article?.title).toBe('Marlow Bay closes its sea wall');
  expect(article?.blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ...PARAGRAPHS.map((text) => ['paragraph', text]),
    ['caption', caption],
  ]);
  expect(article?.removed.map(({ rule, text, after }) => [rule, text, after])).toEqual([
    ['share', 'Share', null],
    ['advertisement', 'Advertisement', 'b0'],
    ['broken-teaser', 'Repairs by “next summer”? .', 'b1'],
    ['caption-without-picture', caption, null],
  ]);
});

test('questions, exclamations and quotations of the text are no broken teasers', () => {
  const lines = ['Who pays? Nobody knows.', '“Who pays?” she asked.', 'Stop! he cried.', 'A … pause.'];
  expect(read([PARAGRAPHS[0], ...lines])?.removed).toEqual([]);
});

test('a last line is no caption where other lines do not close either', () => {
  const article = read([
    'First line of a poem without an end',
    'second line of it that goes on',
    'third line, longer than the others are, and still open',
    'fourth and last line that is long enough to be a caption',
  ]);
  expect(article?.blocks.map(({ kind }) => kind)).not.toContain('caption');
});

test('a first line that is a sentence is no title', () => {
  expect(read(PARAGRAPHS)).toMatchObject({ title: '' });
  expect(read(['One lonely line'])).toMatchObject({ title: '', blocks: [{ text: 'One lonely line' }] });
});

test('blank text is nothing', () => {
  expect(read(['', ' \t ', '\u00a0'])).toBeNull();
});

test('what is known of the text is kept, the rest is told from its script', () => {
  const { document } = pageOf('');
  expect(readText('שלום עולם.', document, { url: 'about:blank' }, RULES)).toMatchObject({
    language: 'he',
    direction: 'rtl',
  });
  const known = readText('One.\nTwo.', document, { url: 'about:blank', title: 'Given', language: 'en-GB' }, RULES);
  expect(known).toMatchObject({ title: 'Given', language: 'en-GB', blocks: [{ text: 'One.' }, { text: 'Two.' }] });
});

test('elements and blocks are in step', () => {
  const article = read(PARAGRAPHS);
  const texts = [...(article?.content.children ?? [])].map((element) => [
    element.getAttribute('data-block'),
    element.textContent,
  ]);
  expect(texts).toEqual(article?.blocks.map(({ id, text }) => [id, text]));
});
