import { describe, expect, it, vi } from 'vitest';
import { createShortcuts } from '../../src/platform/shortcuts.ts';

const getAll = async () => [
  { name: '_execute_action', shortcut: 'Ctrl+Shift+9' },
  { name: 'read-selection', description: 'Read the selection', shortcut: '' },
];

describe('createShortcuts', () => {
  it('lists the commands, with null where no keys are set', async () => {
    const shortcuts = createShortcuts({ getAll }, { create: vi.fn() });
    expect(await shortcuts.list()).toEqual([
      { command: '_execute_action', description: '', keys: 'Ctrl+Shift+9' },
      { command: 'read-selection', description: 'Read the selection', keys: null },
    ]);
  });

  it("opens Chrome's page in a tab", async () => {
    const create = vi.fn(async () => {});
    const shortcuts = createShortcuts({ getAll }, { create });
    expect(await shortcuts.openSettings()).toBe(true);
    expect(create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
  });

  it("opens Firefox's page through the browser, since no tab may be opened on it", async () => {
    const create = vi.fn();
    const openShortcutSettings = vi.fn(async () => {});
    const shortcuts = createShortcuts({ getAll, openShortcutSettings }, { create });
    expect(await shortcuts.openSettings()).toBe(true);
    expect(openShortcutSettings).toHaveBeenCalledOnce();
    expect(create).not.toHaveBeenCalled();
    expect(shortcuts.settingsAddress).toBe('about:addons');
  });

  it('says when the browser refuses', async () => {
    const shortcuts = createShortcuts({ getAll }, { create: () => Promise.reject(new Error('Illegal URL')) });
    expect(await shortcuts.openSettings()).toBe(false);
  });

  it('has no commands on a browser without keyboard commands', async () => {
    expect(await createShortcuts(undefined, { create: vi.fn() }).list()).toEqual([]);
  });
});
