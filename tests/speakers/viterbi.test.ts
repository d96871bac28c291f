import { expect, it } from 'vitest';
import { LABEL_COUNT } from '../../src/speakers/labels.ts';
import { TRANSITION_CONTEXTS } from '../../src/speakers/transitions.ts';
import { mostLikelyLabels } from '../../src/speakers/viterbi.ts';

const SQUARE = LABEL_COUNT * LABEL_COUNT;

/** Numbers from -1 to 1 that look like chance and are the same at every run. */
function weights(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, index) => Math.sin((index + 1) * 12.9898 * seed));
}

function scoreOf(labels: readonly number[], emissions: Float32Array, transitions: Float32Array, contexts: Uint8Array) {
  return labels.reduce((sum, label, token) => {
    const previous = labels[token - 1];
    const step =
      previous === undefined
        ? TRANSITION_CONTEXTS * SQUARE + label
        : (contexts[token] ?? 0) * SQUARE + previous * LABEL_COUNT + label;
    return sum + (emissions[token * LABEL_COUNT + label] ?? 0) + (transitions[step] ?? 0);
  }, 0);
}

function bestByTrying(emissions: Float32Array, transitions: Float32Array, contexts: Uint8Array): number[] {
  let best: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (let number = 0; number < LABEL_COUNT ** contexts.length; number++) {
    const labels = Array.from(contexts, (_, token) => Math.floor(number / LABEL_COUNT ** token) % LABEL_COUNT);
    const score = scoreOf(labels, emissions, transitions, contexts);
    if (score > most) [most, best] = [score, labels];
  }
  return best;
}

it.each([1, 2, 3, 4, 5, 6])('finds what trying all label sequences finds (%i)', (seed) => {
  const contexts = Uint8Array.from([0, 3, seed % TRANSITION_CONTEXTS, 7]);
  const emissions = weights(contexts.length * LABEL_COUNT, seed);
  const transitions = weights(TRANSITION_CONTEXTS * SQUARE + LABEL_COUNT, seed + 0.5);
  expect([...mostLikelyLabels(emissions, transitions, contexts)]).toEqual(
    bestByTrying(emissions, transitions, contexts),
  );
});

it('weighs what a paragraph begins with', () => {
  const transitions = new Float32Array(TRANSITION_CONTEXTS * SQUARE + LABEL_COUNT);
  transitions[TRANSITION_CONTEXTS * SQUARE + 5] = 1;
  expect([...mostLikelyLabels(new Float32Array(LABEL_COUNT), transitions, new Uint8Array(1))]).toEqual([5]);
});

it('labels nothing where there is nothing', () => {
  expect(mostLikelyLabels(new Float32Array(), new Float32Array(), new Uint8Array())).toEqual(new Uint8Array());
});
