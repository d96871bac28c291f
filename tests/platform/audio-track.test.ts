import { describe, expect, it } from 'vitest';
import { AudioTrack } from '../../src/platform/audio-track.ts';
import { LoudspeakerOutput } from '../../src/platform/sound-output.ts';
import { SAMPLE_RATE } from '../../src/platform/voice-protocol.ts';
import { FakeClock } from '../speech/fake-clock.ts';
import { FakeAudioContext } from './fake-audio-context.ts';
import { samples } from './fake-voice-background.ts';

/** About a quarter of a second, and no round number of milliseconds, in samples. */
const PIECE = 5513;

function stage(begin: number | null = null) {
  const clock = new FakeClock();
  const context = new FakeAudioContext(clock);
  clock.run(1000);
  const track = new AudioTrack(new LoudspeakerOutput(context.asContext, clock), 0.8, begin);
  return { clock, context, track };
}

describe('the pieces of a sound', () => {
  it('begin as soon as the browser can have them ready', () => {
    const { context, track } = stage();
    expect([track.end, track.timeOf(0)]).toEqual([null, null]);
    track.add(samples(PIECE));
    const [piece] = context.played;
    const lead = (piece?.frame ?? 0) - SAMPLE_RATE;
    expect(lead).toBeGreaterThan(0);
    expect(lead).toBeLessThan(0.02 * SAMPLE_RATE);
    expect(piece).toMatchObject({ samples: [...samples(PIECE)], volume: 0.8 });
  });

  it('join on whole samples, whenever they come in time', () => {
    const { clock, context, track } = stage();
    for (let piece = 0; piece < 40; piece++) {
      track.add(samples(PIECE, piece * 100));
      clock.run(piece < 3 ? 0 : 247);
    }
    expect(context.gaps).toEqual(Array(39).fill(0));
    expect(context.heard).toEqual(Array.from({ length: 40 }, (_, piece) => [...samples(PIECE, piece * 100)]).flat());
    expect(track.end).toBe((context.played[0]?.frame ?? 0) + 40 * PIECE);
  });

  it('are moved, with all that follows, where one comes late', () => {
    const { clock, context, track } = stage();
    track.add(samples(PIECE));
    const begun = track.timeOf(0) ?? 0;
    clock.run(700);
    track.add(samples(PIECE));
    track.add(samples(PIECE));
    const late = track.timeOf(PIECE) ?? 0;
    expect(late).toBeGreaterThan(1.7);
    expect(late).toBeLessThan(1.72);
    expect(context.gaps).toEqual([Math.round((late - begun) * SAMPLE_RATE) - PIECE, 0]);
    // What has been heard before has not moved.
    expect(track.timeOf(PIECE - 1)).toBeCloseTo(begun + (PIECE - 1) / SAMPLE_RATE, 9);
    expect(track.timeOf(2 * PIECE + 10)).toBeCloseTo(late + (PIECE + 10) / SAMPLE_RATE, 9);
    expect(track.end).toBe(Math.round(late * SAMPLE_RATE) + 2 * PIECE);
  });

  it('have no time before they are there: the next one may come late', () => {
    const { track } = stage();
    track.add(samples(PIECE));
    expect(track.timeOf(PIECE)).toBeNull();
    track.add(samples(1));
    expect(track.timeOf(PIECE)).not.toBeNull();
    expect(track.timeOf(PIECE + 1)).toBeNull();
  });

  it('that are empty are passed over', () => {
    const { context, track } = stage();
    track.add(new Int16Array());
    expect([context.played.length, track.end, track.timeOf(0)]).toEqual([0, null, null]);
  });
});

describe('the beginning of a sound', () => {
  it('is not earlier than it is told', () => {
    const { context, track } = stage(2 * SAMPLE_RATE + 7);
    track.add(samples(PIECE));
    expect(context.played[0]?.frame).toBe(2 * SAMPLE_RATE + 7);
    expect(track.timeOf(0)).toBeCloseTo(2 + 7 / SAMPLE_RATE, 9);
  });

  it('is now where that time has passed', () => {
    const { context, track } = stage(10);
    track.add(samples(PIECE));
    expect(context.played[0]?.frame).toBeGreaterThan(SAMPLE_RATE);
  });
});
