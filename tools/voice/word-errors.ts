/** The words of an English text in lower case, without its punctuation; digits are no words here. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+(?:'[a-z]+)*/g) ?? [];
}

/**
 * How many words must be put in, left out or changed to make `heard` of `wanted` (V. I. Levenshtein, 1966); over the number of
 * words in `wanted` this is the word error rate.
 */
export function countWordErrors(wanted: readonly string[], heard: readonly string[]): number {
  let above = [0, ...heard.map((_, index) => index + 1)];
  for (const [row, word] of wanted.entries()) {
    const line = [row + 1];
    for (const [column, other] of heard.entries()) {
      const changed = (above[column] ?? 0) + (word === other ? 0 : 1);
      line.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}

/** How well one sentence was understood. */
export interface SentenceErrors {
  /** How many words it has. */
  words: number;
  errors: number;
}

export interface WordErrorRate {
  /** Errors for each word. */
  rate: number;
  /** How far another text of this length may be from it, 19 times out of 20; not a number for a single sentence. */
  margin: number;
}

/**
 * The word error rate over sentences, and how far it is to be trusted: the standard error of a ratio of sums
 * (W. G. Cochran, Sampling Techniques, 1977, section 2.11), with sentences as what was drawn, times 1.96.
 */
export function wordErrorRate(sentences: readonly SentenceErrors[]): WordErrorRate {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  const rate = sentences.reduce((sum, { errors }) => sum + errors, 0) / words;
  const squares = sentences.reduce((sum, sentence) => sum + (sentence.errors - rate * sentence.words) ** 2, 0);
  const variance = (squares * sentences.length) / (sentences.length - 1) / words ** 2;
  return { rate, margin: 1.96 * Math.sqrt(variance) };
}
