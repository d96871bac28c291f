import { describe, expect, it } from 'vitest';
import { clauseFramesOf } from '../../src/speakers/clause-frames.ts';
import { columnsOf, framesOf } from '../../src/speakers/columns.ts';
import { FeatureWriter } from '../../src/speakers/feature-writer.ts';
import { featuresOf } from '../../src/speakers/features.ts';
import { hashOf } from '../../src/speakers/hash.ts';
import { createLexicon } from '../../src/speakers/lexicon.ts';
import { KEY_MASK } from '../../src/speakers/model.ts';
import { isVerbSense, nearbyTokens } from '../../src/speakers/nearby.ts';
import { outlineOfParagraph } from '../../src/speakers/paragraph-outline.ts';
import type { Tokens } from '../../src/speakers/tokens.ts';
import { contextOf } from '../../src/speakers/transitions.ts';
import { paragraphsOf } from './spoken-text.ts';

const COMMUNICATION = 33;
const lexicon = createLexicon(
  new Map([
    [hashOf('said'), 3],
    [hashOf('according'), 3],
    [hashOf('to'), 2],
    [hashOf('noted'), 1],
  ]),
  new Map([[hashOf('say') & KEY_MASK, COMMUNICATION]]),
);

function read(text: string) {
  const tokens = paragraphsOf(text).paragraphs[0]?.tokens;
  if (tokens === undefined) throw new Error('there is no paragraph');
  const columns = columnsOf(tokens, lexicon);
  const frames = framesOf(tokens, columns);
  return { tokens, columns, frames };
}

const at = (tokens: Tokens, word: string) => tokens.words.indexOf(word);

describe('columns', () => {
  it('hold hashes of words and endings, senses and cues', () => {
    const { tokens, columns } = read('Quill said little.');
    const said = at(tokens, 'said');
    expect(columns.word[said]).toBe(hashOf('said'));
    expect([columns.ending3[said], columns.ending2[said]]).toEqual([hashOf('aid'), hashOf('id')]);
    expect([columns.sense[said], columns.cue[said]]).toEqual([COMMUNICATION, 3]);
    expect([columns.sense[0], columns.cue[0]]).toEqual([0, 0]);
  });

  it('count no cue within quotation marks', () => {
    const { tokens, columns } = read('“He said no,” she said.');
    expect([...columns.cue].filter((cue) => cue > 0)).toEqual([3]);
    expect(columns.cue[at(tokens, 'said')]).toBe(0);
  });

  it('tell shapes apart', () => {
    const { columns } = read('12 low A BBC Quill iPhone re-run , . é É');
    const shapes = [...columns.shape];
    expect(new Set(shapes.slice(0, 9)).size).toBe(9);
    expect(shapes[9]).toBe(shapes[1]);
    expect(shapes[10]).toBe(shapes[2]);
  });

  it('tell how long the quotation is around a token', () => {
    const { columns } = read('“No way,” she said. “No.”');
    expect([...columns.quotationLength]).toEqual([5, 5, 5, 5, 5, 0, 0, 0, 4, 4, 4, 4]);
  });
});

it('frames cut sentences, with what is quoted in them and the surest cue', () => {
  const { frames, columns } = read('It rained. “No,” she noted and said. “No way.”');
  expect(frames.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [3, 12],
    [12, 17],
  ]);
  expect(frames.map(({ quoted, cue }) => [quoted, cue])).toEqual([
    [0, 0],
    [1, 3],
    [2, 0],
  ]);
  expect(frames.map(({ startsQuoted, endsQuoted }) => [startsQuoted, endsQuoted])).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ]);
  expect([columns.sentence[2], columns.sentence[3], columns.sentence[16]]).toEqual([0, 1, 2]);
});

describe('clause frames', () => {
  const frameOf = (text: string) => {
    const { tokens, columns, frames } = read(text);
    const [frame] = clauseFramesOf(tokens, columns, frames);
    const word = (token = -1) => tokens.words[token] ?? null;
    return [frame?.closing, word(frame?.closesAt), frame?.opening, word(frame?.opensAt)];
  };

  it.each([
    ['It rained all day, she said.', [1, ',', 1, 'said']],
    ['It rained all day, said the mayor of Hull.', [2, ',', 1, 'said']],
    ['“It rained all day,” said Quill.', [2, '”', 1, 'said']],
    ['It rained all day, according to the firm.', [3, ',', 1, 'according']],
    ['She said it rained all day in the north of the county.', [0, null, 1, 'said']],
    ['According to her, it rained.', [0, null, 2, 'according']],
    ['It rained all day.', [0, null, 0, null]],
    ['It rained, she noted.', [0, null, 0, null]],
  ])('%s', (text, expected) => expect(frameOf(text)).toEqual(expected));
});

