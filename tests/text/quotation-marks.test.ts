import { expect, test } from 'vitest';
import { findQuotations, type Quotation } from '../../src/text/quotation-marks.ts';
import type { Range } from '../../src/text/span.ts';

function quotationsOf(text: string, language: string | null): Quotation[] {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }): Range => [index, index + line.length]);
  return findQuotations(text, paragraphs, language);
}

/** What stands in the outer marks, without them; `~` before what is nested, `…` behind what is not closed. */
function wordsIn(text: string, language: string | null): string[] {
  return quotationsOf(text, language).map(
    ({ inner, nested, closed }) => `${nested ? '~' : ''}${text.slice(...inner)}${closed ? '' : '…'}`,
  );
}

test.each<[style: string, text: string, language: string | null, words: string[]]>([
  ['curved', '“The wall holds,” she said. “For now.”', 'en', ['The wall holds,', 'For now.']],
  ['straight', '"The wall holds," she said. "For now."', 'en', ['The wall holds,', 'For now.']],
  ['two straight single', "''The wall holds,'' she said.", 'en', ['The wall holds,']],
  ['two grave accents', "``The wall holds,'' she said.", 'en', ['The wall holds,']],
  ['curved single', '‘The wall holds,’ she said.', 'en', ['The wall holds,']],
  ['straight single', "'The wall holds,' she said.", 'en', ['The wall holds,']],
  ['twice the closing mark', '”Muren håller”, sa hon. ”Än så länge.”', 'sv', ['Muren håller', 'Än så länge.']],
  ['the same in no language', '”Muren håller”, sa hon. ”Än.”', null, ['Muren håller', 'Än.']],
  ['twice the right guillemet', '»Muuri kestää», hän sanoi. »Vielä.»', null, ['Muuri kestää', 'Vielä.']],
  ['low and raised', '„Die Mauer hält“, sagte sie. „Noch.“', null, ['Die Mauer hält', 'Noch.']],
  ['low and closing', '„Mur stoi”, powiedziała. „Jeszcze.”', 'pl', ['Mur stoi', 'Jeszcze.']],
  ['commas for low marks', ',,Mur stoi” – tak było.', 'pl', ['Mur stoi']],
  ['low single', 'Sie nennt ihn ‚alt‘ und ‚lang‘.', 'de', ['alt', 'lang']],
  ['guillemets', '«Стена стоит», — сказала она.', 'ru', ['Стена стоит']],
  ['guillemets inwards', '»Die Mauer hält«, sagte sie. »Noch.«', null, ['Die Mauer hält', 'Noch.']],
  ['guillemets inwards, spaced', 'Sie sagte » Ja « und » Nein «.', 'de', ['Ja', 'Nein']],
  ['guillemets inwards, some spaced', 'Sie sagte »Ja« und » Nein «.', null, ['Ja', 'Nein']],
  ['guillemets with spaces', '« Le mur tient », dit-elle. «\u202fEncore.\u202f»', 'fr', ['Le mur tient', 'Encore.']],
  ['single guillemets', 'Elle parle d’un ‹ mur › vieux.', 'fr', ['mur']],
  ['corner brackets', '「壁は『古い』です」と言った。', 'ja', ['壁は『古い』です', '~古い']],
  ['curved without spaces', '她说：“墙很‘旧’。”他说“好”。', 'zh', ['墙很‘旧’。', '~旧', '好']],
  ['Arabic', 'قال: "نعم". وقالت: «لا».', 'ar', ['نعم', 'لا']],
  ['Hebrew with its sign of abbreviation', 'אמר "צה"ל כאן" והלך', 'he', ['צה"ל כאן']],
])('%s marks', (_, text, language, words) => {
  expect(wordsIn(text, language)).toEqual(words);
});

