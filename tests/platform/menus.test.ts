import { expect, it, vi } from 'vitest';
import { createMenus } from '../../src/platform/menus.ts';

type Browser = Parameters<typeof createMenus>[0];

function openMenus() {
  const entries: { id: string; contexts: string[]; title: string }[] = [];
  let click: (info: object, tab?: object) => void = () => {};
  const browser = {
    runtime: { onInstalled: { addListener: (listener: () => void) => listener() } },
    contextMenus: {
      removeAll: async () => void entries.splice(0),
      create: (entry: (typeof entries)[number]) => void entries.push(entry),
      onClicked: {
        addListener: (listener: typeof click) => {
          click = listener;
        },
      },
    },
  };
  const actions = { readPage: vi.fn(), readSelection: vi.fn(), chooseSite: vi.fn() };
  createMenus(browser as unknown as Browser, (key) => key, actions);
  return { entries, actions, click: (info: object, tab?: object) => click(info, tab) };
}

it('puts an entry where each is looked for', async () => {
  const { entries } = openMenus();
  await vi.waitFor(() =>
    expect(entries.map(({ contexts, title }) => [contexts, title])).toEqual([
      [['page'], 'menuReadPage'],
      [['selection'], 'commandReadSelection'],
      [['action'], 'menuOpenOnSite'],
    ]),
  );
});

it('does what the entry says, in the tab where it was chosen', async () => {
  const { entries, actions, click } = openMenus();
  await vi.waitFor(() => expect(entries).toHaveLength(3));
  const [page, selection, site] = entries.map(({ id }) => id);
  const tab = { id: 1, url: 'https://news.example/a' };
  click({ menuItemId: page }, tab);
  expect(actions.readPage.mock.calls).toEqual([[tab]]);
  click({ menuItemId: selection, selectionText: 'ferry' }, tab);
  expect(actions.readSelection.mock.calls).toEqual([[tab, 'ferry']]);
  click({ menuItemId: site }, tab);
  click({ menuItemId: site }, { id: 2 });
  expect(actions.chooseSite.mock.calls).toEqual([
    [tab, 'https://news.example/a'],
    [{ id: 2 }, null],
  ]);
});

it('needs no menus, which Firefox for Android does not have', () => {
  const browser = { runtime: { onInstalled: { addListener: vi.fn() } } };
  const actions = { readPage: vi.fn(), readSelection: vi.fn(), chooseSite: vi.fn() };
  createMenus(browser as unknown as Browser, (key) => key, actions);
  expect(browser.runtime.onInstalled.addListener).not.toHaveBeenCalled();
});
