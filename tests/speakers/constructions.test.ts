import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { blocksOf, linesOf, summaryOf } from './spoken-text.ts';

interface Construction {
  name: string;
  text: string;
  /** "Who, kind: words", one for each attribution. */
  expected: string[];
}

/**
 * A construction is a line "# name", the paragraphs of a passage, and a line "> who, kind: words" for each attribution,
 * or "> nothing"; who has no name stands in brackets, and " … " parts the pieces of what is said.
 */
function readConstructions(): Construction[] {
  const file = readFileSync(new URL('constructions.txt', import.meta.url), 'utf8');
  return file
    .trim()
    .split('\n\n')
    .map((piece) => {
      const [head = '', ...lines] = piece.split('\n');
      return {
        name: head.replace(/^# /, ''),
        text: lines.filter((line) => !line.startsWith('> ')).join('\n'),
        expected: lines.filter((line) => line.startsWith('> ') && line !== '> nothing').map((line) => line.slice(2)),
      };
    });
}

const constructions = readConstructions();

it.each(constructions)('$name', ({ text, expected }) => {
  expect(linesOf(summaryOf(text), blocksOf(text))).toEqual(expected);
});

it('lists those who speak and nobody else', () => {
  for (const { name, text, expected } of constructions) {
    const speaking = expected.map((line) => line.slice(0, line.search(/, (?:direct|indirect|mixed): /)));
    const names = new Set(speaking.filter((who) => who !== 'nobody').map((who) => who.replace(/^\((.*)\)$/, '$1')));
    expect(
      summaryOf(text).speakers.map((speaker) => speaker.name),
      name,
    ).toEqual([...names]);
  }
});

it('reads a table of many constructions, each under its own name', () => {
  expect(constructions.length).toBeGreaterThan(120);
  expect(new Set(constructions.map(({ name }) => name)).size).toBe(constructions.length);
  expect(constructions.every(({ text }) => text !== '')).toBe(true);
});
