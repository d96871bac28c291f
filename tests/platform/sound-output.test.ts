import { describe, expect, it } from 'vitest';
import { LoudspeakerOutput, SilentOutput } from '../../src/platform/sound-output.ts';
import { FakeClock } from '../speech/fake-clock.ts';
import { FakeAudioContext } from './fake-audio-context.ts';

function stage() {
  const clock = new FakeClock();
  const context = new FakeAudioContext(clock);
  return { clock, context, output: new LoudspeakerOutput(context.asContext, clock) };
}

describe('the loudspeaker', () => {
  it.each([
    ['what the device needs', 0.2, 0.01, 0.2],
    ['what the context needs where nothing is known of the device', 0, 0.01, 0.01],
    ['nothing where the browser knows nothing', Number.NaN, Number.NaN, 0],
    ['nothing where the browser tells nonsense', 3600, 0.01, 0],
    ['nothing where it is below nothing', -1, 0.01, 0],
  ])('is behind by %s', (_name, outputLatency, baseLatency, behind) => {
    const { clock, context, output } = stage();
    Object.assign(context, { outputLatency, baseLatency });
    clock.run(2000);
    expect(output.playedUntil).toBe(2);
    expect(output.heardUntil).toBeCloseTo(2 - behind, 9);
  });

  it('asks nothing of the device where it must not', () => {
    const clock = new FakeClock();
    const context = new FakeAudioContext(clock);
    Object.assign(context, { baseLatency: 0.01 });
    Object.defineProperty(context, 'outputLatency', {
      get() {
        throw new Error('it was asked');
      },
    });
    const output = new LoudspeakerOutput(context.asContext, clock, false);
    clock.run(2000);
    expect(output.heardUntil).toBeCloseTo(1.99, 9);
  });

  it('asks the device how far behind it is once in a while alone, as soon as it has told', () => {
    const { clock, context, output } = stage();
    let asked = 0;
    let latency = 0;
    Object.defineProperty(context, 'outputLatency', {
      get() {
        asked++;
        return latency;
      },
    });
    Object.assign(context, { baseLatency: 0 });
    const listen = (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 10) {
        void output.heardUntil;
        clock.run(10);
      }
    };
    listen(100);
    latency = 0.2;
    listen(1000);
    expect(output.playedUntil - output.heardUntil).toBeCloseTo(0.2, 9);
    latency = 0.4;
    const before = asked;
    listen(9000);
    expect(asked - before).toBeLessThanOrEqual(2);
    expect(output.playedUntil - output.heardUntil).toBeCloseTo(0.4, 9);
  });

  it('plays samples as they are, at their time and volume', () => {
    const { context, output } = stage();
    output.createTrack(0.25).play(Int16Array.of(-32_768, 0, 32_767), 1.5);
    expect(context.played).toEqual([{ frame: 33_075, samples: [-32_768, 0, 32_767], volume: 0.25, stoppedAt: null }]);
    expect(context.connected).toBe(1);
  });

  it('falls silent at once and without a click, also what was to be played later', () => {
    const { clock, context, output } = stage();
    const track = output.createTrack(0.8);
    const other = output.createTrack(1);
    track.play(Int16Array.of(1), 0);
    track.play(Int16Array.of(2), 30);
    other.play(Int16Array.of(3), 30);
    clock.run(2000);
    track.cut();
    expect(context.ramps).toEqual(['0.8 at 2', 'to 0 at 2.005']);
    expect(context.played.map(({ stoppedAt }) => stoppedAt)).toEqual([2.005, 2.005, null]);
    clock.run(5);
    expect(context.connected).toBe(2);
    clock.run(100);
    expect(context.connected).toBe(1);
  });
});

describe('an output without a device', () => {
  it('has a clock that runs with the machine, and nothing behind it', () => {
    const clock = new FakeClock();
    const output = new SilentOutput(clock);
    clock.run(1234);
    expect([output.playedUntil, output.heardUntil]).toEqual([1.234, 1.234]);
    const track = output.createTrack();
    track.play(Int16Array.of(1), 0);
    track.cut();
    expect(clock.waiting).toBe(0);
  });
});
