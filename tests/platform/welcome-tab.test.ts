import { expect, it, vi } from 'vitest';
import { openWelcomeOnce } from '../../src/platform/welcome-tab.ts';

type Listener = (details: { reason: string }) => void;

function install() {
  const listeners: Listener[] = [];
  const create = vi.fn(async () => ({}));
  const browser = {
    runtime: {
      getURL: (path: string) => `extension:/${path}`,
      onInstalled: { addListener: (listener: Listener) => void listeners.push(listener) },
    },
    tabs: { create },
  };
  openWelcomeOnce(browser as unknown as Parameters<typeof openWelcomeOnce>[0]);
  const tell = (reason: string) => {
    for (const listener of listeners) listener({ reason });
  };
  return { create, tell };
}

it('opens the first-run page when Lectern is installed', () => {
  const { create, tell } = install();
  tell('install');
  expect(create.mock.calls).toEqual([[{ url: 'extension:/welcome.html' }]]);
});

it.each(['update', 'chrome_update', 'browser_update'])('opens nothing at "%s"', (reason) => {
  const { create, tell } = install();
  tell(reason);
  expect(create).not.toHaveBeenCalled();
});
