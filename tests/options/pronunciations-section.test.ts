import { describe, expect, it, vi } from 'vitest';
import { createOwnPronunciations } from '../../src/platform/own-pronunciations.ts';
import type { Pronunciation } from '../../src/speech/pronunciation.ts';
import { ListStorageFake } from '../platform/list-storage.ts';
import { eventually, openLists } from './list-stage.ts';

const OCHA = { written: 'OCHA', spoken: 'oh cha' };
const ALEPPO = { written: 'Aleppo', spoken: 'a lep po' };

async function open(entries: readonly Pronunciation[] = []) {
  const storage = new ListStorageFake();
  const stored = createOwnPronunciations(storage);
  if (entries.length > 0) await stored.put(entries);
  const { pronunciations: section, ...stage } = await openLists(storage);
  return { ...stage, section, stored };
}

describe('the form for a pronunciation', () => {
  it('adds one, says so and is ready for the next', async () => {
    const { type, press, section, says, terms, stored, document } = await open();
    expect(section.textContent).toContain('There is no pronunciation of yours yet.');
    type('spoken-written', ' OCHA ');
    type('spoken-spoken', 'oh  cha');
    press(section, 'Add');
    await says(section, '“OCHA” is saved.');
    expect(await stored.list()).toEqual([OCHA]);
    expect(terms(section)).toEqual(['OCHA']);
    expect(section.querySelector('.spoken-list > h3')?.textContent).toBe('1 pronunciation');
    expect(document.querySelector<HTMLInputElement>('#spoken-written')?.value).toBe('');
  });

  it.each([
    ['spoken-written', ' ', 'x', 'This cannot be saved: what is written is missing.'],
    ['spoken-written', 'w'.repeat(61), 'x', 'what is written is longer than 60 characters'],
    ['spoken-spoken', 'OCHA', '', 'how it is said is missing'],
    ['spoken-spoken', 'OCHA', 'o'.repeat(121), 'what is said is longer than 120 characters'],
  ])('says at %s what is wrong and keeps what was written', async (field, written, spoken, problem) => {
    const { type, press, section, document, stored } = await open();
    type('spoken-written', written);
    type('spoken-spoken', spoken);
    press(section, 'Add');
    const wrong = document.getElementById(field);
    expect(document.activeElement).toBe(wrong);
    expect(wrong?.getAttribute('aria-invalid')).toBe('true');
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(1);
    const described = wrong?.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(problem);
    expect(document.querySelector<HTMLInputElement>('#spoken-spoken')?.value).toBe(spoken);
    expect(await stored.list()).toEqual([]);
  });

  it('changes one in its place and gives the focus back to it', async () => {
    const { type, press, section, says, focused, stored, document } = await open([OCHA, ALEPPO]);
    press(section, 'Edit: OCHA');
    expect(document.activeElement?.id).toBe('spoken-written');
    type('spoken-written', 'UN OCHA');
    press(section, 'Save');
    await says(section, '“UN OCHA” is saved.');
    expect(focused()).toBe('Edit: UN OCHA');
    expect(await stored.list()).toEqual([ALEPPO, { written: 'UN OCHA', spoken: 'oh cha' }]);
    press(section, 'Edit: Aleppo');
    type('spoken-spoken', 'aleppo');
    press(section, 'Save');
    // It gave way to itself: nothing is lost that could be brought back.
    await says(section, '“Aleppo” is saved.');
    expect(() => press(section, 'Undo')).toThrow();
  });

  it('takes back that one took the place of another, and that one was renamed over another', async () => {
    const { type, press, section, says, stored } = await open([OCHA, ALEPPO]);
    const inOrder = async () => [...(await stored.list())].sort((one, other) => (one.written > other.written ? 1 : -1));
    type('spoken-written', 'OCHA');
    type('spoken-spoken', 'another');
    press(section, 'Add');
    await says(section, 'in the place of an entry that was there already');
    press(section, 'Undo');
    await says(section, 'The entry is back as it was.');
    expect(await inOrder()).toEqual([ALEPPO, OCHA]);
    press(section, 'Edit: Aleppo');
    type('spoken-written', 'OCHA');
    press(section, 'Save');
    await says(section, 'in the place of an entry that was there already');
    expect(await stored.list()).toEqual([{ written: 'OCHA', spoken: 'a lep po' }]);
    press(section, 'Undo');
    await says(section, 'The entry is back as it was.');
    expect(await inOrder()).toEqual([ALEPPO, OCHA]);
  });

  it('says why one was not stored and keeps what was written', async () => {
    const { type, press, section, says, storage, document } = await open();
    storage.sync.writeError = new Error('QUOTA_BYTES quota exceeded');
    storage.local.writeError = new Error('QuotaExceededError');
    type('spoken-written', 'OCHA');
    type('spoken-spoken', 'oh cha');
    press(section, 'Add');
    await says(section, /not saved: the browser's storage for extensions is full/);
    expect(document.querySelector<HTMLInputElement>('#spoken-spoken')?.value).toBe('oh cha');
  });

  it('says that there is no room for another one', async () => {
    const { type, press, section, says, stored } = await open(
      Array.from({ length: 500 }, (_, index) => ({ written: `w${index}`, spoken: 'w' })),
    );
    type('spoken-written', 'OCHA');
    type('spoken-spoken', 'oh cha');
    press(section, 'Add');
    await says(section, 'your list has 500 pronunciations');
    expect(await stored.list()).toHaveLength(500);
  });
});

describe('the list of pronunciations', () => {
  it('deletes one and brings it back', async () => {
    const { press, section, terms, focused, stored } = await open([OCHA, ALEPPO]);
    press(section, 'Delete: OCHA');
    await eventually(focused).toBe('Undo');
    expect(await stored.list()).toEqual([ALEPPO]);
    press(section, 'Undo');
    await eventually(focused).toBe('Edit: OCHA');
    expect(terms(section)).toEqual(['Aleppo', 'OCHA']);
  });

  it('follows a change made elsewhere', async () => {
    const { section, terms, storage } = await open([OCHA]);
    await createOwnPronunciations(storage).put([ALEPPO]);
    await eventually(() => terms(section)).toEqual(['Aleppo', 'OCHA']);
  });

  it('says when it cannot be read', async () => {
    const storage = new ListStorageFake();
    storage.sync.readError = storage.local.readError = new Error('An unexpected error occurred');
    const { pronunciations } = await openLists(storage);
    expect(pronunciations.textContent).toContain('This list could not be read.');
  });
});

describe('the buttons to hear one', () => {
  it('speak as it is stored, or as it is written in the form, and nothing where nothing is', async () => {
    const { press, type, section, speech } = await open([OCHA]);
    press(section, 'Hear it: OCHA');
    press(section, 'Hear it');
    type('spoken-spoken', ' u nesko ');
    press(section, 'Hear it');
    expect(speech.heard.map(({ text, language }) => [text, language])).toEqual([
      ['oh cha', 'en-GB'],
      ['u nesko', 'en-GB'],
    ]);
  });

  it('say why nothing is heard', async () => {
    const { press, section, speech, says } = await open([OCHA]);
    vi.spyOn(speech, 'hear').mockRejectedValueOnce(new Error('gone'));
    press(section, 'Hear it: OCHA');
    await says(section, 'could not be heard');
  });
});
