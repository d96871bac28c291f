import { featuresOf } from '../../src/speakers/features.ts';
import { LABEL_COUNT } from '../../src/speakers/labels.ts';
import { createLexicon } from '../../src/speakers/lexicon.ts';
import { KEY_MASK } from '../../src/speakers/model.ts';
import { outlineOfParagraph } from '../../src/speakers/paragraph-outline.ts';
import { contextOf } from '../../src/speakers/transitions.ts';
import { examplesOf } from './examples.ts';
import { learnCues } from './learn-cues.ts';
import { readSenses } from './read-senses.ts';
import { type Sequence, type TrainingOptions, trainCrf } from './train-crf.ts';
import type { TrainingArticle } from './training-article.ts';
import type { TrainedModel } from './write-model.ts';

export interface ModelOptions extends TrainingOptions {
  /** Features that are seen fewer times are left out. */
  fewest: number;
  /** So many features are kept: those that weigh most in a first model. */
  kept: number;
  /** So many models are learned, and their weights averaged. */
  runs: number;
}

/** Learns a model from articles; `report` is told how it goes. */
export function trainModel(
  articles: readonly TrainingArticle[],
  options: ModelOptions,
  report: (line: string) => void,
): TrainedModel {
  const examples = examplesOf(articles);
  const cues = learnCues(examples);
  const senses = readSenses();
  const lexicon = createLexicon(cues, senses);
  const outlines = examples.map(({ tokens }) => outlineOfParagraph(tokens, lexicon));
  const first = new Map<number, number>();
  examples.forEach(({ article }, index) => {
    if (!first.has(article)) first.set(article, index);
  });
  const neighbour = (index: number, article: number) =>
    examples[index]?.article === article ? (outlines[index] ?? null) : null;
  const features = examples.map(({ tokens, article }, index) =>
    featuresOf(tokens, lexicon, {
      before: neighbour(index - 1, article),
      after: neighbour(index + 1, article),
      index: index - (first.get(article) ?? index),
    }),
  );
  const uses = new Uint32Array(KEY_MASK + 1);
  for (const { hashes } of features) for (const hash of hashes) (uses[hash & KEY_MASK] as number)++;
  const rowOfKey = new Int32Array(KEY_MASK + 1).fill(-1);
  const keys: number[] = [];
  for (let key = 0; key <= KEY_MASK; key++)
    if ((uses[key] as number) >= options.fewest) {
      rowOfKey[key] = keys.length;
      keys.push(key);
    }
  report(`${examples.length} paragraphs, ${cues.size} cue words, ${keys.length} features`);
  const sequences = examples.map(({ tokens, labels }, index): Sequence => {
    const { starts, hashes } = features[index] ?? { starts: new Int32Array(1), hashes: new Int32Array() };
    const rows: number[] = [];
    const kept = new Int32Array(starts.length);
    for (let token = 0; token < tokens.count; token++) {
      kept[token] = rows.length;
      for (let at = starts[token] ?? 0; at < (starts[token + 1] ?? 0); at++) {
        const row = rowOfKey[(hashes[at] ?? 0) & KEY_MASK] ?? -1;
        if (row >= 0) rows.push(row);
      }
    }
    kept[tokens.count] = rows.length;
    const contexts = Uint8Array.from({ length: tokens.count }, (_, token) => contextOf(tokens, token));
    return { starts: kept, rows: Int32Array.from(rows), labels, contexts };
  });
  const all = trainCrf(sequences, keys.length, options, report);
  const chosen = weightiest(all.features, keys, uses, options.kept);
  const numbers = new Int32Array(keys.length).fill(-1);
  chosen.forEach((row, number) => {
    numbers[row] = number;
  });
  const fewer = sequences.map((sequence) => withRows(sequence, numbers));
  report(`${chosen.length} features kept`);
  const models = Array.from({ length: options.runs }, (_, run) =>
    trainCrf(fewer, chosen.length, { ...options, seed: options.seed + run }, report),
  );
  return {
    cues,
    senses,
    keys: chosen.map((row) => keys[row] as number),
    features: meanOf(models.map((weights) => weights.features)),
    transitions: meanOf(models.map(({ transitions }) => transitions)),
  };
}

function meanOf(columns: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(columns[0]?.length ?? 0);
  for (const column of columns)
    for (let index = 0; index < mean.length; index++)
      (mean[index] as number) += (column[index] as number) / columns.length;
  return mean;
}

/** The rows whose features change the scores most: by the squares of their weights and how often they are seen. */
function weightiest(features: Float32Array, keys: readonly number[], uses: Uint32Array, kept: number): number[] {
  const importance = Float64Array.from(keys, (key, row) => {
    const own = features.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT);
    const mean = own.reduce((sum, weight) => sum + weight, 0) / LABEL_COUNT;
    return own.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) * (uses[key] as number);
  });
  return keys
    .map((_, row) => row)
    .sort((one, other) => (importance[other] as number) - (importance[one] as number) || one - other)
    .slice(0, kept)
    .sort((one, other) => one - other);
}

/** The sequence with those rows alone that have a new number (not -1). */
function withRows(sequence: Sequence, numbers: Int32Array): Sequence {
  const starts = new Int32Array(sequence.starts.length);
  const rows: number[] = [];
  for (let token = 0; token < sequence.labels.length; token++) {
    starts[token] = rows.length;
    for (let at = sequence.starts[token] as number; at < (sequence.starts[token + 1] as number); at++) {
      const number = numbers[sequence.rows[at] as number] as number;
      if (number >= 0) rows.push(number);
    }
  }
  starts[sequence.labels.length] = rows.length;
  return { ...sequence, starts, rows: Int32Array.from(rows) };
}
