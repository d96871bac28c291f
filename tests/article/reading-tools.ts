import type { JSDOM } from 'jsdom';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { compileRules, type ReadingTools } from '../../src/article/reading-rules.ts';

export const RULES = compileRules(READING_DATA);

export function toolsFor(window: JSDOM['window']): ReadingTools {
  return { window, rules: RULES };
}
