import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { sentencesIn, stringsIn, translateCallsIn } from './architecture/message-uses.ts';
import { filesUnder, type SourceFile } from './architecture/source-file.ts';

interface Message {
  message: string;
  description: string;
}

const english = filesUnder('assets/_locales/en', ['messages.json'])[0]?.text ?? '';
const messages = new Map(Object.entries(JSON.parse(english) as Record<string, Message>));
const source = filesUnder('src', ['.ts']);
const data = filesUnder('assets', ['.json']).filter(({ path }) => !path.startsWith('assets/_locales/'));
const manifest = filesUnder('.', ['manifest.json']).find(({ path }) => path === 'manifest.json')?.text ?? '';

const manifestKeys = Array.from(manifest.matchAll(/__MSG_(\w+)__/g), (match) => match[1] ?? '');
const calls = source.flatMap(translateCallsIn);

/** Every string in a JSON file, however deep. */
function stringsInData({ text }: SourceFile): string[] {
  const strings: string[] = [];
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'string') strings.push(value);
    return value;
  });
  return strings;
}

/** The positions that a message fills in: 2 for "$1 of $2". */
function positionsIn(message: string): number[] {
  return [...new Set(Array.from(message.matchAll(/\$(\d)/g), (match) => Number(match[1])))].sort();
}

function findMessageProblems(key: string, { message, description }: Message): string[] {
  const positions = positionsIn(message);
  const problems: string[] = [];
  if (!/^[a-z][A-Za-z0-9]*$/.test(key)) problems.push(`${key}: not a name in camelCase`);
  if (!message?.trim()) problems.push(`${key}: no message`);
  if (!description?.trim()) problems.push(`${key}: no description for translators`);
  if (positions.some((position, index) => position !== index + 1)) problems.push(`${key}: not $1, $2 … in a row`);
  for (const position of positions)
    if (!description?.includes(`$${position}: `)) problems.push(`${key}: $${position} is not described`);
  if (positionsIn(description ?? '').length > positions.length)
    problems.push(`${key}: describes more than it fills in`);
  return problems;
}

describe('the messages', () => {
  it('are sorted by key, so that two changes seldom meet', () => {
    expect([...messages.keys()]).toEqual([...messages.keys()].sort());
  });

  it('have no key twice', () => {
    // JSON.parse keeps the last of two and says nothing.
    expect([...english.matchAll(/^ {2}"(\w+)": \{/gm)].length).toBe(messages.size);
  });

  it('have a text, and a description that tells translators where it stands and what is filled in', () => {
    expect([...messages].flatMap(([key, message]) => findMessageProblems(key, message))).toEqual([]);
  });

  it('are all used', () => {
    const named = new Set([...manifestKeys, ...source.flatMap(stringsIn), ...data.flatMap(stringsInData)]);
    expect([...messages.keys()].filter((key) => !named.has(key))).toEqual([]);
  });

  it('are there for every key that is asked for', () => {
    const asked = [...manifestKeys, ...calls.map(({ key }) => key)];
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((key) => !messages.has(key))).toEqual([]);
  });

  it('give a reason for each rule of the clutter that exists', () => {
    const reasons = data.flatMap(({ path, text }) =>
      path.startsWith('assets/clutter/') ? [(JSON.parse(text) as { reason: string }).reason] : [],
    );
    expect(reasons.filter((key) => !messages.has(key))).toEqual([]);
  });

  it('get as many substitutions as they have places', () => {
    const wrong = calls.filter(
      ({ key, substitutions }) =>
        substitutions !== null && substitutions !== positionsIn(messages.get(key)?.message ?? '').length,
    );
    expect(wrong).toEqual([]);
  });

  it('fit where the add-on stores show them', () => {
    // developer.chrome.com/docs/extensions/reference/manifest: name 75 characters, description 132.
    expect(messages.get('extensionName')?.message.length).toBeLessThanOrEqual(75);
    expect(messages.get('extensionDescription')?.message.length).toBeLessThanOrEqual(132);
  });
});

describe('what people see', () => {
  it('does not stand in the source', () => {
    expect(source.filter(({ path }) => path !== 'src/cli.ts').flatMap(sentencesIn)).toEqual([]);
  });

  it.each(filesUnder('src', ['.html']))('does not stand in $path, but for the name', ({ text }) => {
    const { document } = new JSDOM(text).window;
    expect(document.title).toBe('Lectern');
    expect(document.body.textContent?.trim()).toBe('');
    expect(document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')).toHaveLength(0);
    expect(document.documentElement.lang).toBe(messages.get('languageOfMessages')?.message);
  });
});

describe('the checks themselves', () => {
  const planted = (text: string): SourceFile => ({ path: 'src/reader/planted.ts', text });

  it('find the calls, their keys and their substitutions', () => {
    const file = planted(
      `translate('a'); ports.translate('b', x, y); translate(key); translate('c', ...all); say('d');`,
    );
    expect(translateCallsIn(file)).toMatchObject([
      { key: 'a', substitutions: 0 },
      { key: 'b', substitutions: 2 },
      { key: 'c', substitutions: null },
    ]);
  });

  it('find sentences and leave errors, keys and classes alone', () => {
    const file = planted(
      `p.textContent = 'Close the view'; q.title = \`Read \${a}\`; r = \`Page of \${n}\`;
       throw new Error('No such view'); element('div', 'status text'); translate('readerClose');`,
    );
    expect(sentencesIn(file)).toHaveLength(2);
  });

  it.each([
    ['not_camel', { message: 'Close', description: 'A button.' }],
    ['noText', { message: ' ', description: 'A button.' }],
    ['noDescription', { message: 'Close', description: '' }],
    ['undescribed', { message: 'Close $1', description: 'A button.' }],
    ['gap', { message: 'Close $2', description: 'A button. $2: what.' }],
    ['tooMuch', { message: 'Close', description: 'A button. $1: what.' }],
  ])('find what is wrong with %s', (key, message) => {
    expect(findMessageProblems(key, message)).toHaveLength(1);
  });
});
