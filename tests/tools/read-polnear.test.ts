import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Range } from '../../src/text/span.ts';
import { readPolnear } from '../../tools/attribution/read-polnear.ts';

/** The face is one character to the annotations and two units of a string. */
const TEXT = `Ferry stays 🙂 in port

“The wind is strong,” Maud Perrin said. “We wait.”

It was said that nobody minds. The harbour master believes that it will drop.
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-polnear-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** A mark of brat over one or more pieces of the text, counted in characters. */
function mark(id: string, kind: string, ...pieces: string[]): string {
  const stretches = pieces.map((piece) => {
    const start = [...TEXT.slice(0, TEXT.indexOf(piece))].length;
    return `${start} ${start + [...piece].length}`;
  });
  return `${id}\t${kind} ${stretches.join(';')}\t${pieces.join(' ')}`;
}

/** As in the corpus: events out of order, two roles in any order, a note of the annotator, a statement without a source. */
const ANNOTATIONS = [
  mark('T1', 'Content', 'that nobody minds'),
  mark('T2', 'Cue', 'was said'),
  mark('T3', 'Attribution-no-source', 'was said'),
  'E1\tAttribution-no-source:T3 Cue:T2 Content:T1',
  mark('T4', 'Content', '“The wind is strong,”', '“We wait.”'),
  mark('T5', 'Source', 'Maud Perrin'),
  mark('T6', 'Cue', 'said'),
  mark('T7', 'Attribution', 'said'),
  'E2\tAttribution:T7 Source:T5 Content:T4 Cue:T6',
  mark('T8', 'Discuss', 'Ferry stays'),
  '#1\tAnnotatorNotes T8\tis this one?',
  mark('T9', 'Source', 'The harbour master'),
  mark('T10', 'Cue', 'believes'),
  mark('T11', 'Content', 'that it'),
  mark('T12', 'Content', 'will drop'),
  mark('T13', 'Attribution', 'believes'),
  'E3\tAttribution:T13 Content:T11 Content2:T12 Cue:T10 Source:T9',
].join('\n');

function words(ranges: readonly Range[], text = TEXT): string[] {
  return ranges.map((range) => text.slice(...range));
}

it("reads the layout of the corpus's repository, from its folder or from data", () => {
  write('data/train/text/bay_2016_ferry-stays-.txt', TEXT);
  write('data/train/attributions/bay_2016_ferry-stays-_4b22.ann', ANNOTATIONS);
  write('data/metadata.tsv', 'compartment\tfilename\n');
  const [article, ...others] = readPolnear(folder, 'train');
  expect(others).toEqual([]);
  expect(article?.id).toBe('bay_2016_ferry-stays-');
  expect(article?.text).toBe(TEXT);
  expect(words(article?.paragraphs ?? [])).toEqual(TEXT.trim().split('\n\n'));
  expect(
    article?.attributions.map(({ source, cue, content, speech }) => [
      words(source),
      words(cue),
      words(content),
      speech,
    ]),
  ).toEqual([
    [['Maud Perrin'], ['said'], ['“The wind is strong,”', '“We wait.”'], true],
    [[], ['was said'], ['that nobody minds'], true],
    [['The harbour master'], ['believes'], ['that it', 'will drop'], false],
  ]);
  expect(readPolnear(join(folder, 'data'), 'train')).toEqual([article]);
});

it('takes articles by name, of several annotators the first, and leaves out what nobody annotated', () => {
  const empty = mark('T1', 'Discuss', 'Ferry');
  for (const id of ['b', 'a', 'a_b', 'c']) write(`train/text/${id}.txt`, TEXT);
  write('train/attributions/b_4e07.ann', ANNOTATIONS);
  write('train/attributions/b_4b22.ann', empty);
  write('train/attributions/a_b_4b22.ann', ANNOTATIONS);
  write('train/attributions/a_5fec.ann', empty);
  expect(readPolnear(folder, 'train').map(({ id, attributions }) => [id, attributions.length])).toEqual([
    ['a', 0],
    ['a_b', 3],
    ['b', 0],
  ]);
});

it('reads a checkout whose lines end as on Windows', () => {
  write('train/text/a.txt', TEXT.replaceAll('\n', '\r\n'));
  write('train/attributions/a_4b22.ann', ANNOTATIONS.replaceAll('\n', '\r\n'));
  const [article] = readPolnear(folder, 'train');
  expect(article?.text).toBe(TEXT);
  expect(words(article?.attributions[0]?.content ?? [])).toEqual(['“The wind is strong,”', '“We wait.”']);
});

it('names the file whose annotations do not fit', () => {
  write('train/text/a.txt', 'Short.');
  write('train/attributions/a_4b22.ann', ANNOTATIONS);
  expect(() => readPolnear(folder, 'train')).toThrow(/^a_4b22\.ann: T1 lies outside the text$/);
  write('train/attributions/a_4b22.ann', 'E1\tAttribution:T1 Content:T2');
  expect(() => readPolnear(folder, 'train')).toThrow(/^a_4b22\.ann: there is no mark T2/);
});

it('prefers the file of lines where there is one', () => {
  const article = { id: 'a', text: 'Yes.', paragraphs: [[0, 4]], attributions: [] };
  write('train.ndjson.gz', gzipSync(`${JSON.stringify(article)}\n\n`));
  write('data/train/text/b.txt', TEXT);
  write('data/train/attributions/b_4b22.ann', ANNOTATIONS);
  expect(readPolnear(folder, 'train')).toEqual([article]);
});

it('says in one line where there is none', () => {
  write('data/dev/text/a.txt', TEXT);
  expect(() => readPolnear(folder, 'train')).toThrow(
    `${folder} holds no PolNeAR: neither train.ndjson.gz nor data/train with text and attributions is there.`,
  );
});
