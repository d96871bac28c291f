import { expect, it } from 'vitest';
import { progressAt } from '../../src/reader/focus-progress.ts';

it.each([
  ['before all blocks', -1, 0, { share: 0, minutesLeft: 4 }],
  ['at the start of the second', 1, 0, { share: 0.25, minutesLeft: 3 }],
  ['in the middle of it', 1, 0.5, { share: 0.5, minutesLeft: 2 }],
  ['at the end', 2, 1, { share: 1, minutesLeft: 0 }],
])('progress %s', (_, index, share, expected) => {
  expect(progressAt([1, 2, 1], index, share)).toEqual(expected);
});

it('is whole where there is nothing to read', () => {
  expect(progressAt([], -1, 0)).toEqual({ share: 1, minutesLeft: 0 });
});
