import { describe, expect, it } from 'vitest';
import type { OwnEntry } from '../../src/glossary/own-entry.ts';
import {
  LARGEST_FILE,
  readGlossaryFile,
  writeGlossaryCsv,
  writeGlossaryJson,
} from '../../src/glossary/own-glossary-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const entry = (term: string, definition: string, also: string[] = []): OwnEntry => ({ term, also, definition });

function read(content: string | Uint8Array) {
  const file = readGlossaryFile(typeof content === 'string' ? utf8(content) : content);
  if (typeof file === 'string') throw new Error(file);
  return file;
}
const entriesIn = (content: string | Uint8Array) => read(content).entries;

const NATO = entry('NATO', 'An alliance, of Europe and America.', ['Nato', 'OTAN']);
const AWKWARD: OwnEntry[] = [
  NATO,
  entry('=1+1', 'A sum; "quoted", <b>bold</b>\nand a second line'),
  entry('-ism', "'tis a suffix"),
  entry("'-ism", "'=apostrophe first", ["''+a", '@b', '＝c']),
  entry('+49', '\u202eright to left, 😀 and ﬁ'),
  entry('term', 'definition'),
];

describe('a round trip', () => {
  it.each([
    ['JSON', writeGlossaryJson],
    ['CSV', writeGlossaryCsv],
  ])('through %s gives the same entries', (_, write) => {
    expect(read(write(AWKWARD))).toEqual({ entries: AWKWARD, refused: [], headerGuessed: false, unread: [] });
    expect(entriesIn(write([]))).toEqual([]);
  });

  it('lets no spreadsheet see a formula', () => {
    const cells = writeGlossaryCsv([entry('=HYPERLINK("x")', '@SUM(1)', ['+a', '-b'])]).split('\r\n')[1];
    expect(cells).toBe(`"'=HYPERLINK(""x"")","'+a; -b","'@SUM(1)"`);
  });

  it('names itself in JSON', () => {
    expect(JSON.parse(writeGlossaryJson([NATO]))).toEqual({ lectern: 'glossary', version: 1, entries: [NATO] });
  });
});

