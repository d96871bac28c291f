import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import expected from './pages/expected.json' with { type: 'json' };

const FOLDER = fileURLToPath(new URL('pages/', import.meta.url));
const NOT_PAGES = ['README.md', 'expected.json', 'assets'];
/** Its markup is broken on purpose, and its addresses are bait. */
const HOSTILE = 'hostile-article.html';
const VOID_ELEMENTS = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));
const MAXIMUM_ASSET_BYTES = 40 * 1024;

interface ExpectedArticle {
  title: string;
  byline: string[];
  siteName: string | null;
  publishedTime: string | null;
  language: string | null;
  direction: string;
  firstWords: string;
  lastWords: string;
  paragraphs: number;
  captions: string[];
  present: string[];
  absent: string[];
}

const articles: [string, ExpectedArticle][] = Object.entries(expected.articles);
const files = readdirSync(FOLDER).filter((name) => !NOT_PAGES.includes(name));
const markupFiles = files.filter((name) => /\.(x?html|xml)$/.test(name));

/** The files that a served address is made of: a query does not matter, and the slow page comes in two halves. */
function filesOf(address: string): string[] {
  const name = address.replace(/\?.*/, '');
  return name === 'slow.html' ? ['slow-start.html', 'slow-end.html'] : [name];
}

function read(...names: string[]): string {
  return names.map((name) => readFileSync(FOLDER + name, 'utf8')).join('');
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the page says, in its tree, its templates and its metadata. */
function wordsOf(address: string): string {
  const source = read(...filesOf(address));
  if (address.endsWith('.txt')) return collapse(source);
  const { document } = parse(address, source);
  const roots = [document.documentElement, ...templateContents(document)];
  const metadata = [...document.querySelectorAll('meta[content]')].map((meta) => meta.getAttribute('content') ?? '');
  return collapse([...roots.map((root) => root.textContent ?? ''), ...metadata].join(' '));
}

function templateContents(root: ParentNode): DocumentFragment[] {
  return [...root.querySelectorAll('template')].flatMap(({ content }) => [content, ...templateContents(content)]);
}

function parse(name: string, source: string) {
  const contentType = /\.xhtml$/.test(name) ? 'application/xhtml+xml' : /\.xml$/.test(name) ? 'text/xml' : 'text/html';
  return new JSDOM(source, { contentType }).window;
}

/** What is wrong with the nesting of the tags: each element but the void ones must be closed in the order of opening. */
function nestingFault(source: string): string | null {
  const bare = source.replace(/<!--[\s\S]*?-->/g, '').replace(/(<(script|style)\b[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
  const open: string[] = [];
  for (const [tag, slash, rawName = ''] of bare.matchAll(/<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/g)) {
    const name = rawName.toLowerCase();
    if (slash) {
      const last = open.pop();
      if (last !== name) return `${tag} closes <${last ?? 'nothing'}>`;
    } else if (!VOID_ELEMENTS.has(name)) open.push(name);
  }
  return open.length > 0 ? `never closed: ${open.join(' ')}` : null;
}

/** The addresses that a browser loads by itself, and those that lazy images load later. */
function loadedAddresses(name: string): string[] {
  const { document } = parse(name, read(name));
  return [document, ...templateContents(document)].flatMap((root) =>
    [...root.querySelectorAll('[src], [poster], [data-src], link[rel]:not([rel=canonical])[href]')].flatMap((element) =>
      ['src', 'poster', 'data-src', 'href'].flatMap((attribute) => element.getAttribute(attribute) ?? []),
    ),
  );
}

test('every page has one expectation, and a line in the README', () => {
  const described = [...articles.map(([name]) => name), ...Object.keys(expected.others)].flatMap(filesOf);
  expect([...new Set(described)].sort()).toEqual([...files].sort());
  const readme = read('README.md');
  for (const file of files) expect(readme).toMatch(new RegExp(`^\\| \`${file.replace('.', '\\.')}\` +\\| .`, 'm'));
});

describe.each(articles)('%s', (address, article) => {
  const words = wordsOf(address);

  test('says all that is expected of it, and the clutter that must go', () => {
    const said = [article.title, article.firstWords, article.lastWords, ...article.captions, ...article.present];
    for (const phrase of [...said, ...article.absent]) expect(words).toContain(collapse(phrase));
    for (const name of article.byline) expect(words.toLowerCase()).toContain(name.toLowerCase());
    expect(words.indexOf(article.firstWords)).toBeLessThan(words.indexOf(article.lastWords));
    expect(article.paragraphs).toBeGreaterThan(3);
  });

  test('expects no clutter inside of what it keeps', () => {
    const kept = [article.title, article.siteName, article.firstWords, article.lastWords];
    for (const phrase of [...kept, ...article.byline, ...article.captions, ...article.present])
      for (const clutter of article.absent) expect(phrase ?? '').not.toContain(clutter);
  });

  test('expects the language, direction, site and time that the page states', () => {
    const source = read(...filesOf(address));
    expect(source.match(/<html[^>]* lang="([^"]+)"/)?.[1] ?? null).toBe(article.language);
    expect(source.match(/<html[^>]* dir="([^"]+)"/)?.[1] ?? 'ltr').toBe(article.direction);
    if (article.siteName !== null)
      expect(source).toContain(`<meta property="og:site_name" content="${article.siteName}"`);
    if (article.publishedTime !== null) {
      expect(source).toContain(`"article:published_time" content="${article.publishedTime}"`);
      expect(Number.isNaN(Date.parse(article.publishedTime))).toBe(false);
    }
  });
});

describe.each(markupFiles)('%s', (name) => {
  const source = read(name);

  test('is well formed', () => {
    if (name.startsWith('slow-')) expect(nestingFault(read('slow-start.html', 'slow-end.html'))).toBeNull();
    else if (name !== HOSTILE && !/xml$/.test(name) && !/xhtml$/.test(name)) expect(nestingFault(source)).toBeNull();
    const { document } = parse(name, source);
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('has linked data that can be read', () => {
    for (const script of parse(name, source).document.querySelectorAll('script[type="application/ld+json"]'))
      expect(JSON.parse(script.textContent ?? '')).toHaveProperty('@context', 'https://schema.org');
  });

  test('names no outside host', () => {
    const hosts = [...source.matchAll(/\b(?:https?:)?\/\/([\w-]+(?:\.[\w-]+)+)/g)].map(([, host]) => host ?? '');
    const identifiers = ['schema.org', 'ogp.me', 'www.w3.org', 'purl.org'];
    const bait = name === HOSTILE ? ['www.youtube.com'] : [];
    expect(hosts.filter((host) => ![...identifiers, ...bait].includes(host) && !host.endsWith('.example'))).toEqual([]);
  });

  test('loads only files that are here', () => {
    for (const address of name === HOSTILE ? [] : loadedAddresses(name)) {
      if (address.startsWith('data:') || address.startsWith('{{OTHER_ORIGIN}}/')) continue;
      expect(address).toMatch(/^[\w-][\w./-]*$/);
      expect(statSync(FOLDER + address).isFile()).toBe(true);
    }
  });
});

test('every asset is small, used, and asks for nothing from outside', () => {
  const pages = markupFiles.map((name) => read(name)).join('\n');
  for (const name of readdirSync(`${FOLDER}assets`)) {
    expect(statSync(`${FOLDER}assets/${name}`).size).toBeLessThan(MAXIMUM_ASSET_BYTES);
    expect(pages).toContain(`assets/${name}`);
    if (/\.(css|js)$/.test(name)) expect(read(`assets/${name}`)).not.toMatch(/\/\/[\w-]+\.\w|url\(|@import/);
    if (name.endsWith('.svg')) expect(read(`assets/${name}`)).not.toMatch(/href=|<script|url\(/);
  }
});

test('the hostile page has a payload of every kind', () => {
  const source = read(HOSTILE);
  const kinds = [
    '<script',
    'onerror=',
    'javascript:',
    'ontoggle=',
    '<base',
    'autofocus',
    'srcdoc=',
    '<use',
    '<animate',
  ];
  for (const kind of [...kinds, '<foreignObject', '<mglyph', '<noscript', '@import', 'rel="prefetch"', 'rel="preload"'])
    expect(source).toContain(kind);
  for (const kind of ['http-equiv="refresh"', '<object', '<embed', 'background-image', 'ping=', 'srcset=', 'poster='])
    expect(source).toContain(kind);
  const names = [...source.matchAll(/pwned\.push\('([\w-]+)'\)/g)].map(([, name]) => name);
  expect(new Set(names).size).toBeGreaterThan(50);
});
