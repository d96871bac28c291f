import { directionOfLanguage, languageOfScript } from '../text/script-language.ts';
import { collapseWhiteSpace } from '../text/white-space.ts';
import type { Article, BlockKind, Removal, TextBlock } from './article.ts';
import { cleanByline } from './author-names.ts';
import { recordRemoval } from './clutter.ts';
import type { ClutterVerdict } from './clutter-data.ts';
import { closesSentence, lineSignsFor, wordCount } from './line-signs.ts';
import type { ReadingRules } from './reading-rules.ts';

/** Where a plain text comes from, as far as it is known. */
export interface TextOrigin {
  url: string;
  title?: string;
  /** BCP 47. */
  language?: string;
}

/** A first line with more words than this is a paragraph, not a headline. */
const LONGEST_TITLE = 25;

/** A last line with fewer words is an end mark or a signature rather than a caption. */
const SHORTEST_CAPTION = 8;

/** Of the other lines this share must close as sentences do before one that does not is told apart. */
const MOST = 0.8;

/**
 * What is left of a link to another story when its picture and button are gone: a short question or cut-off phrase, and
 * after it the full stop of a sentence that is not there.
 */
const BROKEN_TEASER = /[?!…"”’»]\s+[.。]$|\.\.\.\s+\.$/;
const LONGEST_TEASER = 15;

const CAPTION: ClutterVerdict = { rule: 'caption-without-picture', reason: 'setApartCaption' };
const TEASER: ClutterVerdict = { rule: 'broken-teaser', reason: 'removedBrokenTeaser' };

/**
 * Reads plain text as an article whose elements are made with `document`, one paragraph a line; null for blank text.
 * What is known of clutter is taken out as in a page, by whole lines.
 */
export function readText(text: string, document: Document, origin: TextOrigin, rules: ReadingRules): Article | null {
  const removed: Removal[] = [];
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(collapseWhiteSpace)
    .filter((line) => line !== '');
  const kept: string[] = [];
  const linesBefore: number[] = [];
  for (const line of lines) {
    if (!isClutter(line, rules, removed)) kept.push(line);
    else linesBefore.push(kept.length);
  }
  if (kept.length === 0) return null;
  const title = origin.title ?? takeTitle(kept);
  // A first line that became the headline is no block.
  const ahead = origin.title === undefined && title !== null ? 1 : 0;
  removed.forEach((removal, index) => {
    const before = (linesBefore[index] ?? 0) - ahead;
    removal.after = before > 0 ? `b${before - 1}` : null;
  });
  const language = origin.language ?? languageOfScript(text);
  const kinds = kindsOf(kept, language, rules);
  const last = kept.at(-1);
  if (last !== undefined && kinds.at(-1) === 'caption') recordRemoval(removed, CAPTION, last);
  const content = document.createDocumentFragment();
  const blocks = kept.map((line, index): TextBlock => {
    const element = document.createElement('p');
    element.textContent = line;
    element.setAttribute('data-block', `b${index}`);
    content.append(element);
    return { id: `b${index}`, kind: kinds[index] ?? 'paragraph', text: line };
  });
  return {
    title: title ?? '',
    byline: cleanByline(kept[kinds.indexOf('byline')] ?? '', rules.head.patterns.bylineLabel) || null,
    siteName: null,
    publishedTime: null,
    language,
    direction: directionOfLanguage(language),
    url: origin.url,
    standfirst: null,
    blocks,
    content,
    removed,
  };
}

function isClutter(line: string, rules: ReadingRules, removed: Removal[]): boolean {
  const verdict =
    wordCount(line) <= LONGEST_TEASER && BROKEN_TEASER.test(line) && !rules.clutter.without.has(TEASER.rule)
      ? TEASER
      : rules.clutter.verdictOfText(line);
  if (verdict !== null) recordRemoval(removed, verdict, line);
  return verdict !== null;
}

/** Takes the first line off as the headline where it is one: not too long, not closed like a sentence, and not alone. */
function takeTitle(lines: string[]): string | null {
  const [first] = lines;
  if (first === undefined || lines.length < 2 || wordCount(first) > LONGEST_TITLE || /[.。:：,]$/.test(first))
    return null;
  lines.shift();
  return first;
}

function kindsOf(lines: readonly string[], language: string | null, rules: ReadingRules): BlockKind[] {
  const signs = lineSignsFor(language, null, rules.lines(language));
  const closed = lines.filter(closesSentence).length;
  return lines.map((line, index) => {
    const last = index === lines.length - 1;
    if (index < 3 && signs.isByline(line)) return 'byline';
    if (signs.isNote(line, last)) return 'note';
    // In a text whose lines all close, a long last line that does not is what a picture was to show.
    const othersClose = lines.length > 3 && closed / (lines.length - 1) >= MOST;
    if (rules.clutter.without.has(CAPTION.rule)) return 'paragraph';
    if (last && othersClose && !closesSentence(line) && wordCount(line) >= SHORTEST_CAPTION) return 'caption';
    return 'paragraph';
  });
}
