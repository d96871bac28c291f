import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashOf, mixed } from '../../src/speakers/hash.ts';
import { LABEL_COUNT } from '../../src/speakers/labels.ts';
import { KEY_MASK, levelsUpTo, NO_WEIGHT, readAttributionModel, rowOf } from '../../src/speakers/model.ts';
import { TRANSITION_CONTEXTS } from '../../src/speakers/transitions.ts';
import { writeModel } from '../../tools/attribution/write-model.ts';

const TRANSITIONS = TRANSITION_CONTEXTS * LABEL_COUNT * LABEL_COUNT + LABEL_COUNT;
const SMALLEST = 0.03;
/** Beyond it weights are cut. */
const LARGEST = 2;

const keys = [0xfffffe, 5, 300, 70_000, 6, 1_000_003];
const rows = keys.map((_, row) =>
  Array.from({ length: LABEL_COUNT }, (__, label) => (label === 0 ? 0.1 : Math.sin(row * 9 + label) * 1.5)),
);
rows[4] = Array.from({ length: LABEL_COUNT }, () => 0.5);
rows[5] = [0, 0, 7, -7, 0.01, 0.02, -0.04, 0, 1];
const trained = {
  cues: new Map([
    [hashOf('said'), 3],
    [hashOf('noted'), 1],
  ]),
  senses: new Map([
    [4, 33],
    [0xffffff, 32],
  ]),
  transitions: Float32Array.from({ length: TRANSITIONS }, (_, index) => Math.sin(index) * 3),
  keys,
  features: Float32Array.from(rows.flat()),
};
const bytes = writeModel(trained, SMALLEST);

describe('what is written is read', () => {
  const model = readAttributionModel(bytes);
  const weightOf = (key: number, label: number) =>
    model.levels[model.weights[rowOf(model, key) * LABEL_COUNT + label] ?? -1] ?? Number.NaN;

  it('cues, senses and transitions as they were', () => {
    expect([...model.cues].sort()).toEqual([...trained.cues].sort());
    expect(model.senses).toEqual(trained.senses);
    expect(model.transitions).toEqual(trained.transitions);
  });

  it('weights to within a step, as differences from the first label', () => {
    keys.forEach((key, row) => {
      if (row === 4) return;
      for (let label = 1; label < LABEL_COUNT; label++) {
        const exact = (rows[row]?.[label] ?? 0) - (rows[row]?.[0] ?? 0);
        const within = Math.max(-LARGEST, Math.min(LARGEST, exact));
        const step = LARGEST / 127 ** 2 + (2 * Math.sqrt(Math.abs(within) * LARGEST)) / 127 / 2;
        expect(Math.abs(weightOf(key, label) - within)).toBeLessThanOrEqual(step + SMALLEST / 2);
      }
      expect(weightOf(key, 0)).toBe(0);
    });
  });

  it('no row whose weights do not differ, and none for other keys', () => {
    expect(rowOf(model, 6)).toBe(-1);
    expect(rowOf(model, 7)).toBe(-1);
    expect(rowOf(model, 0)).toBe(-1);
    expect(new Set(keys.map((key) => rowOf(model, key))).size).toBe(keys.length);
  });

  it('the same bytes each time', () => {
    expect(writeModel(trained, SMALLEST)).toEqual(bytes);
  });

  it('from a stretch of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 20).fill(7);
    larger.set(bytes, 11);
    expect(readAttributionModel(larger.subarray(11, 11 + bytes.length)).senses).toEqual(trained.senses);
  });
});

it('levels grow from the middle to the largest weight on both sides', () => {
  const levels = levelsUpTo(3);
  expect([levels[NO_WEIGHT], levels[255], levels[1]]).toEqual([0, 3, -3]);
  expect(levels.every((level, index) => index === 0 || level > (levels[index - 1] ?? 0))).toBe(true);
});

describe('bytes that are no model', () => {
  it.each([0, 3, 4, 15, 16, 100, bytes.length - 1])('cut off after %i', (length) => {
    expect(() => readAttributionModel(bytes.slice(0, length))).toThrow();
  });

  it('longer than they should be, of another version, foreign', () => {
    expect(() => readAttributionModel(Uint8Array.from([...bytes, 0]))).toThrow('length');
    expect(() => readAttributionModel(Uint8Array.from([76, 65, 77, 50, ...bytes.slice(4)]))).toThrow(
      'no attribution model',
    );
    expect(() => readAttributionModel(new TextEncoder().encode('<!doctype html><title>404</title>'))).toThrow(
      'no attribution model',
    );
  });
});

it('the model that ships is at most a megabyte, and can be read', () => {
  const shipped = readFileSync(new URL('../../assets/model/attribution.bin', import.meta.url));
  expect(shipped.length).toBeLessThanOrEqual(2 ** 20);
  const model = readAttributionModel(shipped);
  expect(model.cues.get(hashOf('said'))).toBe(3);
  expect(model.cues.get(hashOf('bridge'))).toBeUndefined();
  expect(model.transitions.every(Number.isFinite)).toBe(true);
});

it('hashes are those of FNV-1a', () => {
  // From the test vectors of the FNV reference code.
  expect(hashOf('') >>> 0).toBe(0x811c9dc5);
  expect(hashOf('a') >>> 0).toBe(0xe40c292c);
  expect(hashOf('foobar') >>> 0).toBe(0xbf9cf968);
});

it('two numbers make one hash that spreads', () => {
  const low = new Set(Array.from({ length: 4096 }, (_, value) => mixed(hashOf('said'), value) & KEY_MASK));
  expect(low.size).toBeGreaterThan(4080);
});
