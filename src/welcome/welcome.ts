import { browser, type Runtime } from '../platform/browser.ts';
import { followTypeface } from '../platform/fonts.ts';
import { translate } from '../platform/i18n.ts';
import {
  CONTENT_SCRIPT,
  isWelcomeMessage,
  type KeptOnPage,
  type ReadOutcome,
  type ReadRequest,
} from '../platform/messages.ts';
import { readPackagedFile } from '../platform/packaged-file.ts';
import { readPackagedFont } from '../platform/packaged-font.ts';
import { createSettingsStore } from '../platform/settings-store.ts';
import { createShortcuts } from '../platform/shortcuts.ts';
import { describeSample } from './sample-data.ts';
import { createWelcomePage } from './welcome-page.ts';

/** What content.js leaves in this page, as in any other. */
type ContentScript = (request: ReadRequest, kept: KeptOnPage) => Promise<ReadOutcome>;

/** The first-run page. Its article opens in the very reading view that opens over other pages: welcome.html has its scripts. */
async function show(): Promise<void> {
  const store = createSettingsStore(browser.storage.sync, browser.storage.onChanged);
  // Before anything is waited for: the toolbar button may be pressed as soon as the page is to be seen.
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || sender.tab || !isWelcomeMessage(message)) return undefined;
    return read(message.request, message.kept);
  });
  document.documentElement.lang = translate('languageOfMessages');
  document.documentElement.dir = translate('directionOfMessages');
  document.title = translate('welcomeTitle');
  document.head.append(...describeSample(document, translate));
  await store.ready;
  followTypeface(
    { document, settings: store, loadFont: (typeface) => readPackagedFont(typeface, readPackagedFile) },
    new AbortController().signal,
  );
  const page = createWelcomePage({
    document,
    translate,
    store,
    shortcuts: createShortcuts(browser.commands, browser.tabs),
    openArticle: () => void read({ type: 'toggle' }, { address: location.href, pieces: [] }),
  });
  document.body.replaceChildren(page.root);
  await page.refresh();
  addEventListener('beforeunload', () => void store.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void store.flush();
    // Perhaps from the browser's page for shortcuts.
    else void page.refresh();
  });
}

async function read(request: ReadRequest, kept: KeptOnPage): Promise<ReadOutcome> {
  const ask: unknown = Reflect.get(globalThis, Symbol.for(CONTENT_SCRIPT));
  if (typeof ask !== 'function') return { state: 'cannot-read', openTab: null };
  return (ask as ContentScript)(request, kept);
}

void show();
