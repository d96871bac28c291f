import { describe, expect, it } from 'vitest';
import { tempoOf } from '../../src/platform/speech-tempo.ts';

describe('tempoOf', () => {
  it('leaves the usual speed as it is', () => {
    for (const usual of [150, 165, 175, 190])
      expect(tempoOf(usual, 1)).toEqual({ wordsPerMinute: usual, compression: 1 });
  });

  it('asks more of eSpeak than twice the words for twice the speed, and nothing of compression', () => {
    const { wordsPerMinute, compression } = tempoOf(175, 2);
    expect(wordsPerMinute).toBeGreaterThan(350);
    expect(compression).toBe(1);
  });

  it('compresses what eSpeak cannot do by itself', () => {
    const { wordsPerMinute, compression } = tempoOf(175, 3);
    expect(wordsPerMinute).toBe(450);
    expect(compression).toBeCloseTo(3 * 0.421, 2);
  });

  it('stays within what eSpeak takes, at every speed', () => {
    for (let rate = 0.5; rate <= 3; rate += 0.1) {
      const { wordsPerMinute } = tempoOf(170, rate);
      expect(wordsPerMinute).toBeGreaterThanOrEqual(80);
      expect(wordsPerMinute).toBeLessThanOrEqual(450);
    }
  });

  it('hurries a language more that lets itself be shortened less', () => {
    expect(tempoOf(175, 2, 0.8).wordsPerMinute).toBeGreaterThan(tempoOf(175, 2).wordsPerMinute);
    expect(tempoOf(175, 3, 0.8).compression).toBeGreaterThan(tempoOf(175, 3).compression);
  });
});
