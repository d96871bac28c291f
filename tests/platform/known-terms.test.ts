import { describe, expect, it } from 'vitest';
import { createKnownTerms, MOST_KNOWN } from '../../src/platform/known-terms.ts';
import { createOwnGlossary } from '../../src/platform/own-glossary.ts';
import { ListStorageFake } from './list-storage.ts';

const known = (id: string) => ({ id, term: id });

function setUp() {
  const storage = new ListStorageFake();
  return { storage, terms: createKnownTerms(storage) };
}

describe('the terms that the reader knows', () => {
  it('are kept once each, in order, until they are to be explained again', async () => {
    const { storage, terms } = setUp();
    await terms.add([{ id: 'WHO (World Health Organization)', term: 'WHO' }]);
    await terms.add([known('OCHA'), { id: 'WHO (World Health Organization)', term: 'other' }]);
    const other = createKnownTerms(storage);
    expect(await other.list()).toEqual([{ id: 'WHO (World Health Organization)', term: 'WHO' }, known('OCHA')]);
    await other.remove(['WHO (World Health Organization)']);
    expect(await terms.list()).toEqual([known('OCHA')]);
  });

  it('are not written again where nothing changes', async () => {
    const { storage, terms } = setUp();
    await terms.add([known('OCHA')]);
    const before = Object.keys(storage.sync.items);
    await terms.add([known('OCHA')]);
    await terms.remove(['WHO']);
    expect(Object.keys(storage.sync.items)).toEqual(before);
  });

  it('lie beside the glossary without being taken for it', async () => {
    const { storage, terms } = setUp();
    await terms.add([known('OCHA')]);
    await createOwnGlossary(storage).put([{ term: 'NATO', also: [], definition: 'An alliance.' }]);
    expect(await createKnownTerms(storage).list()).toEqual([known('OCHA')]);
    expect(await createOwnGlossary(storage).list()).toHaveLength(1);
  });

  it('are as many as may be, on this machine alone; then the first one goes', async () => {
    const { terms } = setUp();
    const all = Array.from({ length: MOST_KNOWN }, (_, index) => known(`Term ${index * 7919}`));
    await terms.add(all);
    expect(terms.report()).toEqual({ area: 'local', reason: 'too-long' });
    await terms.add([known('One more')]);
    const list = await terms.list();
    expect(list).toHaveLength(MOST_KNOWN);
    expect(list[0]).toEqual(known('Term 7919'));
    expect(list.at(-1)).toEqual(known('One more'));
  });

  it('have ids that can be stored', async () => {
    const { terms } = setUp();
    await terms.add([known('x'.repeat(5000)), known('')]);
    expect(await terms.list()).toEqual([]);
  });
});
