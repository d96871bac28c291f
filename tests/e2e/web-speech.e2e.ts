import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserKind } from '../../tools/browsers/browser.ts';
import { launchBrowser } from '../../tools/browsers/launch-browser.ts';
import { waitUntil } from '../../tools/browsers/wait-until.ts';
import { type PageServer, servePages } from '../../tools/page-server.ts';
import { canRecordSound } from '../../tools/sound/install-sound.ts';
import type { SoundRecording } from '../../tools/sound/sound-recording.ts';
import { type SoundSink, startSoundSink } from '../../tools/sound/sound-sink.ts';
import {
  canStartSpeechDispatcher,
  SPEECH_PACKAGES,
  type SpeechDispatcher,
  startSpeechDispatcher,
  WITHOUT_SYSTEM_VOICES,
} from '../../tools/sound/speech-dispatcher.ts';
import type { SpeechReport } from './web-speech-page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXTENSIONS: Record<BrowserKind, string> = { chromium: 'chrome', firefox: 'firefox' };

const canSpeak = canStartSpeechDispatcher() && canRecordSound();
if (!canSpeak) {
  console.warn(
    `Left out: the tests of the system's own voices. They need Linux with PulseAudio and: sudo apt-get install ${SPEECH_PACKAGES.join(' ')}`,
  );
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}tests/e2e/web-speech-page.ts`],
    bundle: true,
    format: 'iife',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

let server: PageServer;

beforeAll(async () => {
  const script = await pageScript();
  server = await servePages({
    routes: {
      '/': {
        body: `<!doctype html><html lang="en"><title>Speech</title><button>Listen</button><script>${script}</script>`,
      },
    },
  });
});

afterAll(() => server.close());

/** @param patience how long voices may take to come, in milliseconds. */
async function listenIn(browser: Browser, patience: number): Promise<SpeechReport> {
  const tab = await browser.openTab(`${server.origin}/?patience=${patience}`);
  await tab.clickElement('button');
  return waitUntil(
    'the page to have spoken',
    async () => {
      // The page's own type of what it has put there.
      const report = (await tab.evaluate('speechReport')) as SpeechReport;
      return report.isDone && report;
    },
    80_000,
    100,
  );
}

function launch(kind: BrowserKind, environment: Readonly<Record<string, string>>): Promise<Browser> {
  const switches = kind === 'chromium' ? ['--enable-speech-dispatcher'] : [];
  const extension = `${ROOT}dist/${EXTENSIONS[kind]}`;
  return launchBrowser(kind, { extension, environment, arguments: switches });
}

describe.each(['chromium', 'firefox'] as const)('the voices of the system in %s', (kind) => {
  it('are none on a machine without them, and nothing is pretended', async () => {
    const browser = await launch(kind, WITHOUT_SYSTEM_VOICES);
    try {
      expect(await listenIn(browser, 4000)).toMatchObject({ voices: 0, voice: null, notes: [] });
    } finally {
      await browser.close();
    }
  });
});

if (canSpeak) {
  describe.each(['chromium', 'firefox'] as const)('with speech-dispatcher, %s', (kind) => {
    let sink: SoundSink | undefined;
    let speech: SpeechDispatcher | undefined;
    let browser: Browser | undefined;
    let recording: SoundRecording;
    let report: SpeechReport;

    beforeAll(async () => {
      sink = await startSoundSink();
      speech = await startSpeechDispatcher(sink.environment);
      browser = await launch(kind, { ...sink.environment, ...speech.environment });
      recording = sink.record();
      report = await listenIn(browser, 30_000);
    });

    afterAll(async () => {
      await browser?.close();
      speech?.close();
      sink?.close();
    });

    it('has local voices in many languages', () => {
      expect(report.voices).toBeGreaterThan(100);
      expect(report.voice).toMatchObject({ engine: 'system', language: 'en-US', isLocal: true });
    });

    it('speaks each sentence to its end, one after the other, and one in place of another', () => {
      expect(report.notes.map(({ text, event }) => `${event}: ${text}`)).toEqual([
        'started: The board met again.',
        'ended: The board met again.',
        'started: It put off the decision until spring.',
        'ended: It put off the decision until spring.',
        'started: Nobody was against it.',
        'ended: Nobody was against it.',
        expect.stringContaining('started: This sentence is going to be cut off'),
        'started: This one is spoken in its place.',
        'ended: This one is spoken in its place.',
      ]);
    });

    it('is heard while it says that it speaks', () => {
      const loud = recording.loudStretches();
      const heard = (from: number, to: number) =>
        loud.reduce((sum, stretch) => sum + Math.max(0, Math.min(to, stretch.to) - Math.max(from, stretch.from)), 0);
      for (const { text, event, time } of report.notes) {
        if (event !== 'ended') continue;
        const start = report.notes.find((note) => note.text === text && note.event === 'started')?.time ?? time;
        // Each takes more than a second to say; how long the browser takes to tell of it is its own affair.
        expect(heard(start, time), text).toBeGreaterThan(250);
      }
    });
  });
}
