import type { ArticleHeadRules } from './article-head.ts';
import { beforeDate } from './line-dates.ts';

type HeadPatterns = ArticleHeadRules['patterns'];

/** Each name once, without "By", dates and what the person does; no address, no account and nothing else that links say. */
export function cleanNames(list: readonly string[], head: HeadPatterns, language: string | null): string {
  const found = new Map<string, string>();
  for (const entry of list) {
    const [name, ...others] = entry
      .split('|')
      .flatMap((part) => withoutDate(part, head, language).split(/,\s+/))
      .map((part) => cleanByline(part, head.bylineLabel))
      .filter((part) => part !== '');
    if (name === undefined || !isName(name, head)) continue;
    const people = others.filter((part) => isName(part, head) && !head.role.test(part));
    const cleaned = [withoutDoubling(name), ...people].join(', ');
    if (!found.has(cleaned.toLowerCase())) found.set(cleaned.toLowerCase(), cleaned);
  }
  return [...found.values()].join(', ');
}

/** Takes off a leading "By" with the marks before it, an account behind the name, and what stands loose at the end. */
export function cleanByline(byline: string, label: RegExp): string {
  return byline
    .replace(/^[^\p{L}\p{N}@(（【"'“‘]+/u, '')
    .replace(label, '')
    .replace(/\s@.*$/u, '')
    .replace(/[\s,;|/·•–—-]+$/u, '');
}

/** A byline up to the date in it: "Nora Field posted on Tuesday, 4 May" names Nora Field. */
export function withoutDate(byline: string, head: HeadPatterns, language: string | null): string {
  const before = beforeDate(byline, language);
  return before === byline ? byline : before.replace(head.dateLabel, '');
}

/** Not an account, an address, or what a link beside a name says. */
export function isName(text: string, head: HeadPatterns): boolean {
  return !head.account.test(text) && !head.besideName.test(text);
}

/** Some pages hold a name twice, for narrow and for wide windows. */
function withoutDoubling(name: string): string {
  const half = name.slice(0, name.length / 2);
  return half.includes(' ') && half + half === name ? half : name;
}
