import { featuresOf } from '../../src/speakers/features.ts';
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
  const weights = trainCrf(sequences, keys.length, options, report);
  return { cues, senses, keys, ...weights };
}
