import type { ArticleNames } from './article-names.ts';
import { canBePerson } from './pronouns.ts';
import type { Bearer } from './resolve-names.ts';
import { REPORTING_VERBS } from './word-lists.ts';

/** "Who" has its name at most so many words before it. */
const REACH = 20;
const BREAK = /^[,(—–-]$/;
const BEFORE_OBJECT: ReadonlySet<string> = new Set('of for with by at in from and'.split(' '));

/**
 * Who is meant by "who" or "which" at a word: "Jane Example, who", "Jane Example, a forester, who", and nobody in
 * "supporters of Jane Example who".
 */
export function antecedentOf(names: ArticleNames, at: number): Bearer | null {
  const { words, mentionsAt } = names;
  let end = at;
  while (BREAK.test(words[end - 1]?.text ?? '')) end--;
  const hasPause = end < at;
  for (let index = end - 1; index >= 0 && index > end - REACH; index--) {
    const word = words[index];
    if (word === undefined || word.sentence !== words[at]?.sentence || REPORTING_VERBS.has(word.lower)) return null;
    const mention = mentionsAt.get(index);
    const bearer = names.bearerAt(index);
    if (mention === undefined || bearer === null) continue;
    const isApposed = hasPause && mention.after < end && words[mention.after]?.text === ',';
    if (mention.after !== end && !isApposed) continue;
    const isObject = !hasPause && BEFORE_OBJECT.has(words[mention.titleFrom - 1]?.lower ?? '');
    if (isObject || !names.isName(mention)) return null;
    return words[at]?.lower === 'who' && !canBePerson(bearer) ? null : bearer;
  }
  return null;
}
