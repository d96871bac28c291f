import { describe, expect, test } from 'vitest';
import { buildScript, type ScriptOptions, type SpeechBlock } from '../../src/speech/build-script.ts';
import type { Script, SpokenSentence } from '../../src/speech/script.ts';

const OPTIONS: ScriptOptions = {
  title: null,
  language: 'en',
  read: { caption: false, table: false, code: false, note: false },
  quotations: 'plain',
  quotes: [],
  pronunciations: [],
};

const block = (text: string, more: Partial<SpeechBlock> = {}): SpeechBlock => ({
  id: 'b1',
  kind: 'paragraph',
  text,
  language: null,
  label: null,
  silent: [],
  ...more,
});

const textOf = ({ pieces }: SpokenSentence) => pieces.map(({ text }) => text).join('');
const textsOf = (script: Script) => script.map(textOf);

/** The quotation of `text` that is given with its marks. */
function quote(text: string, quoted: string, speaker: string | null, id = 'b1') {
  const start = text.indexOf(quoted);
  return { span: { block: id, start, end: start + quoted.length }, speaker };
}

describe('an article', () => {
  const blocks = [
    block('In short.', { id: 's', kind: 'standfirst' }),
    block('By Ann Bell', { id: 'y', kind: 'byline' }),
    block('It rained. It stopped.', { id: 'p' }),
    block('What next', { id: 'h', kind: 'heading' }),
    block('Stay in.', { id: 'l1', kind: 'list-item', label: '1.' }),
    block('Go out. Or not.', { id: 'l2', kind: 'list-item', label: '2.' }),
    block('A picture.', { id: 'c', kind: 'caption' }),
    block('Year\tRain\n2020\t5km\n', { id: 't', kind: 'table' }),
    block('a = 1;\nb = 2. c', { id: 'k', kind: 'code' }),
    block('A note.', { id: 'n', kind: 'note' }),
    block('The end.', { id: 'q', kind: 'quote' }),
  ];

  test('is read in its order, without what is not asked for', () => {
    const script = buildScript(blocks, { ...OPTIONS, title: 'Rain over Kyiv', titleBlock: 'title' });
    expect(textsOf(script)).toEqual([
      'Rain over Keev',
      'In short.',
      'It rained.',
      'It stopped.',
      'What next',
      '1. Stay in.',
      '2. Go out.',
      'Or not.',
      'The end.',
    ]);
    expect(script.map(({ paragraph }) => paragraph)).toEqual([0, 1, 2, 2, 3, 4, 5, 5, 6]);
    expect(script[0]?.span).toEqual({ block: 'title', start: 0, end: 14 });
    expect(script[3]?.span).toEqual({ block: 'p', start: 11, end: 22 });
  });

  test('pauses longer where more begins', () => {
    const script = buildScript(blocks, { ...OPTIONS, title: 'Rain' });
    const pauses = script.map(({ pieces }) => pieces[0]?.pauseBefore ?? -1);
    const [title = -1, standfirst = -1, paragraph = -1, sentence = -1, heading = -1, behindHeading = -1, item = -1] =
      pauses;
    expect(title).toBe(0);
    expect(sentence).toBeGreaterThan(0);
    expect(paragraph).toBeGreaterThan(sentence);
    expect(standfirst).toBeGreaterThan(paragraph);
    expect(heading).toBeGreaterThan(paragraph);
    expect(behindHeading).toBeGreaterThan(paragraph);
    expect(item).toBeGreaterThan(sentence);
    expect(item).toBeLessThan(paragraph);
  });

  test('is read with captions, tables row by row, code line by line, notes and byline where they are asked for', () => {
    const read = { caption: true, table: true, code: true, note: true };
    const script = buildScript(blocks, { ...OPTIONS, title: 'Rain', byline: 'Ann Bell', read });
    expect(textsOf(script)).toEqual(
      expect.arrayContaining([
        'Ann Bell',
        'A picture.',
        'Year, Rain',
        '2020, 5 kilometres',
        'a = 1;',
        'b = 2. c',
        'A note.',
      ]),
    );
    const rows = script.filter(({ span }) => span?.block === 't');
    expect(new Set(rows.map(({ paragraph }) => paragraph)).size).toBe(2);
    expect(script.filter(({ span }) => span === null)).toHaveLength(2);
  });

  test('is empty where nothing has a sound', () => {
    expect(buildScript([], OPTIONS)).toEqual([]);
    expect(buildScript([block(' '), block('* * *'), block('👍'), block('…')], OPTIONS)).toEqual([]);
  });
});

