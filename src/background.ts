import { type Obstacle, obstacleOfAddress } from './article/obstacle.ts';
import { createArticleQuestions } from './platform/article-questions.ts';
import { createArticleTabs } from './platform/article-tabs.ts';
import { browser, type Runtime, type Tabs } from './platform/browser.ts';
import { createClosedPages } from './platform/closed-pages.ts';
import { createEspeak } from './platform/espeak.ts';
import { translate } from './platform/i18n.ts';
import { createKeptPieces } from './platform/kept-pieces.ts';
import { createKnownTerms } from './platform/known-terms.ts';
import { createMenus } from './platform/menus.ts';
import {
  CONTENT_SCRIPT,
  type DivisionsReply,
  isReaderMessage,
  type KeptOnPage,
  type PartName,
  type ReaderState,
  type ReadOutcome,
  type ReadRequest,
  symbolOfPart,
  type WelcomeMessage,
} from './platform/messages.ts';
import { keepOpeningScript } from './platform/opening-script.ts';
import { createOwnGlossary } from './platform/own-glossary.ts';
import { createOwnTerms } from './platform/own-terms.ts';
import { readPackagedFile } from './platform/packaged-file.ts';
import { readPackagedFont } from './platform/packaged-font.ts';
import { keepPackagedScript } from './platform/packaged-script.ts';
import { createPageLookup } from './platform/page-lookup.ts';
import { createPermissionTab } from './platform/permission-tab.ts';
import { createSitesPermission } from './platform/sites-permission.ts';
import { createSpeakingTabs } from './platform/speaking-tabs.ts';
import { loadSynthesizer, SYNTHESIZER_SCRIPT } from './platform/synthesizer-script.ts';
import { createVoiceService } from './platform/voice-service.ts';
import { openWelcomeOnce, WELCOME_PAGE } from './platform/welcome-tab.ts';
import { createWikipediaPermission } from './platform/wikipedia-permission.ts';
import { createWordDivider } from './platform/word-divider.ts';

const COMMAND_SELECTION = 'read-selection';
const TAB_PAGE = 'tab.html';
const OPTIONS_PAGE = 'options.html';

/** Chromium grants the tab a moment after it tells of the click: 2 to 4 of 30 first tries fail. In milliseconds. */
const RETRY_DELAYS = [50, 150, 400];

/** What the content script cannot read without. */
const FIRST_PARTS: PartName[] = ['resources', 'reading'];

const TITLES = { open: 'actionClose', closed: 'actionOpen', 'cannot-read': 'actionCannotRead' } as const;

const articleTabs = createArticleTabs(browser.storage.session, Date.now);

const ownTerms = createOwnTerms(createOwnGlossary(browser.storage), createKnownTerms(browser.storage));
const questions = createArticleQuestions(readPackagedFile, ownTerms);
const divideWords = createWordDivider(readPackagedFile);

const lookUpPage = createPageLookup(
  createWikipediaPermission(browser.permissions, browser.runtime.getManifest()),
  createPermissionTab(browser),
  { fetch: (address, options) => fetch(address, options), isOnline: () => navigator.onLine },
);

const sites = createSitesPermission(browser.permissions);
const closedPages = createClosedPages(browser.storage.session);
keepOpeningScript(browser, sites);

openWelcomeOnce(browser);
createMenus(browser, translate, {
  readPage: (tab) => void read(tab, { type: 'toggle' }),
  readSelection: (tab, text) => void read(tab, { type: 'selection', text }),
  chooseSite: (tab, address) => void openBeside(tab, `${OPTIONS_PAGE}#sites=${encodeURIComponent(hostOf(address))}`),
});

keepPackagedScript(globalThis, SYNTHESIZER_SCRIPT);
browser.runtime.onConnect.addListener(
  createVoiceService(
    createEspeak(readPackagedFile, loadSynthesizer),
    createSpeakingTabs(browser.action, translate),
    browser.runtime.id,
  ),
);

browser.action.onClicked.addListener((tab) => {
  void read(tab, { type: 'toggle' });
});

browser.commands.onCommand.addListener((command, tab) => {
  if (command === COMMAND_SELECTION && tab) void read(tab, { type: 'selection', text: null });
});

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  if (sender.id !== browser.runtime.id || !isReaderMessage(message) || !sender.tab) return undefined;
  const { tab } = sender;
  if (message.type === 'load-part')
    return injectPart({ tabId: tab.id ?? -1, frameId: sender.frameId ?? 0 }, message.part);
  if (message.type === 'find-speakers') return questions.findSpeakers(message.blocks, message.language);
  if (message.type === 'find-terms') return questions.findTerms(message.blocks, message.language);
  if (message.type === 'know-term') return ownTerms.know(message.id, message.term, message.isKnown);
  if (message.type === 'keep-own-term') return ownTerms.keep(message.term, message.definition);
  if (message.type === 'load-font') return readPackagedFont(message.typeface, readPackagedFile);
  if (message.type === 'divide-words') return divide(message.words, message.language);
  if (message.type === 'look-up-word') return questions.lookUpWord(message.word, message.opensSentence);
  if (message.type === 'look-up-page') return lookUpPage(message.title, message.language, tab);
  if (message.type === 'open-by-itself') void openByItself(tab, message);
  if (message.type === 'open-options') void browser.runtime.openOptionsPage();
  if (message.type === 'reader-state') void showState(tab, message.state);
  if (message.type === 'open-notice-tab') void openTab(tab, `notice=${message.obstacle}`);
  if (message.type === 'open-article-tab')
    void articleTabs.keep(message.article).then((id) => openTab(tab, `article=${id}`));
  return undefined;
});

