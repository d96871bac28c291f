import { expect, test } from 'vitest';
import { withoutIdleCues } from '../../tools/glossary/idle-cues.ts';
import { entry } from '../glossary/glossary-of.ts';

test('cues are shipped where something asks for them, and nowhere else', () => {
  const cues = ['lake'];
  const entries = [
    entry('Tarn Front', { cues }),
    entry('Wick Front', { cues }),
    entry('Wick-Fronts', { cues }),
    entry('bond', { cues, match: 'with-cues' }),
    entry('Ostian Observatory', { cues, short: ['Observatory'] }),
    entry('HUB', { cues }),
  ];
  expect(withoutIdleCues(entries).map((one) => [one.term, one.cues.length])).toEqual([
    ['Tarn Front', 0],
    ['Wick Front', 1],
    ['Wick-Fronts', 1],
    ['bond', 1],
    ['Ostian Observatory', 1],
    ['HUB', 1],
  ]);
});
