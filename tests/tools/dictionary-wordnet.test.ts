import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseEntries, exampleChooser, LONGEST_EXAMPLE } from '../../tools/dictionary/choose-entries.ts';
import { readExceptions } from '../../tools/dictionary/read-exceptions.ts';
import { readWordnet, type Wordnet } from '../../tools/dictionary/read-wordnet.ts';
import { wordSizes } from '../../tools/dictionary/word-sizes.ts';

/** Invented, in the form of wndb(5WN) and morphy(7WN). */
const FILES: Readonly<Record<string, string>> = {
  'data.noun': `  1 This is a licence.
00000100 04 n 01 zorb 0 001 @ 00000200 n 0000 | a roll; "he took a zorb"; "zorbs are fun" - A. Poet
00000200 06 n 02 glim 0 glimmet 0 000 | a lamp -- (called \`glim' at sea)
00000300 15 n 01 Zorb 0 001 @i 00000200 n 0000 | a town
00000400 15 n 01 zorb 1 001 @i 00000200 n 0000 | another town
00000500 18 n 01 zorb 2 000 | (ethnic slur) an offensive name
00000600 04 n 01 zorb_war 0 000 | a war of zorbs
00000700 06 n 01 glim_wick 0 000 | the wick of a glim
00000800 05 n 01 limpkit 0 000 | a kind of snail
00000900 23 n 01 at 0 000 | a unit of money
00001000 06 n 01 quorl 0 000 | what no list has
00001100 04 n 01 co-zorb 0 000 | a zorb by two
`,
  'index.noun': `  1 This is a licence.
at n 1 0 1 0 00000900
co-zorb n 1 0 1 0 00001100
glim n 1 0 1 0 00000200
glim_wick n 1 0 1 0 00000700
glimmet n 1 0 1 0 00000200
limpkit n 1 0 1 0 00000800
quorl n 1 0 1 0 00001000
zorb n 5 1 @ 5 1 00000500 00000100 00000300 00000400 00000200
zorb_war n 1 0 1 0 00000600
`,
  'data.verb': '00000100 29 v 01 zorb 0 000 01 + 02 00 | roll; "they zorbed down the hill"\n',
  'index.verb': 'zorb v 1 0 1 0 00000100\n',
  'data.adj': '00000100 00 s 01 zorby(p) 0 000 | round\n',
  'index.adj': 'zorby a 1 0 1 0 00000100\n',
  'data.adv': '',
  'index.adv': '',
  'noun.exc': 'zorben zorb\nglim_wicken glim_wick\n',
  'verb.exc': 'zarb zorb zarp\n',
  'adj.exc': '',
  'adv.exc': '',
};

const SIZES = wordSizes({
  'english/10': ['zorb'],
  'english/70': ['glim', 'limpkit', 'at', 'cozorb', 'zorby', 'zorb'],
  english: ['quorl'],
});

let folder: string;
let wordnet: Wordnet;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordnet-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  wordnet = readWordnet(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('WordNet', () => {
  it('is read with the senses of a word in their order, the parts of speech one after the other', () => {
    expect(wordnet.get('zorb')?.map(({ part, definition }) => [part, definition])).toEqual([
      ['noun', '(ethnic slur) an offensive name'],
      ['noun', 'a roll'],
      ['noun', 'a town'],
      ['noun', 'another town'],
      ['noun', 'a lamp – (called ‘glim’ at sea)'],
      ['verb', 'roll'],
    ]);
    expect(wordnet.get('zorb war')?.[0]).toMatchObject({ file: 4, words: ['zorb war'], isName: false });
    expect(wordnet.get('zorby')?.[0]).toMatchObject({ part: 'adjective', words: ['zorby'] });
  });

  it('gives the examples that are nobody’s', () => {
    expect(wordnet.get('zorb')?.[1]?.examples).toEqual(['he took a zorb']);
  });

  it('tells which irregular forms are of which words', () => {
    expect(readExceptions(folder)).toEqual([
      { form: 'zorben', lemma: 'zorb', part: 'noun' },
      { form: 'glim wicken', lemma: 'glim wick', part: 'noun' },
      { form: 'zarb', lemma: 'zorb', part: 'verb' },
      { form: 'zarb', lemma: 'zarp', part: 'verb' },
    ]);
  });

  it('is refused where a sense has no synset', () => {
    writeFileSync(join(folder, 'index.adv'), 'zorbly r 1 0 1 0 00009999\n');
    expect(() => readWordnet(folder)).toThrow('index.adv: zorbly has no synset 00009999');
    writeFileSync(join(folder, 'index.adv'), '');
  });
});

describe('what goes into the dictionary', () => {
  it('is what a word list has, its synonyms, and phrases that news speaks of', () => {
    const chosen = chooseEntries(wordnet, SIZES).map(({ word }) => word);
    expect(chosen).toEqual(['co-zorb', 'cozorb', 'glim', 'glimmet', 'zorb', 'zorb war', 'zorby']);
  });

  it('is no name, no slur and no sense of another spelling', () => {
    const zorb = chooseEntries(wordnet, SIZES).find(({ word }) => word === 'zorb');
    expect(zorb?.meanings.map(({ definition }) => definition)).toEqual(['a roll', 'roll']);
  });

  it('has for each word the shortest example that shows it', () => {
    const choose = exampleChooser(readExceptions(folder));
    const examples = ['a glim at night', 'the zorben are here', 'zorbs', `zorb ${'x'.repeat(LONGEST_EXAMPLE)}`, 'none'];
    const meaning = {
      part: 'noun',
      file: 4,
      words: ['zorb', 'glim'],
      isName: false,
      definition: '',
      examples,
    } as const;
    expect(choose(meaning, ['zorb', 'glim', 'limpkit'])).toEqual(['zorbs', 'a glim at night']);
    expect(choose({ ...meaning, examples: ['the zorben are here'] }, ['zorb'])).toEqual(['the zorben are here']);
    expect(choose({ ...meaning, examples: examples.slice(3) }, ['zorb'])).toEqual([]);
  });
});

describe('sizes of words', () => {
  it('are those of the smallest list, and none for a list of all sizes', () => {
    expect(SIZES('zorb')).toBe(10);
    expect(SIZES('limpkit')).toBe(70);
    expect(SIZES('quorl')).toBe(Number.POSITIVE_INFINITY);
  });
});
