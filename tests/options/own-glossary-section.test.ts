import { describe, expect, it } from 'vitest';
import type { OwnEntry } from '../../src/glossary/own-entry.ts';
import { LARGEST_FILE, readGlossaryFile } from '../../src/glossary/own-glossary-file.ts';
import { createOwnGlossary } from '../../src/platform/own-glossary.ts';
import { ListStorageFake } from '../platform/list-storage.ts';
import { eventually, openLists } from './list-stage.ts';

const entry = (term: string, definition = `What ${term} means.`, also: string[] = []): OwnEntry => ({
  term,
  also,
  definition,
});

async function open(entries: readonly OwnEntry[] = []) {
  const storage = new ListStorageFake();
  const glossary = createOwnGlossary(storage);
  if (entries.length > 0) await glossary.put(entries);
  return { glossary, ...(await openLists(storage)) };
}
const numbered = (count: number) => Array.from({ length: count }, (_, index) => entry(`Term ${index + 1}`));

describe('the form', () => {
  it('adds an entry, says so and is ready for the next', async () => {
    const { type, press, own, says, terms, glossary, document } = await open();
    expect(own.textContent).toContain('There is no term of yours yet.');
    type('own-term', ' Sahel ');
    type('own-also', 'the Sahel; Sahelian zone');
    type('own-definition', '<b>The dry belt</b> south of the Sahara.');
    press(own, 'Add');
    await says(own, '“Sahel” is saved.');
    expect(await glossary.list()).toEqual([
      entry('Sahel', '<b>The dry belt</b> south of the Sahara.', ['the Sahel', 'Sahelian zone']),
    ]);
    expect(terms(own)).toEqual(['Sahel']);
    expect(own.querySelector('.entry-meaning')?.textContent).toBe('<b>The dry belt</b> south of the Sahara.');
    expect(document.querySelector<HTMLInputElement>('#own-term')?.value).toBe('');
  });

  it.each([
    ['own-term', '', 'x', 'the term is missing'],
    ['own-definition', 'NATO', '  ', 'the meaning is missing'],
    ['own-definition', 'NATO', 'd'.repeat(1001), 'the meaning is longer than 1,000 characters'],
  ])('says at %s what is wrong and keeps what was written', async (field, term, definition, problem) => {
    const { type, press, own, document, glossary } = await open();
    type('own-term', term);
    type('own-definition', definition);
    press(own, 'Add');
    const wrong = document.getElementById(field);
    expect(wrong?.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(wrong);
    const described = wrong?.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(problem);
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(1);
    expect(document.querySelector<HTMLInputElement>('#own-term')?.value).toBe(term);
    expect(await glossary.list()).toEqual([]);
  });

  it('changes an entry in its place and gives the focus back to it', async () => {
    const { type, press, own, says, terms, glossary, focused, document } = await open([entry('NATO'), entry('OCHA')]);
    press(own, 'Edit: NATO');
    expect(document.activeElement?.id).toBe('own-term');
    expect(own.querySelector('form h3')?.textContent).toBe('Change “NATO”');
    type('own-term', 'Nato alliance');
    press(own, 'Save');
    await says(own, '“Nato alliance” is saved.');
    expect(terms(own)).toEqual(['Nato alliance', 'OCHA']);
    expect(focused()).toBe('Edit: Nato alliance');
    expect(await glossary.list()).toHaveLength(2);
    expect(own.querySelector('form h3')?.textContent).toBe('Add a term');
  });

  it('gives a change up by Cancel and by Escape', async () => {
    const { press, type, own, focused, document, glossary, window } = await open([entry('NATO')]);
    press(own, 'Edit: NATO');
    type('own-term', 'Something else');
    press(own, 'Cancel');
    expect(focused()).toBe('Edit: NATO');
    press(own, 'Edit: NATO');
    document.activeElement?.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(focused()).toBe('Edit: NATO');
    expect(await glossary.list()).toEqual([entry('NATO')]);
  });

  it('takes back that a new entry took the place of another', async () => {
    const { type, press, own, says, glossary } = await open([entry('NATO', 'The old meaning.', ['OTAN'])]);
    type('own-term', 'nato');
    type('own-definition', 'The new meaning.');
    press(own, 'Add');
    await says(own, 'in the place of an entry that was there already');
    press(own, 'Undo');
    await says(own, 'The entry is back as it was.');
    expect(await glossary.list()).toEqual([entry('NATO', 'The old meaning.', ['OTAN'])]);
  });

  it('says why an entry was not stored and keeps what was written', async () => {
    const { type, press, own, says, storage, document } = await open();
    storage.sync.writeError = new Error('QUOTA_BYTES quota exceeded');
    storage.local.writeError = new Error('QuotaExceededError');
    type('own-term', 'NATO');
    type('own-definition', 'An alliance.');
    press(own, 'Add');
    await says(own, /not saved: the browser's storage for extensions is full/);
    expect(document.querySelector<HTMLTextAreaElement>('#own-definition')?.value).toBe('An alliance.');
  });
});

describe('the list', () => {
  it('deletes an entry and brings it back from where it stood', async () => {
    const { press, own, terms, glossary, focused, document } = await open([entry('A'), entry('B'), entry('C')]);
    press(own, 'Delete: B');
    await eventually(focused).toBe('Undo');
    expect([...own.querySelectorAll('.entry')].map((row) => row.className)).toEqual(['entry', 'entry gone', 'entry']);
    const described = document.activeElement?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('“B” is deleted.');
    expect(await glossary.list()).toHaveLength(2);
    press(own, 'Undo');
    await eventually(focused).toBe('Edit: B');
    expect(terms(own)).toEqual(['A', 'B', 'C']);
    expect(await glossary.list()).toHaveLength(3);
  });

  it('brings the last deleted entry back alone', async () => {
    const { press, own, terms, focused } = await open([entry('A'), entry('B')]);
    press(own, 'Delete: A');
    await eventually(focused).toBe('Undo');
    press(own, 'Delete: B');
    await eventually(() => own.querySelector('.gone')?.textContent).toContain('B');
    expect(own.querySelectorAll('.gone')).toHaveLength(1);
    press(own, 'Undo');
    await eventually(() => terms(own)).toEqual(['B']);
  });

  it('shows a hundred of many, and a hundred more with the focus on the first of them', async () => {
    const { press, own, terms, focused, heading } = await open(numbered(230));
    expect(terms(own)).toHaveLength(100);
    expect(heading(own)).toBe('230 terms');
    press(own, 'Show 100 more');
    expect(terms(own)).toHaveLength(200);
    expect(focused()).toBe('Edit: Term 101');
    press(own, 'Show 30 more');
    expect(terms(own)).toHaveLength(230);
    expect(own.querySelector<HTMLElement>('.more')?.hidden).toBe(true);
  });

  it('has a field to search in where it is long, which searches all of an entry', async () => {
    expect((await open(numbered(20))).document.querySelector('#own-filter')).toBeNull();
    const { own, terms, type } = await open([...numbered(300), entry('Élysée', 'A palace.', ['the Château'])]);
    type('own-filter', 'chateau');
    expect(terms(own)).toEqual(['Élysée']);
    expect(own.querySelector('.matches')?.textContent).toBe('1 term found');
    type('own-filter', 'term 12');
    expect(terms(own)).toHaveLength(11);
    type('own-filter', 'nothing of this');
    expect(own.querySelector('.matches')?.textContent).toBe('0 terms found');
    type('own-filter', '');
    expect(terms(own)).toHaveLength(100);
  });

  it('follows a change made elsewhere and leaves the focus where it is', async () => {
    const { own, terms, storage, focused } = await open([entry('NATO')]);
    own.querySelector<HTMLElement>('.entry button')?.focus();
    await createOwnGlossary(storage).put([entry('ILO')]);
    await eventually(() => terms(own)).toEqual(['ILO', 'NATO']);
    expect(focused()).toBe('Edit: NATO');
  });

  it('says where it is kept', async () => {
    const { own, storage, press, type, says } = await open();
    expect(own.textContent).toContain('takes it to your other machines if you have switched its synchronisation on');
    storage.sync.writeError = new Error('QUOTA_BYTES quota exceeded');
    type('own-term', 'NATO');
    type('own-definition', 'An alliance.');
    press(own, 'Add');
    await says(own, 'is saved');
    expect(own.textContent).toContain('Kept on this machine only, because');
  });

  it('says when it cannot be read', async () => {
    const storage = new ListStorageFake();
    storage.sync.readError = storage.local.readError = new Error('An unexpected error occurred');
    const { own } = await openLists(storage);
    expect(own.textContent).toContain('This list could not be read.');
  });
});

describe('the files', () => {
  it('imports a table and tells row by row what it left out', async () => {
    const { choose, own, says, terms, glossary, document } = await open([entry('NATO', 'Old.'), entry('ILO')]);
    choose(
      `term,also,definition\nNATO,,New.\nILO,,What ILO means.\nOCHA,,Aid.\nWHO,,${'d'.repeat(10_000)}\nUNHCR,,\nOcha,,Aid of the UN.\n`,
    );
    await says(own, 'The file was read: 1 added, 1 replaced, 1 unchanged, 2 left out.');
    const details = [...document.querySelectorAll('.import-details li')].map((line) => line.textContent);
    expect(details).toEqual([
      'Row 5: the meaning is longer than 1,000 characters.',
      'Row 6: the meaning is missing.',
      '1 row gave way to a later row of the same term.',
    ]);
    expect(terms(own)).toEqual(['ILO', 'NATO', 'Ocha']);
    expect(await glossary.list()).toContainEqual(entry('NATO', 'New.'));
  });

  it('takes an import back', async () => {
    const before = [entry('NATO', 'Old.'), entry('ILO')];
    const { choose, press, own, says, glossary } = await open(before);
    choose('term,definition\nNATO,New.\nOCHA,Aid.\n');
    await says(own, '1 added, 1 replaced, 0 left out');
    press(own, 'Undo');
    await says(own, 'The import is taken back.');
    expect([...(await glossary.list())].sort((one, other) => (one.term < other.term ? 1 : -1))).toEqual(before);
  });

  it('tells of no room left, of a guessed header and of columns that it did not read', async () => {
    const full = Array.from({ length: 4999 }, (_, index) => entry(`t${index}`));
    const { choose, own, says, document } = await open(full);
    choose('Fachwort,Gebiet,Sinn\nNATO,x,An alliance of states in the north\nOCHA,x,An office for aid of the UN\n');
    await says(own, '1 added, 0 replaced, 1 left out');
    expect(document.querySelector('.import-details')?.textContent).toBe(
      'Not added for lack of room: 1. A glossary can hold 5,000 terms.Row 1 was taken for the names of the columns and not for a term.The column “Gebiet” was not read.',
    );
  });

  it('names so many rows and counts the rest', async () => {
    const { choose, own, says, document } = await open();
    choose(`term,definition\n${'x,\n'.repeat(50)}`);
    await says(own, '0 added, 0 replaced, 50 left out');
    expect(document.querySelectorAll('.import-details li')).toHaveLength(21);
    expect(document.querySelector('.import-details li:last-child')?.textContent).toBe('And 30 more rows.');
  });

  it.each([
    [new Uint8Array(LARGEST_FILE + 1), /larger than 5 MB/],
    [new Uint8Array([80, 75, 3, 4, 0, 0]), /not a text/],
    ['{"entries": ', /damaged/],
    ['', /empty/],
  ])('refuses a file that is none: case %#', async (content, sentence) => {
    const { choose, own, says, glossary } = await open([entry('NATO')]);
    choose(content);
    await says(own, sentence);
    expect(await glossary.list()).toEqual([entry('NATO')]);
  });

  it('saves what is in the glossary, and offers nothing to save where nothing is', async () => {
    const { own, press, saveFile } = await open([entry('NATO', 'An alliance.', ['OTAN'])]);
    press(own, 'Save as CSV');
    press(own, 'Save as JSON');
    for (const [name, type] of [
      ['lectern-glossary.csv', 'text/csv'],
      ['lectern-glossary.json', 'application/json'],
    ]) {
      const saved = saveFile.mock.calls.find((call) => call[0] === name);
      expect(saved?.[1]).toBe(type);
      expect(readGlossaryFile(new TextEncoder().encode(String(saved?.[2])))).toMatchObject({
        entries: [entry('NATO', 'An alliance.', ['OTAN'])],
      });
    }
    const nothing = await open();
    expect(() => nothing.press(nothing.own, 'Save as CSV')).toThrow();
  });

  it('takes 5,000 terms and shows a hundred', async () => {
    const { choose, own, says, terms, glossary } = await open();
    choose(
      `term,definition\n${numbered(5000)
        .map(({ term, definition }) => `${term},${definition}`)
        .join('\n')}`,
    );
    await says(own, '5,000 added');
    expect(terms(own)).toHaveLength(100);
    expect(await glossary.list()).toHaveLength(5000);
  });
});
