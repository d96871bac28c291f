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

/** Texts with at least this much of their words in common say the same. */
const SAME = 0.8;

/** True where one text says what the other says, even where one of them was cut short with an ellipsis. */
export function isSameText(one: string, other: string): boolean {
  if (likeness(one, other) >= SAME) return true;
  const cut = other.replace(/\s*(?:…|\.\.\.)$/, '');
  return cut !== other && cut.length > 40 && one.startsWith(cut);
}
