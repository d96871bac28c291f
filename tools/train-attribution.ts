// Trains the attribution model. The same data and settings give the same bytes: docs/speakers.md tells more.
//   npx tsx tools/train-attribution.ts [--polnear FOLDER] [--out FILE] [--set NAME=NUMBER]…
// --polnear  the folder of PolNeAR, in the layout of its repository or with train.ndjson.gz
// --out      where the model goes; assets/model/attribution.bin if not given
// --set      another number for one of the settings below, to try what it does
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { readOwnArticles } from './attribution/own-articles.ts';
import { readPolnear } from './attribution/read-polnear.ts';
import { trainModel } from './attribution/train-model.ts';
import { applySettings, DEFAULT_SETTINGS } from './attribution/training-settings.ts';
import { writeModel } from './attribution/write-model.ts';

function main() {
  const { values } = parseArgs({
    options: {
      polnear: { type: 'string', default: '../shared/benchmarks/speakers' },
      out: { type: 'string', default: 'assets/model/attribution.bin' },
      set: { type: 'string', multiple: true, default: [] },
    },
  });
  const settings = applySettings(DEFAULT_SETTINGS, values.set);
  const own = readOwnArticles();
  const articles = [
    ...readPolnear(values.polnear, 'train'),
    ...Array.from({ length: settings.copies }, () => own).flat(),
  ];
  console.log(`${articles.length} articles`);
  const bytes = writeModel(trainModel(articles, settings, console.log), settings.smallest);
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, bytes);
  console.log(`${values.out}: ${bytes.length} bytes`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
