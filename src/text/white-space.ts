/** Collapses every run of white space (no-break spaces too) to one space and trims both ends. */
export function collapseWhiteSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
