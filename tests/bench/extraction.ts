// How long the whole way from Document to Article takes beside Readability alone, on the same pages in the same run.
//   npx tsx tests/bench/extraction.ts
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { readArticle } from '../../src/article/read-article.ts';

const HERE = import.meta.dirname;
const BENCHMARK = join(HERE, '../../../shared/benchmarks/extraction');
const FIXTURES = join(HERE, '../fixtures/article');

// What parsing the page leaves behind is collected before the clock starts, or it would be counted at random.
setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

interface Page {
  name: string;
  html: string;
}

export interface ExtractionSpeed {
  pages: number;
  /** Medians over the pages, in milliseconds. */
  article: number;
  readability: number;
  /** The median over the pages of the time for the article in times for Readability alone. */
  ratio: number;
}

function* benchmarkPages(): Generator<Page> {
  for (const folder of ['scrapinghub/html', 'fundus/html'])
    for (const name of readdirSync(join(BENCHMARK, folder)).sort())
      yield { name, html: gunzipSync(readFileSync(join(BENCHMARK, folder, name))).toString('utf8') };
}

function* fixturePages(): Generator<Page> {
  for (const name of readdirSync(FIXTURES).sort())
    yield { name, html: readFileSync(join(FIXTURES, name, 'source.html'), 'utf8') };
}

/** The time that `read` takes on a page of its own: both readers change or fill what a document caches. */
function time(html: string, read: (window: JSDOM['window']) => void): number {
  const { window } = new JSDOM(html, { url: 'https://news.example/story', virtualConsole: new VirtualConsole() });
  if (typeof collectGarbage === 'function') collectGarbage();
  const started = performance.now();
  read(window);
  const taken = performance.now() - started;
  window.close();
  return taken;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Times both over every page, in turns, so that neither always finds the warmer machine. */
export function measureExtraction(): ExtractionSpeed {
  const articles: number[] = [];
  const readabilities: number[] = [];
  const article = (window: JSDOM['window']) => void readArticle(window.document, window);
  const readability = (window: JSDOM['window']) => void new Readability(window.document).parse();
  for (const { html } of existsSync(BENCHMARK) ? benchmarkPages() : fixturePages()) {
    const articleFirst = articles.length % 2 === 0;
    const [first, second] = articleFirst ? [article, readability] : [readability, article];
    const times = [time(html, first), time(html, second)];
    articles.push(times[articleFirst ? 0 : 1] ?? 0);
    readabilities.push(times[articleFirst ? 1 : 0] ?? 0);
  }
  const ratios = articles.map((taken, index) => taken / (readabilities[index] ?? taken));
  return {
    pages: articles.length,
    article: median(articles),
    readability: median(readabilities),
    ratio: median(ratios),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { pages, article, readability, ratio } = measureExtraction();
  console.log(
    `${pages} pages: article ${article.toFixed(1)} ms, Readability alone ${readability.toFixed(1)} ms, median ratio ${ratio.toFixed(2)}`,
  );
}