describe('a table of a spreadsheet', () => {
  const rows = 'NATO#Nato; OTAN#"An alliance, of Europe and America."';

  it.each([
    ['commas', 'term,also,definition\n', ','],
    ['semicolons', 'Term;Also;Definition\r\n', ';'],
    ['tabs', 'term\talso\tmeaning\n', '\t'],
    ['no header', '', ','],
    ['a line that tells the delimiter', 'sep=;\r\nterm;also;definition\r\n', ';'],
    ['a header in German', 'Begriff;auch;Bedeutung\r\n', ';'],
    ['quotes around the header', '"term","also","definition"\n', ','],
  ])('is read with %s', (_, header, delimiter) => {
    const row = delimiter === ';' ? rows.replace('Nato; OTAN', '"Nato; OTAN"') : rows;
    expect(entriesIn(header + row.replaceAll('#', delimiter))).toEqual([NATO]);
  });

  it.each([
    ['UTF-8 with a byte-order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('term,definition\nÉlysée,Palace')])],
    ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, ...utf16('term\tdefinition\r\nÉlysée\tPalace')])],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, ...swapped(utf16('term\tdefinition\r\nÉlysée\tPalace'))])],
    [
      'Windows-1252',
      new Uint8Array([...utf8('term;definition\r\n'), 0xc9, ...utf8('lys'), 0xe9, ...utf8('e;Palace\r\n')]),
    ],
  ])('is read as %s', (_, bytes) => {
    expect(entriesIn(bytes)).toEqual([entry('Élysée', 'Palace')]);
  });

  it('takes an unknown header for what it is, and says so', () => {
    const file = read(
      'Fachwort,Sinn (kurz)\nNATO,An alliance of Europe and America\nOCHA,The office of the UN for aid',
    );
    expect(file.entries.map(({ term }) => term)).toEqual(['NATO', 'OCHA']);
    expect(file.headerGuessed).toBe(true);
  });

  it('takes short meanings without a header for entries', () => {
    expect(entriesIn('dog,Hund\ncat,Katze\n').map(({ term }) => term)).toEqual(['dog', 'cat']);
  });

  it('finds columns by name in any order, and names those that it does not read', () => {
    const file = read('Meaning,Topic,Word\n"An alliance.",politics,NATO\n');
    expect(file).toMatchObject({ entries: [entry('NATO', 'An alliance.')], unread: ['Topic'] });
  });

  it('passes over blank rows and counts them', () => {
    const file = read('term,definition\r\n\r\nNATO,An alliance\r\n,\r\n  ,  \r\nOCHA,\r\n');
    expect(file.entries).toEqual([entry('NATO', 'An alliance')]);
    expect(file.refused).toEqual([{ row: 6, problem: 'no-definition' }]);
  });

  it('keeps a meaning with commas that nobody quoted, and drops empty cells at its end', () => {
    expect(entriesIn('term,definition\nNATO,An alliance, of Europe, and America,,\n')).toEqual([
      entry('NATO', 'An alliance, of Europe, and America'),
    ]);
  });

  it('refuses single rows with their number and imports the others', () => {
    const file = read(
      `term,also,definition\nNATO,,${'d'.repeat(10_000)}\n${'t'.repeat(101)},,x\nOCHA,${'a'.repeat(101)},x\n,,x\nWHO,,Health\n`,
    );
    expect(file.entries).toEqual([entry('WHO', 'Health')]);
    expect(file.refused).toEqual([
      { row: 2, problem: 'long-definition' },
      { row: 3, problem: 'long-term' },
      { row: 4, problem: 'long-also' },
      { row: 5, problem: 'no-term' },
    ]);
  });

  it('says where a quotation mark stays open, and keeps what stands before', () => {
    const file = read('term,definition\nNATO,An alliance\nOCHA,"An office\nWHO,Health\n');
    expect(file.entries).toEqual([entry('NATO', 'An alliance')]);
    expect(file.refused).toEqual([{ row: 3, problem: 'open-quote' }]);
  });

  it('keeps markup as text', () => {
    expect(entriesIn('term,definition\nXSS,<img src=x onerror=alert(1)>\n')).toEqual([
      entry('XSS', '<img src=x onerror=alert(1)>'),
    ]);
  });

  it('reads 5,000 rows in a moment', () => {
    const csv = Array.from({ length: 5000 }, (_, index) => `"Term ${index}","","Meaning, number ${index}"`).join(
      '\r\n',
    );
    const start = performance.now();
    expect(entriesIn(`term,also,definition\r\n${csv}`)).toHaveLength(5000);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('JSON', () => {
  it('is read as a bare list too, with one other way of writing as a text', () => {
    expect(
      entriesIn('[{"term": "NATO", "also": "Nato; OTAN", "definition": "An alliance, of Europe and America."}]'),
    ).toEqual([NATO]);
  });

  it('loses single entries that are none, with their number', () => {
    const file = read('{"entries": [null, {"term": 5}, {"term": "NATO", "definition": "x", "also": [1, "Nato"]}]}');
    expect(file.entries).toEqual([entry('NATO', 'x', ['Nato'])]);
    expect(file.refused).toEqual([
      { row: 1, problem: 'no-entry' },
      { row: 2, problem: 'no-entry' },
    ]);
  });
});

describe('a file that is no glossary', () => {
  it.each([
    ['too-large', new Uint8Array(LARGEST_FILE + 1)],
    ['not-text', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0])],
    ['damaged', utf8('{"entries": [')],
    ['damaged', utf8('{"glossary": 1}')],
    ['empty', utf8(' \n ')],
    ['empty', utf8('')],
  ])('is refused as %s', (problem, bytes) => {
    expect(readGlossaryFile(bytes)).toBe(problem);
  });
});

function utf16(text: string): number[] {
  return [...text].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]);
}

function swapped(bytes: readonly number[]): number[] {
  return bytes.map((_, index) => bytes[index ^ 1] ?? 0);
}
