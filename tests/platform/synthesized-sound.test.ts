import { describe, expect, it } from 'vitest';
import { SynthesizedSound } from '../../src/platform/synthesized-sound.ts';
import { VoicePort } from '../../src/platform/voice-port.ts';
import type { WordTime } from '../../src/platform/voice-protocol.ts';
import { FakeClock } from '../speech/fake-clock.ts';
import { FakeVoiceBackground, samples, voiceText } from './fake-voice-background.ts';

const TEXT = 'One two';
const ONE: WordTime = [0, 3, 0];
const TWO: WordTime = [4, 7, 120];

function stage() {
  const clock = new FakeClock();
  const background = new FakeVoiceBackground();
  const port = new VoicePort(background.connect, clock);
  const ask = () => new SynthesizedSound(voiceText(TEXT), port);
  return { clock, background, ask };
}

const all = ({ pieces }: SynthesizedSound) => pieces.flatMap((piece) => [...piece]);

describe('a sound', () => {
  it('grows with each answer until it is whole, and tells so', () => {
    const { background, ask } = stage();
    const sound = ask();
    let changes = 0;
    sound.onChange(() => changes++);
    background.audio(TEXT, samples(100), [ONE, TWO]);
    expect([all(sound).length, sound.isWhole, changes]).toEqual([100, false, 1]);
    background.audio(TEXT, samples(50, 100));
    background.done(TEXT);
    expect(all(sound)).toEqual([...samples(150)]);
    expect(sound.words).toEqual([ONE, TWO]);
    expect([sound.isWhole, sound.fault, changes]).toEqual([true, null, 3]);
  });

  it('takes words that come before their sound, and an answer without sound', () => {
    const { background, ask } = stage();
    const sound = ask();
    background.audio(TEXT, new Int16Array(), [ONE]);
    background.give(TEXT, { pieces: [samples(10)], words: [[TWO]] });
    expect([sound.words, all(sound).length, sound.pieces.length]).toEqual([[ONE, TWO], 10, 1]);
  });

  it.each(['language-unavailable', 'voice-unavailable', 'synthesis-failed'] as const)('hands on %s', (fault) => {
    const { background, ask } = stage();
    const sound = ask();
    background.port.answer({ type: 'failed', id: background.idOf(TEXT), fault });
    expect(sound.fault).toBe(fault);
    expect(background.syntheses).toHaveLength(1);
  });

  it('has failed where an answer is no sound, and the background need not go on', () => {
    const { background, ask } = stage();
    const sound = ask();
    background.port.answer({ type: 'audio', id: background.idOf(TEXT), samples: '*', words: [] });
    expect(sound.fault).toBe('synthesis-failed');
    expect(background.dropped).toEqual([background.idOf(TEXT)]);
  });

  it('has failed at once where the extension is gone', () => {
    const { background, ask } = stage();
    background.isGone = true;
    expect(ask().fault).toBe('synthesis-failed');
  });

  it('that is dropped grows no more, and tells nobody', () => {
    const { background, ask } = stage();
    const sound = ask();
    let changes = 0;
    sound.onChange(() => changes++);
    sound.drop();
    sound.drop();
    background.give(TEXT, { pieces: [samples(10)] });
    background.stop();
    expect([changes, sound.pieces.length, background.syntheses.length]).toEqual([0, 0, 1]);
    expect(background.dropped).toHaveLength(1);
  });

  it('that is whole needs not be dropped in the background', () => {
    const { background, ask } = stage();
    const sound = ask();
    background.give(TEXT, { pieces: [samples(10)] });
    sound.drop();
    expect(background.dropped).toEqual([]);
  });
});

describe('a background that is lost in the middle', () => {
  it.each([
    ['in the same pieces', [100, 50, 50]],
    ['in smaller ones', [30, 30, 30, 30, 30, 50]],
    ['in one', [200]],
  ])('is asked again, and what is here is passed over: %s', (_name, lengths) => {
    const { background, ask } = stage();
    const sound = ask();
    background.audio(TEXT, samples(100), [ONE]);
    background.audio(TEXT, samples(50, 100), [TWO]);
    background.stop();
    expect(background.syntheses.map(({ id, text }) => [id, text])).toEqual([
      [1, TEXT],
      [2, TEXT],
    ]);
    let from = 0;
    for (const [index, length] of lengths.entries()) {
      background.audio(TEXT, samples(length, from), index === 0 ? [ONE, TWO] : []);
      from += length;
    }
    background.done(TEXT);
    expect(all(sound)).toEqual([...samples(200)]);
    expect(sound.words).toEqual([ONE, TWO]);
    expect(sound.isWhole).toBe(true);
  });

  it('has failed after three questions without an answer', () => {
    const { background, ask } = stage();
    const sound = ask();
    background.stop();
    background.stop();
    expect([sound.fault, background.syntheses.length]).toEqual([null, 3]);
    background.stop();
    expect([sound.fault, background.syntheses.length]).toEqual(['synthesis-failed', 3]);
  });

  it('may be lost again and again as long as it goes on', () => {
    const { background, ask } = stage();
    const sound = ask();
    for (let time = 1; time <= 6; time++) {
      background.audio(TEXT, samples(time * 10));
      background.stop();
    }
    expect([sound.fault, all(sound).length]).toEqual([null, 60]);
  });

  it('has not gone on where it gave only what is here already', () => {
    const { background, ask } = stage();
    const sound = ask();
    for (let time = 1; time <= 3; time++) {
      background.audio(TEXT, samples(10));
      background.stop();
    }
    expect(sound.fault).toBe('synthesis-failed');
  });

  it('has failed after the second silence', () => {
    const { clock, background, ask } = stage();
    const sound = ask();
    clock.run(2500);
    expect([sound.fault, background.ports.length]).toEqual([null, 2]);
    clock.run(2500);
    expect([sound.fault, background.syntheses.length]).toEqual(['synthesis-failed', 2]);
  });

  it('may be silent again once it has gone on', () => {
    const { clock, background, ask } = stage();
    const sound = ask();
    for (let time = 1; time <= 4; time++) {
      clock.run(2500);
      background.audio(TEXT, samples(time * 10));
    }
    expect([sound.fault, all(sound).length]).toEqual([null, 40]);
  });

  it('has failed where the extension went with it', () => {
    const { background, ask } = stage();
    const sound = ask();
    background.isGone = true;
    background.stop();
    expect(sound.fault).toBe('synthesis-failed');
  });
});
