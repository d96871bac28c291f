import { expect, test } from 'vitest';
import type { Removal } from '../../src/article/article.ts';
import { baseAddressOf, takeSnapshot } from '../../src/article/snapshot.ts';
import { articlePage, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

function snapshotOf(html: string, parts: 'left out' | 'kept' = 'left out', contentType = 'text/html') {
  const { document } = pageOf(html, 'https://bay.example/news/wall', contentType);
  const removed: Removal[] = [];
  const before = document.documentElement.outerHTML;
  const copy = takeSnapshot(document, baseAddressOf(document), parts, RULES.clutter, removed);
  expect(document.documentElement.outerHTML).toBe(before);
  return { copy, removed, document };
}

test('scripts, styles, drawings and comments stay behind, text and structure come along', () => {
  const { copy } =
    snapshotOf(`<body class="story"><p class="lead">One <b>two</b></p><script>x()</script><style>p{}</style>
    <svg><text>drawn</text></svg><!-- note --><template><p>no</p></template></body>`);
  expect(copy.body.outerHTML).toBe('<body class="story"><p data-marks=" lead">One <b>two</b></p></body>');
});

test('white space between words is kept, between blocks it is not', () => {
  const { copy } = snapshotOf('<body><div>\n <p><i>a</i> <b>b</b></p>\n <p>c</p>\n</div></body>');
  expect(copy.body.innerHTML).toBe('<div><p><i>a</i> <b>b</b></p><p>c</p></div>');
});

test('open shadow roots are flattened, with what is slotted in', () => {
  const { document } = pageOf('<body><my-story><p slot="text">Slotted.</p><p>Unslotted.</p></my-story></body>');
  const host = document.querySelector('my-story');
  const root = host?.attachShadow({ mode: 'open' });
  root?.append(document.createElement('header'));
  const slot = document.createElement('slot');
  slot.setAttribute('name', 'text');
  const fallback = document.createElement('slot');
  fallback.setAttribute('name', 'none');
  fallback.append('Fallback.');
  root?.querySelector('header')?.append('In the shadow. ', slot, fallback);
  const copy = takeSnapshot(document, 'https://bay.example/', 'left out', RULES.clutter, []);
  expect(copy.body.textContent).toBe('In the shadow. Slotted.Fallback.');
});

test('an XHTML page becomes HTML', () => {
  const source = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>One</p><other xmlns="urn:x">no</other></body></html>`;
  const { copy } = snapshotOf(source, 'left out', 'application/xhtml+xml');
  expect(copy.querySelector('p')?.tagName).toBe('P');
  expect(copy.body.textContent).toBe('One');
});

test('names that shadow properties do not get in the way, nor into the copy', () => {
  const { copy } =
    snapshotOf(`<body><img name="body"><img name="createTreeWalker" src="/a.png"><object id="title"></object>
    <form class="f"><input name="firstChild"><input name="attributes"><input name="getAttributeNames"><p>Inside.</p></form></body>`);
  expect(copy.querySelector('div.f p')?.textContent).toBe('Inside.');
  expect(copy.querySelector('form, [name], object[id]')).toBeNull();
});

test('hidden parts are left out, unless the page hides everything', () => {
  const html =
    '<body><p hidden>a</p><p style="display:none">b</p><p aria-hidden="true">c</p><p hidden="until-found">d</p></body>';
  expect(snapshotOf(html).copy.body.textContent).toBe('d');
  expect(snapshotOf(html, 'kept').copy.body.textContent).toBe('abcd');
});

test('the main part is not lost when a dialog hides it from screen readers', () => {
  const { copy } = snapshotOf('<body><div aria-hidden="true"><main><p>Still here.</p></main></div></body>');
  expect(copy.body.textContent).toBe('Still here.');
});

test('what its class names as clutter stays behind and is noted, without its scripts', () => {
  const { copy, removed } = snapshotOf(
    articlePage('<div class="shareButtons"><script>x()</script><a href="#">Post it</a></div>'),
  );
  expect(copy.querySelector('.shareButtons')).toBeNull();
  expect(removed).toMatchObject([{ rule: 'share', reason: 'removedShare', text: 'Post it' }]);
});

test('a class name alone does not take the article itself', () => {
  const { copy, removed } = snapshotOf(articlePage().replace('<article>', '<div class="related-article"><article>'));
  expect(copy.querySelectorAll('.related-article p')).toHaveLength(5);
  expect(removed).toEqual([]);
});

test('elements nested without end are put beside each other', () => {
  const { document } = pageOf('<body></body>');
  let deepest: Element = document.body;
  for (let depth = 0; depth < 5000; depth++) deepest = deepest.appendChild(document.createElement('div'));
  deepest.append('At the bottom.');
  const copy = takeSnapshot(document, 'https://bay.example/', 'left out', RULES.clutter, []);
  let depth = 0;
  for (let box: Element | null = copy.body; box !== null; box = box.lastElementChild) depth++;
  expect(depth).toBeLessThan(400);
  expect(copy.body.textContent).toBe('At the bottom.');
});

test('a base that leads out of the web is not followed', () => {
  expect(baseAddressOf(pageOf('<base href="/other/">').document)).toBe('https://bay.example/other/');
  expect(baseAddressOf(pageOf('<base href="javascript:x()//">').document)).toBe('https://bay.example/news/wall');
});
