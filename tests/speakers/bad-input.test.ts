import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findSpeakers, type SpokenBlock } from '../../src/speakers/find-speakers.ts';
import type { Span } from '../../src/text/span.ts';
import { blocksOf, linesOf, model, wordsOf } from './spoken-text.ts';

/** Finds who speaks, and checks that all of it stands in the article as it is told. */
function checked(blocks: readonly SpokenBlock[], language = 'en') {
  const summary = findSpeakers(blocks, language, model);
  const cut = ({ block, start, end }: Span): string => {
    const text = blocks.find(({ id }) => id === block)?.text ?? '';
    expect(start).toBeGreaterThanOrEqual(0);
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(text.length);
    return text.slice(start, end);
  };
  const article = blocks.map(({ text }) => text).join('\n');
  for (const attribution of summary.attributions) {
    expect(attribution.content.length).toBeGreaterThan(0);
    for (const span of [...attribution.content, attribution.source, attribution.cue]) if (span !== null) cut(span);
    const { speaker } = attribution;
    if (speaker !== null) expect(summary.speakers[speaker]?.id).toBe(speaker);
  }
  for (const { name, role, roleSpan, mentions, attributions, share, named } of summary.speakers) {
    expect(article).toContain(name);
    expect(name.trim()).not.toBe('');
    expect(roleSpan && cut(roleSpan)).toBe(role);
    expect(attributions.length).toBeGreaterThan(0);
    expect(share).toBeGreaterThanOrEqual(0);
    if (named) expect(mentions.length).toBeGreaterThan(0);
    for (const mention of mentions) expect(article).toContain(cut(mention));
  }
  const shares = summary.speakers.reduce((sum, { share }) => sum + share, 0);
  expect(shares).toBeLessThanOrEqual(1 + 1e-9);
  return summary;
}

const said = (text: string) => linesOf(checked(blocksOf(text)), blocksOf(text));

describe('long input', () => {
  it('a transcript of 20,000 words', () => {
    const turns = Array.from({ length: 1000 }, (_, turn) => [
      `RENFREW: How long will bridge number ${turn} be shut, and who will pay for all of it?`,
      `SOLVANE: Until May, I am afraid, because number ${turn} has rusty cables and the council has no money.`,
    ]).flat();
    const { speakers, attributions } = checked(blocksOf(turns.join('\n')));
    expect(speakers.map(({ name }) => name)).toEqual(['RENFREW', 'SOLVANE']);
    expect(attributions).toHaveLength(2000);
  });

  it('a paragraph of 100 kB', () => {
    const one = '“The bridge will stay shut until May,” Ingrid Solvane said. Nobody painted the cables for years. ';
    const text = one.repeat(1050).trim();
    expect(text.length).toBeGreaterThan(100_000);
    const { speakers, attributions } = checked(blocksOf(text));
    expect(speakers.map(({ name }) => name)).toEqual(['Ingrid Solvane']);
    expect(attributions).toHaveLength(1050);
  });

  it.each(['“', '”', '"', "'", '‘', '’', '«', '„', '“”', '"a ', '“a” ', '— ', ': '])('10,000 times %j', (mark) => {
    checked(blocksOf(mark.repeat(10_000)));
    checked(blocksOf(`Ingrid Solvane said: ${mark.repeat(10_000)} no.`));
  });

  it('10,000 paragraphs of one mark each', () => {
    checked(blocksOf(Array.from({ length: 10_000 }, () => '“').join('\n')));
  });

  it('10,000 names and 10,000 words of saying', () => {
    checked(blocksOf('Ingrid Solvane '.repeat(10_000)));
    checked(blocksOf('said '.repeat(10_000)));
    checked(blocksOf('he said she said '.repeat(3000)));
  });

  it('a word of 100,000 letters', () => {
    for (const word of ['a', 'A', 'é', '1', 'a-', 'A.', 'ed'])
      checked(blocksOf(`Ingrid Solvane said ${word.repeat(100_000 / word.length)} was shut.`));
  });
});

