import { expect, it } from 'vitest';
import { firstIndex } from '../../src/text/first-index.ts';

it.each([
  [0, 0],
  [4, 1],
  [5, 2],
  [9, 3],
  [10, 4],
])('the first of 0, 4, 5 and 9 that is at least %i is at %i', (least, expected) => {
  const numbers = [0, 4, 5, 9];
  expect(firstIndex(numbers.length, (index) => (numbers[index] ?? 0) >= least)).toBe(expected);
});

it('is 0 where there is nothing', () => expect(firstIndex(0, () => true)).toBe(0));
