import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import { canRecordSound } from '../../tools/sound/install-sound.ts';
import type { SoundRecording } from '../../tools/sound/sound-recording.ts';
import { type SoundSink, startSoundSink } from '../../tools/sound/sound-sink.ts';
import { inEachBrowser } from './in-each-browser.ts';
import {
  giveBrowsers,
  lineOf,
  marksOf,
  openNoted,
  playButtonIs,
  SPOKEN,
  startAnew,
  wordsAreMarked,
} from './listening-steps.ts';

/** What may still be on its way to the loudspeaker after somebody stopped it, on a slow machine, in milliseconds. */
const ON_ITS_WAY = 1500;
/** For so long nothing must be heard then, in milliseconds. */
const SILENCE = 1500;

/** For how much of the time from one moment to another something was heard; milliseconds since 1970. */
function heardBetween(recording: SoundRecording, from: number, to: number): number {
  const stretches = recording.loudStretches();
  return stretches.reduce((sum, loud) => sum + Math.max(0, Math.min(to, loud.to) - Math.max(from, loud.from)), 0);
}

/** When the last sound was heard, in milliseconds since 1970. */
const lastSound = (recording: SoundRecording) => recording.loudStretches().at(-1)?.to ?? 0;

if (canRecordSound()) {
  let sink: SoundSink;
  let recording: SoundRecording;

  beforeAll(async () => {
    sink = await startSoundSink();
    recording = sink.record();
    giveBrowsers(sink.environment);
  });
  afterAll(() => {
    sink.close();
    vi.unstubAllEnvs();
  });

  /** Waits until something has been heard since a moment. */
  const isHeard = (since: number) =>
    expect.poll(() => heardBetween(recording, since, Date.now()), SPOKEN).toBeGreaterThan(500);

  /** Fails where something is heard some time after it was to fall silent; that nothing comes has no event to wait for. */
  async function fallsSilent(): Promise<void> {
    const stopped = Date.now();
    await sleep(ON_ITS_WAY + SILENCE);
    expect(heardBetween(recording, stopped + ON_ITS_WAY, Date.now())).toBe(0);
  }

  inEachBrowser((stage) => {
    describe('what is heard', () => {
      it('sounds while the words are marked, is silent in a pause, and sounds again', async () => {
        await startAnew(stage());
        const tab = await openNoted(stage());
        await tab.press('k');
        await expect
          .poll(async () => (await marksOf(tab)).filter(({ word }) => word !== '').length, SPOKEN)
          .toBeGreaterThan(12);
        await tab.press('k');
        await playButtonIs(tab, 'listenGoOn');
        await fallsSilent();
        const words = (await marksOf(tab)).filter(({ word }) => word !== '');
        const [from, to] = [words[0]?.time ?? 0, words.at(-1)?.time ?? 0];
        expect(to - from).toBeGreaterThan(1000);
        expect(heardBetween(recording, from, to)).toBeGreaterThan((to - from) / 2);
        const again = Date.now();
        await tab.press('k');
        await isHeard(again);
      });

      it.each(['is closed', 'goes elsewhere', 'closes the reading view'])('ends when the tab %s', async (way) => {
        await startAnew(stage(), { 'setting.speechRate': 0.5 });
        const tab = await openNoted(stage(), '/sample.html');
        const pressed = Date.now();
        await tab.press('k');
        await isHeard(pressed);
        if (way === 'is closed') await tab.close();
        else if (way === 'goes elsewhere') await tab.goto(`${stage().server.origin}/empty.html`);
        else {
          await tab.pressToolbarButton();
          await tab.reader().waitUntilGone();
        }
        await fallsSilent();
      });

      it('ends with the last word of the article', async () => {
        await startAnew(stage(), { 'setting.speechRate': 3 });
        const tab = await openNoted(stage());
        await tab.press('k');
        await wordsAreMarked(tab, 1);
        await expect.poll(() => lineOf(tab), SPOKEN).toBe(messages.listenEnded.message);
        await fallsSilent();
        const words = (await marksOf(tab)).filter(({ word }) => word !== '');
        const first = words[0]?.time ?? 0;
        const last = words.at(-1)?.time ?? 0;
        expect(heardBetween(recording, first, last)).toBeGreaterThan((last - first) / 2);
        // The last word is still to be said when it is marked.
        expect(Math.abs(lastSound(recording) - last)).toBeLessThan(1500);
      });
    });
  });
} else {
  console.warn(
    'Left out: the tests of what is heard. They need Linux with PulseAudio: pulseaudio and pulseaudio-utils',
  );
}
