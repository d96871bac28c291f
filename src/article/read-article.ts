import type { Article, Direction, Reading, Removal } from './article.ts';
import { bylineOf } from './authors.ts';
import { type ArticleFacts, composeArticle } from './compose.ts';
import { doubtOf, measureLinks, NO_LINKS } from './doubt.ts';
import { elementsUnder } from './elements.ts';
import { type Body, findBody } from './find-body.ts';
import { gatherHints, type Hints } from './hints.ts';
import { resolveImages } from './lazy-images.ts';
import { findLeadTexts, rejoinLeadTexts } from './lead-texts.ts';
import { findLooseParts, rejoinLooseParts } from './loose-parts.ts';
import { notePlaces, restoreLostParts } from './lost-parts.ts';
import { pageKind } from './page-kind.ts';
import { surveyPage } from './page-survey.ts';
import { readText } from './read-text.ts';
import type { ReadingRules, ReadingTools } from './reading-rules.ts';
import { sanitizeElement } from './sanitize.ts';
import { putBack, setAside } from './set-aside.ts';
import { baseAddressOf, type OutlyingParts, takeSnapshot } from './snapshot.ts';
import { findShownStandfirst, type ShownStandfirst } from './standfirst.ts';
import { tidyPictures } from './tidy-pictures.ts';
import { unclobbered } from './unclobbered.ts';

/** Reads the article of a live document in one go. Null where there is none; never throws; never changes the document. */
export function readArticle(document: Document, tools: ReadingTools): Reading | null {
  const steps = readingSteps(document, tools);
  try {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  } catch {
    return null;
  }
}

/** The same, waiting for `pause` between its steps so that the page behind stays usable. */
export async function readArticleInSteps(
  document: Document,
  tools: ReadingTools,
  pause: () => Promise<void>,
): Promise<Reading | null> {
  const steps = readingSteps(document, tools);
  try {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await pause();
    }
  } catch {
    return null;
  }
}

/** The page's own data tell of much more text where less than this share of it was found. */
const LEAST_OF_BODY = 0.5;

/** The steps from live document to article; may throw on documents that were never meant to be read. */
function* readingSteps(live: Document, tools: ReadingTools): Generator<void, Reading | null, void> {
  const url = unclobbered(live, 'URL');
  if (pageKind(live) === 'text') return readTextPage(live, url, tools.rules);
  const baseAddress = baseAddressOf(live);
  const survey = surveyPage(live);
  const hints = gatherHints(live, tools.rules.head, survey);
  yield;
  let best: Reading | null = null;
  // Some pages keep the article hidden until a script of theirs shows it, so what is hidden gets a second look.
  for (const outlying of ['left out', 'kept'] satisfies OutlyingParts[]) {
    let removed: Removal[] = [];
    let kept: Element[] = [];
    const takeCopy = () => {
      removed = [];
      const copy = takeSnapshot(live, baseAddress, outlying, tools.rules.clutter, removed, hints, survey);
      const elements = resolveImages(copy, baseAddress, tools.rules.pictures);
      kept = setAside(copy, elements, baseAddress, tools.rules);
      return copy;
    };
    const first = takeCopy();
    yield;
    const standfirst = findShownStandfirst(first, hints.descriptions);
    const elements = elementsUnder(first.body);
    const signs = hints.declaresArticle ? NO_LINKS : measureLinks(first);
    const loose = findLooseParts(first, elements, tools.rules.pictures);
    const places = notePlaces(elements);
    const leads = findLeadTexts(elements, hints.title, tools.rules.marks);
    // In a shadow root nothing of the live page is found by looking from outside.
    const names = { ...hints, siteNames: [hints.siteName ?? ''] };
    hints.byline ??= bylineOf([], elements, names, tools.rules.head.patterns);
    const body = findBody(first, elements, takeCopy, hints.title);
    yield;
    if (body === null) continue;
    restoreLostParts(body.element, places);
    rejoinLeadTexts(body.element, leads, tools.rules.marks);
    rejoinLooseParts(body.element, loose);
    putBack(body.element, kept);
    tidyPictures(body.element, tools.rules.pictures);
    sanitizeElement(body.element, tools.window, url);
    const article = composeArticle(
      body.element,
      factsOf(url, hints, body, standfirst),
      removed,
      tools.rules,
      'removed',
    );
    yield;
    if (article.blocks.length === 0) continue;
    const reading = { article, doubt: doubtOf(article, hints, signs) };
    if (lengthOf(article) >= LEAST_OF_BODY * (hints.body?.length ?? 0)) return reading;
    if (best === null || lengthOf(article) > lengthOf(best.article)) best = reading;
  }
  if (best !== null) return best;
  const article = articleOfData(live, url, hints, tools.rules);
  return article === null ? null : { article, doubt: null };
}

function lengthOf({ blocks }: Article): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** A file of plain text, which browsers show in an element of their own making. */
function readTextPage(live: Document, url: string, rules: ReadingRules): Reading | null {
  const inert = unclobbered(live, 'implementation').createHTMLDocument('');
  const article = readText(unclobbered(live, 'body')?.textContent ?? '', inert, { url }, rules);
  return article === null ? null : { article, doubt: null };
}

/** Puts together what the page says of itself and what was found in it. */
export function factsOf(
  url: string,
  hints: Hints,
  body: Body | null,
  standfirst: ShownStandfirst | null,
): ArticleFacts {
  return {
    url,
    title: hints.title ?? '',
    byline: hints.byline,
    siteName: hints.siteName,
    publishedTime: hints.publishedTime,
    language: hints.language,
    direction: hints.direction ?? asDirection(body?.direction),
    description: standfirst?.description ?? hints.descriptions[0] ?? null,
    standfirst: standfirst?.text ?? null,
  };
}

function asDirection(value: string | null | undefined): Direction | null {
  return value === 'rtl' || value === 'ltr' ? value : null;
}

/** Where the page shows nothing to read, its own data may still hold the text, for instance behind a script that failed. */
function articleOfData(live: Document, url: string, hints: Hints, rules: ReadingRules): Article | null {
  if (hints.body === null) return null;
  const inert = unclobbered(live, 'implementation').createHTMLDocument('');
  const root = inert.createElement('div');
  for (const line of hints.body.split(/\s*\n\s*/)) {
    const paragraph = inert.createElement('p');
    paragraph.textContent = line;
    root.append(paragraph);
  }
  const article = composeArticle(root, factsOf(url, hints, null, null), [], rules, 'removed');
  return article.blocks.length > 0 ? article : null;
}
