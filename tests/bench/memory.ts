// What a thousand pages through one `read --ndjson` take of memory. Linux only: it asks /proc.
//   npx tsx tests/bench/memory.ts
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { benchPages } from './pages.ts';

const PAGES = 1000;

export interface MemoryUse {
  pages: number;
  errors: number;
  /** The most that the process ever held (VmHWM), in MB. */
  peak: number;
}

/** Feeds the pages, over and over until they are a thousand, to one process. */
export async function measureMemory(): Promise<MemoryUse> {
  const cli = join(import.meta.dirname, '../../src/cli.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', cli, '--ndjson'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const pages = [...benchPages()];
  let errors = 0;
  for (let index = 0; index < PAGES; index++) {
    const page = pages[index % pages.length];
    child.stdin.write(`${JSON.stringify({ id: index, html: page?.html, url: 'https://news.example/story' })}\n`);
    const { value } = await answers.next();
    if ('error' in JSON.parse(String(value))) errors++;
  }
  const peak = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  child.stdin.end();
  await once(child, 'exit');
  return { pages: PAGES, errors, peak: Number(peak) / 1024 };
}

export function describeMemory({ pages, errors, peak }: MemoryUse): string {
  return `memory, ${pages} pages through one read --ndjson: at most ${peak.toFixed(0)} MB, ${errors} errors`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(describeMemory(await measureMemory()));
