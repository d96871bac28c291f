import type { Features } from './feature-writer.ts';
import { featuresOf } from './features.ts';
import { LABEL_COUNT, SPAN_LABELS } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { type AttributionModel, KEY_MASK, rowOf } from './model.ts';
import { outlineOfParagraph } from './paragraph-outline.ts';
import type { Tokens } from './tokens.ts';
import { contextOf } from './transitions.ts';
import { mostLikelyLabels } from './viterbi.ts';

/**
 * What is added to the score of a span's beginning. The training weighs every token alike, so that it leaves out a span
 * when in doubt; to a reader a missed statement is as bad as a false one. Chosen on the development articles.
 */
const EAGERNESS = 0.35;

/** Labels the tokens of an article, a paragraph at a time. */
export function tagParagraphs(paragraphs: readonly Tokens[], model: AttributionModel, lexicon: Lexicon): Uint8Array[] {
  const outlines = paragraphs.map((tokens) => outlineOfParagraph(tokens, lexicon));
  return paragraphs.map((tokens, index) => {
    const surroundings = { before: outlines[index - 1] ?? null, after: outlines[index + 1] ?? null, index };
    const emissions = emissionsOf(featuresOf(tokens, lexicon, surroundings), model);
    const contexts = Uint8Array.from({ length: tokens.count }, (_, token) => contextOf(tokens, token));
    return mostLikelyLabels(emissions, model.transitions, contexts);
  });
}

function emissionsOf({ starts, hashes }: Features, model: AttributionModel): Float32Array {
  const { weights, levels } = model;
  // Run from source, every use of an imported constant is a call; this loop is most of the time an article takes.
  const [size, mask, rowFor] = [LABEL_COUNT, KEY_MASK, rowOf];
  const count = starts.length - 1;
  const emissions = new Float32Array(count * size);
  for (let token = 0; token < count; token++) {
    const own = token * size;
    const end = starts[token + 1] ?? 0;
    for (let index = starts[token] ?? 0; index < end; index++) {
      const row = rowFor(model, (hashes[index] ?? 0) & mask) * size;
      if (row < 0) continue;
      for (let label = 1; label < size; label++)
        emissions[own + label] = (emissions[own + label] ?? 0) + (levels[weights[row + label] ?? 0] ?? 0);
    }
    for (const label of SPAN_LABELS) emissions[own + label] = (emissions[own + label] ?? 0) + EAGERNESS;
  }
  return emissions;
}
