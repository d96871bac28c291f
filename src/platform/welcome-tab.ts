import type { Runtime, Tabs } from './browser.ts';

/** The first-run page. */
export const WELCOME_PAGE = 'welcome.html';

/** What is needed of `browser`. */
interface Browser {
  runtime: Pick<Runtime.Static, 'getURL' | 'onInstalled'>;
  tabs: Pick<Tabs.Static, 'create'>;
}

/** Opens the first-run page when Lectern is installed; never when it, or the browser, is updated. */
export function openWelcomeOnce({ runtime, tabs }: Browser): void {
  runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void tabs.create({ url: runtime.getURL(WELCOME_PAGE) });
  });
}