async function divide(words: readonly string[], language: string | null): Promise<DivisionsReply> {
  return (await divideWords(words, language)) ?? 'unknown-language';
}

/** The whole way of a press: into this tab only, and never without an answer. */
async function read(tab: Tabs.Tab, request: ReadRequest): Promise<void> {
  if (tab.id === undefined) return;
  if (tab.url?.startsWith(browser.runtime.getURL(TAB_PAGE))) {
    await browser.tabs.remove(tab.id);
    return;
  }
  const isWelcome = tab.url?.startsWith(browser.runtime.getURL(WELCOME_PAGE)) === true;
  const outcome = await (isWelcome ? askWelcomePage : readInTab)(tab.id, request, keptOn(tab));
  const obstacle = outcome ? outcome.openTab : obstacleOfAddress(tab.url ?? null);
  await showState(tab, outcome?.state ?? 'cannot-read');
  if (obstacle) await openTab(tab, `notice=${obstacle}`);
}

/** What is no article beyond doubt is left alone there, without a word. */
async function openByItself(
  tab: Tabs.Tab,
  { timeOrigin, isReturn }: { timeOrigin: number; isReturn: boolean },
): Promise<void> {
  const { id, url = '' } = tab;
  if (id === undefined || !(await sites.covers(url))) return;
  if (isReturn && (await closedPages.has(id, url))) return;
  await readInTab(id, { type: 'open-by-itself', timeOrigin }, keptOn(tab));
}

async function keptOn({ url = '', incognito }: Tabs.Tab): Promise<KeptOnPage> {
  const keptPieces = createKeptPieces(browser.storage.local, incognito, Date.now);
  return { address: url, pieces: await keptPieces.find(url) };
}

/** No extension may inject anything into its own pages: that one has the scripts, and is asked as a page of Lectern's. */
async function askWelcomePage(
  tabId: number,
  request: ReadRequest,
  gathered: Promise<KeptOnPage>,
): Promise<ReadOutcome | null> {
  const message: WelcomeMessage = { type: 'read-welcome-page', request, kept: await gathered };
  return browser.tabs.sendMessage<WelcomeMessage, ReadOutcome | null>(tabId, message).catch(() => null);
}

/** @returns null where the browser lets no extension into the page. */
async function readInTab(
  tabId: number,
  request: ReadRequest,
  gathered: Promise<KeptOnPage>,
): Promise<ReadOutcome | null> {
  const target = { tabId };
  for (const delay of [...RETRY_DELAYS, null]) {
    try {
      const kept = await gathered;
      // What was put back before is to be there with the first painting.
      const parts: PartName[] = kept.pieces.length > 0 ? [...FIRST_PARTS, 'receipt'] : FIRST_PARTS;
      const outcome = await askPage(tabId, parts, request, kept);
      if (outcome !== null) return outcome;
      const files = [...parts.map((part) => `${part}.js`), 'content.js'];
      await browser.scripting.executeScript({ target, files, injectImmediately: true });
      return await askPage(tabId, parts, request, kept);
    } catch {
      if (delay === null) break;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
  return null;
}

/**
 * Hands a request to the content script in a tab. Only the page itself knows whether it has the scripts: it may be another
 * one by now, or an old one that came back from the browser's cache with all it had.
 * @returns null where the content script, or one of the `parts`, is not there.
 */
async function askPage(
  tabId: number,
  parts: readonly PartName[],
  request: ReadRequest,
  kept: KeptOnPage,
): Promise<ReadOutcome | null> {
  const [answered] = await browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    func: (name: string, needed: string[], asked: ReadRequest, given: KeptOnPage): unknown =>
      [name, ...needed].every((each) => Object.hasOwn(globalThis, Symbol.for(each)))
        ? Reflect.get(globalThis, Symbol.for(name))(asked, given)
        : null,
    args: [CONTENT_SCRIPT, parts.map(symbolOfPart), request, kept],
  });
  return (answered?.result as ReadOutcome | null | undefined) ?? null;
}

/** Puts a part of the reading view where the reader stands that asks for it. */
async function injectPart(place: { tabId: number; frameId: number }, part: PartName): Promise<void> {
  const target = { tabId: place.tabId, frameIds: [place.frameId] };
  try {
    await browser.scripting.executeScript({ target, files: [`${part}.js`], injectImmediately: true });
  } catch {
    // The reader finds that it has not come, and says so.
  }
}

async function showState(tab: Tabs.Tab, state: ReaderState): Promise<void> {
  if (tab.id === undefined) return;
  if (state === 'closed' && tab.url !== undefined) void closedPages.keep(tab.id, tab.url);
  try {
    await browser.action.setTitle({ tabId: tab.id, title: translate(TITLES[state]) });
  } catch {
    // The tab is gone: nobody is left to be told.
  }
}

function openTab(opener: Tabs.Tab, fragment: `notice=${Obstacle}` | `article=${string}`): Promise<void> {
  return openBeside(opener, `${TAB_PAGE}#${fragment}`);
}

/** The host of a website's page; empty for any other page. */
function hostOf(address: string | null): string {
  return address !== null && /^https?:/.test(address) && URL.canParse(address) ? new URL(address).hostname : '';
}

async function openBeside(opener: Tabs.Tab, page: string): Promise<void> {
  await browser.tabs.create({
    url: browser.runtime.getURL(page),
    index: opener.index + 1,
    ...(opener.windowId !== undefined && { windowId: opener.windowId }),
    ...(opener.id !== undefined && { openerTabId: opener.id }),
  });
}
