import type { ArticleHeadRules } from './article-head.ts';
import { elementsUnder, textOf } from './elements.ts';
import { letters, likeness } from './likeness.ts';
import { wordCount } from './line-signs.ts';
import { withoutSiteName } from './site-name.ts';
import { localNameOf, unclobbered } from './unclobbered.ts';

/**
 * The headline. `claims` is what the page's data says: JSON-LD, OpenGraph, then others, `<title>` last. Where the first
 * two say the same, that is it. Otherwise it is the heading that says what one of them says, since that is what
 * the reader saw. A heading among the links of a breadcrumb is written for search engines, and so is data that
 * repeats it: the headline is then looked for among the headings of the second level.
 */
export function headlineOf(
  claims: readonly (string | null)[],
  headings: readonly Element[],
  siteNames: readonly string[],
  patterns: ArticleHeadRules['patterns'],
): string | null {
  const bare = claims.map((claim) => withoutSiteName(claim ?? '', siteNames, patterns.titleSeparator));
  const [data = '', shared = ''] = bare;
  const main = headings.filter((heading) => heading.localName === 'h1' && letters(textOf(heading)) !== '');
  const crumbs = main.filter((heading) => isBreadcrumb(heading, patterns.breadcrumb));
  const shown = (main.length > crumbs.length ? main : headings).filter((heading) => !crumbs.includes(heading));
  const forSearch = (claim: string) => Number(crumbs.some((crumb) => says(textOf(crumb), claim)));
  const said = bare.filter((claim) => claim !== '').sort((one, other) => forSearch(one) - forSearch(other));
  const agreed = data !== '' && says(data, shared);
  const lines = shown.flatMap((heading) => [heading, ...elementsUnder(heading)]).map(textOf);
  for (const claim of agreed ? [shared] : said) {
    const line = lines.find((line) => says(line, claim));
    // The data keeps apart what the page sets on lines of their own.
    if (line !== undefined) return claim.replace('...', '…').length > line.length ? claim : line;
  }
  return (agreed ? shared : (nearest(shown, said, patterns.kicker) ?? ownHeadline(shown))) ?? said[0] ?? null;
}

function says(line: string, claim: string): boolean {
  return letters(line) === letters(claim);
}

/** Searched this far up, from the heading itself: list item, list, scroller, bar. */
const BREADCRUMB_LEVELS = 5;

function isBreadcrumb(heading: Element, breadcrumb: RegExp): boolean {
  let element: Element | null = heading;
  for (let level = 0; element !== null && level < BREADCRUMB_LEVELS; level++) {
    const mark = `${unclobbered(element, 'localName')} ${element.getAttribute('class')}`;
    if (breadcrumb.test(mark)) return true;
    element = unclobbered(element, 'parentElement');
  }
  return false;
}

/** A heading of fewer words may name the section or the site. */
const HEADLINE_WORDS = 4;

/** A heading deeper in a box of the article than in its head is that of a part. */
const HEAD_LEVELS = 3;

/** The one heading at the head of an article's own box: the reader saw it, whatever the data has for search engines. */
function ownHeadline(headings: readonly Element[]): string | null {
  const own = headings.filter((heading) => heading.localName === 'h1' && isInArticle(heading));
  const line = own.length === 1 && own[0] ? textOf(own[0]) : '';
  return wordCount(line) >= HEADLINE_WORDS ? line : null;
}

function isInArticle(heading: Element): boolean {
  let box: Element | null = unclobbered(heading, 'parentElement');
  for (let level = 0; box !== null && level < HEAD_LEVELS; level++) {
    if (localNameOf(box) === 'article') return true;
    box = unclobbered(box, 'parentElement');
  }
  return false;
}

/** The heading that says most nearly what the data says, without the kicker above it. */
function nearest(headings: readonly Element[], claims: readonly string[], kicker: RegExp): string | null {
  let best: string | null = null;
  let most = 0.5;
  for (const heading of headings) {
    const line = withoutKicker(heading, kicker);
    for (const claim of claims) {
      const alike = likeness(line, claim);
      if (alike > most) [best, most] = [line, alike];
    }
  }
  return best;
}

function withoutKicker(heading: Element, kicker: RegExp): string {
  const line = textOf(heading);
  const above = elementsUnder(heading).find((element) => kicker.test(element.getAttribute('class') ?? ''));
  // What joined the two goes too; it is often there for screen readers alone.
  const rest = above === undefined ? '' : line.replace(textOf(above), '').replace(/^[\s:|–—-]+/, '');
  return rest || line;
}