describe('little input', () => {
  it.each([
    '',
    ' ',
    '\n\n',
    '.',
    '…',
    '?!?!',
    '—',
    '“”',
    '""',
    '“ ”',
    '“',
    '”',
    '(:',
    '\u200f',
    '\u0301',
    '\ud83d',
    '’s',
    '“’s”',
  ])('%j', (text) => {
    expect(checked(blocksOf(text))).toMatchObject({ speakers: [] });
  });
});

describe('offsets', () => {
  it('stay right around bidi controls', () => {
    const text = '\u2067“\u200fThe bridge will stay shut until May,\u200f”\u2069 \u200eIngrid Solvane\u200e said.';
    const [line = ''] = said(text);
    expect(line.replace(/\p{Cf}/gu, '')).toBe('Ingrid Solvane, direct: “The bridge will stay shut until May,”');
  });

  it('stay right where letters bear combining marks', () => {
    const text =
      '“The café will stay shut until May,” said Zoe\u0308 Rene\u0301e Bla\u0301ha\u0301ne. Blah kept quiet.';
    expect(said(text)).toEqual([
      'Zoe\u0308 Rene\u0301e Bla\u0301ha\u0301ne, direct: “The café will stay shut until May,”',
    ]);
  });

  it('stay right behind pairs of surrogates', () => {
    const text =
      '🌉🌉 “The bridge 🌉 will stay shut until 𝟓 May 👩‍🔧,” Ingrid Solvane said. 🌉 “None of them is safe 🎉.”';
    expect(said(text)).toEqual([
      'Ingrid Solvane, direct: “The bridge 🌉 will stay shut until 𝟓 May 👩‍🔧,” … “None of them is safe 🎉.”',
    ]);
  });

  it('stay right with carriage returns and other spaces', () => {
    const text = '\u00a0 “The bridge will stay shut until May,”\r\n\u00a0Ingrid\u00a0Solvane said.\r\nIt rained.\r';
    const [line = ''] = said(text);
    expect(line).toContain('“The bridge will stay shut until May,”');
    expect(checked([{ id: 'one', kind: 'paragraph', text }]).attributions).toHaveLength(1);
  });

  it('stay right where blocks are empty', () => {
    const text =
      '\n\n“The bridge will stay shut until May,” Ingrid Solvane said.\n\n \n“The cables are rusty and could snap,” she said.\n';
    expect(said(text)).toEqual([
      'Ingrid Solvane, direct: “The bridge will stay shut until May,”',
      'Ingrid Solvane, direct: “The cables are rusty and could snap,”',
    ]);
  });
});

/** Numbers from 0 to below 1, the same at every run: a linear congruential generator, Knuth (1997), TAOCP 2, 3.3.4. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const STRAYS = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '«',
  '»',
  '„',
  '—',
  ':',
  '\n',
  '\u200f',
  '\u0301',
  '🌉',
  '\ud83d',
  '.',
  ' ',
  '(',
];

/** A text with characters taken out, put in, and swapped with others. */
function mangled(text: string, random: () => number): string {
  const units = [...text];
  const any = () => Math.floor(random() * units.length);
  for (let change = 0; change < 12; change++) {
    const kind = random();
    if (kind < 0.35) units.splice(any(), 1 + Math.floor(random() * 4));
    else if (kind < 0.75) units.splice(any(), 0, STRAYS[Math.floor(random() * STRAYS.length)] ?? '');
    else {
      const [one, other] = [any(), any()];
      [units[one], units[other]] = [units[other] ?? '', units[one] ?? ''];
    }
  }
  return units.join('');
}

it('tells nothing that is not in the article, however mangled', () => {
  const passages = readFileSync(new URL('constructions.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !/^[#>] /.test(line));
  const random = randomNumbers(4);
  let found = 0;
  for (let round = 0; round < 250; round++) {
    const text = Array.from({ length: 4 }, () => passages[Math.floor(random() * passages.length)] ?? '').join('\n');
    const blocks = blocksOf(mangled(text, random));
    const { attributions } = checked(blocks);
    for (const attribution of attributions) {
      found++;
      for (const words of wordsOf(attribution, blocks)) expect(words.trim()).not.toBe('');
    }
  }
  expect(found).toBeGreaterThan(500);
});
