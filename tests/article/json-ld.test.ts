import { expect, test } from 'vitest';
import { decodeEntities, readArticleData } from '../../src/article/json-ld.ts';
import { pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

function read(...data: unknown[]) {
  const scripts = data.map((item) => `<script type="application/ld+json">${JSON.stringify(item)}</script>`);
  const { document } = pageOf(scripts.join(''));
  return readArticleData([...document.querySelectorAll('script')], '/news/wall', RULES.head);
}

const OTHER = {
  '@type': 'NewsArticle',
  headline: 'Other',
  url: 'https://bay.example/news/ferry',
  articleBody: 'Text.',
};

test.each([
  ['its address', { url: 'https://bay.example/news/wall' }],
  ['its id', { '@id': 'https://bay.example/news/wall#article' }],
  ['its page', { mainEntityOfPage: 'https://m.bay.example/news/wall?page=1' }],
  ["its page's id", { mainEntityOfPage: { '@type': 'WebPage', '@id': '/news/wall' } }],
])('of several articles the one of this page is taken, known by %s', (_, mark) => {
  expect(read({ '@graph': [OTHER, { '@type': 'NewsArticle', headline: 'This', ...mark }] })?.headline).toBe('This');
});

test('where none names this page, the one with the text is taken', () => {
  expect(read({ '@type': 'NewsArticle', headline: 'Bare' }, OTHER)?.headline).toBe('Other');
});

test('a live blog is an article', () => {
  expect(read({ '@type': 'LiveBlogPosting', headline: 'Storm, hour by hour' })?.headline).toBe('Storm, hour by hour');
});

test('text is decoded wherever it stands, and broken text too', () => {
  const { document } = pageOf(
    '<script type="application/ld+json">{"@type":"Article","headline":"K&uuml;ste","articleBody":"One &amp; two\n&bdquo;three&ldquo;"}</script>',
  );
  const data = readArticleData([...document.querySelectorAll('script')], '', RULES.head);
  expect(data).toMatchObject({ headline: 'Küste', body: 'One & two „three“' });
});

test.each([
  ['&amp;', '&'],
  ['&amp;quot;Wall&amp;#39;s&amp;quot;', '"Wall\'s"'],
  ['&#x201C;&#8221;', '“”'],
  ['&Eacute;t&eacute;', 'Été'],
  ['&constructor; &unknown; R&D; &#0;', '&constructor; &unknown; R&D; &#0;'],
])('%s is decoded as %s', (source, expected) => {
  expect(decodeEntities(source, RULES.head.entities)).toBe(expected);
});
