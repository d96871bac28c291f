import { letters, likeness } from './likeness.ts';

/** True where a line is one of the site's names, or a part of one, as "AP News" of "apnews.com". */
export function isSiteName(line: string, siteNames: readonly string[]): boolean {
  const bare = letters(line);
  return siteNames.some((name) => (bare.length > 2 && letters(name).includes(bare)) || likeness(line, name) >= 0.6);
}

/**
 * The title up to the site's name and what follows it, such as a date; or what follows the site's name in front.
 * `separator` captures what it matches.
 */
export function withoutSiteName(title: string, siteNames: readonly string[], separator: RegExp): string {
  // Headline and names at the even places, what joins them at the odd ones.
  const parts = title.split(separator);
  const site = parts.findIndex((part, index) =>
    index === 0
      ? siteNames.some((name) => letters(name) === letters(part))
      : index % 2 === 0 && isSiteName(part, siteNames),
  );
  if (site < 0 || parts.length === 1) return title;
  return (site > 0 ? parts.slice(0, site - 1) : parts.slice(2)).join('');
}
