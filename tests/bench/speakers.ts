// How well the summary of speakers does, and how long it takes. It runs the project's command line on the articles that lie
// beside the checkout, has the scorers there judge what it says, and writes the figures into docs/speakers.md.
//   npx tsx tests/bench/speakers.ts
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { findSpeakers } from '../../src/speakers/find-speakers.ts';
import { readAttributionModel } from '../../src/speakers/model.ts';
import { readPolnear } from '../../tools/attribution/read-polnear.ts';
import type { TrainingArticle } from '../../tools/attribution/training-article.ts';
import { readByCommandLine } from './command-line.ts';
import { writeFigures } from './figures.ts';
import { median } from './median.ts';
import { asTable } from './scoring.ts';

const ROOT = join(import.meta.dirname, '../..');
const BENCHMARK = join(ROOT, '../shared/benchmarks/speakers');
const DOCUMENT = join(ROOT, 'docs/speakers.md');
const MODEL = join(ROOT, 'assets/model/attribution.bin');
/** In bytes: what all predictions together may be. */
const MOST_OUTPUT = 1 << 28;

/** Measures of score.mjs, in percent with what two annotators reach against each other by the benchmark's README. */
const POLNEAR_MEASURES: readonly [name: string, key: string, humans: string][] = [
  ['quotation found', 'a direct: quote found', '98.2'],
  ['quotation found, source right', 'a direct: found+source right', '96.9'],
  ['quotation found, name right', 'a direct: found+NAME right', '98.2'],
  ['all attributions, content F1 ≥ .5', 'b all: content F1>=.5', '82.7'],
  ['all speech, content and source right', 'b speech: content+source', '–'],
  ['speakers of an article, micro', 'c speakers (speech) micro', '92.9'],
  ['roles', 'd roles', '–'],
];

/** Measures of score-speakers.mjs, in percent; with the counts behind them where they are shares. */
const OTHER_MEASURES: readonly [name: string, key: string, right?: string, of?: string][] = [
  ['named speakers, F1', 'speakerF1'],
  ['named speakers, precision', 'speakerP', 'spRight', 'spPred'],
  ['named speakers, recall', 'speakerR', 'spRight', 'spGold'],
  ['quotations found', 'quoteFound', 'qFound', 'q'],
  ['quotations with the right name', 'quoteRightSpeaker', 'qRight', 'qNamed'],
  ['name right where one is given', 'quoteNamePrecision', 'qRight', 'qNamedFoundWithName'],
  ['paraphrases with the right name', 'paraRightSpeaker', 'pRight', 'pNamed'],
  ['roles found', 'roleRecall', 'roleRight', 'roleGold'],
  ['roles right of those given', 'rolePrecision', 'roleRight', 'rolePred'],
];

/** What `score.mjs --json` writes, by measure, as shares from 0 to 1. */
type PolnearScore = Record<string, { p: number; r: number; f1: number }>;

/** What `score-speakers.mjs --json` writes, in percent and as counts. */
interface OtherScore {
  metrics: Record<string, number>;
  counts: Record<string, number>;
  articles: unknown[];
}

export interface SpeakersMeasure {
  /** PolNeAR's development articles. */
  polnear: { articles: number; score: PolnearScore };
  /** The articles of other news, judged by hand. */
  other: OtherScore;
  /** What `findSpeakers` takes for an article of the first, in milliseconds. */
  time: { median: number; most: number };
  /** In bytes. */
  model: number;
}

function runScorer(name: string, args: readonly string[]): string {
  return execFileSync(process.execPath, [join(BENCHMARK, name), ...args], { encoding: 'utf8', maxBuffer: MOST_OUTPUT });
}

function readLines(file: string): { id: string; text: string }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { id: string; text: string });
}

/** The time of each article once the code is warm. */
function measureTime(articles: readonly TrainingArticle[]): SpeakersMeasure['time'] {
  const model = readAttributionModel(new Uint8Array(readFileSync(MODEL)));
  const read = articles.map(({ text, paragraphs }) =>
    paragraphs.map(([start, end], index) => ({ id: `${index}`, kind: 'paragraph', text: text.slice(start, end) })),
  );
  for (const blocks of read) findSpeakers(blocks, 'en', model);
  const times = read.map((blocks) => {
    const started = performance.now();
    findSpeakers(blocks, 'en', model);
    return performance.now() - started;
  });
  return { median: median(times), most: Math.max(...times) };
}

/** Reads and scores both sets. Needs the benchmark. */
export function measureSpeakers(): SpeakersMeasure {
  const dev = readPolnear(BENCHMARK, 'dev');
  const folder = mkdtempSync(join(tmpdir(), 'lectern-speakers-'));
  try {
    const predict = (name: string, articles: readonly { id: string; text: string }[]) => {
      const file = join(folder, name);
      writeFileSync(file, readByCommandLine(articles));
      return file;
    };
    const onDev = predict('dev.ndjson', dev);
    const onOther = predict('other.ndjson', readLines(join(BENCHMARK, 'gold-dev-texts.ndjson')));
    const scored = join(folder, 'scored.json');
    const polnear = runScorer('score.mjs', ['--gold', join(BENCHMARK, 'dev.ndjson.gz'), '--pred', onDev, '--json']);
    runScorer('score-speakers.mjs', [join(BENCHMARK, 'gold-dev.json'), onOther, '--json', scored]);
    return {
      polnear: { articles: dev.length, score: JSON.parse(polnear) },
      other: JSON.parse(readFileSync(scored, 'utf8')),
      time: measureTime(dev),
      model: statSync(MODEL).size,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tables in Markdown, as they stand in docs/speakers.md. */
export function describeSpeakers({ polnear, other, time, model }: SpeakersMeasure): string {
  const polnearRows = POLNEAR_MEASURES.map(([name, key, humans]) => {
    const { p = Number.NaN, r = Number.NaN, f1 = Number.NaN } = polnear.score[key] ?? {};
    return [name, ...[p, r, f1].map((share) => (100 * share).toFixed(1)), humans];
  });
  const { metrics, counts } = other;
  const otherRows = OTHER_MEASURES.map(([name, key, right, of]) => {
    const share = (metrics[key] ?? Number.NaN).toFixed(1);
    return [name, share, right && of ? `${counts[right] ?? 0} of ${counts[of] ?? 0}` : '–'];
  });
  return [
    asTable([
      [`${polnear.articles} articles of PolNeAR`, 'precision', 'recall', 'F1', 'two annotators, F1'],
      ...polnearRows,
    ]),
    asTable([
      [`${other.articles.length} articles of other news`, 'percent', 'count'],
      ...otherRows,
      ['people listed who say nothing', '–', `${counts.inventedNotSpeaker ?? 0}`],
      ['names that the article has not', '–', `${counts.inventedAbsent ?? 0}`],
    ]),
    `In Node an article of PolNeAR takes ${time.median.toFixed(1)} ms (median) and ${time.most.toFixed(1)} ms at most; the model weighs ${model.toLocaleString('en')} bytes.`,
  ].join('\n\n');
}

/** The figures, which docs/speakers.md then has too; one line where the benchmark is not there. */
export function reportSpeakers(): string {
  if (!existsSync(join(BENCHMARK, 'score.mjs')))
    return 'speakers: passed over, for ../shared/benchmarks/speakers is not there';
  const figures = describeSpeakers(measureSpeakers());
  writeFigures(DOCUMENT, 'figures', figures);
  return `${figures}\n\nwritten into docs/speakers.md`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(reportSpeakers());
