import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const BENCHMARK = join(import.meta.dirname, '../../../shared/benchmarks/extraction');
const FIXTURES = join(import.meta.dirname, '../fixtures/article');

export interface BenchPage {
  name: string;
  html: string;
}

/** Real news pages where they lie beside the checkout, else the project's own fixtures. */
export function benchPages(): Generator<BenchPage> {
  return existsSync(BENCHMARK) ? benchmarkPages() : fixturePages();
}

function* benchmarkPages(): Generator<BenchPage> {
  for (const folder of ['scrapinghub/html', 'fundus/html'])
    for (const name of readdirSync(join(BENCHMARK, folder)).sort())
      yield { name, html: gunzipSync(readFileSync(join(BENCHMARK, folder, name))).toString('utf8') };
}

function* fixturePages(): Generator<BenchPage> {
  for (const name of readdirSync(FIXTURES).sort())
    yield { name, html: readFileSync(join(FIXTURES, name, 'source.html'), 'utf8') };
}
