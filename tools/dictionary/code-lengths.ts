import { canonicalCode } from '../../src/glossary/dictionary-code.ts';

/**
 * The lengths in bits of the codes that make a text shortest (Huffman 1952), from how often each symbol is in it; 0 for one
 * that is not in it. Two symbols have to be in it at least. Throws where a code is longer than `LONGEST_CODE`.
 */
export function codeLengths(counts: Int32Array): Uint8Array {
  const leaves = [...counts.keys()].filter((symbol) => (counts[symbol] ?? 0) > 0);
  leaves.sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0) || one - other);
  const total = 2 * leaves.length - 1;
  // Nodes are numbered as they arise: the leaves by weight, then the inner ones, whose weights come in order by themselves.
  const weights = new Float64Array(total);
  leaves.forEach((symbol, node) => {
    weights[node] = counts[symbol] ?? 0;
  });
  const parents = new Int32Array(total);
  let leaf = 0;
  let inner = leaves.length;
  for (let node = leaves.length; node < total; node++) {
    for (let child = 0; child < 2; child++) {
      const isLeafNext = leaf < leaves.length && (inner >= node || (weights[leaf] ?? 0) <= (weights[inner] ?? 0));
      const lightest = isLeafNext ? leaf++ : inner++;
      weights[node] = (weights[node] ?? 0) + (weights[lightest] ?? 0);
      parents[lightest] = node;
    }
  }
  const depths = new Uint8Array(total);
  for (let node = total - 2; node >= 0; node--) depths[node] = (depths[parents[node] ?? 0] ?? 0) + 1;
  const lengths = new Uint8Array(counts.length);
  leaves.forEach((symbol, node) => {
    lengths[symbol] = depths[node] ?? 0;
  });
  return lengths;
}

/** The codes themselves, by symbol, as the reader's canonical code has them. */
export function codesOf(lengths: Uint8Array): Int32Array {
  const { symbols, counts } = canonicalCode(lengths);
  const codes = new Int32Array(lengths.length);
  let code = 0;
  let place = 0;
  counts.forEach((count, length) => {
    if (length > 0) code <<= 1;
    for (let index = 0; index < count; index++) codes[symbols[place++] ?? 0] = code++;
  });
  return codes;
}
