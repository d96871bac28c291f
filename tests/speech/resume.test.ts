import { expect, test } from 'vitest';
import { findPlace, keepPlace } from '../../src/speech/resume.ts';
import type { Script } from '../../src/speech/script.ts';

/** A script of sentences; each "~" before a text stands for words that are only spoken. */
function scriptOf(...sentences: string[]): Script {
  return sentences.map((sentence, paragraph) => {
    const said = sentence.startsWith('~') ? 'Kerry: ' : '';
    const written = sentence.replace('~', '');
    const text = said + written;
    const stretches = [
      ...(said === '' ? [] : [{ start: 0, end: said.length, sourceStart: 0, sourceEnd: 0, isSame: false }]),
      { start: said.length, end: text.length, sourceStart: 0, sourceEnd: written.length, isSame: true },
    ];
    const pieces = [{ text, stretches, language: 'en', role: 'first' as const, pauseBefore: 0 }];
    return { span: null, paragraph, pieces };
  });
}

const OLD = scriptOf('One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.');

test.each<[string, number, Script, number | null]>([
  ['nothing changed', 3, OLD, 3],
  ['sentences were put in before it', 3, scriptOf('New.', 'Newer.', 'One.', 'Two.', 'Three.', 'Four.', 'Five.'), 5],
  ['sentences before it were taken out', 3, scriptOf('Three.', 'Four.', 'Five.'), 1],
  ['it was changed', 3, scriptOf('One.', 'Two.', 'Three.', 'Four, changed.', 'Five.', 'Six.'), 3],
  ['it was taken out', 3, scriptOf('One.', 'Two.', 'Three.', 'Five.', 'Six.'), 3],
  ['it and the one before were changed', 3, scriptOf('One.', 'Two.', 'Drei.', 'Vier.', 'Five.', 'Six.'), 3],
  ['it and the one behind were changed', 3, scriptOf('One.', 'Two.', 'Three.', 'Vier.', 'Fünf.', 'Six.'), 3],
  ['the first was changed', 0, scriptOf('Eins.', 'Two.', 'Three.'), 0],
  ['the last was taken out, and nothing stands behind', 5, scriptOf('One.', 'Five.'), null],
  ['only its quotation marks and capitals changed', 3, scriptOf('One.', 'Two.', 'Three.', '“FOUR”', 'Five.'), 3],
  ['words that are only spoken were put before it', 3, scriptOf('One.', 'Two.', '~Three.', '~Four.', 'Five.'), 3],
  ['another article', 3, scriptOf('Uno.', 'Due.', 'Tre.', 'Quattro.'), null],
  ['an empty one', 3, [], null],
])('a place is found where %s', (_, sentence, script, found) => {
  expect(findPlace(script, keepPlace(OLD, sentence))).toBe(found);
});

test('of sentences that are the same, the one with the same neighbours is found, or else the nearest', () => {
  const chorus = scriptOf('One.', 'La.', 'Two.', 'La.', 'Three.', 'La.');
  for (const sentence of [1, 3, 5]) expect(findPlace(chorus, keepPlace(chorus, sentence))).toBe(sentence);
  const all = scriptOf(...Array.from({ length: 9 }, () => 'La.'));
  for (const sentence of [0, 4, 8]) expect(findPlace(all, keepPlace(all, sentence))).toBe(sentence);
});

test('a kept place holds none of the text and survives storage', () => {
  const kept = keepPlace(OLD, 3);
  expect(JSON.stringify(kept)).not.toMatch(/Three|Four|Five/i);
  expect(kept).toMatchObject({ number: 3, share: 0.5 });
  expect(findPlace(OLD, JSON.parse(JSON.stringify(kept)))).toBe(3);
  expect(keepPlace([], 0)).toMatchObject({ number: 0, share: 0 });
  expect(keepPlace(OLD, 99).number).toBe(5);
});
