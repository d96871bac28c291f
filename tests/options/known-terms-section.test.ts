import { describe, expect, it } from 'vitest';
import { createKnownTerms } from '../../src/platform/known-terms.ts';
import { ListStorageFake } from '../platform/list-storage.ts';
import { eventually, openLists } from './list-stage.ts';

const WHO = { id: 'WHO (World Health Organization)', term: 'WHO' };
const OCHA = { id: 'OCHA', term: 'OCHA' };

async function open() {
  const storage = new ListStorageFake();
  const known = createKnownTerms(storage);
  await known.add([WHO, OCHA]);
  return { remembered: known, ...(await openLists(storage)) };
}

describe('the terms you know', () => {
  it('are listed by name', async () => {
    const { known, terms, heading } = await open();
    expect(terms(known)).toEqual(['OCHA', 'WHO (World Health Organization)']);
    expect(heading(known)).toBe('2 terms are not marked any more');
  });

  it('are explained again one by one, and back by Undo', async () => {
    const { known, press, terms, focused, remembered } = await open();
    press(known, 'Explain again: OCHA');
    await eventually(focused).toBe('Undo');
    expect(await remembered.list()).toEqual([WHO]);
    press(known, 'Undo');
    await eventually(focused).toBe('Explain again: OCHA');
    expect(terms(known)).toHaveLength(2);
    expect(await remembered.list()).toHaveLength(2);
  });

  it('are explained again all at once, and back by Undo, with the focus on something', async () => {
    const { known, press, terms, says, focused, remembered } = await open();
    press(known, 'Explain all again');
    await says(known, 'All terms will be explained again.');
    await eventually(focused).toBe('Undo');
    expect(await remembered.list()).toEqual([]);
    expect(known.textContent).toContain('You have not said of any term that you know it.');
    press(known, 'Undo');
    await says(known, 'Back in the list');
    expect(terms(known)).toHaveLength(2);
    expect(focused()).toBe('Explain again: WHO (World Health Organization)');
  });

  it('follow a reading view', async () => {
    const { known, terms, storage } = await open();
    await createKnownTerms(storage).add([{ id: 'ILO', term: 'ILO' }]);
    await eventually(() => terms(known)).toHaveLength(3);
  });

  it('stay where the browser does not store the change', async () => {
    const { known, press, says, storage, terms } = await open();
    storage.sync.writeError = storage.local.writeError = new Error('An unexpected error occurred');
    press(known, 'Explain again: OCHA');
    await says(known, /did not let Lectern store it/);
    expect(terms(known)).toContain('OCHA');
  });
});
