import { hashOf } from '../../src/speakers/hash.ts';
import { CONTENT, CUE } from '../../src/speakers/labels.ts';
import { OUTSIDE } from '../../src/speakers/tokens.ts';
import type { Example } from './examples.ts';

const FEWEST_USES = 3;
/** In what share of its uses outside quotation marks a word must be a cue, for strengths 1 to 3. */
const SHARES = [0.25, 0.5, 0.75];
const WORD = /^[\p{L}:'’-]+$/u;

/** The words that report speech, by their hash, with how surely they do (1 to 3). */
export function learnCues(examples: readonly Example[]): Map<number, number> {
  const uses = new Map<string, number>();
  const cueUses = new Map<string, number>();
  for (const { tokens, labels } of examples)
    for (let token = 0; token < tokens.count; token++) {
      const word = tokens.words[token] ?? '';
      if (tokens.quote[token] !== OUTSIDE || !WORD.test(word)) continue;
      uses.set(word, (uses.get(word) ?? 0) + 1);
      const label = labels[token];
      if (label !== undefined && label >= CUE && label < CONTENT) cueUses.set(word, (cueUses.get(word) ?? 0) + 1);
    }
  const cues = new Map<number, number>();
  for (const [word, count] of cueUses) {
    const strength = SHARES.filter((share) => count / (uses.get(word) ?? 1) >= share).length;
    if (count >= FEWEST_USES && strength > 0) cues.set(hashOf(word), strength);
  }
  return cues;
}
