import { LABEL_COUNT, SPAN_LABELS } from '../../src/speakers/labels.ts';
import { TRANSITION_CONTEXTS } from '../../src/speakers/transitions.ts';

/** A sequence to learn from: the rows of each token's features, as a compressed sparse matrix. */
export interface Sequence {
  starts: Int32Array;
  rows: Int32Array;
  labels: Uint8Array;
  contexts: Uint8Array;
}

export interface TrainingOptions {
  epochs: number;
  /** Of AdaGrad. */
  learningRate: number;
  /** Weight of the squared weights in the loss, per update. */
  decay: number;
  /** The share of a token's features that is hidden in each pass, so that none relies on another being there. */
  dropout: number;
  /** The weights of so many last epochs are averaged. */
  averaged: number;
  /** Where the random numbers begin: runs that differ in it learn in another order. */
  seed: number;
}

export interface Weights {
  /** A row of `LABEL_COUNT` for each feature. */
  features: Float32Array;
  /** As in `AttributionModel.transitions`. */
  transitions: Float32Array;
}

const SQUARE = LABEL_COUNT * LABEL_COUNT;
export const FORBIDDEN = -1e4;
/** Gradients below these change nothing that 8 bits can hold. */
const SMALL_ERROR = 1e-3;
const SMALL_GRADIENT = 1e-4;
const FIRST_SUM = 1e-3;

/**
 * Trains a linear-chain conditional random field by stochastic gradient ascent on its log-likelihood: Lafferty, McCallum
 * and Pereira (2001), "Conditional random fields", ICML; steps by AdaGrad: Duchi, Hazan and Singer (2011), JMLR 12. The
 * same sequences give the same weights.
 */
export function trainCrf(
  sequences: readonly Sequence[],
  rowCount: number,
  options: TrainingOptions,
  report: (line: string) => void,
): Weights {
  const features = new Float32Array(rowCount * LABEL_COUNT);
  const transitions = new Float32Array(TRANSITION_CONTEXTS * SQUARE + LABEL_COUNT);
  forbidLoneInsides(transitions);
  const sums = {
    features: new Float32Array(features.length).fill(FIRST_SUM),
    transitions: new Float32Array(transitions.length).fill(FIRST_SUM),
  };
  const totals = { features: new Float32Array(features.length), transitions: new Float32Array(transitions.length) };
  const random = randomNumbers(options.seed);
  const order = sequences.map((_, index) => index);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let likelihood = 0;
    for (const index of order) {
      const sequence = sequences[index];
      if (sequence === undefined || sequence.labels.length === 0) continue;
      const shown = options.dropout > 0 ? withDropout(sequence, options.dropout, random) : sequence;
      likelihood += learn(shown, { features, transitions }, sums, options);
    }
    if (epoch >= options.epochs - options.averaged) {
      addTo(totals.features, features);
      addTo(totals.transitions, transitions);
    }
    report(`epoch ${epoch + 1}: log-likelihood ${Math.round(likelihood)}`);
  }
  const averaged = Math.min(options.averaged, options.epochs);
  // Every feature is seen when the model is used, and only some while it learns.
  for (let index = 0; index < features.length; index++)
    features[index] = ((totals.features[index] ?? 0) / averaged) * (1 - options.dropout);
  for (let index = 0; index < transitions.length; index++)
    transitions[index] = (totals.transitions[index] ?? 0) / averaged;
  forbidLoneInsides(transitions);
  return { features, transitions };
}

/** A later token of a span follows only its first or another later one. */
function forbidLoneInsides(transitions: Float32Array) {
  for (const first of SPAN_LABELS) {
    const inside = first + 1;
    for (let context = 0; context < TRANSITION_CONTEXTS; context++)
      for (let previous = 0; previous < LABEL_COUNT; previous++)
        if (previous !== first && previous !== inside)
          transitions[context * SQUARE + previous * LABEL_COUNT + inside] = FORBIDDEN;
    transitions[TRANSITION_CONTEXTS * SQUARE + inside] = FORBIDDEN;
  }
}

