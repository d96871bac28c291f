// The pages with hand-made gold texts that lie beside the checkout, and their scorer.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const BENCHMARK = join(import.meta.dirname, '../../../shared/benchmarks/extraction');

export const SETS = ['scrapinghub', 'fundus'] as const;
export type SetName = (typeof SETS)[number];

/** What score.mjs says of a file of readings: shares from 0 to 1, means over the pages. */
export interface Score {
  pages: number;
  f1: number;
  precision: number;
  recall: number;
  /** The share of the pages without a block of junk. */
  junkFree: number;
  /** Only where the set's gold names title and authors. */
  titleExact?: number;
  authors?: number;
}

export function hasBenchmark(): boolean {
  return existsSync(join(BENCHMARK, 'score.mjs'));
}

/** Scores `predictions` (a file of NDJSON); of the pages with the given ids alone where there are any. */
export function scoreReadings(set: SetName, predictions: string, ids?: readonly string[]): Score {
  const args = [join(BENCHMARK, 'score.mjs'), '--set', set, '--pred', predictions, '--json'];
  if (ids !== undefined) {
    const list = `${predictions}.ids`;
    writeFileSync(list, ids.join('\n'));
    args.push('--ids', list);
  }
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 }));
}

/** ".981", the way the figures of such benchmarks are written. */
export function asShare(share: number): string {
  return share.toFixed(3).replace(/^0/, '');
}

export function asPercent(share: number | undefined): string {
  return share === undefined ? '–' : `${(100 * share).toFixed(1)} %`;
}

/** Rows of a table in Markdown, the first of them its head; the first column stands left, the others right. */
export function asTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
