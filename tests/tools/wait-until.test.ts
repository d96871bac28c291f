import { expect, it } from 'vitest';
import { waitUntil, within } from '../../tools/browsers/wait-until.ts';

it('gives the first answer that is neither null nor false', async () => {
  const answers = [null, false, 1, 2];
  expect(await waitUntil('an answer', () => answers.shift() ?? null, 1_000, 1)).toBe(1);
  expect(await waitUntil('a falsy answer', () => '', 1_000, 1)).toBe('');
});

it('takes an error for "not yet", and names the last one when time is up', async () => {
  let asked = 0;
  const ask = () => {
    asked += 1;
    throw new Error(`refused ${asked}`);
  };
  await expect(waitUntil('the door to open', ask, 20, 1)).rejects.toThrow(
    /^waited 20 ms in vain for the door to open: refused \d+$/,
  );
  expect(asked).toBeGreaterThan(1);
});

it('gives up on a promise that takes too long', async () => {
  await expect(within('a dream', 10, new Promise(() => {}))).rejects.toThrow('a dream took longer than 10 ms');
  expect(await within('a fact', 10, Promise.resolve(2))).toBe(2);
});
