import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** In bytes: what all predictions together may be. */
const MOST_OUTPUT = 1 << 28;

/** What the command line says of articles, a line of JSON each. */
export function readByCommandLine(articles: readonly { id: string; text: string }[]): string {
  const input = articles.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join('');
  const shell = process.platform === 'win32';
  const options = { cwd: ROOT, input, encoding: 'utf8', maxBuffer: MOST_OUTPUT, shell } as const;
  return execFileSync('npm', ['run', '-s', 'read', '--', '--ndjson'], options);
}
