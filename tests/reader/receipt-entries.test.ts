import { expect, it } from 'vitest';
import type { MessageKey } from '../../assets/message-key.ts';
import type { Removal } from '../../src/article/article.ts';
import { groupRemovals } from '../../src/reader/receipt-entries.ts';

const removal = (rule: string, reason: MessageKey, text: string): Removal => ({
  rule,
  reason,
  text,
  element: null,
  origin: 'article',
  after: null,
});

const share = (text: string) => removal('share', 'removedShare', text);
const advertisement = (text: string) => removal('advertisement', 'removedAdvertisement', text);

it('groups by reason, the largest first, and counts a repeated text each time but lists it once', () => {
  const groups = groupRemovals([
    share('Share this story'),
    advertisement('Advertisement'),
    advertisement('Beds, cheap'),
    advertisement('Advertisement'),
    share('Copy link'),
  ]);
  expect(groups.map(({ reason, count }) => [reason, count])).toEqual([
    ['removedAdvertisement', 3],
    ['removedShare', 2],
  ]);
  expect(groups[0]?.entries.map(({ text, removals }) => [text, removals.length])).toEqual([
    ['Advertisement', 2],
    ['Beds, cheap', 1],
  ]);
});

it('puts rules with one reason together', () => {
  const groups = groupRemovals([
    removal('duplicate', 'removedDuplicate', 'A sentence.'),
    removal('repeated-label', 'removedDuplicate', 'Article content'),
  ]);
  expect(groups.map(({ count }) => count)).toEqual([2]);
});

it('names a piece by its rule and its text, the same at every visit', () => {
  const names = [share('Share'), share('Share'), share('Copy'), removal('related', 'removedRelated', 'Share')].map(
    (one) => groupRemovals([one])[0]?.entries[0]?.piece,
  );
  expect(names[0]).toBe(names[1]);
  expect(new Set(names).size).toBe(3);
});

it('has no group where nothing was taken out', () => {
  expect(groupRemovals([])).toEqual([]);
});
