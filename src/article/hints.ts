import { collapseWhiteSpace } from '../text/white-space.ts';
import type { Direction } from './article.ts';
import type { ArticleHeadRules } from './article-head.ts';
import { bylineOf } from './authors.ts';
import { headlineOf } from './headline.ts';
import { decodeEntities, type EntityNames, readArticleData } from './json-ld.ts';
import { isSameText } from './likeness.ts';
import { type PageSurvey, surveyPage } from './page-survey.ts';
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
  /** A sentence or two on the article that are not its headline, in the order of the sources; at many sites one is the very standfirst. */
  descriptions: string[];
  /** True where the page says that it is one article, rather than a list of several. */
  declaresArticle: boolean;
  /** The text of the article as the page's JSON-LD gives it; not where it is for subscribers alone. */
  body: string | null;
}

/**
 * Step 2: gathers what the live page says of itself. Reads the live page because the snapshot leaves head and scripts
 * behind. Where sources disagree the order is: JSON-LD, which is made for the single article; then OpenGraph and its
 * kin, which are made for sharing; then plain meta elements; then the marks in the page's own text.
 */
export function gatherHints(
  live: Document,
  head: ArticleHeadRules,
  { all, scripts, metas, headlines, times }: PageSurvey = surveyPage(live),
): Hints {
  const address = unclobbered(live, 'URL');
  const { host, pathname } = URL.canParse(address) ? new URL(address) : { host: '', pathname: '' };
  const data = readArticleData(scripts, pathname.replace(/\/$/, ''), head);
  const meta = readMeta(metas, head.entities);
  const root = unclobbered(live, 'documentElement');
  const siteName = first(meta, ['og:site_name']) ?? data?.publisher ?? first(meta, ['application-name']);
  const siteNames = [siteName ?? '', data?.publisher ?? '', host];
  const shared = head.metaNames.title.map((name) => first(meta, [name]));
  const titles = [data?.headline ?? null, ...shared, collapseWhiteSpace(unclobbered(live, 'title'))];
  const contents = (kind: keyof ArticleHeadRules['metaNames']) =>
    head.metaNames[kind].map((name) => meta.get(name) ?? []);
  const language =
    languageTag(root?.getAttribute('lang') ?? root?.getAttribute('xml:lang')) ??
    languageTag(data?.language) ??
    languageTag(first(meta, ['content-language'])) ??
    languageTag(first(meta, ['og:locale']));
  const title = headlineOf(titles, headlines, siteNames, head.patterns);
  const authors = [data?.authors ?? [], ...contents('author')];
  return {
    title,
    byline: bylineOf(authors, all, { title, siteNames, language }, head.patterns),
    siteName,
    publishedTime: timeOf([data?.published, ...contents('published').flat()], times),
    language,
    direction: directionOf(root?.getAttribute('dir') ?? unclobbered(live, 'body')?.getAttribute('dir')),
    descriptions: [...new Set([data?.description ?? [], ...contents('description')].flat())].filter(
      (description) => title === null || !isSameText(description, title),
    ),
    declaresArticle: data !== null || first(meta, ['og:type']) === 'article' || meta.has('article:published_time'),
    body: data === null || data.isForSubscribers ? null : data.body,
  };
}

/** The contents of the meta elements by lower-case name, in document order. */
function readMeta(metas: readonly Element[], entities: EntityNames): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const element of metas) {
    const names =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('http-equiv');
    const content = collapseWhiteSpace(decodeEntities(element.getAttribute('content') ?? '', entities));
    if (content === '') continue;
    for (const name of (names ?? element.getAttribute('itemprop') ?? '').toLowerCase().split(/\s+/))
      if (name !== '') found.set(name, [...(found.get(name) ?? []), content]);
  }
  return found;
}

function first(meta: ReadonlyMap<string, readonly string[]>, names: readonly string[]): string | null {
  for (const name of names) {
    const content = meta.get(name)?.[0];
    if (content !== undefined) return content;
  }
  return null;
}

function timeOf(published: readonly (string | undefined | null)[], times: readonly Element[]): string | null {
  const claims = [
    ...published,
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
