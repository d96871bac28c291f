import { directionOfLanguage, languageOfScript } from '../text/script-language.ts';
import { collapseWhiteSpace } from '../text/white-space.ts';
import type { Article, Direction, Removal, TextBlock } from './article.ts';
import { typeBlocks } from './block-kinds.ts';
import { layoutOf } from './boxes.ts';
import { elementsNamed, elementsUnder, MARKS } from './elements.ts';
import { joinCaptions } from './figures.ts';
import { isSameText } from './likeness.ts';
import { lineSignsFor, wordCount } from './line-signs.ts';
import { pruneBlocks } from './prune.ts';
import type { ReadingRules } from './reading-rules.ts';
import { segmentBlocks, type Unit } from './segment.ts';

/** What is known of an article beside its text. */
export type ArticleFacts = Pick<Article, 'title' | 'byline' | 'siteName' | 'publishedTime' | 'language' | 'url'> & {
  direction: Direction | null;
  description: string | null;
  /** A standfirst that the page shows outside the element that holds the article. */
  standfirst: string | null;
};

/**
 * Steps 7 to 10: cuts the sanitised element into blocks, takes out those that are no part of the article, types the
 * rest and hands the whole over as an article. `root` is used up.
 */
export function composeArticle(
  root: Element,
  facts: ArticleFacts,
  removed: Removal[],
  rules: ReadingRules,
  clutter: 'removed' | 'kept',
): Article {
  const { standfirst, direction, description, ...known } = facts;
  const segmented = segmentBlocks(root);
  const layout = layoutOf(segmented, root);
  const units = clutter === 'kept' ? segmented : pruneBlocks(segmented, facts, layout, root, rules, removed);
  const language = facts.language ?? languageOfScript(units.map(({ text }) => text).join(' '));
  typeBlocks(units, {
    lines: lineSignsFor(language, facts.byline, rules.lines(languageOfWords(language, units))),
    marks: rules.marks,
    layout,
    description,
    byline: facts.byline,
    pictured: picturedIn(root),
  });
  joinCaptions(units, root);
  if (standfirst !== null) preferStandfirst(units, root, standfirst);
  const shown = notesLast(standfirstFirst(units, root), root);
  const blocks = shown.map(({ id, element, kind, text }): TextBlock => {
    element.setAttribute('data-block', id);
    return { id, kind, text };
  });
  for (const element of elementsUnder(root)) {
    element.removeAttribute('class');
    element.removeAttribute(MARKS);
  }
  const content = root.ownerDocument.createDocumentFragment();
  content.append(...root.childNodes);
  return {
    ...known,
    language,
    direction: direction ?? directionOfLanguage(language),
    standfirst: blocks[0]?.kind === 'standfirst' ? blocks[0].text : null,
    blocks,
    content,
    removed,
  };
}

/** An English text has this many of its words at least, in one of all. */
const ENGLISH_SHARE = 0.08;
const ENGLISH_WORDS = /(?<!\S)(?:the|of|and|to|a|in)(?!\S)/g;

/** The language that the lines are in, as far as the page is to be believed: templates say English over many a text. */
function languageOfWords(language: string | null, units: readonly Unit[]): string | null {
  if (language === null || !/^en\b/i.test(language)) return language;
  const sample = units
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 4000);
  return (sample.match(ENGLISH_WORDS)?.length ?? 0) >= ENGLISH_SHARE * wordCount(sample) ? language : null;
}

/** A word or two may be a heading, or a name that begins a paragraph, as well as what a picture shows. */
const LEAST_OF_PICTURE = 4;

function picturedIn(root: Element): Set<string> {
  const texts = elementsNamed(root, 'img').map((image) => collapseWhiteSpace(image.getAttribute('alt') ?? ''));
  return new Set(texts.filter((text) => wordCount(text) >= LEAST_OF_PICTURE));
}

/** What the page says of itself knows better than the name of a paragraph, such as "lead", and than its place. */
function preferStandfirst(units: Unit[], root: Element, standfirst: string) {
  const shown = units.find(({ text }) => isSameText(text, standfirst));
  // A first paragraph that is the description word for word stays what it is.
  if (shown !== undefined && shown.kind !== 'byline') return;
  for (const unit of units) if (unit.kind === 'standfirst') unit.kind = 'paragraph';
  if (shown) shown.kind = 'standfirst';
  else units.unshift(standfirstUnit(root, standfirst));
}

function standfirstUnit(root: Element, text: string): Unit {
  const element = root.ownerDocument.createElement('p');
  element.textContent = text;
  root.prepend(element);
  return {
    id: 'standfirst',
    element,
    kind: 'standfirst',
    text,
    marks: '',
    linked: 0,
    leadsTo: null,
    leadsWithin: false,
    embeds: false,
    afterImage: false,
  };
}

/** The standfirst leads, whatever stood between it and the headline: a picture's caption or the byline. */
function standfirstFirst(units: readonly Unit[], root: Element): readonly Unit[] {
  const index = units.findIndex(({ kind }) => kind === 'standfirst');
  const unit = units[index];
  if (index <= 0 || unit === undefined) return units;
  root.prepend(unit.element);
  return [unit, ...units.slice(0, index), ...units.slice(index + 1)];
}

/** A remark on the article, such as a disclosure, waits until the article is read; embeds stay in their places. */
function notesLast(units: readonly Unit[], root: Element): readonly Unit[] {
  const start = units.findIndex(({ kind }) => kind === 'paragraph');
  const notes = units.filter(({ kind, embeds, element }, index) => {
    return index < start && kind === 'note' && !embeds && element.localName === 'p';
  });
  for (const { element } of notes) root.append(element);
  return notes.length === 0 ? units : [...units.filter((unit) => !notes.includes(unit)), ...notes];
}
