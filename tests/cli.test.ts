import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlePage, PARAGRAPHS } from './article/page.ts';

const CLI = join(import.meta.dirname, '../src/cli.ts');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-'));
  writeFileSync(
    join(folder, 'page.html'),
    articlePage('<p>Advertisement</p>', '<meta name="author" content="Nora Field">'),
  );
  writeFileSync(join(folder, 'story.txt'), ['Share', 'Wall closed', ...PARAGRAPHS].join('\n\n'));
  writeFileSync(join(folder, 'empty.txt'), ' \n');
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  code: number | null;
  output: string;
  faults: string;
}

/** Runs the command line as npm does, which leaves the folder it was called in in INIT_CWD. */
function run(args: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
      env: { ...process.env, INIT_CWD: folder },
    });
    const outcome: Outcome = { code: null, output: '', faults: '' };
    child.stdout.on('data', (data) => {
      outcome.output += data;
    });
    child.stderr.on('data', (data) => {
      outcome.faults += data;
    });
    child.on('close', (code) => resolve({ ...outcome, code }));
    child.stdin.end(input);
  });
}

test('a page is written as plain text, with what was removed', async () => {
  const { code, output } = await run(['page.html']);
  expect(code).toBe(0);
  expect(output).toBe(
    `${[
      'Marlow Bay closes its sea wall',
      'Nora Field',
      ...PARAGRAPHS,
      "Speakers\n  Ines Calder, leads the council’s harbour committee: quotations 1, in the article's words 0",
      'Removed\n  advertisement: Advertisement',
    ].join('\n\n')}\n`,
  );
});

test('a text is read by its lines', async () => {
  const { output } = await run(['--json', 'story.txt']);
  expect(JSON.parse(output)).toMatchObject({
    title: 'Wall closed',
    blocks: PARAGRAPHS.map((text) => ({ kind: 'paragraph', text })),
    removed: [{ rule: 'share', text: 'Share' }],
  });
});

const SAID = '“The ferry stays in the harbour until the wind has dropped,”';
const SPOKEN = ['Ferry waits', 'Share', `${SAID} said Maud Perrin, the harbour master.`];

test('who says what counts in the text as it was given', async () => {
  const text = `${SPOKEN[0]}\r\n\r\n  ${SPOKEN[1]}\r\n\r\n  ${SPOKEN[2]}`;
  const { output } = await run(['--ndjson'], JSON.stringify({ id: 1, text, language: 'en' }));
  const { attributions, speakers } = JSON.parse(output);
  expect(speakers).toEqual([{ name: 'Maud Perrin', role: 'the harbour master', quotes: 1, paraphrases: 0 }]);
  expect(attributions).toEqual([
    {
      content: [[text.indexOf(SAID), text.indexOf(SAID) + SAID.length]],
      source: [text.indexOf('Maud'), text.indexOf('.', text.indexOf('Maud'))],
      cue: [text.indexOf('said'), text.indexOf('said') + 4],
      speaker: 'Maud Perrin',
      kind: 'direct',
    },
  ]);
});

test('who says what counts in the blocks of a page joined by line feeds', async () => {
  const { output } = await run(['--json', 'page.html']);
  const { attributions, blocks, speakers } = JSON.parse(output);
  const text = blocks.map((block: { text: string }) => block.text).join('\n');
  expect(speakers.map(({ name }: { name: string }) => name)).toEqual(['Ines Calder']);
  const { content, source } = attributions.find(({ speaker }: { speaker: string | null }) => speaker === 'Ines Calder');
  expect(text.slice(...source)).toMatch(/^Ines Calder/);
  expect(text.slice(...content[0])).toMatch(/^“.*”$/);
});

test('terms and what the text itself spells out count in the text as it was given', async () => {
  const text = `The mayor spoke for a long time about the harbour and its walls on Tuesday evening.\nThe Harbour Users Board (HUB) met on Monday. The HUB asked NATO for a no-fly zone.`;
  const { output } = await run(['--ndjson'], JSON.stringify({ id: 1, text, language: 'en' }));
  const { terms, abbreviations } = JSON.parse(output);
  expect(abbreviations).toEqual([{ start: text.indexOf('HUB'), short: 'HUB', long: 'Harbour Users Board' }]);
  const zone = terms.find(({ term }: { term: string }) => term === 'no-fly zone');
  expect(text.slice(zone.start, zone.end)).toBe('no-fly zone');
  expect(zone).toMatchObject({ text: 'no-fly zone', source: 'glossary' });
  expect(zone.definition).toMatch(/aircraft|fly/);
});

test('standard input is read as well', async () => {
  const { output } = await run(['--json', '-'], articlePage());
  expect(JSON.parse(output)).toMatchObject({
    title: 'Marlow Bay closes its sea wall',
    language: 'en',
    direction: 'ltr',
  });
});

test('lines go in and come out in order, and a bad one does not stop the next', async () => {
  const lines = [
    JSON.stringify({ id: 1, html: articlePage(), url: 'https://bay.example/wall' }),
    'no JSON',
    JSON.stringify({ id: 'three', text: 'One.\nTwo.', title: 'Given', language: 'en-GB' }),
    '',
    JSON.stringify({ id: 4 }),
    JSON.stringify({ id: 5, html: 7 }),
    JSON.stringify({ id: 6, html: '<p></p>' }),
  ];
  const { code, output } = await run(['--ndjson'], lines.join('\n'));
  const records = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(records.map(({ id }) => id)).toEqual([1, null, 'three', 4, 5, 6]);
  expect(records.map((record) => 'error' in record)).toEqual([false, true, false, true, true, true]);
  expect(Object.keys(records[0])).toEqual(
    'id title byline siteName publishedTime language direction blocks removed terms abbreviations attributions speakers ms'.split(
      ' ',
    ),
  );
  expect(records[0].ms).toEqual({
    parse: expect.any(Number),
    extract: expect.any(Number),
    analyse: expect.any(Number),
  });
  expect(records[2]).toMatchObject({ title: 'Given', language: 'en-GB', blocks: [{ text: 'One.' }, { text: 'Two.' }] });
});

test.each([
  [['missing.html'], 'There is no file missing.html.'],
  [['.'], '. is a folder, not a file.'],
  [['empty.txt'], 'No article was found.'],
  [[], 'Usage: npm run -s read -- [--json] FILE, or npm run -s read -- --ndjson < LINES'],
])('%s ends with a plain sentence', async (args, sentence) => {
  expect(await run(args)).toEqual({ code: 1, output: '', faults: `${sentence}\n` });
});
