import { type ClutterRule, ClutterRules } from './clutter-rules.ts';
import { compileLineSigns, type LinePatterns, type LineSignData } from './line-signs.ts';
import type { DomWindow } from './sanitize.ts';

/** What reading goes by, as it lies in assets/: plain data that can be sent from one context to another. */
export interface ReadingData {
  clutter: readonly ClutterRule[];
  lineSigns: LineSignData;
}

/** The same, made ready to be asked. */
export interface ReadingRules {
  clutter: ClutterRules;
  lines: LinePatterns;
}

/** What reading a document needs beside the document. */
export interface ReadingTools {
  window: DomWindow;
  rules: ReadingRules;
}

/** Takes a few milliseconds: hundreds of phrases become patterns. Do it once and keep it. */
export function compileRules({ clutter, lineSigns }: ReadingData): ReadingRules {
  return { clutter: new ClutterRules(clutter), lines: compileLineSigns(lineSigns) };
}
