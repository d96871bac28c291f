import type { GlossaryEntry } from './entry.ts';
import { findTokens, keysOf } from './tokens.ts';

/** Bodies of these carry their short name or the long one: "UN Security Council", "United Nations Security Council". */
const LONG_NAMES: readonly (readonly [short: string, long: readonly string[]])[] = [
  ['UN', ['United', 'Nations']],
  ['US', ['United', 'States']],
  ['EU', ['European', 'Union']],
];

/** A way in which an entry is named, as the keys of its tokens. */
export interface Form {
  keys: readonly string[];
  kind: FormKind;
}

/**
 * `short`: too general to stand alone. `word`: a single word, an acronym mostly. `phrase`: several words. `full`: several words
 * that are the full name of an entry, and so can hardly mean anything else.
 */
export type FormKind = 'short' | 'word' | 'phrase' | 'full';

/** Every form of an entry; a form may come twice. */
export function formsOf(entry: GlossaryEntry): Form[] {
  const named = (texts: readonly string[], kind: FormKind) =>
    texts.flatMap((text) =>
      spellingsOf(text).map((keys): Form => ({ keys, kind: kind !== 'short' && keys.length === 1 ? 'word' : kind })),
    );
  return [
    ...named([entry.term, ...entry.also], 'phrase'),
    ...named(entry.full === null ? [] : [entry.full], 'full'),
    ...named(entry.short, 'short'),
  ];
}

function spellingsOf(text: string): string[][] {
  const own = withoutArticle(keysOf(text));
  if (own.length === 0) return [];
  const spellings = [own];
  for (const [short, long] of LONG_NAMES) {
    const other = own.length > 1 ? exchange(own, [short], long) : null;
    const back = exchange(own, long, [short]);
    if (other !== null) spellings.push(other);
    if (back !== null && back.length > 1) spellings.push(back);
  }
  // Written together where the form has a hyphen: "cease-fire", "ceasefire".
  if (text.includes('-')) spellings.push(...joinedOf(text));
  return spellings;
}

function joinedOf(text: string): string[][] {
  const [first, second, ...others] = findTokens(text);
  if (first === undefined || second === undefined || others.length > 0) return [];
  return text.slice(first.end, second.start) === '-' ? [[first.key + second.key]] : [];
}

function withoutArticle(keys: string[]): string[] {
  return keys.length > 1 && keys[0]?.toLowerCase() === 'the' ? keys.slice(1) : keys;
}

function exchange(keys: readonly string[], from: readonly string[], to: readonly string[]): string[] | null {
  for (let at = 0; at + from.length <= keys.length; at++)
    if (from.every((key, index) => keys[at + index] === key))
      return [...keys.slice(0, at), ...to, ...keys.slice(at + from.length)];
  return null;
}
