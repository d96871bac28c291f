import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/speakers/hash.ts';
import type { Range } from '../../src/text/span.ts';
import { type Example, examplesOf } from '../../tools/attribution/examples.ts';
import { labelTokens } from '../../tools/attribution/label-tokens.ts';
import { learnCues } from '../../tools/attribution/learn-cues.ts';
import { readOwnArticles } from '../../tools/attribution/own-articles.ts';
import { paragraphsOf, type TrainingArticle } from '../../tools/attribution/training-article.ts';
import { labelledWords } from '../speakers/labelled-words.ts';

type Marks = { source?: string[]; cue?: string[]; content?: string[]; speech?: boolean };

function articleOf(text: string, ...marks: Marks[]): TrainingArticle {
  const ranges = (words: string[] = []) =>
    words.map((word): Range => [text.indexOf(word), text.indexOf(word) + word.length]);
  const attributions = marks.map(({ source, cue, content, speech }) => ({
    source: ranges(source),
    cue: ranges(cue),
    content: ranges(content),
    ...(speech === undefined ? {} : { speech }),
  }));
  return { id: 'one', text, paragraphs: paragraphsOf(text), attributions };
}

const labelled = (article: TrainingArticle) =>
  examplesOf([article]).map(({ tokens }) => labelledWords(labelTokens(article, tokens), tokens));

describe('labels of tokens', () => {
  it('are those of the annotation', () => {
    const article = articleOf('Ada Quill has said the quay is shut. It rained.', {
      source: ['Ada Quill'],
      cue: ['said'],
      content: ['the quay is shut'],
    });
    expect(labelled(article)).toEqual([['source Ada Quill', 'cue said', 'content the quay is shut']]);
  });

  it('tell what is said from what is thought', () => {
    const text = 'Quill hopes to win.';
    const marks = { source: ['Quill'], cue: ['hopes'], content: ['to win'] };
    expect(labelled(articleOf(text, { ...marks, speech: false }))).toEqual([
      ['source Quill', 'stance hopes', 'content to win'],
    ]);
    expect(labelled(articleOf(text, { ...marks, speech: true }))).toEqual([
      ['source Quill', 'cue hopes', 'content to win'],
    ]);
    expect(labelled(articleOf(text, marks))).toEqual([['source Quill', 'cue hopes', 'content to win']]);
  });

  it('put content before sources, and those before cues', () => {
    const text = 'Quill said Tarn claimed it.';
    const article = articleOf(
      text,
      { source: ['Quill'], cue: ['said'], content: ['Tarn claimed it'] },
      { source: ['Tarn'], cue: ['claimed'], content: ['it'] },
    );
    expect(labelled(article)).toEqual([['source Quill', 'cue said', 'content Tarn claimed', 'content it']]);
  });

  it('join content that the corpus cuts at sentences', () => {
    const apart = articleOf('“No. Never.” Quill left.', { content: ['“No.', 'Never.”'] });
    expect(labelled(apart)).toEqual([['content “ No . Never . ”']]);
    const held = articleOf('“No,” he said. “Never.”', { content: ['“No,”', '“Never.”'] });
    expect(labelled(held)).toEqual([['content “ No , ”', 'content “ Never . ”']]);
  });

  it('begin anew in every paragraph', () => {
    const article = articleOf('She said “No.\nNever.”', { content: ['“No.\nNever.”'] });
    expect(labelled(article)).toEqual([['content “ No .'], ['content Never . ”']]);
  });
});

it('examples are paragraphs with the number of their article', () => {
  const examples = examplesOf([articleOf('One.\n\nTwo.'), articleOf('Three.')]);
  expect(examples.map(({ article, tokens }) => [article, tokens.surfaces.join(' ')])).toEqual([
    [0, 'One .'],
    [0, 'Two .'],
    [1, 'Three .'],
  ]);
});

it('paragraphs are lines without the white space around them', () => {
  const text = '  One two. \n\n\t\nThree\r\n';
  expect(paragraphsOf(text).map((range) => text.slice(...range))).toEqual(['One two.', 'Three']);
});

describe('cues', () => {
  const cued = (text: string, cue: string): Example[] => examplesOf([articleOf(text, { cue: [cue] })]);
  const uncued = (text: string): Example[] => examplesOf([articleOf(text)]);
  const times = (count: number, examples: Example[]) => Array.from({ length: count }, () => examples).flat();

  it('are learned by how often a word is one', () => {
    const cues = learnCues([
      ...times(4, cued('She said no.', 'said')),
      ...times(3, cued('She notes it.', 'notes')),
      ...times(3, uncued('Her notes.')),
      ...times(3, cued('She goes on.', 'goes')),
      ...times(7, uncued('She goes home.')),
      ...times(3, cued('It is it.', 'is')),
      ...times(30, uncued('It is.')),
    ]);
    expect([...cues].sort()).toEqual(
      [
        [hashOf('said'), 3],
        [hashOf('notes'), 2],
        [hashOf('goes'), 1],
      ].sort(),
    );
  });

  it('are not learned from two uses, from signs, or within quotation marks', () => {
    const cues = learnCues([
      ...times(2, cued('She barks no.', 'barks')),
      ...times(5, cued('Quill, no.', ',')),
      ...times(5, cued('“She said no.”', 'said')),
    ]);
    expect(cues.size).toBe(0);
  });

  it('count each use outside quotation marks alone', () => {
    const cues = learnCues([...times(3, cued('She said no.', 'said')), ...times(50, uncued('“She said no.”'))]);
    expect(cues.get(hashOf('said'))).toBe(3);
  });
});

it('the project’s own articles tell speech from thought, and have paragraphs', () => {
  const articles = readOwnArticles();
  const speechOf = (cue: string) =>
    articles.flatMap(({ text, attributions }) =>
      attributions
        .filter((one) => one.cue.map((range) => text.slice(...range)).join(' ') === cue)
        .map(({ speech }) => speech),
    );
  expect(speechOf('said').length).toBeGreaterThan(100);
  expect(new Set(speechOf('said'))).toEqual(new Set([true]));
  expect(new Set(speechOf('according to'))).toEqual(new Set([true]));
  expect(new Set(speechOf('believes'))).toEqual(new Set([false]));
  for (const { id, text, paragraphs } of articles) {
    expect(paragraphs.length, id).toBeGreaterThan(1);
    for (const range of paragraphs) expect(text.slice(...range), id).not.toMatch(/\n|^\s|\s$/);
  }
});
