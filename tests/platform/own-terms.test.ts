import { describe, expect, it } from 'vitest';
import { createKnownTerms } from '../../src/platform/known-terms.ts';
import { createOwnGlossary } from '../../src/platform/own-glossary.ts';
import { createOwnTerms } from '../../src/platform/own-terms.ts';
import { ListStorageFake } from './list-storage.ts';

function setUp() {
  const storage = new ListStorageFake();
  const glossary = createOwnGlossary(storage);
  return { storage, glossary, terms: createOwnTerms(glossary, createKnownTerms(storage)) };
}

describe('what the reader has written and said of terms', () => {
  it('is found with, the same array as long as nothing changes', async () => {
    const { terms } = setUp();
    expect(await terms.entries()).toEqual([]);
    expect(await terms.entries()).toBe(await terms.entries());
    expect(await terms.keep('Sahel', 'The dry belt south of the Sahara.')).toBe('kept');
    const entries = await terms.entries();
    expect(entries).toMatchObject([{ term: 'Sahel', is: 'The dry belt south of the Sahara.', full: null }]);
    expect(await terms.entries()).toBe(entries);
  });

  it('keeps other ways of writing when a meaning is written anew', async () => {
    const { glossary, terms } = setUp();
    await glossary.put([{ term: 'Sahel', also: ['the Sahel belt'], definition: 'Old.' }]);
    expect(await terms.keep(' sahel', 'New.')).toBe('kept');
    expect(await glossary.list()).toEqual([{ term: 'sahel', also: ['the Sahel belt'], definition: 'New.' }]);
  });

  it('says why a term was not kept', async () => {
    const { storage, glossary, terms } = setUp();
    expect(await terms.keep('Sahel', ' ')).toBe('not-stored');
    await glossary.put(
      Array.from({ length: 5000 }, (_, index) => ({ term: `t${index}`, also: [], definition: 'Meaning.' })),
    );
    expect(await terms.keep('Sahel', 'A belt.')).toBe('full');
    storage.sync.writeError = new Error('QUOTA_BYTES quota exceeded');
    storage.local.writeError = new Error('the disk is full');
    expect(await terms.keep('t1', 'Another meaning.')).toBe('not-stored');
  });

  it('remembers what is known, and goes on where storage fails', async () => {
    const { storage, terms } = setUp();
    await terms.know('WHO (World Health Organization)', 'WHO', true);
    expect(await terms.known()).toEqual(['WHO (World Health Organization)']);
    await terms.know('WHO (World Health Organization)', 'WHO', false);
    expect(await terms.known()).toEqual([]);
    storage.sync.readError = storage.local.readError = new Error('An unexpected error occurred');
    expect(await terms.known()).toEqual([]);
    expect(await terms.entries()).toEqual([]);
    await terms.know('OCHA', 'OCHA', true);
    expect(await terms.keep('Sahel', 'A belt.')).toBe('not-stored');
  });
});
