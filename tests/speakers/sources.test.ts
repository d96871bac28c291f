import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/speakers/hash.ts';
import { createLexicon } from '../../src/speakers/lexicon.ts';
import { KEY_MASK } from '../../src/speakers/model.ts';
import { partyTagOf } from '../../src/speakers/party-tag.ts';
import { pronounBefore, subjectOf } from '../../src/speakers/subject.ts';
import { trimSource } from '../../src/speakers/trim-source.ts';
import { paragraphsOf } from './spoken-text.ts';

it.each([
  ['Ada Quill on Wednesday', 'Ada Quill'],
  ['the president of Iran late on Friday night', 'the president of Iran'],
  ['Ada Quill earlier this week', 'Ada Quill'],
  ['Ada Quill last month', 'Ada Quill'],
  ['she also', 'she'],
  ['Ada Quill, ', 'Ada Quill'],
  ['Ada Quill — ', 'Ada Quill'],
  ['Ada Quill, later', 'Ada Quill'],
  ['Ada Quill and', 'Ada Quill'],
  ['the bank, but', 'the bank'],
  ['Mayor Sunday', 'Mayor'],
  ['Robinson Friday of Wick', 'Robinson Friday of Wick'],
  ['a man on the last day', 'a man on the last day'],
  [' ,', ' ,'],
])('the source “%s” is “%s”', (source, expected) => {
  const text = `So ${source} said`;
  expect(text.slice(...trimSource([3, 3 + source.length], text))).toBe(expected);
});

describe('the subject of a participle, a second verb or a relative clause', () => {
  const verbs = ['leave', 'close', 'promise', 'reject', 'say', 'add'];
  const lexicon = createLexicon(new Map(), new Map(verbs.map((verb) => [hashOf(verb) & KEY_MASK, 33])));

  it.each([
    ['The mayor left the hall, *promising* a new plan.', 'The mayor'],
    ['The mayor left and *promised* a new plan.', 'The mayor'],
    ['On Monday, Ada Quill has also left but *rejected* the plan.', 'Ada Quill'],
    ['The group, which left in July and *says* no, is small.', 'which'],
    ['Ada Quill, who *said* no, left.', 'who'],
    ['It rained. The mayor left, *saying* no.', 'The mayor'],
    ['The mayor *said* no.', 'The mayor'],
    ['But the president of Iran *said* no.', 'the president of Iran'],
    ['It rained, the mayor *said* on Monday.', 'the mayor'],
    ['The mayor was *said* to be ill.', null],
    ['In the hall *said* no.', null],
    ['Perrin, the harbour master, left and *said* no.', 'Perrin'],
    ['The men who *said* no left.', null],
    ['“I left,” and *said* no.', null],
    ['When the mayor left and *said* no, it rained.', null],
    ['The very old and very tired mayor of Little Wick left and *said* no.', null],
    ['Rain and *saying* no.', null],
  ])('%s', (marked, expected) => {
    const start = marked.indexOf('*');
    const text = marked.replaceAll('*', '');
    const sentences = paragraphsOf(text).paragraphs[0];
    if (sentences === undefined) throw new Error('there is no paragraph');
    const subject = subjectOf(sentences.tokens, [start, marked.lastIndexOf('*') - 1], lexicon);
    expect(subject && text.slice(...subject)).toBe(expected);
  });
});

it.each([
  ['In the hall she *said* no.', 'she'],
  ['I laughed and *said* no.', 'I'],
  ['The mayor *said* no.', null],
  ['“Will he *said* no”', null],
])('the pronoun before the cue: %s', (marked, expected) => {
  const text = marked.replaceAll('*', '');
  const tokens = paragraphsOf(text).paragraphs[0]?.tokens;
  if (tokens === undefined) throw new Error('there is no paragraph');
  const pronoun = pronounBefore(tokens, tokens.words.indexOf('said'));
  expect(pronoun && text.slice(...pronoun)).toBe(expected);
});

it.each([
  ['Quill (D-Wis.) said', 'D-Wis.'],
  ['Quill, R-Ky., said', 'R-Ky.'],
  ['Quill (I-Vermont) said', 'I-Vermont'],
  ['Quill, D-Ohio, said', 'D-Ohio'],
  ['Quill (X-Wis.) said', null],
  ['Quill (D-wis) said', null],
  ['Quill said', null],
  ['Quill (D-Pennsylvania) said', null],
])('the party of %s', (text, expected) => expect(partyTagOf(text, [[0, 5]])).toBe(expected));

it('a party stands behind the first mention that has one', () => {
  const text = 'Quill left. Quill (D-Wis.) said no. Quill (R-Ky.) left.';
  const mentions = [...text.matchAll(/Quill/g)].map(({ index }): [number, number] => [index, index + 5]);
  expect(partyTagOf(text, mentions)).toBe('D-Wis.');
  expect(partyTagOf(text, [])).toBeNull();
});
