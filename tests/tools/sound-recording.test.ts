import { describe, expect, it } from 'vitest';
import { SoundRecording } from '../../tools/sound/sound-recording.ts';

const bytesOf = (samples: readonly number[]) => Buffer.from(Int16Array.from(samples).buffer);

describe('a recording', () => {
  it('joins samples whose two bytes came apart', () => {
    const recording = new SoundRecording(1000);
    const bytes = bytesOf([1, -2, 3]);
    recording.add(bytes.subarray(0, 3), 0);
    recording.add(bytes.subarray(3), 0);
    expect([...recording.samples()]).toEqual([1, -2, 3]);
  });

  it('takes the earliest beginning that a piece allows, since pieces come late', () => {
    const recording = new SoundRecording(1000);
    recording.add(bytesOf(new Array(10).fill(0)), 5_030);
    recording.add(bytesOf(new Array(10).fill(0)), 5_025);
    expect(recording.startTime).toBe(5_005);
  });

  it('tells when something was to be heard', () => {
    const recording = new SoundRecording(1000);
    const silence = new Array<number>(200).fill(2);
    const sound = [900, -900, 40, 900];
    recording.add(bytesOf([...silence, ...sound, ...silence, ...sound]), 10_408);
    expect(recording.loudStretches(300, 60)).toEqual([
      { from: 10_200, to: 10_204 },
      { from: 10_404, to: 10_408 },
    ]);
  });
});
