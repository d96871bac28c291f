import { createEmbeddedVoice } from '../../src/platform/embedded-voice.ts';
import { VoicePort } from '../../src/platform/voice-port.ts';
import { SAMPLE_RATE, type WordTime } from '../../src/platform/voice-protocol.ts';
import type { Engine, SpeechListener, SpeechRequest, Voice } from '../../src/speech/engine.ts';
import { FakeClock } from '../speech/fake-clock.ts';
import { FakeAudioContext } from './fake-audio-context.ts';
import { FakeVoiceBackground, samples } from './fake-voice-background.ts';

export const TEXT = 'The board met again.';
export const NEXT = 'It will meet in May.';
export const VOICE: Voice = {
  engine: 'embedded',
  id: 'en-GB',
  name: 'English',
  language: 'en-GB',
  isLocal: true,
  isDefault: true,
};

/** So many milliseconds of sound. */
export function sound(duration: number, from = 0): Int16Array {
  return samples((duration / 1000) * SAMPLE_RATE, from);
}

/** A word, and the milliseconds after which it begins. */
export function wordAt(start: number, end: number, time: number): WordTime {
  return [start, end, Math.round((time / 1000) * SAMPLE_RATE)];
}

/** The embedded voice between a fake background and a fake loudspeaker, in a time that passes only when it is told to. */
export class EmbeddedVoiceStage {
  readonly clock = new FakeClock();
  readonly background = new FakeVoiceBackground();
  readonly contexts: FakeAudioContext[] = [];
  readonly engine: Engine;
  /** What the listener was told. */
  readonly told: string[] = [];
  /** When it was told that, in milliseconds since the beginning; of each, the last time. */
  readonly times = new Map<string, number>();
  /** How the next context behaves. */
  behaviour = { runs: true, obeys: true };
  wasPressed = true;
  silences = 0;
  readonly #begin = this.clock.now();

  readonly listener: SpeechListener = {
    started: () => this.tell('started'),
    word: (start, end) => this.tell(`word ${start}-${end}`),
    ended: () => this.tell('ended'),
    failed: (fault) => this.tell(fault),
  };

  constructor() {
    this.engine = createEmbeddedVoice({
      voices: [VOICE],
      port: new VoicePort(this.background.connect, this.clock),
      tellsLatency: true,
      createContext: () => {
        const context = new FakeAudioContext(this.clock, this.behaviour);
        this.contexts.push(context);
        return context.asContext;
      },
      wasPressed: () => this.wasPressed,
      tellSilent: () => this.silences++,
      clock: this.clock,
    });
  }

  get context(): FakeAudioContext {
    const context = this.contexts.at(-1);
    if (context === undefined) throw new Error('nothing has been spoken');
    return context;
  }

  /** In milliseconds since the beginning. */
  get now(): number {
    return this.clock.now() - this.#begin;
  }

  tell(what: string): void {
    this.told.push(what);
    this.times.set(what, this.now);
  }

  /** When the listener was told something last. */
  timeOf(what: string): number {
    return this.times.get(what) ?? Number.NaN;
  }

  request(text: string, more: Partial<SpeechRequest> = {}): SpeechRequest {
    return { text, voice: VOICE, rate: 1, pitch: 1, volume: 1, pauseBefore: 0, ...more };
  }

  prepare(text: string, more: Partial<SpeechRequest> = {}): void {
    this.engine.prepare(this.request(text, more));
  }

  speak(text: string, more: Partial<SpeechRequest> = {}, listener = this.listener): void {
    this.engine.speak(this.request(text, more), listener);
  }

  /** Listens, and speaks the next text as soon as the first has ended, as the player does. */
  listenerThatGoesOn(text: string, more: Partial<SpeechRequest> = {}): SpeechListener {
    return {
      ...this.listener,
      ended: () => {
        this.tell('ended');
        this.speak(text, more);
      },
    };
  }
}
