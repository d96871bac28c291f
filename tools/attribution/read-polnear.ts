import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TrainingArticle } from './training-article.ts';

/** Reads articles of PolNeAR (Newell, Margolin and Ruths 2018, LREC) from a gzipped file with one JSON object a line. */
export function readPolnearLines(folder: string, split: string): TrainingArticle[] {
  return gunzipSync(readFileSync(join(folder, `${split}.ndjson.gz`)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as TrainingArticle);
}
