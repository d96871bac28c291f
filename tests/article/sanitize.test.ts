import { expect, test } from 'vitest';
import { sanitizeElement, sanitizeHtml } from '../../src/article/sanitize.ts';
import { pageOf } from './page.ts';

const PAGE = 'https://bay.example/news/wall';

function sanitized(html: string): string {
  const window = pageOf('');
  const inert = window.document.implementation.createHTMLDocument('');
  const element = inert.createElement('div');
  element.append(...new window.DOMParser().parseFromString(html, 'text/html').body.childNodes);
  sanitizeElement(element, window, PAGE);
  return element.innerHTML;
}

function reparsed(html: string): string {
  const window = pageOf('');
  const holder = window.document.createElement('div');
  holder.append(sanitizeHtml(html, window.document, window));
  return holder.innerHTML;
}

const PAYLOADS = [
  '<img src=x onerror=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<a href="javas&#9;cript:alert(1)">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="vbscript:x">a</a><a href="blob:https://bay.example/1">b</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<base href="javascript:alert(1)//"><a href="x">a</a>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<p style="background:url(javascript:alert(1))" onclick="alert(1)">p</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template><script>alert(1)</script>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>"><link rel=stylesheet href="//evil.example/a.css">',
  '<button formaction="javascript:alert(1)">b</button><input autofocus onfocus=alert(1)>',
  '<video poster="javascript:alert(1)" src="x"></video><audio src=x onerror=alert(1)></audio>',
  '<div id="documentElement" name="x" is="my-thing" slot="s" part="p" tabindex="1" contenteditable>d</div>',
];

test.each(PAYLOADS)('nothing that runs is left of %s', (html) => {
  for (const result of [sanitized(html), reparsed(html)]) {
    expect(result).not.toMatch(
      /alert|script:|<(script|style|svg|iframe|object|embed|form|button|input|link|meta|base|video)/i,
    );
    expect(result).not.toMatch(/\s(on\w+|style|srcdoc|name|slot|part|tabindex|contenteditable)=/i);
  }
});

test('the main part of the page is not the main part of the page that shows the article', () => {
  expect(sanitized('<main><p>Text.</p></main>')).toBe('<p>Text.</p>');
});

test('what an article is made of stays', () => {
  const html =
    '<h2>H</h2><p lang="fr" dir="ltr">a <em>b</em><sup>1</sup></p><ul><li>c</li></ul><blockquote><p>q</p></blockquote>' +
    '<pre><code>x  y</code></pre><figure><img src="https://i.example/a.jpg" alt="A" width="3" height="2"><figcaption>c</figcaption></figure>' +
    '<table><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table><math><mi>x</mi></math>';
  expect(sanitized(html)).toBe(html);
  expect(reparsed(html)).toBe(html);
});

test('links within the article keep meeting their targets, other ids go', () => {
  expect(sanitized(`<a href="${PAGE}#fn%201" class="note">1</a><p id="fn 1">Note</p><p id="other">x</p>`)).toBe(
    '<a href="#lectern-fn 1" class="note">1</a><p id="lectern-fn 1">Note</p><p>x</p>',
  );
  expect(sanitized('<a href="#elsewhere">e</a>')).toBe(`<a href="${PAGE}#elsewhere" rel="noopener noreferrer">e</a>`);
  expect(reparsed('<a href="#lectern-fn">1</a><p id="lectern-fn">Note</p>')).toBe(
    '<a href="#lectern-fn">1</a><p id="lectern-fn">Note</p>',
  );
});

test('only addresses for people stay, and a link that leads nowhere is its words', () => {
  expect(sanitized('<a href="mailto:a@b.example">m</a><a href="tel:+1">t</a><a href="ftp://x.example">f</a>')).toBe(
    '<a href="mailto:a@b.example" rel="noopener noreferrer">m</a><a href="tel:+1" rel="noopener noreferrer">t</a>f',
  );
});

test('no Trusted Types policy is asked for', () => {
  const window = pageOf('');
  let policies = 0;
  Object.defineProperty(window, 'trustedTypes', {
    value: { createPolicy: () => ++policies, emptyHTML: '', emptyScript: '' },
  });
  sanitizeHtml('<p>a</p>', window.document, window);
  expect(policies).toBe(0);
});
