import { type ArticleHeadData, type ArticleHeadRules, compileArticleHead } from './article-head.ts';

import { type BlockMarkData, type BlockMarks, compileBlockMarks } from './block-marks.ts';

import { type ClutterRule, ClutterRules } from './clutter-rules.ts';
import { type EmbedData, EmbedRules } from './embed-rules.ts';
import { compileLineSigns, type LinePatterns, type LineSignData } from './line-signs.ts';
import { compilePictures, type PictureData, type PictureRules } from './picture-rules.ts';
import type { DomWindow } from './sanitize.ts';

/** What reading goes by, as it lies in assets/: plain data that can be sent from one context to another. */
export interface ReadingData {
  clutter: readonly ClutterRule[];
  lineSigns: LineSignData;
  articleHead: ArticleHeadData;
  embeds: EmbedData;
  pictures: PictureData;
  blockMarks: BlockMarkData;
}

/** The same, made ready to be asked. */
export interface ReadingRules {
  clutter: ClutterRules;
  lines: LinePatterns;
  head: ArticleHeadRules;
  embeds: EmbedRules;
  pictures: PictureRules;
  marks: BlockMarks;
}

/** What reading a document needs beside the document. */
export interface ReadingTools {
  window: DomWindow;
  rules: ReadingRules;
}

/**
 * Takes a few milliseconds: hundreds of phrases become patterns. Do it once and keep it. `without` holds the ids of
 * removals that are not to be made, for measuring what a rule does.
 */
export function compileRules(
  { clutter, lineSigns, articleHead, embeds, pictures, blockMarks }: ReadingData,
  without?: ReadonlySet<string>,
): ReadingRules {
  return {
    clutter: new ClutterRules(clutter, without),
    lines: compileLineSigns(lineSigns),
    head: compileArticleHead(articleHead),
    embeds: new EmbedRules(embeds),
    pictures: compilePictures(pictures),
    marks: compileBlockMarks(blockMarks),
  };
}
