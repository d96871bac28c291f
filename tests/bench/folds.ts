// What the rules are worth on sites that had no part in them. The pages with gold texts lie in five folds by host. What
// fires in one fold alone can only have been suggested by it; each fold is read once with all rules, and once without
// what it alone suggests. docs/extraction.md tells more.
//   npx tsx tests/bench/folds.ts
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Article } from '../../src/article/article.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { compileRules, type ReadingRules } from '../../src/article/reading-rules.ts';
import { RecordingRules, STRUCTURE } from './fired-entries.ts';
import { keepEntries } from './rule-entries.ts';
import { FOLDS, type ScoredPage, scoredPages } from './scored-pages.ts';
import { asPercent, asShare, asTable, hasBenchmark, type Score, SETS, type SetName, scoreReadings } from './scoring.ts';

export interface FoldScores {
  /** The set as a whole, with all rules. */
  whole: Score;
  /** In the order of the folds: with all rules, and without those that the fold alone suggests. */
  folds: { all: Score; others: Score }[];
}

export interface FoldMeasure {
  sets: Record<SetName, FoldScores>;
  /** By fold, the ids of what fires in it alone. */
  own: ReadonlySet<string>[];
  /** How many entries and rules of make-up fire on any page. */
  fired: number;
  /** Rules that fired although they were to be off: figures are worth nothing where there are any. */
  defiant: ReadonlySet<string>;
}

/** By fold, what fires in it and in no other. */
export function firingAlone(pages: readonly { fold: number; fired: ReadonlySet<string> }[]): Set<string>[] {
  const folds = new Map<string, Set<number>>();
  for (const { fold, fired } of pages) for (const id of fired) folds.set(id, (folds.get(id) ?? new Set()).add(fold));
  const own = Array.from({ length: FOLDS }, () => new Set<string>());
  for (const [id, [fold = -1, ...others]] of folds) if (others.length === 0) own[fold]?.add(id);
  return own;
}

/** The rules without what `off` names. */
export function rulesWithout(off: ReadonlySet<string>): ReadingRules {
  const structure = [...off].filter((id) => id.startsWith(STRUCTURE)).map((id) => id.slice(STRUCTURE.length));
  return compileRules(
    keepEntries(READING_DATA, (id) => !off.has(id)),
    new Set(structure),
  );
}

function read({ url, html }: ScoredPage, rules: ReadingRules): Article | null {
  const { window } = new JSDOM(html(), { url, virtualConsole: new VirtualConsole() });
  const article = readArticle(window.document, { window, rules })?.article ?? null;
  window.close();
  return article;
}

/** A line as score.mjs takes it. */
function lineOf({ id }: ScoredPage, article: Article | null): string {
  const blocks = article?.blocks.map(({ kind, text }) => ({ kind, text })) ?? [];
  return `${JSON.stringify({ id, title: article?.title ?? '', byline: article?.byline ?? null, blocks })}\n`;
}

/** Reads every page twice, which takes a minute or two. Needs the benchmark. */
export function measureFolds(): FoldMeasure {
  const pages = scoredPages();
  const recording = new RecordingRules(READING_DATA);
  const all = pages.map((page) => {
    const article = read(page, recording.rules);
    const fired = recording.firedFor(article?.removed ?? []);
    return { ...page, fired, line: lineOf(page, article) };
  });
  const own = firingAlone(all);
  const defiant = new Set<string>();
  const others = own.flatMap((off, fold) => {
    const rules = rulesWithout(off);
    return pages
      .filter((page) => page.fold === fold)
      .map((page) => {
        const article = read(page, rules);
        for (const { rule } of article?.removed ?? []) if (off.has(STRUCTURE + rule)) defiant.add(rule);
        return { ...page, line: lineOf(page, article) };
      });
  });
  const scored = SETS.map((set) => [set, scoreFolds(set, all, others)]);
  return {
    sets: Object.fromEntries(scored),
    own,
    fired: new Set(all.flatMap(({ fired }) => [...fired])).size,
    defiant,
  };
}

type ReadPage = ScoredPage & { line: string };

function scoreFolds(set: SetName, all: readonly ReadPage[], others: readonly ReadPage[]): FoldScores {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-folds-'));
  try {
    const write = (name: string, pages: readonly ReadPage[]) => {
      const file = join(folder, name);
      writeFileSync(file, pages.map((page) => (page.set === set ? page.line : '')).join(''));
      return file;
    };
    const withAll = write('all.ndjson', all);
    const withOthers = write('others.ndjson', others);
    const folds = Array.from({ length: FOLDS }, (_, fold) => {
      const ids = all.filter((page) => page.set === set && page.fold === fold).map(({ id }) => id);
      return { all: scoreReadings(set, withAll, ids), others: scoreReadings(set, withOthers, ids) };
    });
    return { whole: scoreReadings(set, withAll), folds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tables in Markdown, as they stand in docs/extraction.md. */
export function describeFolds({ sets, own, fired, defiant }: FoldMeasure): string {
  const figures = SETS.map((set) => {
    const { f1, precision, recall, junkFree, titleExact, authors } = sets[set].whole;
    return [set, ...[f1, precision, recall].map(asShare), ...[junkFree, titleExact, authors].map(asPercent)];
  });
  const head = ['set', 'F1', 'precision', 'recall', 'free of junk', 'title exact', 'all authors'];
  const sizes = own.map(({ size }) => size).join(', ');
  const structure = own.flatMap((ids) => [...ids].filter((id) => id.startsWith(STRUCTURE)));
  const names = structure.map((id) => `\`${id.slice(STRUCTURE.length)}\``).join(', ');
  return [
    asTable([head, ...figures]),
    `Of ${fired} entries and rules that fire on these pages, so many fire in fold 1 to ${FOLDS} alone: ${sizes}; of rules that are code, ${names || 'none'}.`,
    ...(defiant.size > 0 ? [`NOT SWITCHED OFF, though they were to be: ${[...defiant].join(', ')}.`] : []),
    ...SETS.map((set) => asTable(foldRows(set, sets[set].folds))),
  ].join('\n\n');
}

const MEASURES = ['f1', 'precision', 'recall', 'junkFree'] as const;

function foldRows(set: SetName, folds: FoldScores['folds']): string[][] {
  const cell = (measure: (typeof MEASURES)[number], all: number, others: number) => {
    const written = measure === 'junkFree' ? asPercent : asShare;
    return `${written(all)} → ${written(others)}`;
  };
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const rows = folds.map(({ all, others }, index) => [
    `${index + 1}`,
    `${all.pages}`,
    ...MEASURES.map((measure) => cell(measure, all[measure], others[measure])),
  ]);
  const means = MEASURES.map((measure) =>
    cell(measure, mean(folds.map(({ all }) => all[measure])), mean(folds.map(({ others }) => others[measure]))),
  );
  const pages = folds.reduce((sum, { all }) => sum + all.pages, 0);
  return [
    [`${set}, fold`, 'pages', 'F1', 'precision', 'recall', 'free of junk'],
    ...rows,
    ['mean', `${pages}`, ...means],
  ];
}

/** One line where the benchmark is not there. */
export function reportFolds(): string {
  if (!hasBenchmark()) return 'folds: passed over, for ../shared/benchmarks is not there';
  return describeFolds(measureFolds());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(reportFolds());
