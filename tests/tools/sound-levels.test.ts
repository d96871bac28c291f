import { describe, expect, it } from 'vitest';
import { measureLevels } from '../../tools/voice/measure/sound-levels.ts';

describe('the levels of a sound', () => {
  it('are 0 decibels for the loudest square wave, all of it clipped', () => {
    const levels = measureLevels(Int16Array.of(32_767, -32_768, 32_767, -32_768));
    expect(levels.peak).toBeCloseTo(0);
    expect(levels.loudness).toBeCloseTo(0, 3);
    expect(levels.clipped).toBe(4);
  });

  it('are 6 decibels less for half of it, and 3 less where half of the time is silent', () => {
    const half = measureLevels(Int16Array.of(16_384, -16_384, 0, 0));
    expect(half.peak).toBeCloseTo(-6.02, 2);
    expect(half.loudness).toBeCloseTo(-9.03, 2);
    expect(half.clipped).toBe(0);
  });

  it('are numbers for silence, and for no sound at all', () => {
    for (const silence of [new Int16Array(8), new Int16Array(0)])
      expect(Number.isFinite(measureLevels(silence).loudness)).toBe(true);
  });
});
