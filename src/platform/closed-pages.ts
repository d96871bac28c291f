import { fingerprint } from '../text/fingerprint.ts';
import type { SessionArea } from './article-tabs.ts';

const KEY_PREFIX = 'closed.';

/** Of each tab so many pages are remembered; then the one closed longest ago is forgotten. */
const MOST_PAGES = 20;

/** Knows of each tab on which pages the person has closed the reading view, so that it does not come back by itself. */
export interface ClosedPages {
  /** `address` is absolute. Never rejects. */
  keep(tabId: number, address: string): Promise<void>;
  has(tabId: number, address: string): Promise<boolean>;
}

/** `area` is storage.session: in memory, gone when the browser closes. Of the addresses only fingerprints are kept. */
export function createClosedPages(area: Pick<SessionArea, 'get' | 'set'>): ClosedPages {
  async function read(tabId: number): Promise<unknown[]> {
    const key = KEY_PREFIX + tabId;
    const { [key]: closed } = await area.get(key);
    return Array.isArray(closed) ? closed : [];
  }

  return {
    async keep(tabId, address) {
      const page = fingerprint(withoutPlace(address));
      try {
        const others = (await read(tabId)).filter((other) => other !== page);
        await area.set({ [KEY_PREFIX + tabId]: [...others, page].slice(-MOST_PAGES) });
      } catch {
        // At worst the view comes back once more.
      }
    },
    has: async (tabId, address) => (await read(tabId)).includes(fingerprint(withoutPlace(address))),
  };
}

/** A place within a page makes it no other page. */
function withoutPlace(address: string): string {
  return address.replace(/#.*$/, '');
}
