// Runs in a page of the test server: what `web-speech.e2e.ts` asks for, spoken by the engine as it ships.
import { createSystemClock } from '../../src/platform/system-clock.ts';
import { createWebSpeech } from '../../src/platform/web-speech.ts';
import type { Engine, Voice } from '../../src/speech/engine.ts';

/** What came of a text, and when: milliseconds since 1970. */
export interface SpeechNote {
  text: string;
  event: string;
  time: number;
}

/** What the page has to say of itself. */
export interface SpeechReport {
  voices: number;
  /** The voice that speaks. */
  voice: Voice | null;
  notes: SpeechNote[];
  isDone: boolean;
}

/** How long voices may take to come, in milliseconds, as the address says: Chromium took 3.5 s on a busy machine. */
const PATIENCE = Number(new URLSearchParams(location.search).get('patience'));
const SENTENCES = ['The board met again.', 'It put off the decision until spring.', 'Nobody was against it.'];
const CUT_OFF = 'This sentence is going to be cut off long before anybody has heard it to its end.';
/** In milliseconds, from its first sound. */
const CUT_AFTER = 500;
const AFTER = 'This one is spoken in its place.';

const report: SpeechReport = { voices: 0, voice: null, notes: [], isDone: false };
const clock = createSystemClock();
const engine = createWebSpeech(window, clock);

/** @param hasStarted called when the first sound of it is heard. */
function speak(from: Engine, text: string, voice: Voice, hasStarted = () => {}): Promise<void> {
  const note = (event: string) => report.notes.push({ text, event, time: Date.now() });
  return new Promise((resolve) => {
    const request = { text, voice, rate: 1, pitch: 1, volume: 1, pauseBefore: 0 };
    from.speak(request, {
      started() {
        note('started');
        hasStarted();
      },
      word: () => undefined,
      ended() {
        note('ended');
        resolve();
      },
      failed(fault) {
        note(fault);
        resolve();
      },
    });
  });
}

function voicesAreThere(): Promise<void> {
  const given = new AbortController();
  return new Promise<void>((resolve) => {
    clock.after(PATIENCE, resolve);
    engine.onVoices(resolve, given.signal);
    if (engine.voices().length > 0) resolve();
  }).finally(() => given.abort());
}

async function speakAll(): Promise<void> {
  await voicesAreThere();
  report.voices = engine.voices().length;
  report.voice = engine.voices().find(({ language }) => language === 'en-US') ?? null;
  if (report.voice === null) return;
  for (const sentence of SENTENCES) await speak(engine, sentence, report.voice);
  const { voice } = report;
  await new Promise<void>((resolve) => void speak(engine, CUT_OFF, voice, resolve));
  await new Promise<void>((resolve) => void clock.after(CUT_AFTER, resolve));
  await speak(engine, AFTER, voice);
}

document.addEventListener(
  'click',
  async () => {
    await speakAll();
    report.isDone = true;
  },
  { once: true },
);
Object.assign(window, { speechReport: report });
