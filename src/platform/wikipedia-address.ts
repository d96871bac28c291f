/** The edition for whose article titles Lectern's glossary is written. */
export const ENGLISH = 'en';

/** Where the code of an edition is not the language's own subtag (meta.wikimedia.org, List of Wikipedias). */
const EDITIONS: Readonly<Record<string, string>> = {
  cmn: 'zh',
  fil: 'tl',
  gsw: 'als',
  in: 'id',
  iw: 'he',
  ji: 'yi',
  nb: 'no',
};

/** Bytes of UTF-8 in the longest title (mediawiki.org, Manual:Page title). */
const LONGEST_TITLE = 255;

/** What no title has (mediawiki.org, Manual:Page title). `|` would ask for two. */
const FORBIDDEN = /[#<>[\]{}|\p{Cc}\p{Cs}\uFFFD]|^\.{1,2}(?:\/|$)|\/\.{1,2}(?:\/|$)/u;

/** The code of the edition in a language (BCP 47): the first part of its host name. English where there is no language. */
export function editionOf(language: string | null): string {
  const subtag = /^[a-z]{2,3}(?=$|[-_])/.exec((language ?? ENGLISH).toLowerCase())?.[0] ?? ENGLISH;
  return EDITIONS[subtag] ?? subtag;
}

/** A title as addresses write it, with underscores; null where Wikipedia cannot have such an article. */
export function titleInAddress(title: string): string | null {
  const written = title.replace(/[\s_]+/g, '_').replace(/^_|_$/g, '');
  const bytes = new TextEncoder().encode(written).length;
  return written === '' || bytes > LONGEST_TITLE || FORBIDDEN.test(written) ? null : written;
}

/** Where the summary of an article is (Wikimedia REST API, `page/summary`). Titles are those of `titleInAddress`. */
export function summaryAddress(edition: string, title: string): string {
  return `https://${edition}.wikipedia.org/api/rest_v1/page/summary/${encodeURIComponent(title)}`;
}

/** Where the English edition tells how an article is called in another (MediaWiki Action API, `prop=langlinks`). */
export function otherTitleAddress(edition: string, title: string): string {
  const question = new URLSearchParams({
    action: 'query',
    prop: 'langlinks',
    titles: title,
    lllang: edition,
    redirects: '1',
    format: 'json',
    formatversion: '2',
  });
  return `https://${ENGLISH}.wikipedia.org/w/api.php?${question}`;
}

/** Where people read the article. */
export function articleAddress(edition: string, title: string): string {
  return `https://${edition}.wikipedia.org/wiki/${encodeURIComponent(title)}`;
}

/** Whether an answer comes from Wikipedia, wherever it was redirected to. */
export function isOnWikipedia(address: string): boolean {
  return /^https:\/\/[a-z-]+\.wikipedia\.org\//.test(address);
}
