import { LABEL_COUNT } from './labels.ts';
import { TRANSITION_CONTEXTS } from './transitions.ts';

/** What was learned from annotated articles, ready for use: tools/train-attribution.ts writes it. */
export interface AttributionModel {
  /** How surely a word (by its hash) reports speech: 1 to 3; others are not in it. */
  cues: ReadonlyMap<number, number>;
  /** What a word (by its hash, 24 bits) means, as a WordNet lexicographer file; others are not in it. */
  senses: ReadonlyMap<number, number>;
  /** From label to label in each context, then the labels that a paragraph begins with. */
  transitions: Float32Array;
  /** For a feature's hash (24 bits) the number of its row of weights; see `rowOf`. */
  slots: Int32Array;
  rows: Int32Array;
  /** A row has a weight for each label, as an index into `levels`. */
  weights: Uint8Array;
  levels: Float32Array;
}

const MAGIC = 'LAM1';
const HEADER_FIELDS = 3;
/** Of hashes the model keeps 24 bits. */
export const KEY_MASK = 0xffffff;
const EMPTY = -1;

/** Of weights kept in 8 bits: 128 is none, and small ones are finer than large ones (the square of the distance from 128). */
export const NO_WEIGHT = 128;

/** Reads a model from its file; throws where the bytes are none, or of another version. */
export function readAttributionModel(bytes: Uint8Array): AttributionModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC) throw new Error('This is no attribution model.');
  const [cueCount = 0, groupCount = 0, rowCount = 0] = Array.from({ length: HEADER_FIELDS }, (_, index) =>
    view.getUint32(4 + 4 * index, true),
  );
  let at = 4 + 4 * HEADER_FIELDS;
  const largest = view.getFloat32(at, true);
  at += 4;
  const transitions = new Float32Array(TRANSITION_CONTEXTS * LABEL_COUNT * LABEL_COUNT + LABEL_COUNT);
  for (let index = 0; index < transitions.length; index++, at += 4) transitions[index] = view.getFloat32(at, true);
  const cues = new Map<number, number>();
  for (let index = 0; index < cueCount; index++, at += 5) cues.set(view.getInt32(at, true), bytes[at + 4] ?? 0);
  const nextNumber = () => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('The attribution model is cut off.');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
      shift += 7;
    }
  };
  const senses = new Map<number, number>();
  for (let group = 0; group < groupCount; group++) {
    const sense = bytes[at++] ?? 0;
    const words = nextNumber();
    for (let index = 0, key = 0; index < words; index++) {
      key += nextNumber();
      senses.set(key, sense);
    }
  }
  let size = 1024;
  while (size < rowCount * 2) size *= 2;
  const slots = new Int32Array(size).fill(EMPTY);
  const rows = new Int32Array(size);
  const weights = new Uint8Array(rowCount * LABEL_COUNT).fill(NO_WEIGHT);
  for (let row = 0, key = 0; row < rowCount; row++) {
    key += nextNumber();
    const present = bytes[at++] ?? 0;
    for (let label = 1; label < LABEL_COUNT; label++)
      if (present & (1 << (label - 1))) weights[row * LABEL_COUNT + label] = bytes[at++] ?? NO_WEIGHT;
    let slot = slotOf(key, size);
    while (slots[slot] !== EMPTY) slot = (slot + 1) & (size - 1);
    slots[slot] = key;
    rows[slot] = row;
  }
  if (at !== bytes.length) throw new Error('The attribution model does not have the length that it names.');
  return { cues, senses, transitions, slots, rows, weights, levels: levelsUpTo(largest) };
}

/** The row of weights of a feature, or -1 where it has none. `key` has 24 bits. */
export function rowOf({ slots, rows }: AttributionModel, key: number): number {
  const last = slots.length - 1;
  for (let slot = slotOf(key, slots.length); ; slot = (slot + 1) & last) {
    const found = slots[slot];
    if (found === key) return rows[slot] ?? -1;
    if (found === EMPTY || found === undefined) return -1;
  }
}

/** What each of the 256 levels stands for, where the largest weight is `largest`. */
export function levelsUpTo(largest: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, level) => {
    const part = (level - NO_WEIGHT) / 127;
    return Math.sign(part) * part * part * largest;
  });
}

function slotOf(key: number, size: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 8) & (size - 1);
}
