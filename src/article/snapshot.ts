import type { Removal } from './article.ts';
import { MarkedClutter, type SaidOfArticle } from './clutter.ts';
import type { ClutterRules } from './clutter-rules.ts';
import { carryAttributes } from './copied-attributes.ts';
import { dropFarMenus } from './far-menus.ts';
import { SHOWN_FILE } from './lazy-images.ts';
import { type Part, readFragmentParts, readParts } from './page-parts.ts';
import { type PageSurvey, surveyPage } from './page-survey.ts';
import { unclobbered } from './unclobbered.ts';

const NOTHING_SAID: SaidOfArticle = { title: null, descriptions: [], declaresArticle: false };

/** Where hidden and outlying parts go: most are menus and dialogs, and yet some pages keep the article in one. */
export type OutlyingParts = 'left out' | 'kept';

/**
 * Step 1: copies a live document into an inert one that runs no script, loads nothing and can be taken apart. Comes
 * first because every later step changes what it reads. Open shadow roots are flattened into the copy, scripts and
 * styles stay behind (which pays for the copying: later steps have less to walk through), and everything is an HTML
 * element in it, also where the page is XHTML. Outlying parts are those that are hidden, beside the article, marked
 * as clutter, or menus far from the text; those marked are noted in `removed`. The live document is only read.
 */
export function takeSnapshot(
  live: Document,
  baseAddress: string,
  outlying: OutlyingParts,
  rules: ClutterRules,
  removed: Removal[],
  about: SaidOfArticle = NOTHING_SAID,
  survey: PageSurvey = surveyPage(live),
): Document {
  const body = unclobbered(live, 'body');
  const copy = emptyCopy(live, baseAddress);
  if (body === null) return copy;
  const clutter = outlying === 'kept' ? null : new MarkedClutter(body, survey, rules, removed, about);
  const parts = readParts(body, clutter);
  // Whether a page is a list of articles is told by its links.
  if (outlying === 'left out' && about.declaresArticle) dropFarMenus(parts);
  // Built up outside the document: browsers and jsdom then keep no indexes for the nodes meanwhile.
  copy.body.replaceWith(makeElement(parts, copy));
  return copy;
}

/** Copies parts of a live document the same way, each into a box of its own; nothing is left out of them. */
export function copyFragments(fragments: readonly Node[], live: Document, baseAddress: string): Document {
  const copy = emptyCopy(live, baseAddress);
  for (const fragment of fragments) copy.body.append(makeElement(readFragmentParts(fragment), copy));
  return copy;
}

function emptyCopy(live: Document, baseAddress: string): Document {
  const copy = unclobbered(live, 'implementation').createHTMLDocument('');
  const base = copy.createElement('base');
  base.href = baseAddress;
  copy.head.append(base);
  return copy;
}

/** The address that a page's relative addresses start from: its own where its `<base>` leads out of the web. */
export function baseAddressOf(live: Document): string {
  const base = unclobbered(live, 'baseURI');
  return /^(https?|file):/i.test(base) ? base : unclobbered(live, 'URL');
}

/** No deeper than the parts, which are put beside each other where a page nests without end. */
function makeElement(part: Part, copy: Document): Element {
  if (part.formula !== null) return copy.importNode(part.formula, true);
  const made = copy.createElement(part.name);
  carryAttributes(part.attributes, part.marks, made);
  if (part.shownFile !== null) made.setAttribute(SHOWN_FILE, part.shownFile);
  for (const child of part.children) {
    // Joins when it is complete: what a tree keeps count of is counted anew for every node that joins it.
    made.appendChild(typeof child === 'string' ? copy.createTextNode(child) : makeElement(child, copy));
  }
  return made;
}