test.each<[what: string, text: string, words: string[]]>([
  ['inside words', "'I don't know what O'Neill wants,' she said.", ["I don't know what O'Neill wants,"]],
  ['curved inside words', '‘I don’t know,’ she said.', ['I don’t know,']],
  [
    'behind plural owners',
    '‘The dogs’ owners and the James’ house stay,’ he said.',
    ['The dogs’ owners and the James’ house stay,'],
  ],
  ['behind a shortened ending', "'We were doin' nothing, wi' you,' he said.", ["We were doin' nothing, wi' you,"]],
  ['a closing mark behind an s all the same', 'He calls them ‘dogs’ of war.', ['dogs']],
  ['before years', "'The '90s were cold,' he said.", ["The '90s were cold,"]],
  ['of rock ’n’ roll', "'It was rock 'n' roll,' he said.", ["It was rock 'n' roll,"]],
  ['of ’tis', "He said 'tis late, and the dog's bowl', was empty.", []],
  ["of 'cause", "They left 'cause of the rain.", []],
  ["of 'cause in marks", "The 'cause of death' is unknown.", ['cause of death']],
  ['before a word, never closed', 'The ‘burbs were quiet.', []],
  ['as feet and inches', 'O’Neill is 6’2” and she 5\'11" tall.', []],
  [
    'as inches in a quotation',
    '"A 12" pipe burst," he said. "It was 10" long."',
    ['A 12" pipe burst,', 'It was 10" long.'],
  ],
  ['as feet in a quotation', "'The 6' wall fell,' he said.", ["The 6' wall fell,"]],
  ['far from the next one', `The 'tweens ${'came and '.repeat(20)}met the dogs' owners.`, []],
  ['around double marks', 'The \'tweens, "We went," he said, left the dogs\' house.', ['We went,']],
  ['that open as apostrophes', 'The ’tweens and the dogs’, too.', []],
  ['never closed', 'The ‘red wall was quiet. “Yes,” he said.', ['Yes,']],
  ['as a comma', 'They say ‘one‚ two’.', ['one‚ two']],
  ['before dots', "'... and then,' he said.", ['... and then,']],
  ['behind double ones', '\'He said "no"\' and left.', ['He said "no"', '~no']],
  ['without an opening one', 'The wall holds,’ she said. ‘For now.’', ['The wall holds,', 'For now.']],
  ['without an opening one, where double ones quote', 'It holds,’ she said. “Now.” “Yes.”', ['Now.', 'Yes.']],
  [
    'across double ones',
    '‘One,’ he said. ‘Two,’ he said. ‘Ben said “the dogs’ house” is his.',
    ['One,', 'Two,', 'the dogs’ house'],
  ],
  [
    'never closed in double ones',
    '‘One.’ ‘Two.’ “The ‘red wall,” he said. ‘Three.’',
    ['One.', 'Two.', 'The ‘red wall,', 'Three.'],
  ],
  ['around a number', 'It sold "1984" and "2001".', ['1984', '2001']],
  [
    'across double marks',
    'The \'burbs, "We went," he said, "to the dogs\' house."',
    ['We went,', "to the dogs' house."],
  ],
])('single marks %s', (_, text, words) => {
  expect(wordsIn(text, 'en')).toEqual(words);
});

test('short forms are those of the language', () => {
  expect(wordsIn("'s Avonds is het 'mooi', zei zij.", 'nl')).toEqual(['mooi']);
  expect(wordsIn('On parle d\'"urgence" et d’“avenir”.', 'fr')).toEqual(['urgence', 'avenir']);
});

test.each<[what: string, text: string, words: string[]]>([
  ['mixed marks', '“The wall holds," she said. "For now,” he said.', ['The wall holds,', 'For now,']],
  ['doubled marks', '""The wall holds,"" she said.', ['The wall holds,']],
  ['doubled mixed marks', '“"The wall holds,”" she said.', ['The wall holds,']],
  ['marks doubled before', '““The wall holds,” she said.', ['The wall holds,']],
  ['marks doubled behind', '“The wall holds,”” she said.', ['The wall holds,']],
  ['an opening mark at the end', '“The wall holds,“ she said.', ['The wall holds,']],
  ['an opening mark at the very end', 'She said: “The wall holds. “', ['The wall holds.']],
  ['a number in nested marks', '“He said “in 1984” twice,” she said.', ['He said “in 1984” twice,', '~in 1984']],
  ['one closing mark too many', '“One,” she said. Two,” he said.', ['One,']],
  ['a space on the wrong side', '“The wall holds, ”she said. “For now.”', ['The wall holds,', 'For now.']],
  ['no closing mark', 'She said: “The wall holds.', ['The wall holds.…']],
  [
    'no closing mark before the next',
    '“The wall holds, she said. “For now.”',
    ['The wall holds, she said.…', 'For now.'],
  ],
  ['no opening mark', 'The wall holds,” she said. “For now.”', ['The wall holds,', 'For now.']],
  ['a stray closing mark', 'The so-called wall” holds.', []],
  ['a stray mark at the end', 'The wall holds.”', []],
  ['nothing in the marks', 'The field is "" by default.', []],
  ['nested like marks', '"She said "no" to me," he said.', ['She said "no" to me,', '~no']],
  ['nested other marks', '“She said ‘no’ to me,” he said.', ['She said ‘no’ to me,', '~no']],
  ['nested at the start', '"\'No,\' she said," he said.', ["'No,' she said,", '~No,']],
  [
    'an unclosed mark in a closed one',
    '‘She said “no to me,’ he said. ‘Yes.’',
    ['She said “no to me,', '~no to me,…', 'Yes.'],
  ],
  ['brackets and dashes', '(“Yes”) and —“no”—then', ['Yes', 'no']],
  ['dots', '"... and then," he said, "well ..."', ['... and then,', 'well ...']],
])('%s', (_, text, words) => {
  expect(wordsIn(text, 'en')).toEqual(words);
});

test('a quotation over paragraphs opens each of them again and closes in the last', () => {
  for (const [open, close] of ['“”', '""', '‘’', '«»'].map((pair) => [...pair])) {
    const text = `She said: ${open}One.\n${open}Two.\n${open}Three,${close} she said.\n${open}Four.${close}`;
    const found = quotationsOf(text, 'en').map(({ closed, continues }) => [closed, continues]);
    expect(found).toEqual([
      [false, false],
      [false, true],
      [true, true],
      [true, false],
    ]);
  }
});