test('what is silent is neither heard nor takes part in sentences', () => {
  const text = 'It fell in 2019.3 Then it rose.[4]';
  const script = buildScript(
    [
      block(text, {
        silent: [
          [31, 34],
          [16, 17],
          [16, 17],
        ],
      }),
    ],
    OPTIONS,
  );
  expect(textsOf(script)).toEqual(['It fell in 2019.', 'Then it rose.']);
  expect(script.map(({ span }) => text.slice(span?.start, span?.end))).toEqual(['It fell in 2019.', 'Then it rose.']);
});

test('the stretches point into the block, behind what is silent too', () => {
  const text = 'One.1 It cost €3bn in all.';
  const [, second] = buildScript([block(text, { silent: [[4, 5]], label: '7.' })], OPTIONS);
  const [piece] = second?.pieces ?? [];
  const words = piece?.stretches.map(({ start, end, sourceStart, sourceEnd }) => [
    piece.text.slice(start, end),
    text.slice(sourceStart, sourceEnd),
  ]);
  expect(words).toEqual([
    ['It cost ', 'It cost '],
    ['3 billion euros', '€3bn'],
    [' in all.', ' in all.'],
  ]);
});

test('words that are only spoken stand for nothing', () => {
  const [first] = buildScript([block('Go.', { kind: 'list-item', label: '1.' })], OPTIONS);
  expect(first?.pieces[0]?.stretches).toEqual([
    { start: 0, end: 3, sourceStart: 0, sourceEnd: 0, isSame: false },
    { start: 3, end: 6, sourceStart: 0, sourceEnd: 3, isSame: true },
  ]);
});

describe('quotations', () => {
  const first = 'John Kerry met Lavrov. “We will go,” he said. “We must.” Kerry left.';
  const second = 'Lavrov said: “No. Never.” He went on. “Not us.”';
  const blocks = [block(first, { id: 'b1' }), block(second, { id: 'b2' })];
  const quotes = [
    quote(first, '“We will go,”', 'John Kerry'),
    quote(first, '“We must.”', 'John Kerry'),
    quote(second, '“No. Never.”', 'Sergei Lavrov', 'b2'),
    quote(second, '“Not us.”', 'Sergei Lavrov', 'b2'),
  ];

  test('are plain where they are to be', () => {
    const script = buildScript(blocks, { ...OPTIONS, quotes });
    expect(textsOf(script).join(' ')).toBe(`${first} ${second}`);
    expect(script.flatMap(({ pieces }) => pieces).every(({ role }) => role === 'first')).toBe(true);
  });

  test('are announced once, by the name that the article uses, and not behind the name itself', () => {
    const script = buildScript(blocks, { ...OPTIONS, quotes, quotations: 'announced' });
    expect(textsOf(script)).toEqual([
      'John Kerry met Lavrov.',
      'Kerry: “We will go,” he said.',
      '“We must.”',
      'Kerry left.',
      'Lavrov said: “No.',
      'Never.”',
      'He went on.',
      '“Not us.”',
    ]);
  });

  test('are announced by the whole name where no part of it stands alone, and not without a speaker', () => {
    const text = '“Yes.” The World Bank gave in. “No.” “Maybe.”';
    const bank = [quote(text, '“Yes.”', 'World Bank'), quote(text, '“No.”', null), quote(text, '“Maybe.”', 'Ann Bell')];
    const script = buildScript([block(text)], { ...OPTIONS, quotes: bank, quotations: 'announced' });
    expect(textsOf(script)).toEqual(['World Bank: “Yes.”', 'The World Bank gave in.', '“No.”', 'Ann Bell: “Maybe.”']);
  });

  test('are spoken in the second voice, over several sentences', () => {
    const script = buildScript(blocks, { ...OPTIONS, quotes, quotations: 'second' });
    const roles = script.map(({ pieces }) => pieces.map(({ role, text }) => `${role}: ${text}`));
    expect(roles).toEqual([
      ['first: John Kerry met Lavrov.'],
      ['second: “We will go,”', 'first:  he said.'],
      ['second: “We must.”'],
      ['first: Kerry left.'],
      ['first: Lavrov said: ', 'second: “No.'],
      ['second: Never.”'],
      ['first: He went on.'],
      ['second: “Not us.”'],
    ]);
  });

  test('keep their marks in one piece where the span leaves them out', () => {
    const text = '“We go.” Then “they” went.';
    const bare = [quote(text, 'We go.', null), quote(text, 'they', null)];
    const script = buildScript([block(text)], { ...OPTIONS, quotes: bare, quotations: 'second' });
    expect(script.map(({ pieces }) => pieces.map(({ text: said }) => said))).toEqual([
      ['“We go.”'],
      ['Then “', 'they', '” went.'],
    ]);
  });

  test('leave a list item its number', () => {
    const text = '“Yes.”';
    const item = block(text, { kind: 'list-item', label: '1.' });
    const [sentence] = buildScript([item], { ...OPTIONS, quotes: [quote(text, text, null)], quotations: 'second' });
    expect(sentence?.pieces.map(({ role, text: said }) => [role, said])).toEqual([
      ['first', '1. '],
      ['second', '“Yes.”'],
    ]);
  });
});

