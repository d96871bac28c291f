import { browser } from '../platform/browser.ts';
import { translate } from '../platform/i18n.ts';
import { createKnownTerms } from '../platform/known-terms.ts';
import { createOwnGlossary } from '../platform/own-glossary.ts';
import { createSaveFile } from '../platform/save-file.ts';
import { createSettingsStore } from '../platform/settings-store.ts';
import { createShortcuts } from '../platform/shortcuts.ts';
import { createWikipediaPermission } from '../platform/wikipedia-permission.ts';
import { createOptionsPage } from './options-page.ts';

/** The options page, opened from the browser's list of extensions. */
async function show(): Promise<void> {
  const store = createSettingsStore(browser.storage.sync, browser.storage.onChanged);
  const shortcuts = createShortcuts(browser.commands, browser.tabs);
  const wikipedia = createWikipediaPermission(browser.permissions, browser.runtime.getManifest());
  document.documentElement.lang = translate('languageOfMessages');
  document.documentElement.dir = translate('directionOfMessages');
  document.title = translate('optionsTitle');
  await store.ready;
  const page = createOptionsPage({
    document,
    translate,
    store,
    shortcuts,
    wikipedia,
    ownGlossary: createOwnGlossary(browser.storage),
    knownTerms: createKnownTerms(browser.storage),
    saveFile: createSaveFile(document),
  });
  document.body.replaceChildren(page.root);
  await page.refresh();
  // Firefox takes no more calls from a page once it has begun to unload; tabs that are only put aside are heard of below.
  addEventListener('beforeunload', () => void store.flush());
  document.addEventListener('visibilitychange', () => {
    // Going away: the last move of a slider may still wait. Coming back: perhaps from the browser's page for shortcuts.
    if (document.visibilityState === 'hidden') void store.flush();
    else void page.refresh();
  });
}

void show();