test('a plural owner does not close a quotation that the next paragraph opens again', () => {
  expect(wordsIn('‘The dogs’ owners came.\n‘They left,’ she said.', 'en')).toEqual([
    'The dogs’ owners came.…',
    'They left,',
  ]);
});

test('a plural owner does not end what the paragraph before left open', () => {
  expect(wordsIn('‘We close it.\nThe dogs’ owners left.', 'en')).toEqual(['We close it.…']);
});

test('offsets hold the marks, doubled ones too, and not the stop behind a dash', () => {
  const marked = (text: string, language: string) =>
    quotationsOf(text, language).map(({ start, end }) => text.slice(start, end));
  expect(marked('““One,” she said.', 'en')).toEqual(['““One,”']);
  expect(marked('“Two,”” he said.', 'en')).toEqual(['“Two,””']);
  expect(marked('« Oui », dit-il.', 'fr')).toEqual(['« Oui »']);
  expect(marked('—No sé —dijo Ana—. Mañana.', 'es')).toEqual(['—No sé', 'Mañana.']);
});

test('a quotation that a paragraph breaks goes on without a mark', () => {
  const text = '“We close the path in bad\nweather,” she said.';
  expect(wordsIn(text, 'en')).toEqual(['We close the path in bad…', 'weather,']);
  expect(quotationsOf(text, 'en')[1]).toMatchObject({ opening: '', continues: true, closed: true });
});

test('the line that names the speaker within a pull quote is no speech', () => {
  expect(wordsIn('"We close the path.\nMary Example, port authority."', 'en')).toEqual(['We close the path.…']);
  expect(wordsIn('"We close the path.\nThe weather is bad."', 'en')).toEqual([
    'We close the path.…',
    'The weather is bad.',
  ]);
});

test.each<[text: string, language: string, words: string[]]>([
  ['– Je ne sais pas. On verra.', 'fr', ['Je ne sais pas. On verra.…']],
  ['—No sé —dijo Ana—. Mañana veremos.', 'es', ['No sé', 'Mañana veremos.…']],
  ['– Nie wiem – powiedział Jan.', 'pl', ['Nie wiem']],
  ['- Nie wiem - mówi Jan. - Może jutro.', 'pl', ['Nie wiem', 'Może jutro.…']],
  ['— Не знаю, — сказал он. — Это — мой дом.', 'ru', ['Не знаю,', 'Это — мой дом.…']],
  ['– Non so – sussurrò Anna. – Forse.', 'it', ['Non so', 'Forse.…']],
  ['— Bilmiyorum.', 'tr', ['Bilmiyorum.…']],
  ['– « Je ne sais pas », dit-il.', 'fr', ['Je ne sais pas']],
  ['– 3 œufs\n– du sucre', 'fr', []],
  ['– Oui.\n– du sucre\n– Trois œufs', 'fr', ['Oui.…']],
  ['— Не знаю, — шепнул он.', 'ru', ['Не знаю,']],
  ['– Do you know?\n– I do not.', 'en', []],
  ['– Do you know?\n– I do not.\n– We will see.', 'en', ['Do you know?…', 'I do not.…', 'We will see.…']],
  ['— The path is shut.\n— The wall is wet.\n— The harbour is open.', 'en', []],
])('dashes: %s', (text, language, words) => {
  expect(wordsIn(text, language)).toEqual(words);
});

test('offsets count invisible and combining characters', () => {
  const text = '\u2067“\u0301e\u0301 \u200f…\u2069”\u200f said “\u200fno\u200f”.';
  const [first, second] = quotationsOf(text, 'en');
  expect(first).toMatchObject({ start: 1, end: text.indexOf('”') + 1, inner: [3, text.indexOf('”')], opening: '“' });
  expect(second && text.slice(second.start, second.end)).toBe('“\u200fno\u200f”');
  expect(text.slice(...(second?.inner ?? [0, 0]))).toBe('\u200fno\u200f');
});

test('marks are told from their neighbours through invisible characters', () => {
  expect(wordsIn('"\u200fYes\u200f"\u200f, he said, "\u2066no\u2069".', 'en')).toHaveLength(2);
});

test('paragraphs are those given, and no quotation leaves its own', () => {
  const text = 'Out “one” in “two” out';
  const found = findQuotations(text, [[10, 18]], 'en');
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['“two”']);
  expect(findQuotations(text, [[4, 8]], 'en')).toMatchObject([{ start: 4, end: 8, closed: false }]);
  expect(findQuotations('', [[0, 0]], 'en')).toEqual([]);
});

test('comes to an end with a very long paragraph', () => {
  // With work that grows with the square of the length, the runner would give this test up long before its end.
  for (const piece of ['"word ', '“word ', "'words ", '‘words’ and ', '»', "'", '12" ', '— a, — b. ', '”\u200f']) {
    const text = piece.repeat(200_000);
    const whole = `${text}\n„koniec”`;
    const last = findQuotations(
      whole,
      [
        [0, text.length],
        [text.length + 1, whole.length],
      ],
      'pl',
    ).at(-1);
    expect(last && whole.slice(last.start, last.end), piece).toBe('„koniec”');
  }
});
