import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SETTING_IDS } from '../../src/settings/settings.ts';
import { openPage } from './options-stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function openSearch() {
  const stage = await openPage();
  const { document, find } = stage;
  return {
    ...stage,
    search: (text: string) => stage.type('settings-search', text),
    found: () => find('.settings-search [role=status]').textContent,
    names: () =>
      [...document.querySelectorAll('.setting:not(.unmatched)')].map((row) => row.querySelector('.name')?.textContent),
    sections: () =>
      [...document.querySelectorAll<HTMLElement>('main section')]
        .filter(
          ({ hidden, classList }) => !hidden && !['unmatched', 'example'].some((name) => classList.contains(name)),
        )
        .map((section) => section.querySelector('h2')?.textContent),
  };
}

describe('the search', () => {
  it('finds settings by name, and says how many there are', async () => {
    const { search, names, found, sections } = await openSearch();
    search('spacing');
    expect(names()).toEqual(['Line spacing', 'Letter spacing', 'Word spacing', 'Paragraph spacing']);
    expect(found()).toBe('4 found');
    expect(sections()).toEqual(['Text']);
  });

  it.each([
    ['by help', 'fishing rod', []],
    ['by help', 'lose their line', ['Line spacing']],
    ['by a choice', 'opendyslexic', ['Font']],
    ['by several words in any order', 'VOICE pitch', ['Pitch of the voice']],
    ['without accents', 'spéed of the', ['Speed of the voice']],
  ])('finds settings %s: %s', async (_, text, expected) => {
    const { search, names } = await openSearch();
    search(text);
    expect(names()).toEqual(expected);
  });

  it('finds all of a group by its heading', async () => {
    const { search, names } = await openSearch();
    search('listening');
    expect(names()).toEqual(expect.arrayContaining(['Speed of the voice', 'Captions of pictures', 'Notes']));
  });

  it('finds sections without settings by what they say', async () => {
    const { search, sections, found } = await openSearch();
    search('pronunciation');
    expect(sections()).toContain('Pronunciations');
    search('wikipedia short summary');
    expect(sections()).toEqual(['Wikipedia']);
    expect(found()).toBe('1 found');
  });

  it('says when nothing fits', async () => {
    const { search, sections, found, names } = await openSearch();
    search('xyzzy');
    expect(found()).toMatch(/Nothing fits/);
    expect(sections()).toEqual([]);
    expect(names()).toEqual([]);
  });

  it('is cleared by Escape, and the key does nothing else then', async () => {
    const { search, find, window, names, found } = await openSearch();
    search('spacing');
    const event = new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    find('#settings-search').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(names()).toHaveLength(SETTING_IDS.length);
    expect(found()).toBe('');
    const second = new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    find('#settings-search').dispatchEvent(second);
    expect(second.defaultPrevented).toBe(false);
  });

  it('is cleared by its button, which leaves the focus in the field', async () => {
    const { search, press, names, focused } = await openSearch();
    expect(() => press('Clear the search')).toThrow();
    search('spacing');
    press('Clear the search');
    expect(names()).toHaveLength(SETTING_IDS.length);
    expect(focused()).toBe('settings-search');
  });

  it('is cleared by a link of the contents, which would lead to nothing', async () => {
    const { search, document, names } = await openSearch();
    search('spacing');
    document.querySelector<HTMLElement>('.contents a[href="#keys-heading"]')?.click();
    expect(names()).toHaveLength(SETTING_IDS.length);
  });

  it('leaves hidden what hides itself', async () => {
    const { search, find } = await openSearch();
    search('shortcuts');
    expect(find('.shortcuts').hidden).toBe(true);
  });
});
