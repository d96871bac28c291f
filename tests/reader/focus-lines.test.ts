import { describe, expect, it } from 'vitest';
import { areasOf, type Box, linesFrom, nearestBox } from '../../src/reader/focus-lines.ts';

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

describe('lines', () => {
  it('are made of all pieces that stand beside each other, small and raised ones too', () => {
    const pieces = [box(0, 0, 60, 20), box(60, 1, 90, 21), box(90, -3, 95, 9), box(0, 30, 80, 50)];
    expect(linesFrom(pieces, false)).toEqual([box(0, -3, 95, 21), box(0, 30, 80, 50)]);
  });

  it('reach as far as their pieces on every side, also where text runs from right to left', () => {
    expect(linesFrom([box(60, 0, 90, 20), box(10, 2, 60, 24), box(30, 1, 50, 19)], false)).toEqual([
      box(10, 0, 90, 24),
    ]);
  });

  it('stay apart where they touch, or lie over each other a little', () => {
    expect(linesFrom([box(0, 0, 60, 24), box(0, 18, 60, 42)], false)).toHaveLength(2);
  });

  it('leave out what takes no room', () => {
    expect(linesFrom([box(0, 0, 0, 20), box(0, 30, 9, 30), box(0, 40, 9, 60)], false)).toEqual([box(0, 40, 9, 60)]);
  });

  it('go on at the top of the next column', () => {
    const pieces = [box(0, 0, 60, 20), box(0, 30, 60, 50), box(100, 0, 160, 20), box(100, 30, 160, 50)];
    expect(linesFrom(pieces, false)).toEqual(pieces);
  });

  it('run through the cells of a row in a table, and come in the order of rows', () => {
    const pieces = [box(0, 0, 40, 20), box(0, 30, 40, 50), box(50, 0, 90, 20), box(0, 60, 40, 80), box(50, 62, 90, 82)];
    expect(linesFrom(pieces, true)).toEqual([box(0, 0, 90, 20), box(0, 30, 40, 50), box(0, 60, 90, 82)]);
  });
});

describe('the nearest line', () => {
  it('is the one at the point, or else the one that is closest', () => {
    const lines = [box(0, 0, 100, 20), box(0, 40, 100, 60)];
    expect([10, 29, 31, 500].map((y) => nearestBox(lines, 50, y))).toEqual([0, 0, 1, 1]);
    expect(nearestBox([], 0, 0)).toBe(-1);
  });

  it('is the one with the nearer middle where two hold the point', () => {
    expect(nearestBox([box(0, 0, 100, 30), box(0, 20, 100, 50)], 50, 28)).toBe(1);
  });

  it('is in the column of the point', () => {
    expect(nearestBox([box(0, 0, 100, 20), box(120, 0, 220, 20)], 130, 30)).toBe(1);
  });
});

describe('areas', () => {
  it('hold lines that follow each other closely, and leave out what is between others', () => {
    const lines = [box(0, 0, 100, 20), box(0, 30, 100, 50), box(0, 300, 100, 320)];
    expect(areasOf(lines, 15)).toEqual([box(0, 0, 100, 50), box(0, 300, 100, 320)]);
  });

  it('are as wide as the widest of their lines', () => {
    const [indented, full, short] = [box(40, 0, 100, 20), box(10, 30, 120, 50), box(20, 60, 70, 80)];
    const expected = [box(10, 0, 120, 80)];
    expect(areasOf([indented, full, short], 15)).toEqual(expected);
    expect(areasOf([short, full, indented], 15)).toEqual(expected);
  });

  it('are apart for columns', () => {
    expect(areasOf([box(0, 300, 100, 320), box(120, 0, 220, 20)], 15)).toHaveLength(2);
  });

  it('never lie over each other', () => {
    const lines = [box(0, 0, 100, 20), box(0, 60, 100, 80), box(0, 10, 100, 70)];
    expect(areasOf(lines, 0)).toEqual([box(0, 0, 100, 80)]);
  });
});
