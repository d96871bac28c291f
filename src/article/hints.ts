import { collapseWhiteSpace } from '../text/white-space.ts';
import type { Direction } from './article.ts';
import { elementsUnder } from './elements.ts';
import { decodeEntities, readArticleData } from './json-ld.ts';
import { unclobbered } from './unclobbered.ts';

/** What a page says of itself, apart from its text. */
export interface Hints {
  title: string | null;
  byline: string | null;
  siteName: string | null;
  publishedTime: string | null;
  /** BCP 47. */
  language: string | null;
  direction: Direction | null;
  /** A sentence or two on the article; at many sites it is the very standfirst. */
  description: string | null;
  /** True where the page says that it is one article, rather than a list of several. */
  declaresArticle: boolean;
  /** The text of the article as the page's JSON-LD gives it. */
  body: string | null;
}

/**
 * Step 2: gathers what the live page says of itself. Reads the live page because the snapshot leaves head and scripts
 * behind. Where sources disagree the order is: JSON-LD, which is made for the single article; then OpenGraph and its
 * kin, which are made for sharing; then plain meta elements; then the marks in the page's own text.
 */
export function gatherHints(live: Document): Hints {
  const marks = collectMarks(live);
  const data = readArticleData(marks.scripts);
  const meta = readMeta(marks.metas);
  const root = unclobbered(live, 'documentElement');
  const siteName = meta.get('og:site_name') ?? data?.publisher ?? meta.get('application-name') ?? null;
  return {
    title: titleOf(live, marks.headlines, siteName, data?.headline ?? null, meta),
    byline: bylineOf(data?.authors ?? [], meta, marks.elements),
    siteName,
    publishedTime: timeOf(data?.published ?? null, meta, marks.times),
    language:
      languageTag(root?.getAttribute('lang') ?? root?.getAttribute('xml:lang')) ??
      languageTag(data?.language) ??
      languageTag(meta.get('content-language')) ??
      languageTag(meta.get('og:locale')),
    direction: directionOf(root?.getAttribute('dir') ?? unclobbered(live, 'body')?.getAttribute('dir')),
    description: data?.description ?? first(meta, ['og:description', 'description', 'twitter:description']),
    declaresArticle: data !== null || meta.get('og:type') === 'article' || meta.has('article:published_time'),
    body: data?.body ?? null,
  };
}

/** The elements of a page that speak of the article, each kind in document order. */
interface Marks {
  scripts: Element[];
  metas: Element[];
  headlines: Element[];
  times: Element[];
  /** All elements, for what is seldom looked for. */
  elements: readonly Element[];
}

const AUTHOR_CLASS = /(?:^|[\s_-])(?:byline__name|author-name|byline)(?:\s|$)/;

/** One walk through the live page for all of them. */
function collectMarks(live: Document): Marks {
  const root = unclobbered(live, 'documentElement');
  const elements = root === null ? [] : elementsUnder(root);
  const marks: Marks = { scripts: [], metas: [], headlines: [], times: [], elements };
  for (const element of elements) {
    const name = unclobbered(element, 'localName');
    if (name === 'script') marks.scripts.push(element);
    else if (name === 'meta') marks.metas.push(element);
    else if (name === 'h1') marks.headlines.push(element);
    else if (name === 'time') marks.times.push(element);
  }
  return marks;
}

function isAuthor(element: Element): boolean {
  const read = unclobbered(element, 'getAttribute');
  if (/(?:^|\s)author(?:\s|$)/.test(`${read('rel') ?? ''} ${read('itemprop') ?? ''}`)) return true;
  return AUTHOR_CLASS.test(read('class') ?? '');
}

/** The contents of the meta elements by lower-case name; the first of a name counts. */
function readMeta(metas: readonly Element[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of metas) {
    const names =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('http-equiv');
    const content = collapseWhiteSpace(decodeEntities(element.getAttribute('content') ?? ''));
    if (content === '') continue;
    for (const name of (names ?? element.getAttribute('itemprop') ?? '').toLowerCase().split(/\s+/))
      if (name !== '' && !found.has(name)) found.set(name, content);
  }
  return found;
}

function first(meta: ReadonlyMap<string, string>, names: readonly string[]): string | null {
  for (const name of names) {
    const content = meta.get(name);
    if (content !== undefined) return content;
  }
  return null;
}

/** Names after the headline in `<title>`: "Headline - Site", "Headline | Section | Site". */
const TITLE_SEPARATOR = /\s+[|\-–—·•»:/]\s+|\s*[|｜]\s*/;

