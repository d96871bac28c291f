const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, 32 bits, signed: Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv/. */
export function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return hash;
}

/**
 * One hash made of two numbers, in whichever order. A hash that minds the order was tried: it makes more features, and the
 * best of them that fit into a model of one megabyte find as much, but not more. The constants are the golden ratio and
 * those of MurmurHash3's finaliser.
 */
export function mixed(hash: number, value: number): number {
  let result = Math.imul(hash ^ value, 0x9e3779b1);
  result ^= result >>> 15;
  return Math.imul(result, 0x85ebca6b) ^ (result >>> 13);
}
