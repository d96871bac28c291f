import { expect, it } from 'vitest';
import { describeReading } from '../../tools/describe-reading.ts';

const summary = { title: 'A title', words: 412, screenshot: 'output/reading-view.png' };

it('names each removed piece with its rule, its reason and the start of its text on one line', () => {
  const text = `Share\n  this ${'story '.repeat(20)}`;
  const removed = [
    { rule: 'share', reason: 'extensionName', text, element: null, origin: 'article', after: null },
  ] as const;
  const lines = describeReading({ ...summary, removed }, () => 'Buttons for sharing').split('\n');
  expect(lines).toEqual([
    'Title: A title',
    'Words: 412',
    'Removed: 1',
    expect.stringMatching(/^ {2}share \(Buttons for sharing\): Share this story .*…$/),
    'Picture of the reading view: output/reading-view.png',
  ]);
  expect(lines[3]?.length).toBeLessThan(120);
});

it('says when nothing was removed', () => {
  expect(describeReading({ ...summary, removed: [] }, () => '')).toContain('Removed: nothing');
});
