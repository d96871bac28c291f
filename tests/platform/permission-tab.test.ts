import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Runtime, Tabs } from '../../src/platform/browser.ts';
import { createPermissionTab, PERMISSION_PAGE } from '../../src/platform/permission-tab.ts';

const OPENER: Tabs.Tab = {
  id: 7,
  index: 2,
  windowId: 1,
  active: true,
  highlighted: true,
  incognito: false,
  pinned: false,
};

/** An event of the browser with its listeners. */
function fakeEvent<Value>() {
  const listeners = new Set<(value: Value) => void>();
  return {
    addListener: (listener: (value: Value) => void) => void listeners.add(listener),
    removeListener: (listener: (value: Value) => void) => void listeners.delete(listener),
    fire: (value: Value) => [...listeners].map((listener) => listener(value)),
    count: () => listeners.size,
  };
}

function stage() {
  const onConnect = fakeEvent<Runtime.Port>();
  const create = vi.fn(async (_: Tabs.CreateCreatePropertiesType) => ({ ...OPENER, id: 8 }));
  const update = vi.fn(async () => OPENER);
  const get = vi.fn(async () => OPENER);
  const browser = {
    tabs: { create, get, update },
    runtime: { getURL: (path: string) => `lectern:${path}`, onConnect },
  };
  const ask = createPermissionTab(browser as unknown as Parameters<typeof createPermissionTab>[0]);
  const connect = (name: string) => {
    const onDisconnect = fakeEvent<Runtime.Port>();
    const port = { name, onDisconnect } as unknown as Runtime.Port;
    onConnect.fire(port);
    return () => void onDisconnect.fire(port);
  };
  return { ask, create, get, update, onConnect, connect };
}

/** Whether a promise is kept by now. */
async function isKept(promise: Promise<void>): Promise<boolean> {
  return Promise.race([promise.then(() => true), new Promise<false>((done) => setTimeout(done, 5, false))]);
}

describe('createPermissionTab', () => {
  afterEach(() => void vi.useRealTimers());

  it('opens the page beside the article and waits until it is closed or left', async () => {
    const { ask, create, connect } = stage();
    const asked = ask(OPENER);
    expect(create).toHaveBeenCalledWith({ url: 'lectern:permission.html', index: 3, windowId: 1, openerTabId: 7 });
    connect('another')();
    const leave = connect(PERMISSION_PAGE);
    expect(await isKept(asked)).toBe(false);
    leave();
    expect(await isKept(asked)).toBe(true);
  });

  it('asks the browser for its tab again and again, which keeps the background alive, and hears that it has gone', async () => {
    vi.useFakeTimers();
    const { ask, get } = stage();
    const gone = vi.fn();
    void ask(OPENER).then(gone);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(get.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(gone).not.toHaveBeenCalled();
    get.mockRejectedValueOnce(new Error('no such tab'));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(gone).toHaveBeenCalledOnce();
    const looked = get.mock.calls.length;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(get.mock.calls.length).toBe(looked);
  });

  it('leads to the open page instead of asking twice, and opens another one later', async () => {
    const { ask, create, update, connect } = stage();
    const both = [ask(OPENER), ask({ ...OPENER, id: 20 })];
    await vi.waitFor(() => expect(update).toHaveBeenCalledWith(8, { active: true }));
    expect(create).toHaveBeenCalledOnce();
    connect(PERMISSION_PAGE)();
    await Promise.all(both);
    const again = ask(OPENER);
    expect(create).toHaveBeenCalledTimes(2);
    connect(PERMISSION_PAGE)();
    await again;
  });

  it('leaves the window to the browser for a private one, where Chrome shows no page of ours', async () => {
    const { ask, create, connect } = stage();
    const asked = ask({ ...OPENER, incognito: true });
    expect(create).toHaveBeenCalledWith({ url: 'lectern:permission.html' });
    connect(PERMISSION_PAGE)();
    await asked;
  });

  it('fails where the page cannot be opened, listens no longer, and can be tried again', async () => {
    const { ask, create, onConnect, connect } = stage();
    create.mockRejectedValueOnce(new Error('no window'));
    await expect(ask(OPENER)).rejects.toThrow('no window');
    expect(onConnect.count()).toBe(0);
    const again = ask(OPENER);
    expect(create).toHaveBeenCalledTimes(2);
    connect(PERMISSION_PAGE)();
    await again;
  });
});
