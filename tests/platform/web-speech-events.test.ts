import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeSynthesis } from './fake-speech-synthesis.ts';
import { type SpeechStage, setSpeechStage } from './web-speech-stage.ts';

const stage = setSpeechStage();
let synthesis: FakeSynthesis;
let told: string[];
const speak: SpeechStage['speak'] = (...values) => stage().speak(...values);

beforeEach(() => {
  ({ synthesis, told } = stage());
});

describe('a fault', () => {
  it.each([
    ['not-allowed', 'not-allowed'],
    ['network', 'network'],
    ['audio-busy', 'audio-busy'],
    ['audio-hardware', 'audio-busy'],
    ['language-unavailable', 'language-unavailable'],
    ['voice-unavailable', 'voice-unavailable'],
    ['synthesis-unavailable', 'voice-unavailable'],
    ['synthesis-failed', 'synthesis-failed'],
    ['text-too-long', 'synthesis-failed'],
    ['invalid-argument', 'synthesis-failed'],
    // Not by us: the page, another tab or a screen reader has cut it off.
    ['canceled', 'synthesis-failed'],
    ['interrupted', 'synthesis-failed'],
    ['of tomorrow', 'synthesis-failed'],
  ])('%s is told as %s', async (error, fault) => {
    speak();
    synthesis.finish('error', { error });
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([fault]);
  });

  it('is never told before `speak` has returned, as Chromium has it where no press came before', async () => {
    synthesis.onSpeak = (utterance) => utterance.tell('error', { error: 'not-allowed' });
    speak();
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['not-allowed']);
  });

  it('is not told where another text was asked for in the meantime', async () => {
    speak();
    synthesis.finish('error', { error: 'network' });
    speak({ text: 'Next.' });
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual([]);
  });
});

describe('a word', () => {
  const hear = (...boundaries: object[]) => {
    speak();
    synthesis.last.tell('start');
    for (const boundary of boundaries) synthesis.last.tell('boundary', { name: 'word', charLength: 0, ...boundary });
    return told.slice(1);
  };

  it('is told with the offsets that the browser gives', () => {
    expect(hear({ charIndex: 0, charLength: 3 }, { charIndex: 4, charLength: 5 })).toEqual(['word 0-3', 'word 4-9']);
  });

  it('ends where the language says, where the browser does not know', () => {
    expect(hear({ charIndex: 4 }, { charIndex: 10, charLength: undefined }, { name: '', charIndex: 14 })).toEqual([
      'word 4-9',
      'word 10-13',
      'word 14-19',
    ]);
  });

  it.each([-1, 20, 1.5, Number.NaN, undefined, '4'])('is not told at the place %s', (charIndex) => {
    expect(hear({ charIndex })).toEqual([]);
  });

  it('is not told for a sentence, nor a second time, nor backwards', () => {
    expect(hear({ name: 'sentence', charIndex: 0 }, { charIndex: 4 }, { charIndex: 4 }, { charIndex: 0 })).toEqual([
      'word 4-9',
    ]);
  });

  it('says that speech has started, where nothing else does', () => {
    speak();
    synthesis.last.tell('boundary', { name: 'word', charIndex: 0, charLength: 3 });
    expect(told).toEqual(['started', 'word 0-3']);
  });
});
