import { browser } from '../platform/browser.ts';
import { translate } from '../platform/i18n.ts';
import { PERMISSION_PAGE } from '../platform/permission-tab.ts';
import { createWikipediaPermission } from '../platform/wikipedia-permission.ts';
import { createPermissionPage } from './permission-page.ts';

/** The page that asks whether Wikipedia may be asked, beside the article whose reader wants to look something up. */
function show(): void {
  document.documentElement.lang = translate('languageOfMessages');
  document.documentElement.dir = translate('directionOfMessages');
  document.title = translate('permissionTitle');
  const permission = createWikipediaPermission(browser.permissions, browser.runtime.getManifest());
  document.body.replaceChildren(createPermissionPage({ document, translate, permission, leave }));
  // Tells the background when this page is left.
  browser.runtime.connect({ name: PERMISSION_PAGE });
}

async function leave(): Promise<void> {
  const { id, openerTabId } = await browser.tabs.getCurrent();
  // The browser's own choice is not always the tab that this one was opened from.
  if (openerTabId !== undefined) await browser.tabs.update(openerTabId, { active: true }).catch(() => undefined);
  if (id !== undefined) await browser.tabs.remove(id);
}

show();
