import { describe, expect, it, vi } from 'vitest';
import { keepOpeningScript } from '../../src/platform/opening-script.ts';
import { createSitesPermission } from '../../src/platform/sites-permission.ts';
import { HostPermissionsFake } from './host-permissions-fake.ts';

interface Script {
  id: string;
  js: string[];
  matches: string[];
}

/** A browser that keeps one registered script, and refuses what browsers refuse. */
function openBrowser(origins: string[] = []) {
  const permissions = new HostPermissionsFake(origins);
  let registered: Script | null = null;
  const heard: (() => void)[] = [];
  const event = { addListener: (listener: () => void) => void heard.push(listener) };
  const scripting = {
    getRegisteredContentScripts: async () => (registered ? [registered] : []),
    registerContentScripts: vi.fn(async ([script]: Script[]) => {
      if (registered) throw new Error('Duplicate script ID');
      registered = script ?? null;
    }),
    updateContentScripts: vi.fn(async ([script]: Script[]) => {
      if (!registered) throw new Error('Nonexistent script ID');
      registered = script ?? null;
    }),
    unregisterContentScripts: vi.fn(async () => {
      if (!registered) throw new Error('Nonexistent script ID');
      registered = null;
    }),
  };
  keepOpeningScript(
    { scripting, runtime: { onInstalled: event, onStartup: event } },
    createSitesPermission(permissions),
  );
  const start = () => {
    for (const listener of heard) listener();
  };
  return { permissions, scripting, start, matches: () => registered?.matches ?? null };
}

describe('keepOpeningScript', () => {
  it('registers nothing while there is no site', async () => {
    const { scripting, start, matches } = openBrowser(['https://*.wikipedia.org/*']);
    start();
    await new Promise((done) => setTimeout(done));
    expect(matches()).toBeNull();
    expect(scripting.registerContentScripts).not.toHaveBeenCalled();
  });

  it('follows the sites as they come and go, also several at once', async () => {
    const errors = vi.spyOn(console, 'error');
    const { permissions, matches } = openBrowser();
    permissions.change(['*://one.example/*']);
    permissions.change(['*://one.example/*', '*://two.example/*']);
    await vi.waitFor(() => expect(matches()).toEqual(['*://one.example/*', '*://two.example/*']));
    permissions.change([]);
    await vi.waitFor(() => expect(matches()).toBeNull());
    permissions.change([]);
    await new Promise((done) => setTimeout(done));
    expect(errors).not.toHaveBeenCalled();
  });

  it('registers anew when Lectern is updated, since browsers forget it then', async () => {
    const { start, matches } = openBrowser(['*://one.example/*']);
    start();
    await vi.waitFor(() => expect(matches()).toEqual(['*://one.example/*']));
  });
});
