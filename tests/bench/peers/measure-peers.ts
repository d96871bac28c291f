// What other extractors reach on the pages with gold texts, as rows of Markdown. Installs them into a temporary folder.
//   npx tsx tests/bench/peers/measure-peers.ts
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asPercent, asShare, asTable, BENCHMARK, hasBenchmark, SETS, scoreReadings } from '../scoring.ts';

const PEERS = {
  readability: '@mozilla/readability 0.6.0',
  defuddle: 'defuddle 0.19.4',
  postlight: '@postlight/parser 2.2.3',
} as const;

/** Exact versions. Two packages that a peer takes from elsewhere come from the registry instead; reading uses neither. */
const PACKAGE = {
  private: true,
  dependencies: { defuddle: '0.19.4', '@postlight/parser': '2.2.3' },
  overrides: { difflib: '0.2.4', 'browser-request': '0.3.3' },
};

function measurePeers(folder: string): string {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(PACKAGE));
  const quiet = ['--no-audit', '--no-fund', '--silent', '--ignore-scripts'];
  execFileSync('npm', ['install', ...quiet], { cwd: folder, stdio: 'inherit' });
  const rows = [['extractor', 'set', 'F1', 'precision', 'recall', 'free of junk']];
  for (const [peer, title] of Object.entries(PEERS))
    for (const set of SETS) {
      const out = join(folder, `${peer}-${set}.ndjson`);
      const read = ['--import', 'tsx', join(import.meta.dirname, 'peer-reading.ts'), peer, folder];
      const run = [join(BENCHMARK, 'run.mjs'), '--set', set, '--out', out, '--', process.execPath, ...read];
      execFileSync(process.execPath, run, { stdio: ['ignore', 'inherit', 'ignore'] });
      const { f1, precision, recall, junkFree } = scoreReadings(set, out);
      rows.push([title, set, asShare(f1), asShare(precision), asShare(recall), asPercent(junkFree)]);
    }
  return asTable(rows);
}

if (hasBenchmark()) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-peers-'));
  try {
    console.log(measurePeers(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else console.log('peers: passed over, for ../shared/benchmarks is not there');
