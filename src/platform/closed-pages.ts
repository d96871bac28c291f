import { fingerprint } from '../text/fingerprint.ts';
import type { SessionArea } from './article-tabs.ts';

const KEY_PREFIX = 'closed.';

/** Knows of each tab on which page the person has last closed the reading view, so that it does not come back by itself. */
export interface ClosedPages {
  /** `address` is absolute. Never rejects. */
  keep(tabId: number, address: string): Promise<void>;
  has(tabId: number, address: string): Promise<boolean>;
}

/** `area` is storage.session: in memory, gone when the browser closes. Of the address only a fingerprint is kept. */
export function createClosedPages(area: Pick<SessionArea, 'get' | 'set'>): ClosedPages {
  return {
    async keep(tabId, address) {
      // At worst the view comes back once more.
      await area.set({ [KEY_PREFIX + tabId]: fingerprint(withoutPlace(address)) }).catch(() => undefined);
    },
    async has(tabId, address) {
      const key = KEY_PREFIX + tabId;
      const { [key]: closed } = await area.get(key);
      return closed === fingerprint(withoutPlace(address));
    },
  };
}

/** A place within a page makes it no other page. */
function withoutPlace(address: string): string {
  return address.replace(/#.*$/, '');
}
