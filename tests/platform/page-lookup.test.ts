import { describe, expect, it, vi } from 'vitest';
import type { Tabs } from '../../src/platform/browser.ts';
import { createPageLookup } from '../../src/platform/page-lookup.ts';

const TAB: Tabs.Tab = {
  id: 7,
  index: 2,
  windowId: 1,
  active: true,
  highlighted: true,
  incognito: false,
  pinned: false,
};

function stage(answers: boolean[], askPerson = vi.fn(async (_: Tabs.Tab) => {})) {
  const isAllowed = vi.fn(async () => answers.shift() ?? false);
  const fetch = vi.fn(async () => Promise.reject(new TypeError('no connection')));
  const lookUp = createPageLookup({ isAllowed }, askPerson, { fetch, isOnline: () => true });
  return { lookUp: () => lookUp('OCHA', 'en', TAB), askPerson, fetch };
}

describe('createPageLookup', () => {
  it('asks Wikipedia at once where it is allowed', async () => {
    const { lookUp, askPerson, fetch } = stage([true]);
    expect(await lookUp()).toEqual({ status: 'offline' });
    expect(askPerson).not.toHaveBeenCalled();
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('waits for the person, in their tab, and goes on where it is allowed then', async () => {
    let answer = () => {};
    const { lookUp, askPerson, fetch } = stage(
      [false, true],
      vi.fn((_) => new Promise<void>((done) => (answer = done))),
    );
    const reply = lookUp();
    await vi.waitFor(() => expect(askPerson).toHaveBeenCalledWith(TAB));
    expect(fetch).not.toHaveBeenCalled();
    answer();
    expect(await reply).toEqual({ status: 'offline' });
    expect(fetch).toHaveBeenCalledOnce();
  });

  it.each([
    ['says no', vi.fn(async () => {})],
    ['cannot be asked', vi.fn(async () => Promise.reject(new Error('no window')))],
  ])('asks nobody where the person %s', async (_, askPerson) => {
    const { lookUp, fetch } = stage([false, false], askPerson);
    expect(await lookUp()).toEqual({ status: 'needs-permission' });
    expect(fetch).not.toHaveBeenCalled();
  });
});
