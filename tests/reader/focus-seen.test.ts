import { describe, expect, it } from 'vitest';
import { eyeLevel, scrollToMiddle } from '../../src/reader/focus-seen.ts';

describe('where one reads while scrolling', () => {
  it('is a third from the top', () => {
    expect(eyeLevel(2000, 5000, 600)).toBeCloseTo(1 / 3);
  });

  it('goes from the very top to the very bottom, and never back', () => {
    const levels = Array.from({ length: 51 }, (_, step) => step * 100 + eyeLevel(step * 100, 5000, 600) * 600);
    expect(eyeLevel(0, 5000, 600)).toBe(0);
    expect(eyeLevel(5000, 5000, 600)).toBe(1);
    expect(levels).toEqual(levels.toSorted((one, other) => one - other));
  });

  it('reaches both ends of an article that is little longer than the view', () => {
    expect([0, 50, 100].map((scrolled) => eyeLevel(scrolled, 100, 600))).toEqual([0, 0.5, 1]);
  });

  it('is the top where nothing scrolls', () => {
    expect(eyeLevel(0, 0, 600)).toBe(0);
    expect(eyeLevel(0, 100, 0)).toBe(0);
  });
});

describe('the way to the middle third', () => {
  const seen = { top: 50, bottom: 650 };

  it.each([
    ['nothing, for what is there', { top: 300, bottom: 330 }, 0],
    ['down to its lower end', { top: 500, bottom: 530 }, 80],
    ['up to its upper end', { top: 100, bottom: 130 }, -150],
    ['to its upper end, for what is higher than it', { top: 300, bottom: 550 }, 50],
    ['to the top, for what is higher than two thirds', { top: 300, bottom: 900 }, 250],
  ])('is %s', (_, extent, expected) => {
    expect(scrollToMiddle(seen, extent)).toBe(expected);
  });
});
