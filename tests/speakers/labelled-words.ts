import type { Tokens } from '../../src/speakers/tokens.ts';

const NAMES = ['other', 'source', 'source', 'cue', 'cue', 'stance', 'stance', 'content', 'content'];

/** The labelled spans of a paragraph as lines, "source Ada Quill"; words are parted by one space each. */
export function labelledWords(labels: Uint8Array, { surfaces }: Tokens): string[] {
  const lines: string[] = [];
  labels.forEach((label, token) => {
    const surface = surfaces[token] ?? '';
    if (label === 0) return;
    if (label % 2 === 1) lines.push(`${NAMES[label]} ${surface}`);
    else if (lines.at(-1)?.startsWith(NAMES[label] ?? '?') && labels[token - 1] !== 0)
      lines.push(`${lines.pop()} ${surface}`);
    else lines.push(`stray ${surface}`);
  });
  return lines;
}