/**
 * The headline: of the h1 elements the one that says most nearly what the metadata says, since that is what the
 * reader saw; without such a one the metadata itself, less the site's name.
 */
function titleOf(
  live: Document,
  headlines: readonly Element[],
  siteName: string | null,
  headline: string | null,
  meta: ReadonlyMap<string, string>,
) {
  const documentTitle = collapseWhiteSpace(unclobbered(live, 'title'));
  const claims = [headline, first(meta, ['og:title', 'twitter:title', 'dc.title', 'parsely-title']), documentTitle];
  const claimed = claims.filter((claim) => claim !== null && claim !== '');
  let best: string | null = null;
  let nearest = 0.5;
  for (const heading of headlines) {
    const text = collapseWhiteSpace(heading.textContent ?? '');
    if (text.length > 300 || !/\p{L}/u.test(text)) continue;
    for (const claim of claimed) {
      const nearness = likeness(text, claim ?? '');
      if (nearness > nearest) [best, nearest] = [text, nearness];
    }
  }
  return best ?? withoutSiteName(claimed[0] ?? '', siteName);
}

function withoutSiteName(title: string, siteName: string | null): string | null {
  if (title === '') return null;
  const parts = title.split(TITLE_SEPARATOR);
  const kept = parts.filter((part, index) => index === 0 || likeness(part, siteName ?? '') < 0.6);
  if (kept.length === parts.length) return title;
  // The separators stay as they were between the parts that stay.
  const last = kept.at(-1) ?? title;
  return title.slice(0, title.lastIndexOf(last) + last.length).trim() || title;
}

/** How alike two lines are: the share of the words that both have in the words that either has, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const words = (line: string) => new Set(line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [a, b] = [words(one), words(other)];
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}

function bylineOf(authors: readonly string[], meta: ReadonlyMap<string, string>, elements: readonly Element[]) {
  const named = authors.filter(isName).join(', ');
  if (named !== '') return cleanByline(named);
  const claimed = first(meta, ['author', 'parsely-author', 'dc.creator', 'article:author', 'sailthru.author', 'byl']);
  if (claimed !== null && isName(claimed)) return cleanByline(claimed);
  for (const element of elements) {
    if (!isAuthor(element)) continue;
    const text = collapseWhiteSpace(element.textContent ?? '');
    if (text !== '' && text.length <= 100 && isName(text)) return cleanByline(text);
  }
  return null;
}

/** Not an address, as `article:author` often is one, and not an account such as "admin". */
function isName(claim: string): boolean {
  return !/^(https?:|\/\/|www\.)/i.test(claim) && !/^(admin|administrator|editor|staff|null|undefined)$/i.test(claim);
}

/** Takes off a leading "By" (in the languages whose news pages use one). */
export function cleanByline(byline: string): string | null {
  const bare = byline
    .replace(/^(?:by|von|par|por|di|door|av|af|przez|автор)\b[\s:]+/iu, '')
    .replace(/[\s,;|·•-]+$/u, '');
  return bare.trim() || null;
}

function timeOf(published: string | null, meta: ReadonlyMap<string, string>, times: readonly Element[]) {
  const claims = [
    published,
    first(meta, ['article:published_time', 'datepublished', 'og:published_time', 'parsely-pub-date', 'pubdate']),
    first(meta, ['date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'publishdate', 'sailthru.date']),
    times.find((time) => /datePublished/.test(time.getAttribute('itemprop') ?? ''))?.getAttribute('datetime'),
    times.find((time) => time.hasAttribute('datetime'))?.getAttribute('datetime'),
  ];
  for (const claim of claims) {
    const time = isoTime(claim);
    if (time !== null) return time;
  }
  return null;
}

/** A date as ISO 8601: as it stands where it is that already, else converted where the runtime can read it. */
function isoTime(claim: string | null | undefined): string | null {
  if (claim === null || claim === undefined) return null;
  const iso = claim
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:)/, '$1T$2')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return null;
  if (/^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?)?)?$/.test(iso)) return iso;
  return new Date(time).toISOString();
}

/** A language tag in canonical form ("en_us" is "en-US"); null for what is none. */
export function languageTag(claim: string | null | undefined): string | null {
  const tag = claim?.split(/[,;]/)[0]?.trim().replace(/_/g, '-') ?? '';
  if (tag === '' || /^x-/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function directionOf(value: string | null | undefined): Direction | null {
  const direction = value?.trim().toLowerCase();
  return direction === 'rtl' || direction === 'ltr' ? direction : null;
}