describe('languages', () => {
  const pieces = (text: string, language: string | null, ofBlock: string | null = null) =>
    buildScript([block(text, { language: ofBlock })], { ...OPTIONS, language }).flatMap((sentence) =>
      sentence.pieces.map(({ language: spoken, text: said }) => [spoken, said]),
    );

  test.each([
    ['en', 'He said مرحبا بالعالم and left', ['en', 'ar', 'en']],
    ['en', 'The word Привет, мир means hello', ['en', 'ru', 'en']],
    ['en', 'She wrote Київ on it', ['en', 'uk', 'en']],
    ['en', 'In Chinese 阿勒颇 it is', ['en', 'zh', 'en']],
    ['en', 'In Japanese さくら it is', ['en', 'ja', 'en']],
    ['de', 'Das Wort Ελλάδα heißt so', ['de', 'el', 'de']],
    ['ru', 'Компания The New York Times пишет', ['ru', 'en', 'ru']],
    ['ar', 'قال Sky News اليوم', ['ar', 'en', 'ar']],
    ['ja', '東京へ行く', ['ja']],
    ['ko', '한국 韓國 사람', ['ko']],
    ['sr', 'Влада and vlada', ['sr']],
    ['en', 'The number π is µ small', ['en']],
    [null, 'Hello Привет', ['en', 'ru']],
  ])('in %s: %s', (language, text, expected) => {
    const found = pieces(text, language);
    expect(found.map(([spoken]) => spoken)).toEqual(expected);
    expect(found.map(([, said]) => said).join('')).toBe(text);
  });

  test('the voice follows the block', () => {
    expect(pieces('Es kostet 3 Mio. Euro.', 'en', 'de')).toEqual([['de', 'Es kostet 3 Millionen Euro.']]);
  });
});

test('a long paragraph with many quotations comes to an end', () => {
  const text = '“Yes.” She left. '.repeat(12_000);
  const quotes = Array.from({ length: 12_000 }, (_, index) => ({
    span: { block: 'b1', start: index * 17, end: index * 17 + 6 },
    speaker: index % 2 === 0 ? 'Ann Bell' : 'Bo Kim',
  }));
  const script = buildScript([block(text)], { ...OPTIONS, quotes, quotations: 'announced' });
  expect(script).toHaveLength(24_000);
  expect(script.filter((sentence) => textOf(sentence).startsWith('Bo Kim: “Yes.”'))).toHaveLength(6000);
});
