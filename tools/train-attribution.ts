// Trains the attribution model and writes assets/model/attribution.bin. The same data gives the same bytes.
//   npx tsx tools/train-attribution.ts --polnear FOLDER [--out FILE]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { readOwnArticles } from './attribution/own-articles.ts';
import { readPolnearLines } from './attribution/read-polnear.ts';
import { trainModel } from './attribution/train-model.ts';
import { writeModel } from './attribution/write-model.ts';

const { values } = parseArgs({
  options: {
    polnear: { type: 'string', default: '../shared/benchmarks/speakers' },
    out: { type: 'string', default: 'assets/model/attribution.bin' },
    set: { type: 'string', multiple: true, default: [] },
  },
});
const OPTIONS = {
  epochs: 8,
  learningRate: 0.02,
  decay: 1e-3,
  dropout: 0.25,
  averaged: 4,
  fewest: 10,
  copies: 1,
  kept: 95_000,
  runs: 1,
  seed: 1,
  smallest: 0.03,
};
for (const pair of values.set) {
  const [k = '', v] = pair.split('=');
  Object.assign(OPTIONS, { [k]: Number(v) });
}
const own = readOwnArticles();
const articles = [
  ...readPolnearLines(values.polnear, 'train'),
  ...Array.from({ length: OPTIONS.copies }, () => own).flat(),
];
console.log(`${articles.length} articles`);
const model = trainModel(articles, OPTIONS, console.log);
const bytes = writeModel(model, OPTIONS.smallest);
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, bytes);
console.log(`${values.out}: ${bytes.length} bytes`);
