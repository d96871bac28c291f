import { afterEach, beforeEach, vi } from 'vitest';
import { createSystemClock } from '../../src/platform/system-clock.ts';
import { createWebSpeech } from '../../src/platform/web-speech.ts';
import type { Engine, SpeechListener, SpeechRequest, Voice } from '../../src/speech/engine.ts';
import { FakeSynthesis } from './fake-speech-synthesis.ts';

export const TEXT = 'The board met again.';

/** An engine over a fake browser, and what its listener was told. */
export class SpeechStage {
  readonly synthesis = new FakeSynthesis();
  readonly engine: Engine = createWebSpeech(this.synthesis.window, createSystemClock());
  readonly told: string[] = [];

  /** Writes down what it is told. */
  readonly listener: SpeechListener = {
    started: () => this.told.push('started'),
    word: (start, end) => this.told.push(`word ${start}-${end}`),
    ended: () => this.told.push('ended'),
    failed: (fault) => this.told.push(fault),
  };

  get voice(): Voice {
    const [voice] = this.engine.voices();
    if (voice === undefined) throw new Error('there is no voice');
    return voice;
  }

  speak(request: Partial<SpeechRequest> = {}, listener = this.listener, engine = this.engine): void {
    const voice = request.voice ?? this.voice;
    engine.speak({ text: TEXT, rate: 1, pitch: 1, volume: 1, pauseBefore: 0, ...request, voice }, listener);
  }
}

/** A new stage for each test, in a time that passes only when it is told to. */
export function setSpeechStage(): () => SpeechStage {
  let stage: SpeechStage | undefined;
  beforeEach(() => {
    vi.useFakeTimers();
    stage = new SpeechStage();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  return () => {
    if (stage === undefined) throw new Error('no test has begun');
    return stage;
  };
}