it('nearest tokens of a sort are found within the sentence alone', () => {
  const { tokens, columns, frames } = read('It rained, he noted. Quill, who said “no”, left.');
  const near = nearbyTokens(tokens, columns, frames);
  const left = at(tokens, 'left');
  const quill = at(tokens, 'quill');
  const word = (token = -1) => tokens.words[token] ?? null;
  expect(word(near.cueBefore[left])).toBe('said');
  expect(word(near.verbBefore[left])).toBe('said');
  expect(word(near.markBefore[left])).toBe(',');
  expect(near.markBefore[left]).toBe(left - 1);
  expect(word(near.quotedBefore[left])).toBe('”');
  expect(word(near.connectiveBefore[left])).toBe('who');
  expect([near.cueBefore[quill], near.markBefore[quill]]).toEqual([-1, -1]);
  expect([word(near.cueAfter[quill]), word(near.quotedAfter[quill]), word(near.verbAfter[quill])]).toEqual([
    'said',
    '“',
    'said',
  ]);
  expect(word(near.markAfter[0])).toBe(',');
  expect(near.cueAfter[left]).toBe(-1);
  expect(near.quotedAfter[0]).toBe(-1);
});

it('verbs have senses of their own', () => {
  expect([29, 30, 44, 45].map(isVerbSense)).toEqual([false, true, true, false]);
});

it.each([
  ['It rained.', { quoted: 0, startsQuoted: false, endsOpen: false, hasCue: false, endsWithColon: false }],
  ['“No,” she said.', { quoted: 1, startsQuoted: true, endsOpen: false, hasCue: true, endsWithColon: false }],
  ['“No way.”', { quoted: 2, startsQuoted: true, endsOpen: false, hasCue: false, endsWithColon: false }],
  ['She said: “No way', { quoted: 1, startsQuoted: false, endsOpen: true, hasCue: true, endsWithColon: false }],
  ['He went to bed.', { quoted: 0, startsQuoted: false, endsOpen: false, hasCue: true, endsWithColon: false }],
  ['She noted this:', { quoted: 0, startsQuoted: false, endsOpen: false, hasCue: false, endsWithColon: true }],
])('the outline of %s', (text, outline) => {
  expect(outlineOfParagraph(read(text).tokens, lexicon)).toEqual(outline);
});

it('the step into a token depends on its marks and on the sentence', () => {
  const { tokens } = read('It rained. “No,” she said.');
  const contexts = Array.from({ length: tokens.count }, (_, token) => contextOf(tokens, token));
  expect(contexts).toEqual([0, 0, 0, 5, 2, 2, 3, 0, 0, 0]);
});

describe('features', () => {
  const surroundings = { before: null, after: null, index: 0 };

  it('are as many for each token, and the same for the same text', () => {
    const { tokens } = read('“No,” she said. It rained.');
    const one = featuresOf(tokens, lexicon, surroundings);
    const sizes = Array.from(
      { length: tokens.count },
      (_, token) => (one.starts[token + 1] ?? 0) - (one.starts[token] ?? 0),
    );
    expect(new Set(sizes).size).toBe(1);
    expect(one.starts[tokens.count]).toBe(one.hashes.length);
    expect(featuresOf(tokens, lexicon, surroundings)).toEqual(one);
  });

  it('tell the paragraphs around', () => {
    const { tokens } = read('It rained.');
    const outline = { quoted: 1, startsQuoted: true, endsOpen: true, hasCue: true, endsWithColon: false };
    const alone = featuresOf(tokens, lexicon, surroundings).hashes;
    for (const other of [{ before: outline }, { after: outline }, { index: 1 }])
      expect(featuresOf(tokens, lexicon, { ...surroundings, ...other }).hashes).not.toEqual(alone);
  });

  it('differ by their place in the row', () => {
    const writer = new FeatureWriter(2);
    writer.next();
    writer.one(7).one(7).two(1, 2).two(1, 2);
    writer.next();
    writer.one(7).three(1, 2, 3);
    const { starts, hashes } = writer.features();
    expect([...starts]).toEqual([0, 4, 6]);
    expect(hashes[0]).not.toBe(hashes[1]);
    expect(hashes[0]).toBe(hashes[4]);
    expect(hashes[2]).not.toBe(hashes[3]);
  });
});
