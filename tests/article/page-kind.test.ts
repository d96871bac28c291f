import { expect, test } from 'vitest';
import { pageKind } from '../../src/article/page-kind.ts';
import { pageOf } from './page.ts';

test.each([
  ['html', '<p>Hello</p>', 'text/html'],
  ['html', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'application/xhtml+xml'],
  ['feed', '<rss version="2.0"><channel/></rss>', 'application/xml'],
  ['feed', '<feed xmlns="http://www.w3.org/2005/Atom"/>', 'text/xml'],
  ['xml', '<sitemap/>', 'application/xml'],
  ['frameset', '<html><frameset cols="50%,50%"><frame src="a"></frameset></html>', 'text/html'],
  ['pdf', '<body><embed type="application/pdf" src="about:blank"></body>', 'text/html'],
] as const)('%s: %s', (kind, source, type) => {
  expect(pageKind(pageOf(source, undefined, type).document)).toBe(kind);
});

test.each([
  ['application/pdf', 'pdf'],
  ['image/png', 'image'],
  ['image/svg+xml', 'image'],
  ['video/mp4', 'video'],
  ['audio/mpeg', 'audio'],
  ['text/plain', 'text'],
  ['application/json', 'text'],
] as const)('%s is %s', (type, kind) => {
  // jsdom makes documents of few types; a browser has these for the viewers that it shows such files in.
  const { document, Document } = pageOf('<img>');
  Object.defineProperty(Document.prototype, 'contentType', { value: type });
  Reflect.setPrototypeOf(document, Document.prototype);
  expect(pageKind(document)).toBe(kind);
});

test('an article about a PDF file is no PDF', () => {
  const html = '<body><p>Read the report:</p><embed type="application/pdf" src="/r.pdf"></body>';
  expect(pageKind(pageOf(html).document)).toBe('html');
});
