import { collapseWhiteSpace } from '../text/white-space.ts';

/** What a page's JSON-LD says of its article (schema.org/Article). */
export interface ArticleData {
  headline: string | null;
  authors: string[];
  publisher: string | null;
  published: string | null;
  language: string | null;
  description: string | null;
  /** The article's own text, which some pages give here as well. */
  body: string | null;
}

type Item = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:^|[/:])(?:\w*Article|Report|\w*BlogPosting|SocialMediaPosting|Review|ClaimReview)$/;

/** Items nested deeper than this are not looked into: hostile data could nest without end. */
const DEEPEST = 6;

/** Reads a page's JSON-LD from its script elements. Broken ones are passed over; null where none tells of an article. */
export function readArticleData(scripts: readonly Element[]): ArticleData | null {
  const items: Item[] = [];
  for (const script of scripts)
    if (/^application\/ld\+json\b/i.test(script.getAttribute('type') ?? ''))
      collectItems(parse(script.textContent ?? ''), items, 0);
  const articles = items.filter((item) => strings(item['@type']).some((type) => ARTICLE_TYPE.test(type)));
  const article = articles.find((item) => text(item.articleBody) !== null) ?? articles[0];
  if (article === undefined) return null;
  const byId = new Map(items.map((item) => [item['@id'], item]));
  return {
    headline: text(article.headline) ?? text(article.name),
    authors: names(article.author ?? article.creator, byId),
    publisher: names(article.publisher, byId)[0] ?? null,
    published: text(article.datePublished) ?? text(article.dateCreated),
    language: text(article.inLanguage),
    description: text(article.description),
    body: typeof article.articleBody === 'string' ? article.articleBody.trim() || null : null,
  };
}

function parse(source: string): unknown {
  const json = source.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*;?\s*$/g, '');
  try {
    return JSON.parse(json);
  } catch {
    try {
      // The commonest fault by far: line breaks and tabs that stand bare inside strings.
      return JSON.parse(json.replace(/\p{Cc}+/gu, ' '));
    } catch {
      return null;
    }
  }
}

function collectItems(value: unknown, items: Item[], depth: number) {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const member of value) collectItems(member, items, depth + 1);
  if (!isItem(value)) return;
  items.push(value);
  // Not into lists of items: on a front page those are the articles that it leads to.
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher'])
    collectItems(value[key], items, depth + 1);
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((member) => typeof member === 'string');
}

function names(value: unknown, byId: ReadonlyMap<unknown, Item>): string[] {
  const found = (Array.isArray(value) ? value : [value]).map((member: unknown) => {
    if (!isItem(member)) return text(member);
    return text(member.name) ?? text(byId.get(member['@id'])?.name);
  });
  return [...new Set(found.filter((name) => name !== null))];
}

/** A string's text. Entities are decoded: many sites escape their JSON-LD as if it were HTML. */
function text(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return null;
  return collapseWhiteSpace(decodeEntities(first).replace(/<\/?[a-z][^>]*>/gi, ' ')) || null;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»' },
};

/** Decodes numeric character references and the named ones that headlines use. */
export function decodeEntities(source: string): string {
  return source.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED_ENTITIES[name] ?? whole;
    const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
