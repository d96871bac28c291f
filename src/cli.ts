// The reading pipeline on the command line, for saved pages, scripts and measuring.
//   npm run -s read -- page.html            the article as plain text ("-" reads standard input)
//   npm run -s read -- --json page.html     the same as one JSON object
//   npm run -s read -- --ndjson             one JSON object a line in, one a line out, until standard input ends
import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Article } from './article/article.ts';
import { readArticle } from './article/read-article.ts';
import { readText } from './article/read-text.ts';
import { READING_DATA } from './article/reading-data.ts';
import { compileRules } from './article/reading-rules.ts';
import { placeBlocks } from './command-line/blocks.ts';
import { type GlossaryRecord, glossaryMatcher, glossaryOf, termsAsText } from './command-line/glossary.ts';
import { type SpeakersRecord, speakersAsText, speakersOf } from './command-line/speakers.ts';

/** What a piece of the input is: a page's source with its address, or text without a page. */
interface Input {
  html?: string;
  text?: string;
  url?: string;
  title?: string;
  language?: string;
}

/** How long each step took, in milliseconds. */
interface Timings {
  parse: number;
  extract: number;
  analyse: number;
}

/** What is found in an article once it is read. */
type Analysis = GlossaryRecord & SpeakersRecord;

const RULES = compileRules(READING_DATA);
/** In bytes. jsdom's windows are large, and on a machine with much memory V8 would let gigabytes of dead ones lie. */
const LARGE_HEAP = 300 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const NO_ARTICLE = 'No article was found.';
const USAGE = 'Usage: npm run -s read -- [--json] FILE, or npm run -s read -- --ndjson < LINES';

/** Reads one input as an article and hands it to `use` while its nodes are alive; throws where there is none. */
function withArticle<Result>(input: Input, use: (article: Article, analysis: Analysis, ms: Timings) => Result): Result {
  const started = performance.now();
  const url = input.url !== undefined && URL.canParse(input.url) ? input.url : 'about:blank';
  // No scripts run and nothing is loaded: jsdom's defaults. A console of our own keeps page errors out of the output.
  const { window } = new JSDOM(input.html ?? '', { url, virtualConsole: new VirtualConsole() });
  try {
    glossaryMatcher();
    const parsed = performance.now();
    const article = readInput(input, window, url);
    const extracted = performance.now();
    if (article === null) throw new Error(NO_ARTICLE);
    const blocks = placeBlocks(article, input.html === undefined ? (input.text ?? null) : null);
    const analysis = { ...glossaryOf(blocks, article.language), ...speakersOf(blocks, article.language) };
    const ms = {
      parse: rounded(parsed - started),
      extract: rounded(extracted - parsed),
      analyse: rounded(performance.now() - extracted),
    };
    return use(article, analysis, ms);
  } finally {
    window.close();
  }
}

function readInput(input: Input, window: JSDOM['window'], url: string): Article | null {
  if (input.html !== undefined) return readArticle(window.document, { window, rules: RULES })?.article ?? null;
  if (input.text === undefined) throw new Error('A line needs "html" or "text".');
  const { title, language } = input;
  const origin = { url, ...(title !== undefined && { title }), ...(language !== undefined && { language }) };
  return readText(input.text, window.document, origin, RULES);
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

function asRecord(article: Article, analysis: Analysis, ms: Timings) {
  const { title, byline, siteName, publishedTime, language, direction } = article;
  const blocks = article.blocks.map(({ kind, text }) => ({ kind, text }));
  const removed = article.removed.map(({ rule, text }) => ({ rule, text }));
  return { title, byline, siteName, publishedTime, language, direction, blocks, removed, ...analysis, ms };
}

function asPlainText(article: Article, analysis: Analysis): string {
  const { title, byline, publishedTime, blocks, removed } = article;
  const origin = [byline, publishedTime].filter((part) => part !== null).join(' · ');
  const taken = removed.map(({ rule, text }) => `  ${rule}: ${text}`);
  const paragraphs = [title, origin, ...blocks.map(({ kind, text }) => (kind === 'caption' ? `[${text}]` : text))];
  paragraphs.push(termsAsText(analysis), speakersAsText(analysis));
  if (taken.length > 0) paragraphs.push(['Removed', ...taken].join('\n'));
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

function readFile(name: string): Input {
  if (name === '-') return inputOf(readFileSync(0, 'utf8'), '', 'about:blank');
  // npm changes to the project's folder; the name was typed in the folder where npm was called.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), name);
  return inputOf(readFileSync(path, 'utf8'), extname(path).toLowerCase(), pathToFileURL(path).href);
}

function inputOf(source: string, extension: string, url: string): Input {
  const isPage =
    /^\.x?html?$/.test(extension) || (extension !== '.txt' && /^\s*(?:<!doctype|<html|<\?xml|<!--)/i.test(source));
  return isPage ? { html: source, url } : { text: source, url };
}

async function readLines() {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const written = process.stdout.write(`${JSON.stringify(readLine(line))}\n`);
    if (!written) await new Promise((resume) => process.stdout.once('drain', resume));
    if (getHeapStatistics().used_heap_size > LARGE_HEAP) collectGarbage();
  }
}

function readLine(line: string): object {
  let id: unknown = null;
  try {
    const input: unknown = JSON.parse(line);
    if (typeof input !== 'object' || input === null) throw new Error('A line must be a JSON object.');
    id = Reflect.get(input, 'id') ?? null;
    return withArticle(checkedInput(input), (article, analysis, ms) => ({ id, ...asRecord(article, analysis, ms) }));
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function checkedInput(line: object): Input {
  const input: Input = {};
  for (const key of ['html', 'text', 'url', 'title', 'language'] as const) {
    const value: unknown = Reflect.get(line, key);
    if (typeof value === 'string') input[key] = value;
    else if (value !== undefined && value !== null) throw new Error(`"${key}" must be a string.`);
  }
  return input;
}

function describeFault(error: unknown, name: string): string {
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'ENOENT') return `There is no file ${name}.`;
  if (code === 'EISDIR') return `${name} is a folder, not a file.`;
  if (code === 'EACCES') return `${name} may not be read.`;
  return error instanceof Error ? error.message : String(error);
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' }, ndjson: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.ndjson) return readLines();
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new Error(USAGE);
  try {
    const output = withArticle(readFile(name), (article, analysis, ms) =>
      values.json ? `${JSON.stringify(asRecord(article, analysis, ms))}\n` : asPlainText(article, analysis),
    );
    process.stdout.write(output);
  } catch (error) {
    throw new Error(describeFault(error, name));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
