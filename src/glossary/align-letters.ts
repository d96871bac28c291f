import type { Range } from '../text/span.ts';

interface LongWord {
  start: number;
  end: number;
  /** Without accents. */
  plain: string;
  lower: string;
  isSmall: boolean;
  capital: boolean;
}

/** Words that a short form mostly has no letter of. */
const SMALL =
  /^(?:of|the|and|for|in|on|to|a|an|at|by|with|from|as|und|der|die|das|für|von|zur|zum|des|de|del|la|las|los|el|y|et|du|le|les|pour|e|da|do|dos|das|di|della|per|van|het|en|voor|och|för|al|el)$/u;
const TAIL =
  /^(?:program|programme|project|scheme|initiative|group|party|movement|agency|test|unit|system|organi[sz]ation)$/;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** A letter that is not the first of its word costs so much, a longer word without a letter so much. */
const INNER = 1;
const SKIPPED = 1.2;
/** More than this for each letter of the short form, and the words are no long form of it. */
const MOST_COST_A_LETTER = 0.42;
const INFINITE = Number.POSITIVE_INFINITY;

/**
 * Finds the words that spell out a short form: those at the end of a range, or at its start. Each letter of the short form
 * stands in the words in order, the first as an initial. A long form has at most min(n + 5, 2 n) words, where n is the
 * number of letters (Schwartz and Hearst 2003), not counting small ones.
 * @returns their range in the text, null where no words there spell it out.
 */
export function alignLetters(text: string, [from, to]: Range, short: string, side: 'start' | 'end'): Range | null {
  const letters = lettersOf(short);
  const words = withoutTail(wordsOf(text, from, to), side);
  const most = Math.min(letters.length + 5, letters.length * 2);
  let best: { range: Range; cost: number } | null = null;
  for (let count = 1; count <= words.length; count++) {
    const chosen = side === 'end' ? words.slice(-count) : words.slice(0, count);
    if (chosen.filter(({ isSmall }) => !isSmall).length > most) break;
    const [first, last] = [chosen[0], chosen.at(-1)];
    if (first === undefined || last === undefined) break;
    // No long form runs over the end of a sentence or another bracket.
    if (/[.!?;:()[\]“”"]\s/u.test(text.slice(first.end, last.start).replace(/\b\p{Lu}\.\s/gu, ''))) break;
    if ((first.isSmall && !letters.startsWith(first.lower.charAt(0))) || (side === 'start' && last.isSmall)) continue;
    const cost = costOf(letters, chosen) / letters.length;
    if (cost <= MOST_COST_A_LETTER && (best === null || cost < best.cost - 0.01))
      best = { range: [first.start, last.end], cost };
  }
  return best?.range ?? null;
}

/** "the Deferred Action for Childhood Arrivals program (DACA)": a small word behind the name is not in the short form. */
function withoutTail(words: LongWord[], side: 'start' | 'end'): LongWord[] {
  const last = words.at(-1);
  if (side === 'start' || last === undefined || words.at(-2)?.capital !== true) return words;
  return TAIL.test(last.lower) && !last.capital ? words.slice(0, -1) : words;
}

function lettersOf(short: string): string {
  const plain = short.replace(/(?<=\p{Lu})s$/u, '').replace(/[^\p{L}\p{N}]/gu, '');
  return plain.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string, from: number, to: number): LongWord[] {
  return [...text.slice(from, to).matchAll(WORD)].map(({ 0: word, index }) => {
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
    const lower = plain.toLowerCase();
    const start = from + index;
    // The possessive's "s" is no word of its own.
    const isSmall = SMALL.test(lower) || (lower === 's' && /['’]/.test(text.charAt(start - 1)));
    return { start, end: start + word.length, plain, lower, isSmall, capital: /^\p{Lu}/u.test(word) };
  });
}

/** The least cost of finding the letters in the words in order: the first letter is the first word's initial. */
function costOf(letters: string, words: readonly LongWord[]): number {
  // row[n]: the least cost with n letters found in the words so far.
  let row = new Array<number>(letters.length + 1).fill(INFINITE);
  row[0] = 0;
  words.forEach((word, index) => {
    const next = row.map((cost) => (word.isSmall ? cost : cost + (index === 0 ? INFINITE : SKIPPED)));
    if (index === 0) next[0] = INFINITE;
    for (let taken = 0; taken < letters.length; taken++) {
      const before = row[taken] ?? INFINITE;
      if (before === INFINITE) continue;
      for (const [more, cost] of waysInto(word, letters, taken)) {
        const total = before + cost;
        if (total < (next[taken + more] ?? INFINITE)) next[taken + more] = total;
      }
    }
    row = next;
  });
  return row[letters.length] ?? INFINITE;
}

/** How many of the next letters a word may hold, its initial first, and at what cost. */
function waysInto(word: LongWord, letters: string, taken: number): [number, number][] {
  if (word.lower.charAt(0) !== letters.charAt(taken)) return [];
  const ways: [number, number][] = [[1, 0]];
  let at = 0;
  let cost = 0;
  for (let more = 1; taken + more < letters.length; more++) {
    at = word.lower.indexOf(letters.charAt(taken + more), at + 1);
    if (at === -1) break;
    // PolyExchange: a capital within a word is as good as an initial.
    if (!/\p{Lu}/u.test(word.plain.charAt(at))) cost += INNER;
    ways.push([more + 1, cost]);
  }
  return ways;
}
