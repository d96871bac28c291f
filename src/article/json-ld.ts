import { collapseWhiteSpace } from '../text/white-space.ts';
import type { ArticleHeadRules } from './article-head.ts';

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
  /** True where the page says that its text is not free to read. */
  isForSubscribers: boolean;
}

/** What named character references stand for, by name. */
export type EntityNames = Readonly<Record<string, string>>;

type Item = Readonly<Record<string, unknown>>;

/** Items nested deeper than this are not looked into: hostile data could nest without end. */
const DEEPEST = 6;

/**
 * Reads a page's JSON-LD from its script elements; null where none tells of an article. Broken ones are passed over. Of
 * several articles it is the one whose address has the page's own `path`.
 */
export function readArticleData(
  scripts: readonly Element[],
  path: string,
  { entities, patterns }: ArticleHeadRules,
): ArticleData | null {
  const items: Item[] = [];
  for (const script of scripts)
    if (/^application\/ld\+json\b/i.test(script.getAttribute('type') ?? ''))
      collectItems(parse(script.textContent ?? '', entities), items, 0);
  const articles = items.filter((item) => strings(item['@type']).some((type) => patterns.articleType.test(type)));
  const own = articles.filter((item) => addresses(item).some((address) => address.includes(path)));
  const likely = own.length > 0 ? own : articles;
  const article = likely.find((item) => text(item.articleBody) !== null) ?? likely[0];
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
    isForSubscribers: /^false$/i.test(String(article.isAccessibleForFree)),
  };
}

function parse(source: string, entities: EntityNames): unknown {
  const json = source.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*;?\s*$/g, '');
  // Many sites escape their JSON-LD as if it were HTML.
  const decode = (_: string, value: unknown) => (typeof value === 'string' ? decodeEntities(value, entities) : value);
  try {
    return JSON.parse(json, decode);
  } catch {
    try {
      // The commonest fault by far: line breaks and tabs that stand bare inside strings.
      return JSON.parse(json.replace(/\p{Cc}+/gu, ' '), decode);
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

/** The addresses of the page that an item is about. */
function addresses(item: Item): string[] {
  return strings([item, item.mainEntityOfPage].flatMap((page) => (isItem(page) ? [page.url, page['@id']] : page)));
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((member) => typeof member === 'string');
}

function names(value: unknown, byId: ReadonlyMap<unknown, Item>): string[] {
  const found = [value].flat(3).flatMap((member: unknown) => {
    if (!isItem(member)) return text(member);
    return [member.name ?? byId.get(member['@id'])?.name].flat().map(text);
  });
  return [...new Set(found.filter((name) => name !== null))];
}

/** A string's text without markup. */
function text(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return null;
  return collapseWhiteSpace(first.replace(/<\/?[a-z][^>]*>/gi, ' ')) || null;
}

/** Decodes numeric character references and the `named` ones, escaped once or twice. */
export function decodeEntities(source: string, named: EntityNames): string {
  return source.replace(/&(?:amp;)?(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
