import { setTimeout as sleep } from 'node:timers/promises';
import type { browser as extension } from '../../src/platform/browser.ts';
import type { Browser, BrowserKind, Tab } from '../../tools/browsers/browser.ts';
import { launchBrowser } from '../../tools/browsers/launch-browser.ts';
import { waitUntil } from '../../tools/browsers/wait-until.ts';
import type { SoundRecording, TimeStretch } from '../../tools/sound/sound-recording.ts';
import type { SoundSink } from '../../tools/sound/sound-sink.ts';
import { WITHOUT_SYSTEM_VOICES } from '../../tools/sound/speech-dispatcher.ts';

/** The extension's own pages have it in both browsers. */
declare const chrome: typeof extension;

const EXTENSIONS: Record<BrowserKind, string> = { chromium: 'dist/chrome', firefox: 'dist/firefox' };

/** As on a machine without any voice. */
function launch(kind: BrowserKind, sink: SoundSink): Promise<Browser> {
  const environment = { ...sink.environment, ...WITHOUT_SYSTEM_VOICES };
  return launchBrowser(kind, { extension: EXTENSIONS[kind], environment });
}

/** A change of what is marked, with its time (milliseconds since 1970). */
export interface Marked {
  time: number;
  word: string;
  sentence: string;
}

export interface Listened {
  marks: Marked[];
  loud: TimeStretch[];
}

/** Notes in the page what is marked in the reading view: the registry of highlights is the page's as well. */
function noteMarks(): void {
  const marks: Marked[] = [];
  const textOf = (name: string) => Array.from(CSS.highlights.get(name) ?? [], String).join(' ');
  Object.assign(window, { marks });
  let last = '';
  setInterval(() => {
    const [word, sentence] = [textOf('lectern-word'), textOf('lectern-sentence')];
    if (word + sentence === last) return;
    last = word + sentence;
    marks.push({ time: Date.now(), word, sentence });
  }, 3);
}

async function openReader(opened: Browser, address: string): Promise<Tab> {
  const tab = await opened.openTab(address);
  await tab.pressToolbarButton();
  await tab.reader().waitUntilSettled();
  return tab;
}

/** Presses the key that starts and pauses. @returns when, in milliseconds since 1970. */
async function pressListen(tab: Tab): Promise<number> {
  const pressed = Date.now();
  await tab.press('k');
  return pressed;
}

async function firstSound(recording: SoundRecording, pressed: number): Promise<number> {
  const heard = await waitUntil(
    'a sound',
    () => recording.loudStretches().find(({ to }) => to > pressed) ?? null,
    10_000,
  );
  return Math.max(0, heard.from - pressed);
}

/** From the press to the first sound, in milliseconds: in a browser just started, and then `presses` times after a pause. */
export async function measurePresses(kind: BrowserKind, sink: SoundSink, address: string, presses: number) {
  const opened = await launch(kind, sink);
  try {
    const tab = await openReader(opened, address);
    const recording = sink.record();
    await sleep(500);
    const cold = await firstSound(recording, await pressListen(tab));
    const warm: number[] = [];
    for (let press = 0; press < presses; press++) {
      await sleep(700);
      await pressListen(tab);
      await sleep(700);
      warm.push(await firstSound(recording, await pressListen(tab)));
    }
    recording.stop();
    return { cold, warm };
  } finally {
    await opened.close();
  }
}

/** Listens to a page from its beginning to its end. */
export async function listenThrough(
  kind: BrowserKind,
  sink: SoundSink,
  address: string,
  rate: number,
): Promise<Listened> {
  const opened = await launch(kind, sink);
  try {
    const own = await opened.openTab(`${opened.extensionOrigin}/permission.html`);
    await own.evaluate((value) => chrome.storage.sync.set({ 'setting.speechRate': value }), rate);
    await own.close();
    const tab = await openReader(opened, address);
    await tab.evaluate(noteMarks);
    const recording = sink.record();
    await sleep(500);
    await pressListen(tab);
    const marksOf = async () => (await tab.evaluate('marks')) as Marked[];
    await waitUntil(
      'the end of the article',
      async () => {
        const marks = await marksOf();
        return marks.length > 1 && marks.at(-1)?.sentence === '';
      },
      600_000,
      500,
    );
    await sleep(500);
    const loud = recording.loudStretches(300, 20);
    recording.stop();
    return { marks: await marksOf(), loud };
  } finally {
    await opened.close();
  }
}
