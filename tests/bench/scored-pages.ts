import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BENCHMARK, type SetName } from './scoring.ts';

export const FOLDS = 5;

/** A page of which the benchmark has the gold text. */
export interface ScoredPage {
  set: SetName;
  id: string;
  url: string;
  /** From 0 up to `FOLDS`; the pages of one host all lie in one. */
  fold: number;
  html: () => string;
}

/** Which fold a page belongs to: by the hash of its host, so that it is the same on every machine and in both sets. */
export function foldOf(url: string): number {
  const host = new URL(url).hostname.replace(/^www\./, '');
  return Number.parseInt(createHash('sha1').update(host).digest('hex').slice(0, 8), 16) % FOLDS;
}

/** The pages of both sets, as run.mjs feeds them. */
export function scoredPages(): ScoredPage[] {
  const named: Record<string, { url: string }> = JSON.parse(readBenchmark('scrapinghub/ground-truth.json'));
  const listed: { id: string; url: string; file: string }[] = JSON.parse(readBenchmark('fundus/index.json'));
  return [
    ...Object.entries(named).map(([id, { url }]) => page('scrapinghub', id, url, `scrapinghub/html/${id}.html.gz`)),
    ...listed.map(({ id, url, file }) => page('fundus', id, url, `fundus/${file}`)),
  ];
}

function page(set: SetName, id: string, url: string, file: string): ScoredPage {
  const html = () => gunzipSync(readFileSync(join(BENCHMARK, file))).toString('utf8');
  return { set, id, url, fold: foldOf(url), html };
}

function readBenchmark(file: string): string {
  return readFileSync(join(BENCHMARK, file), 'utf8');
}
