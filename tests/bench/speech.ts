// How soon, how fast and how exactly the embedded voice speaks, in real browsers whose sound is recorded.
//   npx tsx tests/bench/speech.ts          (after npm run build; needs Linux with PulseAudio)
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { BrowserKind } from '../../tools/browsers/browser.ts';
import { servePages } from '../../tools/page-server.ts';
import { canRecordSound } from '../../tools/sound/install-sound.ts';
import { startSoundSink } from '../../tools/sound/sound-sink.ts';
import { writeFigures } from './figures.ts';
import { median } from './median.ts';
import { compareSpeech, type SpeechComparison } from './speech-comparison.ts';
import { listenThrough, measurePresses } from './speech-run.ts';
import { expectSpeech } from './speech-script.ts';

const ROOT = join(import.meta.dirname, '../..');
const SEED = join(ROOT, '../shared/seed/article.txt');
const DOCUMENT = join(ROOT, 'docs/speech.md');
const KINDS = ['chromium', 'firefox'] as const satisfies BrowserKind[];
const RATE = 3;
const VOICE = 'en-US';
/** Browsers started, and presses in each after the first. */
const STARTS = 3;
const PRESSES = 3;
/** What is in the package for the sake of the voices. */
const VOICE_FILES = /^(?:voice.*|LICENSE-eSpeak-NG\.txt|listening\.js)$/;

interface BrowserSpeech extends SpeechComparison {
  cold: number;
  warm: number;
}

/** The seed article as a page: its lines as paragraphs, the first of some length as the headline. */
function pageOf(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const lines = escaped.split('\n').filter((line) => line.trim() !== '');
  const title = lines.find((line) => line.split(' ').length > 3) ?? '';
  const paragraphs = lines.map((line) => (line === title ? `<h1>${line}</h1>` : `<p>${line}</p>`)).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article>${paragraphs}</article></body></html>`;
}

/** In the package, in bytes. */
function packageGrowth(): number {
  const folder = join(ROOT, 'dist/chrome');
  const files = readdirSync(folder).filter((name) => VOICE_FILES.test(name));
  return files.reduce((sum, name) => sum + deflateRawSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
}

export async function reportSpeech(): Promise<string> {
  if (!existsSync(SEED)) return 'speech: passed over, for ../shared/seed is not there';
  if (!canRecordSound()) return 'speech: passed over, for sound cannot be recorded here (Linux with PulseAudio)';
  const html = pageOf(readFileSync(SEED, 'utf8'));
  const server = await servePages({
    folder: join(ROOT, 'tests/pages'),
    routes: { '/seed.html': { headers: { 'content-type': 'text/html' }, body: html } },
  });
  const sink = await startSoundSink();
  try {
    const address = `${server.origin}/seed.html`;
    const expected = await expectSpeech(html, address, VOICE, RATE);
    const measured = new Map<BrowserKind, BrowserSpeech>();
    for (const kind of KINDS) {
      const starts = [];
      for (let start = 0; start < STARTS; start++) starts.push(await measurePresses(kind, sink, address, PRESSES));
      const comparison = compareSpeech(expected.sentences, await listenThrough(kind, sink, address, RATE));
      const cold = median(starts.map((start) => start.cold));
      measured.set(kind, { cold, warm: median(starts.flatMap(({ warm }) => warm)), ...comparison });
    }
    const figures = describe(measured, expected.realTimeFactor);
    writeFigures(DOCUMENT, 'figures', figures);
    return `${figures}\n\nwritten into docs/speech.md`;
  } finally {
    sink.close();
    await server.close();
  }
}

function describe(measured: ReadonlyMap<BrowserKind, BrowserSpeech>, realTimeFactor: number): string {
  const row = (name: string, tell: (speech: BrowserSpeech) => string) =>
    `| ${[name, ...KINDS.map((kind) => tell(measured.get(kind) as BrowserSpeech))].join(' | ')} |`;
  const ms = (value: number) => `${Math.round(value)} ms`;
  return [
    '| embedded voice, the seed article | Chromium | Firefox |',
    '| --- | --: | --: |',
    row(`press to first sound, browser just started, median of ${STARTS}`, ({ cold }) => ms(cold)),
    row(`press to first sound after a pause, median of ${STARTS * PRESSES}`, ({ warm }) => ms(warm)),
    row(`sentences spoken once and in order at ${RATE} ×`, ({ inOrder, sentences }) => `${inOrder} of ${sentences}`),
    row('gap between sentences beyond the pause, median', ({ gaps }) => ms(median(gaps))),
    row('the same, 95th percentile', ({ gaps }) => ms(percentile(gaps, 0.95))),
    row('word mark off the recorded sound, median', ({ offsets }) => ms(median(offsets))),
    row('the same, 95th percentile', ({ offsets }) => ms(percentile(offsets, 0.95))),
    row('words compared', ({ offsets }) => String(offsets.length)),
    '',
    `In Node, synthesis takes ${realTimeFactor.toFixed(3)} times as long as the sound. The package grows by ${(packageGrowth() / 1e6).toFixed(2)} MB for listening.`,
  ].join('\n');
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await reportSpeech());
