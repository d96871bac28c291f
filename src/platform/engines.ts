import type { Clock, Engine } from '../speech/engine.ts';
import { browser } from './browser.ts';
import { createEmbeddedVoice } from './embedded-voice.ts';
import { listEmbeddedVoices } from './embedded-voices.ts';
import { translate } from './i18n.ts';
import { VoicePort } from './voice-port.ts';
import { createWebSpeech } from './web-speech.ts';

/** Everything that can speak: the voices of the system first, then the one in the package. */
export function createEngines(
  window: Window & typeof globalThis,
  clock: Clock,
): { engines: readonly Engine[]; voicePort: VoicePort } {
  const voicePort = new VoicePort((name) => browser.runtime.connect({ name }));
  const embedded = createEmbeddedVoice({
    voices: listEmbeddedVoices(translate('languageOfMessages')),
    port: voicePort,
    createAudio: (sampleRate) => new window.AudioContext({ sampleRate, latencyHint: 'interactive' }),
    clock,
  });
  return { engines: [createWebSpeech(window, clock), embedded], voicePort };
}
