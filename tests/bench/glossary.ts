// How well terms are found and explained, and how long it takes. It runs the project's command line on the articles that lie
// beside the checkout, has the scorer there judge what it says, and writes the figures into docs/glossary.md.
//   npx tsx tests/bench/glossary.ts
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { packGlossary, unpackGlossary } from '../../src/glossary/compact-glossary.ts';
import { findTerms } from '../../src/glossary/find-terms.ts';
import { createMatcher } from '../../src/glossary/matcher.ts';
import { compileGlossary } from '../../tools/glossary/compile-glossary.ts';
import { readSoundGlossary } from '../../tools/glossary/read-glossary.ts';
import { readByCommandLine } from './command-line.ts';
import { writeFigures } from './figures.ts';
import { median } from './median.ts';
import { asTable } from './scoring.ts';

const ROOT = join(import.meta.dirname, '../..');
const BENCHMARK = join(ROOT, '../shared/benchmarks/glossary');
const DOCUMENT = join(ROOT, 'docs/glossary.md');
const TEXTS = ['texts.ndjson.gz', 'texts-ambiguous.ndjson.gz'];
const BUILDS = 9;

/** What `score.mjs --json` writes: shares from 0 to 1, and counts. */
interface GlossaryScore {
  articles: Record<
    | 'recallPriority1'
    | 'recallAll'
    | 'precision'
    | 'marksMedian'
    | 'marksMax'
    | 'trapsHit'
    | 'traps'
    | 'rightSense'
    | 'definitionsShown',
    number
  >;
  abbreviations: Record<'precision' | 'recall' | 'trapsHit' | 'traps', number>;
  ambiguous: Record<'answered' | 'wrong' | 'mustNotGlossHit' | 'mustNotGloss', number>;
}

interface GlossaryMeasure {
  score: GlossaryScore;
  /** In milliseconds. */
  time: { matching: number; building: number };
  entries: number;
  /** Of the glossary in the package, in bytes. */
  gzipped: number;
}

interface GivenText {
  id: string;
  text: string;
}

function readTexts(): GivenText[] {
  return TEXTS.flatMap((name) =>
    gunzipSync(readFileSync(join(BENCHMARK, name)))
      .toString()
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as GivenText),
  );
}

/** Reads and scores the texts, and times the finder once it is warm. Needs the benchmark. */
export async function measureGlossary(): Promise<GlossaryMeasure> {
  const texts = readTexts();
  const folder = mkdtempSync(join(tmpdir(), 'lectern-glossary-'));
  try {
    const predictions = join(folder, 'predictions.ndjson');
    writeFileSync(predictions, readByCommandLine(texts));
    const scored = execFileSync(process.execPath, [join(BENCHMARK, 'score.mjs'), '--pred', predictions, '--json'], {
      encoding: 'utf8',
    });
    const sound = readSoundGlossary();
    const entries = unpackGlossary(packGlossary(sound));
    return {
      score: JSON.parse(scored) as GlossaryScore,
      time: measureTime(texts, entries),
      entries: entries.length,
      gzipped: gzipSync(await compileGlossary(sound), { level: 9 }).length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureTime(texts: readonly GivenText[], entries: Parameters<typeof createMatcher>[0]) {
  const builds = Array.from({ length: BUILDS }, () => timeOf(() => createMatcher(entries)));
  const matcher = createMatcher(entries);
  const articles = texts.map(({ text }) =>
    text.split('\n').map((line, index) => ({ id: `${index}`, kind: 'paragraph', text: line })),
  );
  const times = articles.map((blocks) => timeOf(() => findTerms(blocks, matcher)));
  return { matching: median(times), building: median(builds) };
}

function timeOf(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** Tables in Markdown, as they stand in docs/glossary.md. */
export function describeGlossary({ score, time, entries, gzipped }: GlossaryMeasure): string {
  const { articles, abbreviations, ambiguous } = score;
  const percent = (share: number) => (100 * share).toFixed(1);
  return [
    asTable([
      ['measure', 'reached'],
      ['needed terms found, priority 1', percent(articles.recallPriority1)],
      ['needed terms found, priority 1 and 2', percent(articles.recallAll)],
      ['precision of marks', percent(articles.precision)],
      ['marks an article, median and most', `${articles.marksMedian} and ${articles.marksMax}`],
      ['places hit that must not be marked', `${articles.trapsHit} of ${articles.traps}`],
      ['right meaning, where a definition is shown', `${percent(articles.rightSense)} of ${articles.definitionsShown}`],
      ['expansions in the text, precision', percent(abbreviations.precision)],
      ['expansions in the text, recall', percent(abbreviations.recall)],
      ['expansions where there is none', `${abbreviations.trapsHit} of ${abbreviations.traps}`],
      ['ambiguous acronyms answered', percent(ambiguous.answered)],
      ['ambiguous acronyms wrong among the answered', percent(ambiguous.wrong)],
    ]),
    `In Node an article takes ${time.matching.toFixed(1)} ms (median), building the matcher ${Math.round(time.building)} ms. The glossary has ${entries.toLocaleString('en')} entries and weighs ${gzipped.toLocaleString('en')} bytes gzipped.`,
  ].join('\n\n');
}

/** The figures, which docs/glossary.md then has too; one line where the benchmark is not there. */
export async function reportGlossary(): Promise<string> {
  if (!existsSync(join(BENCHMARK, 'score.mjs')))
    return 'glossary: passed over, for ../shared/benchmarks/glossary is not there';
  const figures = describeGlossary(await measureGlossary());
  writeFigures(DOCUMENT, 'figures', figures);
  return `${figures}\n\nwritten into docs/glossary.md`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await reportGlossary());
