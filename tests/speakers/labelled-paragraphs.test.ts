import { describe, expect, it } from 'vitest';
import { completeQuotations } from '../../src/speakers/complete-quotations.ts';
import { CONTENT, CUE, SOURCE } from '../../src/speakers/labels.ts';
import { labelSignatures } from '../../src/speakers/signatures.ts';
import { labelSpan } from '../../src/speakers/token-ranges.ts';
import { labelTranscript } from '../../src/speakers/transcript.ts';
import { labelledWords } from './labelled-words.ts';
import { paragraphsOf } from './spoken-text.ts';

type Rule = typeof labelSignatures;

/** What a rule labels in paragraphs that nothing was found in; `found` words are content already. */
function labelledBy(rule: Rule, text: string, found: readonly string[] = [], label = CONTENT): string[][] {
  const { prose, paragraphs } = paragraphsOf(text);
  const labels = paragraphs.map(({ tokens }) => {
    const own = new Uint8Array(tokens.count);
    const from = tokens.surfaces.findIndex((surface) => found.includes(surface));
    if (from >= 0) labelSpan(own, [from, from + found.length], label);
    return own;
  });
  rule(paragraphs, labels, prose.text);
  return paragraphs.map(({ tokens }, index) => labelledWords(labels[index] ?? new Uint8Array(), tokens));
}

describe('quotations are content from mark to mark or not at all', () => {
  it.each<[construction: string, text: string, found: string[], expected: string[]]>([
    ['most of it found', 'She said “no way” then.', ['no', 'way'], ['content “ no way ”']],
    ['little of it found', 'She said “this is a very long title of hers” then.', ['this', 'is'], ['content this is']],
    [
      'missed, but it ends like speech',
      '“It is a very good plan,” she said.',
      [],
      ['content “ It is a very good plan , ”'],
    ],
    ['missed, and too short', '“It is good,” she said.', [], []],
    ['missed, and like a title', 'They read “The Old Man and the Sea” there.', [], []],
    ['missed, and never closed', 'She said “it is a very good plan', [], ['content “ it is a very good plan']],
    ['two words', '“Very good,” she said.', [], []],
  ])('%s', (_, text, found, expected) => {
    expect(labelledBy(completeQuotations, text, found)).toEqual([expected]);
  });

  it('clears a title that stands in other marks than speech', () => {
    const text = '“It is a plan,” she said. “No.”\nShe sang ‘All Bets Are Off’ then.';
    const found = ['‘', 'All', 'Bets', 'Are', 'Off', '’'];
    expect(labelledBy(completeQuotations, text, found)[1]).toEqual([]);
    const single = text.replace('“It is a plan,” she said. “No.”', '‘It is a plan,’ she said.');
    expect(labelledBy(completeQuotations, single, found.slice(1))[1]).not.toEqual([]);
  });

  it('leaves alone what holds a source or a cue', () => {
    const text = '“It is a plan, said Quill, that will fail.”';
    expect(labelledBy(completeQuotations, text, ['Quill'], SOURCE)).toEqual([['source Quill']]);
    expect(labelledBy(completeQuotations, text, ['said'], CUE)).toEqual([['cue said']]);
  });
});

describe('turns of a transcript', () => {
  it('have a name, a colon and what is said', () => {
    const text = 'RENFREW: Who pays?\nSOLVANE: The town.\nRENFREW: When?';
    expect(labelledBy(labelTranscript, text)).toEqual([
      ['source RENFREW', 'cue :', 'content Who pays ?'],
      ['source SOLVANE', 'cue :', 'content The town .'],
      ['source RENFREW', 'cue :', 'content When ?'],
    ]);
  });

  it('may have marks around them, names of several words, and brackets', () => {
    const text = '“Imke van Plank: Who?\nMr Renfrew (smiling): Me.\nImke van Plank: You?';
    expect(labelledBy(labelTranscript, text).map(([source]) => source)).toEqual([
      'source Imke van Plank',
      'source Mr Renfrew',
      'source Imke van Plank',
    ]);
  });

  it('go on over several paragraphs, as far as the next one, without stage directions', () => {
    const text =
      'It rained.\nRENFREW: Who pays?\nI ask again.\n(LAUGHTER)\nSOLVANE: The town.\nRENFREW: When?\nIt rained.';
    expect(labelledBy(labelTranscript, text)).toEqual([
      [],
      ['source RENFREW', 'cue :', 'content Who pays ?'],
      ['content I ask again .'],
      [],
      ['source SOLVANE', 'cue :', 'content The town .'],
      ['source RENFREW', 'cue :', 'content When ?'],
      [],
    ]);
  });

  it('have no source where a letter stands for question and answer', () => {
    expect(labelledBy(labelTranscript, 'Q: Who pays?\nA: You.\nQ: When?')[0]).toEqual(['cue :', 'content Who pays ?']);
  });

  it('may begin with a particle, and do not begin in the headline alone', () => {
    const turns = 'van der Plank: Who?\nQuill: Me.\nvan der Plank: You?';
    expect(labelledBy(labelTranscript, turns)[0]).toEqual(['source van der Plank', 'cue :', 'content Who ?']);
    expect(labelledBy(labelTranscript, `Quill: I will pay\nIt rained.\n${turns}`)[0]).toEqual([]);
  });

  it.each([
    ['no name comes twice', 'Ada: Who pays?\nIvo: I do.\nTarn: You?'],
    ['nobody talks', 'Score: three.\nTime: four.\nScore: two.\nPlace: behind the hall.'],
    ['there are too few', 'RENFREW: Who pays?\nRENFREW: When?'],
    ['nothing stands behind the colon', 'RENFREW:\nSOLVANE:\nRENFREW:'],
    ['the names are small', 'time: now\nplace: here\ntime: then'],
    ['the colon stands within a number', 'At 10:30 it rained.\nAt 10:30 it rained.\nAt 10:30 it rained.'],
  ])('are none where %s', (_, text) => {
    expect(labelledBy(labelTranscript, text).flat()).toEqual([]);
  });
});

describe('signatures behind pull quotes', () => {
  it.each<[text: string, expected: string[]]>([
    ['“No way.” — Ada Quill', ['content “ No way . ”', 'cue —', 'source Ada Quill']],
    ['“No way.” – Ada Quill, mayor of Wick', ['content “ No way . ”', 'cue –', 'source Ada Quill , mayor of Wick']],
    ['“No way.” -- Dr. A. Quill.', ['content “ No way . ”', 'cue - -', 'source Dr . A . Quill']],
    ['“No way.” —a farmer', ['content “ No way . ”', 'cue —', 'source a farmer']],
    ['“No way.” — and so on', []],
    ['“No way.” — Ada Quill. It rained.', []],
    ['“No way.” Ada Quill', []],
    ['She said “no way.” — Ada Quill', []],
    ['“No.” “Yes.” — Ada Quill', []],
    [`“No way.” — ${'Ada '.repeat(40)}`, []],
  ])('%s', (text, expected) => expect(labelledBy(labelSignatures, text)).toEqual([expected]));

  it('take the place of whatever was found in their paragraph', () => {
    const found = ['“', 'No', 'way', '.', '”', '—', 'Ada', 'Quill', '.'];
    const expected = ['content “ No way . ”', 'cue —', 'source Ada Quill'];
    expect(labelledBy(labelSignatures, '“No way.” — Ada Quill.', found)).toEqual([expected]);
  });
});
