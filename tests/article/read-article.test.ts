import { expect, test } from 'vitest';
import { readArticle, readArticleInSteps } from '../../src/article/read-article.ts';
import { articlePage, PARAGRAPHS, pageOf } from './page.ts';
import { toolsFor } from './reading-tools.ts';

function read(html: string, url?: string, type?: string) {
  const window = pageOf(html, url, type);
  return readArticle(window.document, toolsFor(window));
}

test('the live page is only read', () => {
  const window = pageOf(articlePage('<form><input name="q" value="typed"></form>'));
  const before = window.document.documentElement.outerHTML;
  readArticle(window.document, toolsFor(window));
  expect(window.document.documentElement.outerHTML).toBe(before);
});

test('in steps the same is read, with pauses between', async () => {
  const window = pageOf(articlePage());
  let pauses = 0;
  const reading = await readArticleInSteps(window.document, toolsFor(window), async () => {
    pauses++;
  });
  expect(reading?.article.blocks).toEqual(readArticle(window.document, toolsFor(window))?.article.blocks);
  expect(pauses).toBeGreaterThanOrEqual(4);
});

test.each([
  ['an empty page', '', undefined],
  ['a page without text', '<body><div><span></span></div></body>', undefined],
  ['a frameset', '<html><frameset><frame src="a"></frameset></html>', undefined],
  ['XML', '<?xml version="1.0"?><root><item>x</item></root>', 'application/xml'],
  ['a page with a hole for a root', '<template></template>', undefined],
])('of %s nothing is read, and nothing is thrown', (_, html, type) => {
  expect(read(html, undefined, type)).toBeNull();
});

test('a document without a root is read as nothing', () => {
  const window = pageOf('');
  window.document.documentElement.remove();
  expect(readArticle(window.document, toolsFor(window))).toBeNull();
});

test('a page of ten megabytes is read', () => {
  const bulk = Array.from({ length: 3000 }, (_, index) => `<p>${index} ${PARAGRAPHS[3]}</p>`).join('');
  const filler = `<script>/*${'x'.repeat(9_500_000)}*/</script>`;
  const reading = read(articlePage(filler).replace('</article>', `${bulk}</article>`));
  expect(reading?.article.blocks.length).toBeGreaterThan(4);
}, 120_000);

test('an article that the page hides until a script shows it is read all the same', () => {
  const reading = read(articlePage().replace('<article>', '<article style="display: none">'));
  expect(reading?.article.blocks.map(({ text }) => text)).toEqual([...PARAGRAPHS]);
});

test('an article in boxes beside each other is read whole', () => {
  const half = (from: number) =>
    `<section><div class="w${from}">${PARAGRAPHS.map((text) => `<p>${from} ${text}</p>`).join('')}</div></section>`;
  const reading = read(
    `<body><main><h1>Five walls of Marlow Bay</h1>${[1, 2, 3].map(half).join('<hr>')}</main></body>`,
  );
  expect(reading?.article.blocks).toHaveLength(15);
});

test('a file of plain text is read by its lines', () => {
  const window = pageOf(`<pre>Marlow Bay closes its sea wall\n\n${PARAGRAPHS.join('\n\n')}</pre>`);
  Object.defineProperty(window.Document.prototype, 'contentType', { value: 'text/plain' });
  Reflect.setPrototypeOf(window.document, window.Document.prototype);
  const reading = readArticle(window.document, toolsFor(window));
  expect(reading?.article).toMatchObject({ title: 'Marlow Bay closes its sea wall' });
  expect(reading?.article.blocks).toHaveLength(5);
});

test('a front page and a notice are doubted, an article is not', () => {
  const teasers = Array.from(
    { length: 30 },
    (_, index) => `<li><h3><a href="/n/${index}">Teaser number ${index} of the day</a></h3></li>`,
  );
  const front = `<body><main><h1>Bay Herald</h1><p>${PARAGRAPHS[0]}</p><ul>${teasers.join('')}</ul></main></body>`;
  expect(read(front, 'https://bay.example/')?.doubt).toBe('front-page');
  expect(read(articlePage())?.doubt).toBeNull();
  expect(read('<body><main><h1>Log in</h1><p>Please log in to go on reading this page.</p></main></body>')?.doubt).toBe(
    'too-short',
  );
});

test('what the page says of itself comes with the article', () => {
  const head = `<meta property="og:site_name" content="Bay Herald"><meta name="author" content="By Nora Field">
    <meta property="article:published_time" content="2026-05-12T08:30:00Z">`;
  expect(read(articlePage('', head))?.article).toMatchObject({
    title: 'Marlow Bay closes its sea wall',
    byline: 'Nora Field',
    siteName: 'Bay Herald',
    publishedTime: '2026-05-12T08:30:00Z',
    language: 'en',
    direction: 'ltr',
    url: 'https://bay.example/news/wall',
  });
});
