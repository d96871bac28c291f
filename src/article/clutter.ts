import { collapseWhiteSpace } from '../text/white-space.ts';
import type { Removal } from './article.ts';
import type { ClutterVerdict } from './clutter-data.ts';
import type { ClutterRules } from './clutter-rules.ts';
import { elementsUnder, nameSet, textsUnder } from './elements.ts';
import { findFormBoxes } from './forms.ts';
import type { Hints } from './hints.ts';
import { findOtherArticles } from './other-articles.ts';
import type { PageSurvey } from './page-survey.ts';
import { type Prose, proseOf } from './prose.ts';
import { unclobbered } from './unclobbered.ts';

/** What a removal keeps of the text it took, in UTF-16 units: a comment section may be longer than the article. */
const LONGEST_RECORD = 2000;

/** A box with more than this share of the page's prose is no clutter, whatever its class says. */
const MOST_OF_PROSE = 0.3;

/** A page with less prose in its paragraphs than this, in UTF-16 units, tells its story in loose text. */
const LITTLE_PROSE = 500;

/** A box with less text than this, in UTF-16 units, cannot be much of an article, and is not looked into. */
const SMALL_BOX = 200;

const OTHER_ARTICLE: ClutterVerdict = { rule: 'other-article', reason: 'removedOtherArticle' };
const FORM: ClutterVerdict = { rule: 'form', reason: 'removedForm' };
const BESIDE: ClutterVerdict = { rule: 'beside', reason: 'removedBeside' };

/** Elements that a class name alone must never take. */
const SPARED = nameSet('html body main article h1 p a em strong b i');

/** Whatever these hold is not shown as text. */
const UNSHOWN = new Set(['script', 'style', 'template', 'noscript']);

/** The headline, descriptions of the article, and whether the page says that it is one. */
export type SaidOfArticle = Readonly<Pick<Hints, 'title' | 'descriptions' | 'declaresArticle'>>;

/**
 * Tells while a page is copied which boxes are to stay behind, because their own class names or ids declare them to be
 * something else than the article. That is decided before Readability, whose scores such boxes distort, and on the
 * live page, so that no time is lost on copying them.
 */
export class MarkedClutter {
  readonly #rules: ClutterRules;
  readonly #survey: PageSurvey;
  /**
   * The verdicts given so far: a page repeats its class names by the hundred. Of this page alone: names kept longer
   * would keep the whole source that they are slices of.
   */
  readonly #known = new Map<string, ClutterVerdict | null>();
  readonly #removed: Removal[];
  readonly #forms: ReadonlySet<Element>;
  readonly #others: ReadonlySet<Element>;
  readonly #descriptions: ReadonlySet<string>;
  readonly #body: Element;
  #prose: Prose | null = null;
  #length: number | null = null;

  /** What stays behind is noted in `removed`; `about` is what the page's data says. */
  constructor(body: Element, survey: PageSurvey, rules: ClutterRules, removed: Removal[], about: SaidOfArticle) {
    this.#body = body;
    this.#rules = rules;
    this.#survey = survey;
    this.#removed = removed;
    this.#descriptions = new Set(about.descriptions);
    const { without } = rules;
    this.#forms = without.has(FORM.rule) ? new Set() : findFormBoxes(body, survey.fields);
    this.#others = without.has(OTHER_ARTICLE.rule)
      ? new Set()
      : findOtherArticles(survey.headlines, about.title, () => this.#proseOfPage());
  }

  /** True where `element`, of the given name, is to stay behind for its class names and id (`names`). */
  takes(element: Element, name: string, names: string): boolean {
    if (this.#others.has(element)) {
      this.#note(OTHER_ARTICLE, shownText(element), element);
      return true;
    }
    const isForm = this.#forms.has(element);
    if (SPARED.has(name) && !isForm) return false;
    const verdict = this.#verdictOf(names) ?? (isForm ? FORM : null);
    if (verdict === null) return false;
    const text = shownText(element);
    // Some sites call the lead of the article its teaser.
    if (this.#descriptions.has(collapseWhiteSpace(text))) return false;
    if ((isForm || text.length >= SMALL_BOX) && this.#holdsArticle(element)) return false;
    this.#note(verdict, text, element);
    return true;
  }

  #verdictOf(names: string): ClutterVerdict | null {
    const known = this.#known.get(names);
    if (known !== undefined) return known;
    const verdict = this.#rules.verdictOfMarks(names);
    this.#known.set(names, verdict);
    return verdict;
  }

  /** Notes a box that stays behind by its very name: an `aside`. */
  noteBeside(element: Element, names: string) {
    const verdict = this.#rules.verdictOfMarks(names) ?? BESIDE;
    if (!this.#rules.without.has(verdict.rule)) this.#note(verdict, shownText(element), element);
  }

  #note(verdict: ClutterVerdict, text: string, element: Element) {
    recordRemoval(this.#removed, verdict, text, { element, origin: 'page' });
  }

  /** A box that holds the headline, or much of all prose of the page, is the article or around it. */
  #holdsArticle(element: Element): boolean {
    if (elementsUnder(element).some(isHeart)) return true;
    const prose = this.#proseOfPage();
    const contains = unclobbered(element, 'contains');
    let held = 0;
    let paragraphs = 0;
    for (const paragraph of prose.paragraphs)
      if (contains(paragraph.element)) {
        held += paragraph.text.length;
        paragraphs++;
      }
    if (prose.length < LITTLE_PROSE) return shownText(element).length > MOST_OF_PROSE * this.#lengthOfPage();
    return paragraphs > 1 && held > MOST_OF_PROSE * prose.length;
  }

  #lengthOfPage(): number {
    this.#length ??= shownText(this.#body).length;
    return this.#length;
  }

  #proseOfPage(): Prose {
    this.#prose ??= proseOf(this.#survey.paragraphs);
    return this.#prose;
  }
}

/** Notes what was taken. Blank text is not worth telling a reader about. */
export function recordRemoval(
  removed: Removal[],
  { rule, reason }: ClutterVerdict,
  taken: string,
  place: Partial<Removal> = {},
) {
  const text = collapseWhiteSpace(taken);
  if (text === '') return;
  const shortened = text.length > LONGEST_RECORD ? `${text.slice(0, LONGEST_RECORD)}…` : text;
  removed.push({ rule, reason, text: shortened, element: null, origin: 'article', after: null, ...place });
}

function shownText(element: Element): string {
  const parts: string[] = [];
  for (const text of textsUnder(element)) {
    const holder = text.parentElement;
    if (/\S/.test(text.data) && !(holder !== null && UNSHOWN.has(unclobbered(holder, 'localName'))))
      parts.push(text.data);
  }
  return parts.join(' ');
}

function isHeart(element: Element): boolean {
  return (
    unclobbered(element, 'localName') === 'h1' || unclobbered(element, 'getAttribute')('itemprop') === 'articleBody'
  );
}
