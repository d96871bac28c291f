import { expect, it } from 'vitest';
import { NOBODY_SPEAKS, type SpeakerSummary } from '../../src/speakers/attribution.ts';
import { findSpeakers } from '../../src/speakers/find-speakers.ts';
import { blocksOf, linesOf, model, summaryOf } from './spoken-text.ts';

const MUSEUM = `Museum may shut for good
The Norvale Museum may close in May. Rowan Aldercott, its director, met the mayor on Monday.
“We cannot pay our guards,” Aldercott said. He said the roof was leaking.
“The town has no money,” said Mayor Fatima Bensalem. “Not a penny.”
Tobias Renfrew, a guard, has worked there since 1998. He believes the museum can be saved.
“We have asked everybody,” Rowan Aldercott said.
A spokesman for the ministry said the talks would go on.`;

const summary = summaryOf(MUSEUM);
const speakerOf = ({ speakers }: SpeakerSummary, name: string) => {
  const speaker = speakers.find((one) => one.name === name);
  if (speaker === undefined) throw new Error(`${name} is no speaker`);
  return speaker;
};
const cut = (span: { block: string; start: number; end: number } | null) =>
  span &&
  blocksOf(MUSEUM)
    .find(({ id }) => id === span.block)
    ?.text.slice(span.start, span.end);

it('lists speakers in the order in which they first speak, and no others', () => {
  expect(summary.extent).toBe('full');
  expect(summary.speakers.map(({ name }) => name)).toEqual([
    'Rowan Aldercott',
    'Fatima Bensalem',
    'A spokesman for the ministry',
  ]);
  expect(summary.speakers.map(({ id }) => id)).toEqual([0, 1, 2]);
  expect(summary.speakers.map(({ named }) => named)).toEqual([true, true, false]);
});

it('gives attributions in the order of the text, and each to one speaker', () => {
  const places = summary.attributions.map(({ content }) => [
    Number(content[0]?.block.replace('block-', '')),
    content[0]?.start ?? -1,
  ]);
  expect(places).toEqual([...places].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  for (const { id, attributions } of summary.speakers)
    expect(attributions).toEqual(summary.attributions.flatMap(({ speaker }, index) => (speaker === id ? [index] : [])));
});

it('tells who said it and with which word', () => {
  const { attributions } = summary;
  expect([cut(attributions[0]?.source ?? null), cut(attributions[0]?.cue ?? null)]).toEqual(['Aldercott', 'said']);
  expect([cut(attributions[1]?.source ?? null), cut(attributions[1]?.cue ?? null)]).toEqual(['He', 'said']);
});

it('finds every mention by name, in order, and none by a pronoun or another word', () => {
  const { mentions } = speakerOf(summary, 'Rowan Aldercott');
  expect(mentions.map((span) => [span.block, cut(span)])).toEqual([
    ['block-1', 'Rowan Aldercott'],
    ['block-2', 'Aldercott'],
    ['block-5', 'Rowan Aldercott'],
  ]);
});

it('gives roles in the words of the article, with their place', () => {
  const director = speakerOf(summary, 'Rowan Aldercott');
  expect([director.role, cut(director.roleSpan)]).toEqual(['its director', 'its director']);
  const mayor = speakerOf(summary, 'Fatima Bensalem');
  expect([mayor.role, cut(mayor.roleSpan)]).toEqual(['Mayor', 'Mayor']);
});

it('counts the quoted words of each, and what share of all they are', () => {
  expect(summary.speakers.map(({ quotedWords }) => quotedWords)).toEqual([5 + 4, 5 + 3, 0]);
  expect(summary.speakers.map(({ share }) => share)).toEqual([9 / 17, 8 / 17, 0]);
});

it('counts what nobody in particular says among all quoted words', () => {
  const { speakers } = summaryOf(
    '“Six seven eight nine ten,” they said.\nIt rained.\n“One two three four five,” said Ada Quill.',
  );
  expect(speakers.map(({ quotedWords, share }) => [quotedWords, share])).toEqual([[5, 0.5]]);
});

it('counts of a paraphrase the words in quotation marks alone', () => {
  const { speakers } = summaryOf('Ada Quill said the bridge was “a danger to everyone” in the town.');
  expect(speakers.map(({ quotedWords, share }) => [quotedWords, share])).toEqual([[4, 1]]);
});

it('keeps what somebody thinks, but lists nobody who says nothing', () => {
  const text = 'Marek Dobrin thinks the referee was wrong.';
  const { attributions, speakers } = summaryOf(text);
  expect(attributions.map(({ kind, speaker }) => [kind, speaker])).toEqual([['indirect', null]]);
  expect(speakers).toEqual([]);
});

it('finds nothing where nobody speaks', () => {
  expect(summaryOf('The bridge was built in 1911. It is 340 metres long.')).toEqual(NOBODY_SPEAKS);
  expect(findSpeakers([], 'en', model)).toEqual(NOBODY_SPEAKS);
});

it('reads no bylines, notes, code and tables', () => {
  const text = '“The bridge will stay shut until May,” Ingrid Solvane said.';
  const heard = (kind: string) => findSpeakers([{ id: 'one', kind, text }], 'en', model).attributions.length;
  expect(['byline', 'note', 'code', 'table'].map(heard)).toEqual([0, 0, 0, 0]);
  expect(['paragraph', 'heading', 'list-item', 'quote', 'caption', 'standfirst'].map(heard)).toEqual([
    1, 1, 1, 1, 1, 1,
  ]);
});

it('gives spans in blocks by their ids, whatever stands between them', () => {
  const blocks = [
    { id: 'lead', kind: 'paragraph', text: 'Ingrid Solvane said: “We have tested every cable.' },
    { id: 'table', kind: 'table', text: 'cable 12' },
    { id: 'empty', kind: 'paragraph', text: '   ' },
    { id: 'last', kind: 'paragraph', text: '“None of them is safe.”' },
  ];
  const found = findSpeakers(blocks, 'en', model);
  expect(found.attributions.map(({ content }) => content.map(({ block }) => block))).toEqual([['lead'], ['last']]);
  expect(linesOf(found, blocks)).toEqual([
    'Ingrid Solvane, direct: “We have tested every cable.',
    'Ingrid Solvane, direct: “None of them is safe.”',
  ]);
});
