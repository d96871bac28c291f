import type { Translate } from '../../assets/message-key.ts';
import type { browser, Menus, Tabs } from './browser.ts';

const PAGE = 'read-page';
const SELECTION = 'read-selection';
const SITE = 'open-on-site';

/** What the entries do. */
export interface MenuActions {
  readPage(tab: Tabs.Tab): void;
  /** `text` is what the browser says is selected, also within frames. */
  readSelection(tab: Tabs.Tab, text: string | null): void;
  /** `address` is that of the page in the tab; null where the browser does not tell it. */
  chooseSite(tab: Tabs.Tab, address: string | null): void;
}

/** Puts Lectern's entries into the menu of pages and selections and into that of the toolbar button. */
export function createMenus(
  { contextMenus, runtime }: Pick<typeof browser, 'contextMenus' | 'runtime'>,
  translate: Translate,
  actions: MenuActions,
): void {
  // Firefox for Android has no such menus.
  const menus: typeof contextMenus | undefined = contextMenus;
  if (!menus) return;
  runtime.onInstalled.addListener(() => {
    void fill(menus, translate);
  });
  menus.onClicked.addListener((info: Menus.OnClickData, tab?: Tabs.Tab) => {
    if (!tab) return;
    if (info.menuItemId === PAGE) actions.readPage(tab);
    if (info.menuItemId === SELECTION) actions.readSelection(tab, info.selectionText ?? null);
    if (info.menuItemId === SITE) actions.chooseSite(tab, tab.url ?? info.pageUrl ?? null);
  });
}

async function fill(menus: typeof browser.contextMenus, translate: Translate): Promise<void> {
  await menus.removeAll();
  menus.create({ id: PAGE, contexts: ['page'], title: translate('menuReadPage') });
  menus.create({ id: SELECTION, contexts: ['selection'], title: translate('commandReadSelection') });
  menus.create({ id: SITE, contexts: ['action'], title: translate('menuOpenOnSite') });
}
