import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PREPARED_READING_DATA } from '../src/article/prepared-reading-data.ts';
import { COMMON_FILE, dictionaryFile, EMBEDDED_VOICES } from '../src/platform/embedded-voices.ts';
import { SYNTHESIZER_SCRIPT, SYNTHESIZER_SYMBOL } from '../src/platform/synthesizer-script.ts';
import { ROOT } from './architecture/source-file.ts';
import { checkBudget, checkVoicesBudget } from './build/build-functions.ts';

const run = promisify(execFile);
const SLOW = 120_000;
/** What a script of the extension asks for as it loads. */
const FAKE_BROWSER = { chrome: { runtime: { id: 'lectern' } } };
const folders = ['first', 'second'].map((name) => mkdtempSync(join(tmpdir(), `lectern-build-${name}-`)));
const [first = '', second = ''] = folders;

/** The hash of every file in a folder, zips too. */
function hashes(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    names.map((name) => [name.slice(folder.length + 1), createHash('sha256').update(readFileSync(name)).digest('hex')]),
  );
}

beforeAll(async () => {
  // In another time zone the second time: a zip holds local times.
  await run('node', ['build.mjs', '--out', first], { cwd: ROOT, env: { ...process.env, TZ: 'UTC' } });
  await run('node', ['build.mjs', '--out', second], { cwd: ROOT, env: { ...process.env, TZ: 'Asia/Tokyo' } });
}, SLOW);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a build', () => {
  it('gives the same bytes twice, zips too', () => {
    const built = hashes(first);
    expect(Object.keys(built).filter((name) => name.endsWith('.zip'))).toHaveLength(2);
    expect(Object.keys(built)).toEqual(expect.arrayContaining(['chrome/content.js', 'chrome/reading.js']));
    expect(hashes(second)).toEqual(built);
  });

  it.each(['chrome', 'firefox'])('holds every file that the manifest for %s names', (browser) => {
    const folder = join(first, browser);
    const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
    const named = Array.from(manifest.matchAll(/"([\w/-]+\.(?:js|html|png|css))"/g), (match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(4);
    const files = Object.keys(hashes(folder));
    expect(named.filter((name) => !files.includes(name))).toEqual([]);
    for (const page of files.filter((name) => name.endsWith('.html'))) {
      const markup = readFileSync(join(folder, page), 'utf8');
      const linked = Array.from(markup.matchAll(/(?:src|href)="([^"]+)"/g), (match) => match[1] ?? '');
      expect(linked.filter((name) => !files.includes(name))).toEqual([]);
    }
  });

  it('holds what pages are sent, worked out beforehand', () => {
    const world: Record<symbol, { readingData: unknown }> = {};
    runInNewContext(readFileSync(join(first, 'chrome/resources.js'), 'utf8'), { ...FAKE_BROWSER, globalThis: world });
    const { readingData } = world[Symbol.for('lectern.resources')] ?? {};
    expect(JSON.parse(JSON.stringify(readingData))).toEqual(JSON.parse(JSON.stringify(PREPARED_READING_DATA)));
    // The background is started anew for many a press, and is not to parse them each time.
    expect(readFileSync(join(first, 'chrome/background.js'), 'utf8')).not.toContain('notePatterns');
  });

  it('holds every voice, apart from what the background parses at each start', () => {
    const folder = join(first, 'chrome');
    const files = new Set(readdirSync(folder));
    expect(EMBEDDED_VOICES.filter(({ dictionary }) => !files.has(dictionaryFile(dictionary)))).toEqual([]);
    for (const name of [COMMON_FILE, SYNTHESIZER_SCRIPT, 'LICENSE-eSpeak-NG.txt']) expect(files).toContain(name);
    const world: Record<symbol, unknown> = {};
    runInNewContext(readFileSync(join(folder, SYNTHESIZER_SCRIPT), 'utf8'), { globalThis: world });
    expect(typeof world[Symbol.for(SYNTHESIZER_SYMBOL)]).toBe('function');
    expect(readFileSync(join(folder, 'background.js'), 'utf8')).not.toContain('eSpeakNGWorker.prototype');
  });

  it('holds no path of the machine that built it', () => {
    for (const name of [
      'content.js',
      'resources.js',
      'reading.js',
      'receipt.js',
      'background.js',
      'options.js',
      'tab.js',
      'voice.js',
    ])
      expect(readFileSync(join(first, 'chrome', name), 'utf8')).not.toContain(ROOT);
  });
});

describe('the budget of what every press parses', () => {
  it('lets a small file pass and gives its weights', () => {
    expect(checkBudget('content.js', new Uint8Array(1000))).toMatchObject({ minified: 1000 });
  });

  it('fails on a file that is too large to parse quickly, though it compresses well', () => {
    expect(() => checkBudget('content.js', new Uint8Array(120 * 1024))).not.toThrow();
    expect(() => checkBudget('content.js', new Uint8Array(120 * 1024 + 1))).toThrow(/over its budget/);
  });

  it('fails on a file that does not compress', () => {
    expect(() => checkBudget('content.js', randomBytes(40 * 1024))).not.toThrow();
    expect(() => checkBudget('content.js', randomBytes(43 * 1024))).toThrow(/over its budget/);
  });
});

describe('the budget of the voices', () => {
  it('is that of all their files together, packed', () => {
    const half = randomBytes(1_500_000);
    expect(checkVoicesBudget({ one: half, other: half })).toContain('2 files');
    expect(() => checkVoicesBudget({ one: half, other: half, third: half })).toThrow(/over their budget/);
  });
});

/** The assignments to innerHTML in the bundles: all in the two libraries, each on a document that runs no script. */
const SINKS: [string, RegExp][] = [
  ['Readability puts its clone back for another attempt', /articleContent:/],
  ['Readability looks into a noscript for an image', /previousElementSibling/],
  ['DOMPurify parses into a document of its own', /\.documentElement\.innerHTML=/],
];

interface LintMessage {
  code: string;
  file: string;
  line: number;
  column: number;
}

describe('web-ext lint', () => {
  it(
    'finds nothing in the Firefox build but the sinks that Readability and DOMPurify bring',
    async () => {
      const folder = join(first, 'firefox');
      const webExt = join(ROOT, 'node_modules/.bin/web-ext');
      const lint = ['lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'];
      // It exits with 1 on errors, and its report then says which.
      const { stdout } = await run(webExt, lint, { cwd: first, maxBuffer: 64 * 1024 * 1024 }).catch(
        (error: { stdout: string }) => error,
      );
      const report = JSON.parse(stdout) as Record<'errors' | 'notices' | 'warnings', LintMessage[]>;
      expect(report.errors).toEqual([]);
      expect(report.notices).toEqual([]);
      const warnings = report.warnings.map(({ code, file, line, column }) => {
        const text = readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? '';
        const around = text.slice(Math.max(0, column - 60), column + 90);
        return `${file}: ${code}: ${SINKS.find(([, sign]) => sign.test(around))?.[0] ?? around}`;
      });
      expect(warnings.sort()).toEqual([
        'reading.js: UNSAFE_VAR_ASSIGNMENT: DOMPurify parses into a document of its own',
        'reading.js: UNSAFE_VAR_ASSIGNMENT: Readability looks into a noscript for an image',
        'reading.js: UNSAFE_VAR_ASSIGNMENT: Readability puts its clone back for another attempt',
        'tab.js: UNSAFE_VAR_ASSIGNMENT: DOMPurify parses into a document of its own',
      ]);
    },
    SLOW,
  );
});
