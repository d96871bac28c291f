import { unclobbered } from './unclobbered.ts';

/** What a document is, as the browser shows it. */
export type PageKind = 'html' | 'pdf' | 'image' | 'video' | 'audio' | 'feed' | 'xml' | 'text' | 'frameset';

const FEED_ROOTS = new Set(['rss', 'feed', 'RDF']);

/** Types that a browser shows as plain text, in a `<pre>` of its own making or a viewer. */
const TEXT_TYPES = /^(text\/(plain|markdown|csv|javascript|css)|application\/(json|ld\+json|x?-?javascript|x-ndjson))$/;

/** Tells what a document is by its content type and its elements. */
export function pageKind(document: Document): PageKind {
  const type = String(unclobbered(document, 'contentType')).toLowerCase();
  if (type === 'application/pdf') return 'pdf';
  const media = /^(image|video|audio)\//.exec(type)?.[1];
  // An SVG image is a document of elements, and yet nothing to read.
  if (media === 'image' || media === 'video' || media === 'audio') return media;
  if (TEXT_TYPES.test(type)) return 'text';
  const root = unclobbered(document, 'documentElement');
  if (root === null) return 'xml';
  if (FEED_ROOTS.has(root.localName)) return 'feed';
  if (root.namespaceURI !== 'http://www.w3.org/1999/xhtml') return 'xml';
  if (/\bxml$/.test(type) && type !== 'application/xhtml+xml') {
    // Chromium shows XML in an HTML document of its own making, and keeps the source in it.
    const source = unclobbered(document, 'querySelector')('#webkit-xml-viewer-source-xml > *');
    return source !== null && FEED_ROOTS.has(source.localName) ? 'feed' : 'xml';
  }
  const body = unclobbered(document, 'body');
  // Chromium's PDF viewer is an HTML document with one embed in it.
  const only = body?.childElementCount === 1 ? body.firstElementChild : null;
  if (only?.localName === 'embed' && only.getAttribute('type') === 'application/pdf') return 'pdf';
  return body?.localName === 'frameset' ? 'frameset' : 'html';
}
