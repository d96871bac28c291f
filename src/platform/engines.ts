import type { Clock, Engine } from '../speech/engine.ts';
import { browser } from './browser.ts';
import { createEmbeddedVoice } from './embedded-voice.ts';
import { listEmbeddedVoices } from './embedded-voices.ts';
import { translate } from './i18n.ts';
import { tellsOutputLatency } from './output-latency.ts';
import { VoicePort } from './voice-port.ts';
import { SAMPLE_RATE } from './voice-protocol.ts';
import { createWebSpeech } from './web-speech.ts';

/** Everything that can speak, and what is told of it. */
export interface Engines {
  /** The voices of the system first, then the one in the package. */
  engines: readonly Engine[];
  voicePort: VoicePort;
  /** Calls `listener` when speech goes on without a sound, for there is no sound device, until `signal` is aborted. */
  onSilent(listener: () => void, signal: AbortSignal): void;
}

/** @param window of the page, or of an extension's page */
export function createEngines(window: Window & typeof globalThis, clock: Clock): Engines {
  const told = new EventTarget();
  const voicePort = new VoicePort((name) => browser.runtime.connect({ name }), clock);
  const embedded = createEmbeddedVoice({
    voices: listEmbeddedVoices(translate('languageOfMessages')),
    port: voicePort,
    createContext: () => new window.AudioContext({ sampleRate: SAMPLE_RATE }),
    wasPressed: () => window.navigator.userActivation?.hasBeenActive ?? true,
    tellSilent: () => void told.dispatchEvent(new Event('silent')),
    clock,
    tellsLatency: tellsOutputLatency(window.navigator.userAgent),
  });
  return {
    engines: [createWebSpeech(window, clock), embedded],
    voicePort,
    onSilent: (listener, signal) => told.addEventListener('silent', () => listener(), { signal }),
  };
}
