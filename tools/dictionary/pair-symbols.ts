/** Symbols with pairs among them, each a symbol of its own: the number of the first pair is `firstPair`. */
export interface PairedSymbols {
  symbols: Int32Array;
  firstPair: number;
  /** What each pair stands for: symbols, or pairs before it. */
  pairs: readonly (readonly [first: number, second: number])[];
}

/**
 * Puts one symbol for two that often stand together, again and again (Larsson and Moffat 1999, Re-Pair; here many pairs a
 * round: all that are an eighth as common as the commonest one). `ends` are symbols that no pair crosses.
 */
export function pairSymbols(
  symbols: Int32Array,
  firstPair: number,
  leastCount: number,
  ends: ReadonlySet<number>,
): PairedSymbols {
  let now: Int32Array = symbols;
  const pairs: (readonly [number, number])[] = [];
  for (;;) {
    const counts = countPairs(now, ends);
    const top = counts.reduce((most, { count }) => Math.max(most, count), 0);
    if (top < leastCount) return { symbols: now, firstPair, pairs };
    const chosen = choosePairs(
      counts.filter(({ count }) => count >= Math.max(leastCount, top / 8)),
      firstPair + pairs.length,
    );
    pairs.push(...chosen.pairs);
    now = replacePairs(now, chosen.numbers);
  }
}

interface CountedPair {
  first: number;
  second: number;
  count: number;
}

/** A pair as one number; symbols stay far below 2 to the 24th, and doubles hold 53 bits. */
const WIDTH = 2 ** 24;
const keyOf = (first: number, second: number) => first * WIDTH + second;

function countPairs(symbols: Int32Array, ends: ReadonlySet<number>): CountedPair[] {
  const keys = new Float64Array(symbols.length);
  let length = 0;
  for (let at = 0; at + 1 < symbols.length; at++) {
    const [first = 0, second = 0] = [symbols[at], symbols[at + 1]];
    if (!ends.has(first) && !ends.has(second) && first !== second) keys[length++] = keyOf(first, second);
  }
  const sorted = keys.subarray(0, length).sort();
  const counted: CountedPair[] = [];
  for (let from = 0, to = 0; from < length; from = to) {
    const key = sorted[from] ?? 0;
    while (to < length && sorted[to] === key) to++;
    if (to - from > 1) counted.push({ first: Math.floor(key / WIDTH), second: key % WIDTH, count: to - from });
  }
  return counted;
}

/** The commonest first, and none that could lie across another one: they are counted anew in the next round. */
function choosePairs(counted: CountedPair[], firstNumber: number) {
  const firsts = new Set<number>();
  const seconds = new Set<number>();
  const chosen: CountedPair[] = [];
  for (const pair of counted.sort(
    (one, other) => other.count - one.count || one.first - other.first || one.second - other.second,
  )) {
    if (firsts.has(pair.second) || seconds.has(pair.first)) continue;
    firsts.add(pair.first);
    seconds.add(pair.second);
    chosen.push(pair);
  }
  // Sorted, they pack better.
  chosen.sort((one, other) => one.first - other.first || one.second - other.second);
  const numbers = new Map(chosen.map(({ first, second }, index) => [keyOf(first, second), firstNumber + index]));
  return { numbers, pairs: chosen.map(({ first, second }) => [first, second] as const) };
}

function replacePairs(symbols: Int32Array, numbers: ReadonlyMap<number, number>): Int32Array {
  const replaced = new Int32Array(symbols.length);
  let length = 0;
  for (let at = 0; at < symbols.length; at++) {
    const first = symbols[at] ?? 0;
    const second = symbols[at + 1];
    const pair = second === undefined ? undefined : numbers.get(keyOf(first, second));
    replaced[length++] = pair ?? first;
    if (pair !== undefined) at++;
  }
  return replaced.slice(0, length);
}
