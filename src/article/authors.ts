import { collapseWhiteSpace } from '../text/white-space.ts';
import type { ArticleHeadRules } from './article-head.ts';
import { cleanNames, isName, withoutDate } from './author-names.ts';
import { MARKS, nameSet } from './elements.ts';
import { letters } from './likeness.ts';
import { isSiteName } from './site-name.ts';
import { localNameOf } from './unclobbered.ts';

/** What is known of a page before its authors are looked for. */
interface PageNames {
  title: string | null;
  siteNames: readonly string[];
  /** BCP 47. */
  language: string | null;
}

/**
 * The authors, with ", " between them. `lists` are names in the page's data, the most trustworthy first. Where they name
 * none but the site itself, a name that the page shows near its headline, the `title`, is better.
 */
export function bylineOf(
  lists: readonly (readonly string[])[],
  elements: readonly Element[],
  { title, siteNames, language }: PageNames,
  head: ArticleHeadRules['patterns'],
): string | null {
  const clean = (list: readonly string[]) => cleanNames(list, head, language);
  const named = lists.map(clean).filter((names) => names !== '');
  const people = named.find((names) => !isSiteName(names, siteNames));
  if (people !== undefined) return people;
  const [certain, likely, overHeadline] = shownNames(elements, title, head, language);
  return clean(certain) || named[0] || clean(likely) || clean(overHeadline) || null;
}

/** Without a mark, only what cannot be a sentence such as "By Tuesday the wall was closed". */
const UNMARKED_BYLINE = /^[Bb]y \p{Lu}\S*(?: (?:\p{Lu}\S*|and))*$/u;

/** In characters: more than any line of authors, and less than a paragraph of an article. */
const LONGEST_BYLINE = 100;

const HEADLINES = nameSet('h1 h2');

const NEITHER = nameSet('form h1 h2 title');

/** The attributes that may call an element an author. */
const MARKING = new Set(['class', MARKS, 'rel', 'itemprop']);

/** So many paragraphs may stand between the headline and the authors: a standfirst, for instance. */
const PARAGRAPHS_ABOVE = 2;

/**
 * What a page shows as its authors. First what is certain: the links to authors' pages under its headline, else a line
 * that begins as bylines do. Then what is only marked as an author.
 */
function shownNames(
  elements: readonly Element[],
  title: string | null,
  head: ArticleHeadRules['patterns'],
  language: string | null,
) {
  const links: string[] = [];
  let line = '';
  let likely = '';
  let overHeadline = '';
  let above = -1;
  // A page repeats its class names by the hundred.
  const known = new Map<string, boolean>();
  const isMark = (value: string) => {
    const is = known.get(value) ?? head.authorMark.test(value);
    known.set(value, is);
    return is;
  };
  const isHeadline = headlineTest(elements, title);
  for (const element of elements) {
    const name = localNameOf(element);
    if (isHeadline === null ? name === 'h1' || (name === 'h2' && above < 0) : isHeadline(element)) {
      if (above < 0) [overHeadline, likely] = [likely, ''];
      above = PARAGRAPHS_ABOVE;
    }
    // The fields of a form can shadow what is read here; and a headline may well begin with "By".
    if (NEITHER.has(name)) continue;
    const marked = element
      .getAttributeNames()
      .some((mark) => MARKING.has(mark) && isMark(element.getAttribute(mark) ?? ''));
    const leads =
      element.getAttribute('rel') === 'author' ||
      (name === 'a' && head.authorPath.test(element.getAttribute('href') ?? ''));
    // The text of every element would be that of the page many times over.
    if (!marked && !leads && name !== 'p' && !opensAsByline(element, head)) continue;
    const text = collapseWhiteSpace(element.textContent ?? '');
    const label = head.bylineLabel.exec(text)?.[0] ?? '';
    const names = withoutDate(text.slice(label.length), head, language).replace(head.bylineRest, '');
    if (text.length > LONGEST_BYLINE) {
      if (name === 'p' && above > 0) above--;
      // The text has begun, and its authors stand over it.
      if (above === 0 && (links.length > 0 || line !== '')) break;
    } else if (above > 0 && leads && isName(text.slice(label.length), head)) links.push(text);
    else if (/[:：]/.test(label) || (above > 0 && label !== '' && (marked || UNMARKED_BYLINE.test(label + names))))
      line = narrower(line, names);
    else if (marked && element.closest('figure, blockquote') === null) likely = narrower(likely, text);
  }
  return [links.length > 0 ? links : [line], [likely], [overHeadline]] as const;
}

/** Tells the headings that say the headline; null where none does. */
function headlineTest(elements: readonly Element[], title: string | null): ((element: Element) => boolean) | null {
  const said = letters(title ?? '');
  const headings = elements.filter((element) => HEADLINES.has(localNameOf(element)));
  const saying = new Set(headings.filter((heading) => letters(heading.textContent ?? '') === said));
  return saying.size > 0 ? (element) => saying.has(element) : null;
}

/** By the text that an element begins with itself, without what it holds. */
function opensAsByline({ firstChild }: Element, head: ArticleHeadRules['patterns']): boolean {
  const opening = firstChild?.nodeValue?.trim() ?? '';
  return opening !== '' && head.bylineLabel.test(`${opening} `);
}

/** The first line that was found, or the part of it that an element within it holds. */
function narrower(line: string, found: string): string {
  return line.includes(found) || line === '' ? found || line : line;
}
