import { describe, expect, it, vi } from 'vitest';
import { createWordDivider, patternsOf } from '../../src/platform/word-divider.ts';
import { compilePatterns } from '../../tools/syllables/compile-patterns.ts';

const FILES = compilePatterns('.');

function openDivider() {
  const readFile = vi.fn(async (path: string) => {
    const file = FILES[path];
    if (!file) throw new Error(`${path} is not in the package`);
    return file;
  });
  return { readFile, divide: createWordDivider(readFile) };
}

/** The word with a point at each division. */
const pointed = (word: string, divisions: readonly number[] = []) =>
  [...divisions].reverse().reduce((text, at) => `${text.slice(0, at)}·${text.slice(at)}`, word);

describe('createWordDivider', () => {
  it.each([
    ['en-US', 'information', 'in·for·ma·tion'],
    ['en-GB', 'information', 'in·form·a·tion'],
    ['en', 'Humanitarian', 'Hu·man·i·tar·i·an'],
    ['de-AT', 'Bundesregierung', 'Bun·des·re·gie·rung'],
    ['fr', 'compréhension', 'com·pré·hen·sion'],
    ['ru', 'правительство', 'пра·ви·тель·ство'],
    ['fi', 'hallitus', 'hal·li·tus'],
  ])('divides in %s: %s', async (language, word, expected) => {
    const [divisions] = (await openDivider().divide([word], language)) ?? [];
    expect(pointed(word, divisions)).toBe(expected);
  });

  it('leaves short words, and words that are divided already, as they are', async () => {
    expect(await openDivider().divide(['over', 'in\u{AD}for\u{AD}mation', ''], 'en')).toEqual([[], [], []]);
  });

  it('is not led astray by words that are names in every object', async () => {
    const [divisions] = (await openDivider().divide(['constructor'], 'en')) ?? [];
    expect(pointed('constructor', divisions)).toBe('con·struc·tor');
  });

  it('reads the patterns of a language once', async () => {
    const { divide, readFile } = openDivider();
    await Promise.all([divide(['minister'], 'en-GB'), divide(['parliament'], 'en-GB')]);
    expect(readFile.mock.calls).toEqual([['syllables/en-gb.json']]);
  });

  it.each([null, 'ja', 'tlh', '', 'constructor'])('divides nothing in %s', async (language) => {
    const { divide, readFile } = openDivider();
    expect(await divide(['information'], language)).toBeNull();
    expect(readFile).not.toHaveBeenCalled();
  });

  it('divides nothing where the patterns cannot be read', async () => {
    const divide = createWordDivider(async () => new TextEncoder().encode('{'));
    expect(await divide(['information'], 'en')).toBeNull();
  });
});

describe('patternsOf', () => {
  it.each([
    ['en', 'en-us'],
    ['en-gb', 'en-gb'],
    ['EN-Latn-IE', 'en-gb'],
    ['en-US', 'en-us'],
    ['de-CH', 'de-1996'],
  ])('finds those of %s', (tag, name) => {
    expect(patternsOf(tag)).toBe(name);
  });
});
