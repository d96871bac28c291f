import { LABEL_COUNT } from './labels.ts';
import { TRANSITION_CONTEXTS } from './transitions.ts';

/**
 * The most likely labels of a linear-chain conditional random field: Viterbi, A. (1967), "Error bounds for convolutional
 * codes and an asymptotically optimum decoding algorithm", IEEE Transactions on Information Theory 13(2), 260-269.
 * `emissions` has a score for each label of each token, `contexts` tells which transitions lead into a token.
 */
export function mostLikelyLabels(emissions: Float32Array, transitions: Float32Array, contexts: Uint8Array): Uint8Array {
  const count = contexts.length;
  // Run from source, every use of an imported constant is a call.
  const size = LABEL_COUNT;
  const labels = new Uint8Array(count);
  if (count === 0) return labels;
  const square = size * size;
  const best = new Float64Array(count * size);
  const cameFrom = new Uint8Array(count * size);
  for (let label = 0; label < size; label++)
    best[label] = (emissions[label] ?? 0) + (transitions[TRANSITION_CONTEXTS * square + label] ?? 0);
  for (let token = 1; token < count; token++) {
    const table = (contexts[token] ?? 0) * square;
    const before = (token - 1) * size;
    for (let label = 0; label < size; label++) {
      let most = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (let previous = 0; previous < size; previous++) {
        const score = (best[before + previous] ?? 0) + (transitions[table + previous * size + label] ?? 0);
        if (score <= most) continue;
        most = score;
        from = previous;
      }
      best[token * size + label] = most + (emissions[token * size + label] ?? 0);
      cameFrom[token * size + label] = from;
    }
  }
  const end = (count - 1) * size;
  for (let label = 1; label < size; label++)
    if ((best[end + label] ?? 0) > (best[end + (labels[count - 1] ?? 0)] ?? 0)) labels[count - 1] = label;
  for (let token = count - 1; token > 0; token--)
    labels[token - 1] = cameFrom[token * size + (labels[token] ?? 0)] ?? 0;
  return labels;
}
