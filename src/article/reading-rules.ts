import { type ArticleHeadData, type ArticleHeadRules, compileArticleHead } from './article-head.ts';
import { type BlockMarkData, type BlockMarks, compileBlockMarks } from './block-marks.ts';
import { type ClutterData, type ClutterRule, prepareClutter } from './clutter-data.ts';
import { ClutterRules } from './clutter-rules.ts';
import { type EmbedData, EmbedRules } from './embed-rules.ts';
import { compileLineSigns, type LineRules, type LineSignData } from './line-patterns.ts';
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

/** The same with the phrases in the order in which they are looked up: plain data too, made when the extension is built. */
export interface PreparedReadingData extends Omit<ReadingData, 'clutter'> {
  clutter: ClutterData;
}

/** The same, made ready to be asked. */
export interface ReadingRules {
  clutter: ClutterRules;
  lines: LineRules;
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

/** `without` holds the ids of removals that are not to be made, for measuring what a rule does. */
export function prepareReadingData(data: ReadingData, without: ReadonlySet<string> = new Set()): PreparedReadingData {
  return { ...data, clutter: prepareClutter(data.clutter, without) };
}

/** Makes the rules ready; do it once and keep them. */
export function compilePrepared(data: PreparedReadingData): ReadingRules {
  return {
    clutter: new ClutterRules(data.clutter),
    lines: compileLineSigns(data.lineSigns),
    head: compileArticleHead(data.articleHead),
    embeds: new EmbedRules(data.embeds),
    pictures: compilePictures(data.pictures),
    marks: compileBlockMarks(data.blockMarks),
  };
}

/** Both at once, for where nothing was prepared: thousands of phrases take several milliseconds. */
export function compileRules(data: ReadingData, without?: ReadonlySet<string>): ReadingRules {
  return compilePrepared(prepareReadingData(data, without));
}
