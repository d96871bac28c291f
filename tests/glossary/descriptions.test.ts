import { describe, expect, it } from 'vitest';
import { findDescription } from '../../src/glossary/descriptions.ts';

/** The words that say what the name in square brackets is. */
function describeName(marked: string): string | null {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const found = findDescription(text, [start, end], [0, text.length]);
  return found && text.slice(...found);
}

describe('what an article says a name is', () => {
  it.each([
    ['He joined the [Tarn Front], Ostia’s armed branch, in May.', 'Ostia’s armed branch'],
    ['The [Tarn Front], an armed group from the hills, fired.', 'an armed group from the hills'],
    ['The [Tarn Front] – a militia of fishermen – fired.', 'a militia of fishermen'],
    ['The [Tarn Front] (a militia of fishermen) fired.', 'a militia of fishermen'],
    ['[Tarnia] is a region in the north of Ostia, where it rains.', 'a region in the north of Ostia'],
    ['the Ostian armed group [Tarn Front] fired', 'the Ostian armed group'],
    ['United Lakes fishing agency ([ULFA]) spokesman Ivo Tarn', 'United Lakes fishing agency'],
    ['The [HUB], the harbour’s board of users, met.', 'the harbour’s board of users'],
  ])('%s', (marked, expected) => {
    expect(describeName(marked)).toBe(expected);
  });

  it.each([
    'The [Tarn Front], which changed its name, fired.',
    'The [Tarn Front], the minister said, fired.',
    'The [Tarn Front], Ostia and Wick signed the deal.',
    'On Monday the [Tarn Front] fired at a group of houses.',
    'The [Tarn Front] is ready.',
    'It was a group. [Tarn Front] fired.',
  ])('nothing in: %s', (marked) => {
    expect(describeName(marked)).toBeNull();
  });
});
