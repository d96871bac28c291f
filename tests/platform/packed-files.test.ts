import { describe, expect, it } from 'vitest';
import { packFiles, unpackFiles } from '../../src/platform/packed-files.ts';

describe('packed files', () => {
  it('come out as they went in, in their order', () => {
    const files = new Map([
      ['phontab', Uint8Array.of(1, 2, 3)],
      ['empty', new Uint8Array(0)],
      ['lang/gmw/ä', Uint8Array.of(255)],
    ]);
    const unpacked = unpackFiles(packFiles(files));
    expect([...unpacked].map(([name, bytes]) => [name, [...bytes]])).toEqual([
      ['phontab', [1, 2, 3]],
      ['empty', []],
      ['lang/gmw/ä', [255]],
    ]);
  });

  it('are refused when something is missing or too much', () => {
    const packed = packFiles(new Map([['one', Uint8Array.of(1, 2, 3)]]));
    expect(() => unpackFiles(packed.subarray(0, -1))).toThrow();
    expect(() => unpackFiles(Uint8Array.of(...packed, 0))).toThrow();
    expect(() => unpackFiles(new Uint8Array(2))).toThrow();
  });
});