/** One step; gives the sequence's log-likelihood before it. */
function learn(sequence: Sequence, weights: Weights, sums: Weights, { learningRate, decay }: TrainingOptions): number {
  // Run from source, every use of an imported constant is a call, and these loops are all the time there is.
  const [size, contextCount] = [LABEL_COUNT, TRANSITION_CONTEXTS];
  const square = size * size;
  const { starts, rows, labels, contexts } = sequence;
  const { features, transitions } = weights;
  const count = labels.length;
  const emissions = new Float64Array(count * size);
  for (let token = 0; token < count; token++)
    for (let index = starts[token] as number; index < (starts[token + 1] as number); index++) {
      const row = (rows[index] as number) * size;
      for (let label = 0; label < size; label++)
        (emissions[token * size + label] as number) += features[row + label] as number;
    }
  const { forward, backward, normaliser } = forwardBackward(emissions, transitions, contexts);
  const step = (values: Float32Array, squares: Float32Array, at: number, gradient: number) => {
    if (gradient < SMALL_GRADIENT && gradient > -SMALL_GRADIENT) return;
    (squares[at] as number) += gradient * gradient;
    (values[at] as number) += (learningRate * gradient) / Math.sqrt(squares[at] as number);
  };
  let likelihood = -normaliser;
  const errors = new Float64Array(size);
  for (let token = 0; token < count; token++) {
    let large = false;
    for (let label = 0; label < size; label++) {
      const at = token * size + label;
      const right = labels[token] === label ? 1 : 0;
      const error = right - Math.exp((forward[at] as number) + (backward[at] as number) - normaliser);
      errors[label] = error;
      if (error > SMALL_ERROR || error < -SMALL_ERROR) large = true;
      if (right === 1) likelihood += emissions[at] as number;
    }
    if (!large) continue;
    for (let index = starts[token] as number; index < (starts[token + 1] as number); index++) {
      const row = (rows[index] as number) * size;
      for (let label = 0; label < size; label++)
        step(
          features,
          sums.features,
          row + label,
          (errors[label] as number) - decay * (features[row + label] as number),
        );
    }
  }
  likelihood += transitions[contextCount * square + (labels[0] as number)] as number;
  for (let token = 1; token < count; token++) {
    const table = (contexts[token] as number) * square;
    const gold = table + (labels[token - 1] as number) * size + (labels[token] as number);
    likelihood += transitions[gold] as number;
    for (let previous = 0; previous < size; previous++)
      for (let label = 0; label < size; label++) {
        const at = table + previous * size + label;
        const weight = transitions[at] as number;
        if (weight <= FORBIDDEN / 2) continue;
        const score =
          (forward[(token - 1) * size + previous] as number) +
          weight +
          (emissions[token * size + label] as number) +
          (backward[token * size + label] as number);
        step(transitions, sums.transitions, at, (at === gold ? 1 : 0) - Math.exp(score - normaliser));
      }
  }
  return likelihood;
}

/** Logarithms of the forward and backward sums, and of the sum over all label sequences. */
function forwardBackward(emissions: Float64Array, transitions: Float32Array, contexts: Uint8Array) {
  // Run from source, every use of an imported constant is a call, and these loops are all the time there is.
  const [size, contextCount] = [LABEL_COUNT, TRANSITION_CONTEXTS];
  const square = size * size;
  const count = contexts.length;
  const forward = new Float64Array(count * size);
  const backward = new Float64Array(count * size);
  const scores = new Float64Array(size);
  for (let label = 0; label < size; label++)
    forward[label] = (emissions[label] as number) + (transitions[contextCount * square + label] as number);
  for (let token = 1; token < count; token++) {
    const table = (contexts[token] as number) * square;
    for (let label = 0; label < size; label++) {
      for (let previous = 0; previous < size; previous++)
        scores[previous] =
          (forward[(token - 1) * size + previous] as number) + (transitions[table + previous * size + label] as number);
      const at = token * size + label;
      forward[at] = logOfSum(scores) + (emissions[at] as number);
    }
  }
  for (let token = count - 2; token >= 0; token--) {
    const table = (contexts[token + 1] as number) * square;
    for (let label = 0; label < size; label++) {
      for (let next = 0; next < size; next++) {
        const at = (token + 1) * size + next;
        scores[next] =
          (transitions[table + label * size + next] as number) + (emissions[at] as number) + (backward[at] as number);
      }
      backward[token * size + label] = logOfSum(scores);
    }
  }
  return { forward, backward, normaliser: logOfSum(forward.subarray((count - 1) * size)) };
}

function logOfSum(scores: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - most);
  return most + Math.log(sum);
}

function withDropout(sequence: Sequence, share: number, random: () => number): Sequence {
  const kept = new Int32Array(sequence.rows.length);
  const starts = new Int32Array(sequence.starts.length);
  let size = 0;
  for (let token = 0; token < sequence.labels.length; token++) {
    starts[token] = size;
    for (let index = sequence.starts[token] as number; index < (sequence.starts[token + 1] as number); index++)
      if (random() >= share) kept[size++] = sequence.rows[index] as number;
  }
  starts[sequence.labels.length] = size;
  return { ...sequence, starts, rows: kept.subarray(0, size) };
}

function addTo(totals: Float32Array, values: Float32Array) {
  for (let index = 0; index < totals.length; index++) (totals[index] as number) += values[index] as number;
}

/** Numbers from 0 to below 1, the same at every run: a linear congruential generator, Knuth (1997), TAOCP 2, 3.3.4. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number) {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
}
