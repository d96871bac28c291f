import { describe, expect, test } from 'vitest';
import abbreviations from '../../assets/pronunciation/abbreviations.json' with { type: 'json' };
import acronyms from '../../assets/pronunciation/acronyms.json' with { type: 'json' };
import english from '../../assets/pronunciation/english.json' with { type: 'json' };
import measures from '../../assets/pronunciation/measures.json' with { type: 'json' };
import names from '../../assets/pronunciation/names.json' with { type: 'json' };

const CODES = [abbreviations, acronyms.languages, measures.languages, names].map((data) => Object.keys(data));

function expectSorted(words: readonly string[]): void {
  expect(words).toEqual([...new Set(words)].sort());
}

test('languages are in order and named by their code', () => {
  for (const codes of CODES) {
    expectSorted(codes);
    for (const code of codes) expect(code).toMatch(/^[a-z]{2,3}$/);
  }
});

describe('names', () => {
  test.each(Object.entries<Record<string, string>>(names))('of %s are respelled in plain letters', (_, respelled) => {
    expectSorted(Object.keys(respelled));
    for (const [written, spoken] of Object.entries(respelled)) {
      expect(written, written).toMatch(/^\p{Lu}[A-Za-z' -]+$/u);
      expect(spoken, written).toMatch(/^[A-Z][A-Za-z' -]+$/);
      expect(spoken).not.toBe(written);
    }
  });
});

describe('acronyms', () => {
  test.each(Object.entries(acronyms.languages))('of %s are said in one way', (_, { spelled, respelled }) => {
    expectSorted(spelled);
    expectSorted(Object.keys(respelled));
    for (const acronym of spelled) expect(acronym).toMatch(/^\p{Lu}{2,7}$/u);
    expect(spelled.filter((acronym) => acronym in respelled || acronyms.words.includes(acronym))).toEqual([]);
  });

  test('lists are in order', () => {
    expectSorted(acronyms.words);
    expectSorted(acronyms.headlineWords);
    for (const acronym of [...acronyms.words, ...acronyms.headlineWords]) expect(acronym).toMatch(/^\p{Lu}{2,9}$/u);
  });

  test('there is enough of them in English', () => {
    const { spelled, respelled } = acronyms.languages.en;
    const count = spelled.length + Object.keys(respelled).length + Object.keys(names.en).length;
    expect(count).toBeGreaterThan(250);
  });
});

test.each(Object.entries(abbreviations))('the abbreviations of %s stand there once, in words', (_, entries) => {
  expect(new Set(entries.map(({ written }) => written)).size).toBe(entries.length);
  for (const entry of entries) {
    expect(entry.spoken, entry.written).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}’ -]*$/u);
    if ('before' in entry) expect(['name', 'number']).toContain(entry.before);
  }
});

describe('measures', () => {
  const currencies = new Set(Object.values(measures.signs));

  test.each(Object.entries(measures.languages))(
    'of %s have a form for each number that asks for one',
    (code, words) => {
      const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
      const slavic = pluralCategories.includes('few');
      const forms: Record<string, string>[] = [
        ...words.scales.map(({ spoken }) => spoken),
        ...Object.values(words.currencies),
        ...Object.values(words.units),
      ];
      for (const form of forms) {
        expect(form.other).toBeTruthy();
        for (const category of Object.keys(form)) expect(pluralCategories).toContain(category);
        // One word for all, or a word for each.
        if (slavic && Object.keys(form).length > 1) expect(Object.keys(form)).toHaveLength(4);
      }
      for (const currency of Object.keys(words.currencies)) expect(currencies).toContain(currency);
    },
  );

  test('each scale is written in one way for one number', () => {
    for (const { scales } of Object.values(measures.languages)) {
      const written = scales.flatMap((scale) => scale.written);
      expect(new Set(written).size).toBe(written.length);
    }
  });
});

test('what only English has is complete and in order', () => {
  for (const list of [english.numbered, english.rulers, english.counted, english.measured]) expectSorted(list);
  expect(english.rulers.filter((name) => english.numbered.includes(name))).toEqual([]);
  expect(english.counted.filter((word) => english.measured.includes(word))).toEqual([]);
  expect(english.decades).toHaveLength(10);
});
