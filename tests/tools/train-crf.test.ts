import { describe, expect, it } from 'vitest';
import { LABEL_COUNT } from '../../src/speakers/labels.ts';
import { TRANSITION_CONTEXTS } from '../../src/speakers/transitions.ts';
import { mostLikelyLabels } from '../../src/speakers/viterbi.ts';
import {
  FORBIDDEN,
  type Sequence,
  type TrainingOptions,
  trainCrf,
  type Weights,
} from '../../tools/attribution/train-crf.ts';

const SQUARE = LABEL_COUNT * LABEL_COUNT;
const OPTIONS: TrainingOptions = { epochs: 30, learningRate: 0.1, decay: 0, dropout: 0, averaged: 5, seed: 1 };
const silent = () => undefined;

/** One feature a token. */
function sequenceOf(features: readonly number[], labels: readonly number[]): Sequence {
  return {
    starts: Int32Array.from({ length: features.length + 1 }, (_, token) => token),
    rows: Int32Array.from(features),
    labels: Uint8Array.from(labels),
    contexts: new Uint8Array(features.length),
  };
}

/** Features 0 to 3 tell source, cue and content; 4 stands for any word, which goes on from what stands before it. */
const TOY = [
  sequenceOf([1, 4, 2, 3, 4, 4], [1, 2, 3, 7, 8, 8]),
  sequenceOf([3, 4, 1, 2], [7, 8, 1, 3]),
  sequenceOf([0, 0, 0], [0, 0, 0]),
  sequenceOf([1, 2, 3, 4, 0], [1, 3, 7, 8, 0]),
];

function labelsBy({ features, transitions }: Weights, { rows, contexts }: Sequence): number[] {
  const emissions = Float32Array.from(
    [...rows].flatMap((row) => [...features.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT)]),
  );
  return [...mostLikelyLabels(emissions, transitions, contexts)];
}

/** The log-likelihood of the toy's labels, by adding up every label sequence. */
function likelihoodOf({ features, transitions }: Weights, { rows, labels }: Sequence): number {
  const scoreOf = (path: readonly number[]) =>
    path.reduce((sum, label, token) => {
      const previous = path[token - 1];
      const step = previous === undefined ? TRANSITION_CONTEXTS * SQUARE + label : previous * LABEL_COUNT + label;
      return sum + (features[(rows[token] ?? 0) * LABEL_COUNT + label] ?? 0) + (transitions[step] ?? 0);
    }, 0);
  let sum = 0;
  for (let number = 0; number < LABEL_COUNT ** labels.length; number++)
    sum += Math.exp(scoreOf(Array.from(labels, (_, token) => Math.floor(number / LABEL_COUNT ** token) % LABEL_COUNT)));
  return scoreOf([...labels]) - Math.log(sum);
}

describe('training', () => {
  const weights = trainCrf(TOY, 5, OPTIONS, silent);

  it('learns what features tell, and what the label before tells', () => {
    for (const sequence of TOY) expect(labelsBy(weights, sequence)).toEqual([...sequence.labels]);
    expect(labelsBy(weights, sequenceOf([0, 1, 4, 4, 2, 3, 4], []))).toEqual([0, 1, 2, 2, 3, 7, 8]);
  });

  it('reports a likelihood that grows', () => {
    const lines: string[] = [];
    trainCrf(TOY, 5, { ...OPTIONS, epochs: 4 }, (line) => lines.push(line));
    const values = lines.map((line) => Number(/(-?\d+)$/.exec(line)?.[1]));
    expect(values).toHaveLength(4);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values[3]).toBeGreaterThan(values[0] ?? 0);
  });

  it('gives the same weights for the same seed, and others for another', () => {
    const withDropout = { ...OPTIONS, epochs: 3, dropout: 0.3 };
    const one = trainCrf(TOY, 5, withDropout, silent);
    expect(trainCrf(TOY, 5, withDropout, silent)).toEqual(one);
    expect(trainCrf(TOY, 5, { ...withDropout, seed: 2 }, silent)).not.toEqual(one);
  });

  it('never lets a span begin with its second label', () => {
    for (let context = 0; context < TRANSITION_CONTEXTS; context++)
      for (const inside of [2, 4, 6, 8])
        for (let previous = 0; previous < LABEL_COUNT; previous++) {
          const weight = weights.transitions[context * SQUARE + previous * LABEL_COUNT + inside];
          if (previous === inside || previous === inside - 1) expect(weight).toBeGreaterThan(FORBIDDEN / 2);
          else expect(weight).toBe(FORBIDDEN);
        }
    expect([2, 4, 6, 8].map((inside) => weights.transitions[TRANSITION_CONTEXTS * SQUARE + inside])).toEqual([
      ...Array.from({ length: 4 }, () => FORBIDDEN),
    ]);
  });

  it('holds weights down by decay', () => {
    const largest = (all: Weights) => all.features.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    expect(largest(trainCrf(TOY, 5, { ...OPTIONS, decay: 0.1 }, silent))).toBeLessThan(largest(weights));
  });

  it('passes over sequences without tokens', () => {
    expect(
      trainCrf([sequenceOf([], []), ...TOY], 5, { ...OPTIONS, epochs: 2 }, silent).features.every(Number.isFinite),
    ).toBe(true);
  });
});

it('the first step goes up the slope of the likelihood, as finite differences show it', () => {
  const sequence = sequenceOf([0, 1, 2], [1, 3, 7]);
  const rate = 1e-3;
  const start = trainCrf([sequence], 3, { ...OPTIONS, epochs: 1, averaged: 1, learningRate: 0 }, silent);
  const stepped = trainCrf([sequence], 3, { ...OPTIONS, epochs: 1, averaged: 1, learningRate: rate }, silent);
  const width = 1e-2;
  for (let index = 0; index < start.features.length; index++) {
    const moved = (by: number): Weights => {
      const features = start.features.slice();
      features[index] = (features[index] ?? 0) + by;
      return { ...start, features };
    };
    const slope = (likelihoodOf(moved(width), sequence) - likelihoodOf(moved(-width), sequence)) / (2 * width);
    // AdaGrad: the slope over the root of the squares so far, which begin with 0.001.
    const expected = (rate * slope) / Math.sqrt(1e-3 + slope * slope);
    expect(stepped.features[index]).toBeCloseTo(expected, 5);
  }
});
