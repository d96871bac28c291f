import { describe, expect, it } from 'vitest';
import { joined, SoundCompression } from '../../src/platform/sound-compression.ts';

const RATE = 22_050;

/** A voiced sound of a pitch in Hz with overtones, so many samples long. */
function hum(length: number, pitch = 110): Int16Array {
  return Int16Array.from({ length }, (_, index) => {
    const phase = (2 * Math.PI * pitch * index) / RATE;
    return 8000 * Math.sin(phase) + 3000 * Math.sin(3 * phase + 1);
  });
}

function compress(sound: Int16Array, factor: number, piece = 2206): Int16Array {
  const compression = new SoundCompression(factor);
  const pieces: Int16Array[] = [];
  for (let start = 0; start < sound.length; start += piece)
    pieces.push(compression.push(sound.subarray(start, start + piece)));
  return joined([...pieces, compression.end()]);
}

const rises = (sound: Int16Array) => sound.filter((sample, index) => sample >= 0 && (sound[index - 1] ?? 0) < 0).length;

describe('a compressed sound', () => {
  it.each([1.1, 1.35, 2, 3])('is %s times as short, and as high as before', (factor) => {
    const sound = hum(3 * RATE);
    const short = compress(sound, factor);
    expect(short.length / (sound.length / factor)).toBeCloseTo(1, 2);
    expect(rises(short) / short.length / (rises(sound) / sound.length)).toBeCloseTo(1, 1);
    // No frame tears the wave: no step is much larger than in the sound itself.
    const steepest = (samples: Int16Array) =>
      samples
        .slice(1, -600)
        .reduce((most, sample, index) => Math.max(most, Math.abs(sample - (samples[index] ?? 0))), 0);
    expect(steepest(short)).toBeLessThan(steepest(sound) * 1.5);
  });

  it('is the same however it comes in pieces', () => {
    const sound = hum(RATE);
    expect(compress(sound, 1.5, 100)).toEqual(compress(sound, 1.5, 9000));
  });

  it('has everything at its place: what begins after so long begins that many times sooner', () => {
    const sound = joined([new Int16Array(RATE), hum(RATE)]);
    const short = compress(sound, 2);
    const begins = short.findIndex((sample) => Math.abs(sample) > 1000);
    expect(Math.abs(begins - RATE / 2) / RATE).toBeLessThan(0.03);
  });

  it('is the sound itself where nothing is to be shorter', () => {
    const sound = hum(5000);
    expect(compress(sound, 1)).toEqual(sound);
  });

  it('is nothing of nothing, and short of little', () => {
    expect(compress(new Int16Array(0), 2)).toHaveLength(0);
    expect(compress(hum(100), 2)).toHaveLength(50);
  });
});
