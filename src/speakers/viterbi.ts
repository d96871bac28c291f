import { LABEL_COUNT } from './labels.ts';
import { TRANSITION_CONTEXTS } from './transitions.ts';

/**
 * The most likely labels of a linear-chain conditional random field: Viterbi, A. (1967), "Error bounds for convolutional
 * codes and an asymptotically optimum decoding algorithm", IEEE Transactions on Information Theory 13(2), 260-269.
 * `emissions` has a score for each label of each token, `contexts` tells which transitions lead into a token.
 */
export function mostLikelyLabels(emissions: Float32Array, transitions: Float32Array, contexts: Uint8Array): Uint8Array {
  const count = contexts.length;
  const labels = new Uint8Array(count);
  if (count === 0) return labels;
  const square = LABEL_COUNT * LABEL_COUNT;
  const best = new Float64Array(count * LABEL_COUNT);
  const cameFrom = new Uint8Array(count * LABEL_COUNT);
  for (let label = 0; label < LABEL_COUNT; label++)
    best[label] = (emissions[label] ?? 0) + (transitions[TRANSITION_CONTEXTS * square + label] ?? 0);
  for (let token = 1; token < count; token++) {
    const table = (contexts[token] ?? 0) * square;
    const before = (token - 1) * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++) {
      let most = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (let previous = 0; previous < LABEL_COUNT; previous++) {
        const score = (best[before + previous] ?? 0) + (transitions[table + previous * LABEL_COUNT + label] ?? 0);
        if (score <= most) continue;
        most = score;
        from = previous;
      }
      best[token * LABEL_COUNT + label] = most + (emissions[token * LABEL_COUNT + label] ?? 0);
      cameFrom[token * LABEL_COUNT + label] = from;
    }
  }
  const end = (count - 1) * LABEL_COUNT;
  for (let label = 1; label < LABEL_COUNT; label++)
    if ((best[end + label] ?? 0) > (best[end + (labels[count - 1] ?? 0)] ?? 0)) labels[count - 1] = label;
  for (let token = count - 1; token > 0; token--)
    labels[token - 1] = cameFrom[token * LABEL_COUNT + (labels[token] ?? 0)] ?? 0;
  return labels;
}
