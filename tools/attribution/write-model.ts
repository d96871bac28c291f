import { LABEL_COUNT } from '../../src/speakers/labels.ts';
import { NO_WEIGHT } from '../../src/speakers/model.ts';

/** A model before it is written; `keys` has the hash (24 bits) of each row of weights. */
export interface TrainedModel {
  cues: ReadonlyMap<number, number>;
  senses: ReadonlyMap<number, number>;
  transitions: Float32Array;
  keys: readonly number[];
  features: Float32Array;
}

/** Weights beyond it are cut: a few rare features have very large ones, and all others would become coarse. */
const LARGEST = 2;

/** The bytes that `readAttributionModel` reads. Rows whose largest weight is below `smallest` are left out. */
export function writeModel(model: TrainedModel, smallest: number): Uint8Array {
  const { cues, senses, transitions, keys, features } = model;
  const out: number[] = [];
  const header = new DataView(new ArrayBuffer(4 + 4 * transitions.length));
  header.setFloat32(0, LARGEST, true);
  transitions.forEach((weight, index) => {
    header.setFloat32(4 + 4 * index, weight, true);
  });
  for (const [hash, strength] of [...cues].sort(([one], [other]) => one - other))
    out.push(hash & 255, (hash >> 8) & 255, (hash >> 16) & 255, (hash >> 24) & 255, strength);
  const groups = [...new Set(senses.values())].sort((one, other) => one - other);
  for (const sense of groups) {
    const hashes = [...senses].filter(([, own]) => own === sense).map(([hash]) => hash);
    out.push(sense);
    pushNumber(out, hashes.length);
    pushDifferences(out, hashes);
  }
  const rows = keys
    .map((hash, row) => ({ hash, levels: levelsOf(features, row, smallest) }))
    .filter(({ levels }) => levels !== null)
    .sort((one, other) => one.hash - other.hash);
  let key = 0;
  for (const { hash, levels } of rows) {
    pushNumber(out, hash - key);
    key = hash;
    const present = (levels ?? []).map((level) => level !== NO_WEIGHT);
    out.push(present.reduce((mask, is, label) => mask | (Number(is) << label), 0));
    for (const level of levels ?? []) if (level !== NO_WEIGHT) out.push(level);
  }
  const counts = new DataView(new ArrayBuffer(16));
  'LAM1'.split('').forEach((letter, index) => {
    counts.setUint8(index, letter.charCodeAt(0));
  });
  counts.setUint32(4, cues.size, true);
  counts.setUint32(8, groups.length, true);
  counts.setUint32(12, rows.length, true);
  return Uint8Array.from([...new Uint8Array(counts.buffer), ...new Uint8Array(header.buffer)].concat(out));
}

function levelsOf(features: Float32Array, row: number, smallest: number): number[] | null {
  const [other = 0, ...rest] = features.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT);
  // Only the differences between labels count: that of "none of them" need not be kept.
  const own = rest.map((weight) => weight - other);
  if (own.every((weight) => Math.abs(weight) < smallest)) return null;
  return own.map((weight) => {
    if (Math.abs(weight) < smallest / 2) return NO_WEIGHT;
    const part = Math.sqrt(Math.min(1, Math.abs(weight) / LARGEST));
    return NO_WEIGHT + Math.sign(weight) * Math.round(part * 127);
  });
}

function pushDifferences(out: number[], hashes: readonly number[]) {
  let last = 0;
  for (const hash of hashes.toSorted((one, other) => one - other)) {
    pushNumber(out, hash - last);
    last = hash;
  }
}

function pushNumber(out: number[], value: number) {
  let rest = value;
  while (rest >= 0x80) {
    out.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  out.push(rest);
}
