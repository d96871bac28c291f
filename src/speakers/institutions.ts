import type { Word } from '../text/name-words.ts';
import { isInstitution, OPENERS } from './word-lists.ts';

/**
 * "the US military", "Kenya's air force": a body that is named, though its noun is a common one. Gives the index of the
 * first word of the name; null where the words from `from` to `to` are no such thing.
 */
export function startOfInstitution(words: readonly Word[], from: number, to: number): number | null {
  const start = /^(?:the|a)$/.test(words[from]?.lower ?? '') ? from + 1 : from;
  const first = words[start];
  const noun = words[to - 1]?.lower ?? '';
  if (first === undefined || start >= to - 1 || !first.capital || (first.opens && OPENERS.has(first.lower)))
    return null;
  if (!isInstitution(noun) && !isInstitution(`${words[to - 2]?.lower ?? ''} ${noun}`)) return null;
  for (let index = start + 1; index < to - 1; index++) {
    const word = words[index];
    if (word === undefined || word.capital || /^['’]s?$/.test(word.text)) continue;
    if (index !== to - 2 || !isInstitution(`${word.lower} ${noun}`)) return null;
  }
  return start;
}
