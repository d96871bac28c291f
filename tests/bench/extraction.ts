// How long the whole way from Document to Article takes beside Readability alone, on the same pages in the same run.
//   npx tsx tests/bench/extraction.ts
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { readArticle } from '../../src/article/read-article.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { compileRules } from '../../src/article/reading-rules.ts';
import { median } from './median.ts';
import { benchPages } from './pages.ts';

export interface ExtractionSpeed {
  pages: number;
  /** Medians over the pages, in milliseconds. */
  article: number;
  readability: number;
  /** The median over the pages of the time for the article in times for Readability alone. */
  ratio: number;
}

/** The time that `read` takes on a page of its own: both readers change or fill what a document caches. */
function time(html: string, read: (window: JSDOM['window']) => void): number {
  const { window } = new JSDOM(html, { url: 'https://news.example/story', virtualConsole: new VirtualConsole() });
  const started = performance.now();
  read(window);
  const taken = performance.now() - started;
  window.close();
  return taken;
}

/** Times both over every page, in turns, so that neither always finds the warmer machine. */
export function measureExtraction(): ExtractionSpeed {
  const articles: number[] = [];
  const readabilities: number[] = [];
  const rules = compileRules(READING_DATA);
  const article = (window: JSDOM['window']) => void readArticle(window.document, { window, rules });
  const readability = (window: JSDOM['window']) => void new Readability(window.document).parse();
  for (const { html } of benchPages()) {
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

export function describeExtraction({ pages, article, readability, ratio }: ExtractionSpeed): string {
  const times = `Document to Article ${article.toFixed(1)} ms, Readability alone ${readability.toFixed(1)} ms (medians)`;
  return `extraction, Node with jsdom, ${pages} pages: ${times}, median ratio ${ratio.toFixed(2)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(describeExtraction(measureExtraction()));
