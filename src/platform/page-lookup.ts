import type { Tabs } from './browser.ts';
import { lookUpPage, type Network, type PageSummaryReply } from './wikipedia.ts';
import type { WikipediaPermission } from './wikipedia-permission.ts';

/** Answers a press on "Look up on Wikipedia" in a tab. */
export type PageLookup = (title: string, language: string | null, tab: Tabs.Tab) => Promise<PageSummaryReply>;

/**
 * Where Wikipedia may not be asked yet, the person is asked first, and the answer waits for theirs.
 * @param askPerson kept once the person has answered, or did not want to; what they said is asked of `permission`
 */
export function createPageLookup(
  permission: Pick<WikipediaPermission, 'isAllowed'>,
  askPerson: (tab: Tabs.Tab) => Promise<void>,
  network: Network,
): PageLookup {
  return async (title, language, tab) => {
    if (!(await permission.isAllowed())) {
      // Where the page cannot be opened, there was no consent either.
      await askPerson(tab).catch(() => undefined);
      if (!(await permission.isAllowed())) return { status: 'needs-permission' };
    }
    return lookUpPage(title, language, network);
  };
}
