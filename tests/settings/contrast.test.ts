import { describe, expect, it } from 'vitest';
import { contrastRatio, relativeLuminance } from '../../src/settings/contrast.ts';

describe('contrastRatio', () => {
  it.each([
    ['#ffffff', '#000000', 21],
    ['#000', '#fff', 21],
    ['#767676', '#ffffff', 4.54],
    ['#FF0000', '#ffffff', 4],
    ['#0b4a8a', '#0b4a8a', 1],
  ])('gives for %s and %s what WCAG gives: %d', (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastRatio(other, one)).toBe(contrastRatio(one, other));
  });
});

describe('relativeLuminance', () => {
  it('goes from 0 for black to 1 for white', () => {
    expect(relativeLuminance('#000000')).toBe(0);
    expect(relativeLuminance('#ffffff')).toBeCloseTo(1);
  });
});
