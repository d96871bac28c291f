import { browser } from './platform/browser.ts';
import { createEngines } from './platform/engines.ts';
import { translate } from './platform/i18n.ts';
import { createKeptPlaces } from './platform/kept-places.ts';
import { createKeptVoices } from './platform/kept-voices.ts';
import { createListeningVoices } from './platform/listening-voices.ts';
import { createOwnPronunciations } from './platform/own-pronunciations.ts';
import { registerPart } from './platform/parts.ts';
import { createSettingsStore } from './platform/settings-store.ts';
import { createSystemClock } from './platform/system-clock.ts';
import { createListeningPart } from './reader/listening.ts';
import type { ListeningPart } from './reader/listening-ports.ts';
import type { SpeechManner } from './speech/engine.ts';
import { Player } from './speech/player.ts';
import type { Pronunciation } from './speech/pronunciation.ts';

// Injected beside content.js when somebody first listens; the tab of Lectern's own has it from the start.
const isPrivate = browser.extension.inIncognitoContext === true;
const clock = createSystemClock();
const settings = createSettingsStore(browser.storage.sync, browser.storage.onChanged);
const kept = createKeptVoices(browser.storage, isPrivate);
const { engines, voicePort, onSilent } = createEngines(window, clock);
const voices = createListeningVoices(engines, kept);
const ownPronunciations = createOwnPronunciations(browser.storage);
let pronunciations: readonly Pronunciation[] = [];
const ready = Promise.all([settings.ready, kept.ready, readPronunciations()]);
ownPronunciations.subscribe(() => void readPronunciations(), new AbortController().signal);

const part = createListeningPart({
  document,
  translate,
  settings,
  createPlayer: (listener) => new Player({ engines, chooseVoice: voices.cast, manner, clock, listener }),
  voices,
  places: createKeptPlaces(browser.storage.local, isPrivate, Date.now),
  pronunciations: () => pronunciations,
  tellSpeaking: (isSpeaking) => voicePort.tellSpeaking(isSpeaking),
  onGiveWay: (listener, signal) => voicePort.onGiveWay(listener, signal),
  onSilent,
  clock,
});

/** The first word is to be spoken as fast, and in the voice, that the person has set: what is stored is read first. */
const readyPart: ListeningPart = {
  toggle: (subject) => void ready.then(() => part.toggle(subject)),
  readAloud: (subject, text, language) => ready.then(() => part.readAloud(subject, text, language)),
  stopReadingAloud: (subject) => part.stopReadingAloud(subject),
};
registerPart('listening', readyPart);

// Chromium speaks on without the page (mdn/dom-examples 307).
addEventListener('pagehide', () => {
  for (const engine of engines) engine.cancel();
});

function manner(): SpeechManner {
  const { speechRate: rate, speechPitch: pitch, speechVolume } = settings.current();
  return { rate, pitch, volume: speechVolume / 100 };
}

async function readPronunciations(): Promise<void> {
  try {
    pronunciations = await ownPronunciations.list();
  } catch {
    // The voice says them as it would otherwise.
  }
}
