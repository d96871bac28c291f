import type { browser as extension } from '../../src/platform/browser.ts';
import type { Settings } from '../../src/settings/settings.ts';
import type { Stage } from './in-each-browser.ts';

/** The extension's own pages have it in both browsers. */
declare const chrome: typeof extension;

/** Stores settings as another page of Lectern does, over the defaults; open readers follow. */
export async function storeSettings({ browser }: Stage, settings: Partial<Settings>): Promise<void> {
  const tab = await browser.openTab(`${browser.extensionOrigin}/permission.html`);
  await tab.evaluate(
    async (items: Record<string, unknown>) => {
      await chrome.storage.sync.clear();
      await chrome.storage.sync.set(items);
    },
    Object.fromEntries(Object.entries(settings).map(([id, value]) => [`setting.${id}`, value])),
  );
  await tab.close();
}

/** How many things the extension has stored on this machine under keys that begin so. */
export async function countStored({ browser }: Stage, prefix: string): Promise<number> {
  const tab = await browser.openTab(`${browser.extensionOrigin}/permission.html`);
  const keys = await tab.evaluate(async () => Object.keys(await chrome.storage.local.get(null)));
  await tab.close();
  return keys.filter((key) => key.startsWith(prefix)).length;
}
