import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../src/article/article.ts';
import { arrangeSpeakers } from '../../src/reader/speaker-entries.ts';
import { type SpeakerInTest, summaryOf } from './speakers-stage.ts';

const BLOCKS: TextBlock[] = [
  { id: 'a', kind: 'paragraph', text: '“One two,” said Ada. “Three.” Ben told of four things.' },
  {
    id: 'b',
    kind: 'paragraph',
    text: '“Five six seven eight nine,” said Cleo, and a clerk agreed that “ten” was right.',
  },
];
const speaker = (name: string, says: SpeakerInTest['says'], named = true): SpeakerInTest => ({
  name,
  named,
  mentions: [],
  says,
});
const ADA = speaker('Ada', [{ kind: 'direct', words: ['“One two,”', '“Three.”'] }]);
const BEN = speaker('Ben', [{ kind: 'indirect', words: ['four things'] }]);
const CLEO = speaker('Cleo', [{ kind: 'direct', words: ['“Five six seven eight nine,”'] }]);
const CLERK = speaker('a clerk', [{ kind: 'mixed', words: ['that “ten” was right'] }], false);

const arrange = (order: 'appearance' | 'amount') =>
  arrangeSpeakers(summaryOf(BLOCKS, [ADA, BEN, CLEO, CLERK], ['“ten”']), BLOCKS, order);

describe('speakers are arranged', () => {
  it('by first appearance, those without a name apart, with what nobody is known to say', () => {
    const { named, unnamed, unattributed } = arrange('appearance');
    expect(named.map((entry) => entry.speaker.name)).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(unnamed.map((entry) => entry.speaker.name)).toEqual(['a clerk']);
    expect(unattributed.map(({ text }) => text)).toEqual(['“ten”']);
  });

  it('by how much they say: quoted words before all', () => {
    expect(arrange('amount').named.map((entry) => entry.speaker.name)).toEqual(['Cleo', 'Ada', 'Ben']);
  });

  it('with the pieces of a quotation in one line, and quotations and paraphrases counted', () => {
    const [ada, ben] = arrange('appearance').named;
    expect(ada?.said.map(({ text }) => text)).toEqual(['“One two,” … “Three.”']);
    expect([ada?.quotations, ada?.paraphrases, ben?.quotations, ben?.paraphrases]).toEqual([1, 0, 0, 1]);
    expect(arrange('appearance').unnamed[0]?.paraphrases).toBe(1);
  });

  it('with nothing left out between two paragraphs of one quotation', () => {
    const running = speaker('Dora', [{ kind: 'direct', words: ['“Three.”', '“Five six seven eight nine,”'] }]);
    const { named } = arrangeSpeakers(summaryOf(BLOCKS, [running]), BLOCKS, 'appearance');
    expect(named[0]?.said[0]?.text).toBe('“Three.” “Five six seven eight nine,”');
  });

  it('without a paraphrase of nobody', () => {
    const summary = summaryOf(BLOCKS, [ADA, BEN], ['“ten”']);
    const attributions = summary.attributions.map((each) => ({ ...each, speaker: null }));
    const { unattributed } = arrangeSpeakers({ ...summary, attributions, speakers: [] }, BLOCKS, 'appearance');
    expect(unattributed.map(({ text }) => text)).toEqual(['“One two,” … “Three.”', '“ten”']);
  });

  it('without those whose words have left the article', () => {
    const summary = summaryOf(BLOCKS, [ADA, CLEO]);
    const { named } = arrangeSpeakers(summary, BLOCKS.slice(1), 'appearance');
    expect(named.map((entry) => entry.speaker.name)).toEqual(['Cleo']);
  });
});
