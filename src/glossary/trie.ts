import { COMMA, singularsOf, type Token } from './tokens.ts';

/** A node of the trie: what ends here, and what may follow. */
interface TrieNode<Value> {
  values: Value[] | null;
  next: Map<string, TrieNode<Value>> | null;
}

/** Where a form was found: indices of tokens, the end is not part of it. */
export interface TrieMatch<Value> {
  from: number;
  to: number;
  values: readonly Value[];
  /** The form has a small letter where the text has a capital: "Ceasefire" for "ceasefire". */
  lowered: boolean;
}

/** Finds sequences of words in the tokens of a text: the longest at each place. */
export interface Trie<Value> {
  add(keys: readonly string[], value: Value): void;
  /** The longest form that begins at a token; null where none does. `text` is what the tokens were cut from. */
  longestAt(text: string, tokens: readonly Token[], from: number): TrieMatch<Value> | null;
}

/** What may stand between the words of a term: a space or a hyphen, never a line feed. */
const GAP = /^(?:[ \u00a0\u202f\u2009]{0,2}|[ ]?[-‐‑–][ ]?)$/;
/** "St. Tarn": the stop of an abbreviation of so many letters at most. */
const STOP = /^\.[ \u00a0]$/;
const LONGEST_ABBREVIATION = 3;
/** A comma is a key of its own, so that only a form with a comma leads over one. */
const COMMA_GAP = /^,[ \u00a0]$/;
const HYPHEN = /^[-‐‑]$/;

export function createTrie<Value>(): Trie<Value> {
  const root: TrieNode<Value> = { values: null, next: null };
  return {
    add(keys, value) {
      let node = root;
      for (const key of keys) {
        node.next ??= new Map();
        let next = node.next.get(key);
        if (next === undefined) {
          next = { values: null, next: null };
          node.next.set(key, next);
        }
        node = next;
      }
      node.values ??= [];
      if (!node.values.includes(value)) node.values.push(value);
    },
    longestAt: (text, tokens, from) => search(root, text, tokens, from, from, false),
  };
}

function search<Value>(
  node: TrieNode<Value>,
  text: string,
  tokens: readonly Token[],
  from: number,
  at: number,
  lowered: boolean,
): TrieMatch<Value> | null {
  const token = tokens[at];
  const here: TrieMatch<Value> | null = node.values === null ? null : { from, to: at, values: node.values, lowered };
  if (token === undefined || node.next === null) return here;
  const gap = at > from ? text.slice(tokens[at - 1]?.end ?? 0, token.start) : '';
  const followers = COMMA_GAP.test(gap) ? node.next.get(COMMA)?.next : node.next;
  if (!followers || !(COMMA_GAP.test(gap) || joins(gap, tokens[at - 1]))) return here;
  let best = here;
  const step = (key: string, width: number, isLowered: boolean) => {
    const next = followers.get(key);
    if (next === undefined) return;
    const found = search(next, text, tokens, from, at + width, lowered || isLowered);
    if (found !== null && (best === null || found.to > best.to)) best = found;
  };
  for (const key of spellingsOf(token)) {
    step(key, 1, false);
    const small = loweredOf(key);
    if (small !== null) step(small, 1, true);
  }
  const second = tokens[at + 1];
  if (second !== undefined && HYPHEN.test(text.slice(token.end, second.start))) {
    const joined = token.key + second.key;
    for (const key of [joined, ...singularsOf(joined)]) {
      step(key, 2, false);
      const small = loweredOf(key);
      if (small !== null) step(small, 2, true);
    }
  }
  return best;
}

function joins(gap: string, before: Token | undefined): boolean {
  return GAP.test(gap) || (STOP.test(gap) && (before?.key.length ?? 0) <= LONGEST_ABBREVIATION);
}

/** The word as it stands, without its possessive ending, and its singulars. */
function spellingsOf(token: Token): string[] {
  const { key } = token;
  const stem = token.stem < token.end ? key.slice(0, -1) : key;
  const spellings = stem === key ? [key] : [key, stem];
  return key.endsWith('s') || stem.endsWith('s')
    ? [...spellings, ...singularsOf(key), ...singularsOf(stem)]
    : spellings;
}

/** The key in small letters where only its first letter is a capital. */
function loweredOf(key: string): string | null {
  const first = key.charAt(0);
  const small = first.toLowerCase();
  if (first === small) return null;
  const rest = key.slice(1);
  return rest === rest.toLowerCase() ? small + rest : null;
}
