import { expect, test } from 'vitest';
import { fittingCandidate, resolveImages } from '../../src/article/lazy-images.ts';
import { pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

test.each([
  ['/a.jpg 400w, /b.jpg 1280w, /c.jpg 2400w', '/b.jpg'],
  ['/a.jpg 400w, /b.jpg 800w', '/b.jpg'],
  ['/a.jpg, /b.jpg 2x, /c.jpg 3x', '/b.jpg'],
  [
    'https://i.example/w_400,h_300/a.jpg 400w,https://i.example/w_1200,h_900/a.jpg 1200w',
    'https://i.example/w_1200,h_900/a.jpg',
  ],
  ['', null],
])('of %s the fitting one is %s', (set, expected) => {
  expect(fittingCandidate(set)).toBe(expected);
});

function resolved(html: string) {
  const { document } = pageOf(`<body>${html}</body>`);
  resolveImages(document, 'https://bay.example/news/', RULES.pictures);
  return [...document.querySelectorAll('img')].map((image) => image.getAttribute('src'));
}

test.each([
  ['<img src="data:image/gif;base64,R0lGOD" data-src="a.jpg">', ['https://bay.example/news/a.jpg']],
  ['<img src="/spacer.gif" data-original="/b.jpg">', ['https://bay.example/b.jpg']],
  ['<img src="/images/google-pixel.jpg">', ['https://bay.example/images/google-pixel.jpg']],
  ['<img src="javascript:x()">', []],
  ['<img src="/count" width="1" height="1">', []],
  // With scripts on, browsers keep what is in a noscript as text.
  ['<noscript>&lt;img src="/n.jpg?a=1&amp;amp;b=2" alt="A > B"&gt;</noscript>', ['https://bay.example/n.jpg?a=1&b=2']],
])('%s', (html, expected) => {
  expect(resolved(html)).toEqual(expected);
});
