import type { Runtime, Tabs } from './browser.ts';

const PAGE = 'permission.html';

/** The name of the connection that the page holds to the background as long as it is open. */
export const PERMISSION_PAGE = 'permission-page';

/**
 * How often it is asked whether the page is still there, in milliseconds. Browsers end a background that has called nothing of
 * theirs for 30 s, and an answer that waits for a person would be lost: Firefox grants it one more half minute, no more.
 */
const LOOK_AGAIN = 20_000;

/** What is needed of `browser`. */
interface Browser {
  tabs: Pick<Tabs.Static, 'create' | 'get' | 'update'>;
  runtime: Pick<Runtime.Static, 'getURL' | 'onConnect'>;
}

/**
 * Gives the function that asks whether Wikipedia may be asked: in a tab of Lectern's own beside the article, since browsers
 * ask for a permission only in a page of the extension. Its promise is kept once that page is answered, closed or left;
 * rejected where it cannot be opened. Who asks again meanwhile is led to the open page.
 */
export function createPermissionTab(browser: Browser): (opener: Tabs.Tab) => Promise<void> {
  let asking: { tab: Promise<Tabs.Tab>; closed: Promise<void> } | null = null;

  async function lead({ tab, closed }: NonNullable<typeof asking>): Promise<void> {
    const { id } = await tab;
    if (id !== undefined) await browser.tabs.update(id, { active: true }).catch(() => undefined);
    return closed;
  }

  return (opener) => {
    if (asking) return lead(asking);
    const tab = browser.tabs.create({ url: browser.runtime.getURL(PAGE), ...placeBeside(opener) });
    const closed = untilClosed(browser, tab).finally(() => {
      asking = null;
    });
    asking = { tab, closed };
    return closed;
  };
}

/** Chrome shows an extension's pages in no private window: there it chooses the window. */
function placeBeside({ id, index, windowId, incognito }: Tabs.Tab): Partial<Tabs.CreateCreatePropertiesType> {
  if (incognito) return {};
  return {
    index: index + 1,
    ...(windowId !== undefined && { windowId }),
    ...(id !== undefined && { openerTabId: id }),
  };
}

/** The page's own connection tells at once when it is closed or left; looking tells of one that never connected. */
function untilClosed({ tabs, runtime }: Browser, tab: Promise<Tabs.Tab>): Promise<void> {
  let end = () => {};
  let looking: ReturnType<typeof setInterval> | undefined;
  const onConnect = (port: Runtime.Port) => {
    if (port.name === PERMISSION_PAGE) port.onDisconnect.addListener(() => end());
  };
  // Before the page can be there.
  runtime.onConnect.addListener(onConnect);
  const closed = new Promise<void>((done, fail) => {
    end = done;
    tab.then(({ id }) => {
      if (id !== undefined) looking = setInterval(() => tabs.get(id).catch(() => done()), LOOK_AGAIN);
    }, fail);
  });
  return closed.finally(() => {
    clearInterval(looking);
    runtime.onConnect.removeListener(onConnect);
  });
}
