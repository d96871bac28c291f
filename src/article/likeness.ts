/** What a line says apart from spaces, marks and case: its letters and digits. */
export function letters(line: string): string {
  return line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** How alike two lines are: the share of the words that both have in the words that either has, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const words = (line: string) => new Set(line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [a, b] = [words(one), words(other)];
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}
