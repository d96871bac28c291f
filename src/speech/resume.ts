import { fingerprint } from '../text/fingerprint.ts';
import type { Script, SpokenSentence } from './script.ts';

/** Where in a text somebody stopped listening, without any of the text. */
export interface KeptPlace {
  /** The fingerprint of the sentence's words. */
  sentence: string;
  /** Those of its neighbours; null at the ends. */
  before: string | null;
  after: string | null;
  /** The number of the sentence. */
  number: number;
  /** How much of the script was before it, from 0 to 1. */
  share: number;
}

/** The place of a sentence of a script, to be found again in another script of the same article. */
export function keepPlace(script: Script, sentence: number): KeptPlace {
  const number = Math.max(0, Math.min(sentence, script.length - 1));
  return {
    sentence: nameOf(script[number]) ?? '',
    before: nameOf(script[number - 1]),
    after: nameOf(script[number + 1]),
    number,
    share: script.length === 0 ? 0 : number / script.length,
  };
}

/**
 * The number of the sentence that a place stands for, though sentences were put in, changed or taken out since. Where the
 * sentence itself is gone it is the one that stands there now; null where its neighbours are gone too.
 */
export function findPlace(script: Script, kept: KeptPlace): number | null {
  const names = script.map(nameOf);
  const expected = kept.share * script.length;
  const isBetween = (index: number) =>
    Number(kept.before === (names[index - 1] ?? null)) + Number(kept.after === (names[index + 1] ?? null));
  const near = (candidates: readonly number[], rank: (index: number) => number): number | null => {
    let best: number | null = null;
    for (const index of candidates) {
      const better = best === null ? 1 : rank(index) - rank(best);
      const nearer = best !== null && Math.abs(index - expected) < Math.abs(best - expected);
      if (better > 0 || (better === 0 && nearer)) best = index;
    }
    return best;
  };
  const at = (name: string | null) =>
    name === null ? [] : names.flatMap((other, index) => (other === name ? [index] : []));
  const same = near(at(kept.sentence), isBetween);
  if (same !== null) return same;
  // Behind the sentence before it stands what was changed, or what came after it.
  const before = near(at(kept.before), (index) =>
    Number(names[index + 1] === kept.after || names[index + 2] === kept.after),
  );
  const after = near(at(kept.after), () => 0);
  if (before !== null && before + 1 < script.length) return before + 1;
  return after === null ? null : Math.max(0, after - 1);
}

/** By the words that stand in the article, so that other settings of reading make no other name. */
function nameOf(sentence: SpokenSentence | undefined): string | null {
  if (sentence === undefined) return null;
  const words = sentence.pieces.flatMap(({ text, stretches }) =>
    stretches
      .filter(({ sourceStart, sourceEnd }) => sourceStart < sourceEnd)
      .map(({ start, end }) => text.slice(start, end)),
  );
  return fingerprint(
    words
      .join('')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ''),
  );
}
