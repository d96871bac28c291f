import type { Word } from '../text/name-words.ts';
import type { Mention } from './name-mentions.ts';
import { roleBefore, roleBeforePause, roleWithinSource } from './role-before.ts';
import { homeOf, roleBehindPause, roleInSentence } from './role-behind.ts';
import type { RolePhrase } from './role-heads.ts';

/** All words around a mention that say who it is, the ones before it first. */
export function findRolePhrases(
  words: readonly Word[],
  mention: Mention,
  mentionsAt: ReadonlyMap<number, Mention>,
  sourceFrom: number | null,
): RolePhrase[] {
  const isBody = mention.kind === 'organisation' || mention.kind === 'unknown';
  const phrases = [
    roleBefore(words, mention, isBody),
    roleBeforePause(words, mention),
    sourceFrom === null ? null : roleWithinSource(words, mention, sourceFrom),
    roleBehindPause(words, mention, mentionsAt, isBody, sourceFrom !== null),
    roleInSentence(words, mention, mentionsAt),
    homeOf(words, mention, mentionsAt),
  ];
  return phrases.filter((phrase) => phrase !== null);
}
