import { sanitizeHtml } from '../article/sanitize.ts';
import { createArticleTabs } from '../platform/article-tabs.ts';
import { askDivisions } from '../platform/ask-divisions.ts';
import { askTerms, keepOwnTerm, lookUpPage, lookUpWord, tellKnown } from '../platform/ask-glossary.ts';
import { askSpeakers } from '../platform/ask-speakers.ts';
import { browser } from '../platform/browser.ts';
import { followTypeface } from '../platform/fonts.ts';
import { locale, translate } from '../platform/i18n.ts';
import { createKeptPieces } from '../platform/kept-pieces.ts';
import { createOwnPresets } from '../platform/own-presets.ts';
import { readPackagedFile } from '../platform/packaged-file.ts';
import { readPackagedFont } from '../platform/packaged-font.ts';
import { findPart } from '../platform/parts.ts';
import { createSettingsStore } from '../platform/settings-store.ts';
import { tell } from '../platform/tell.ts';
import { expectSettings, settleSettings, triedSettings, trySettings } from '../platform/tried-settings.ts';
import { createAppearancePart } from '../reader/appearance.ts';
import { ArticleParts, type ViewParts } from '../reader/article-parts.ts';
import { createFocusPart } from '../reader/focus.ts';
import { createGlossaryPart } from '../reader/glossary.ts';
import type { ListeningPart } from '../reader/listening-ports.ts';
import { isObstacle, NOTICE_TEXTS } from '../reader/notice-texts.ts';
import { noticeOf } from '../reader/notices.ts';
import { isPlainKey } from '../reader/plain-key.ts';
import { createReceiptPart } from '../reader/receipt.ts';
import { createSpeakersPart } from '../reader/speakers.ts';
import { createSyllablesPart } from '../reader/syllables.ts';
import { createView } from '../reader/view.ts';

/** The reading view in a tab of Lectern's own: for pages that defeat the overlay, and for notices where none can be. */
async function show(): Promise<void> {
  const settings = createSettingsStore(browser.storage.sync, browser.storage.onChanged);
  await settings.ready;
  followTypeface(
    { document, settings: settings, loadFont: (typeface) => readPackagedFont(typeface, readPackagedFile) },
    new AbortController().signal,
  );
  const isPrivate = browser.extension.inIncognitoContext === true;
  const keptPieces = createKeptPieces(browser.storage.local, isPrivate, Date.now);
  const ports = { document, translate, locale: locale(), settings };
  const receipt = createReceiptPart(ports, { isPrivate, ...keptPieces });
  const viewParts: { [Name in keyof ViewParts]: ViewParts[Name] | null } = {
    receipt,
    speakers: createSpeakersPart(ports),
    glossary: createGlossaryPart(ports),
    // tab.html has its script before this one.
    listening: findPart<ListeningPart>('listening'),
    appearance: createAppearancePart({
      ...ports,
      trials: { tried: triedSettings, try: trySettings, expect: expectSettings, settle: settleSettings },
      ownPresets: createOwnPresets(browser.storage.sync, browser.storage.onChanged),
      openOptions: () => tell({ type: 'open-options' }),
    }),
    focus: createFocusPart(ports),
    syllables: createSyllablesPart({ ...ports, askDivisions }),
  };
  const parts = new ArticleParts({
    loadPart: async (name) => viewParts[name],
    sayUnavailable: () => undefined,
    settings,
    askSpeakers,
    glossary: { askTerms, tellKnown, keepOwnTerm, lookUpWord, lookUpPage },
  });
  const view = createView({
    ...ports,
    close: () => void closeTab(),
    togglePart: (name) => void parts.toggle(name),
  });
  document.documentElement.lang = translate('languageOfMessages');
  document.querySelector('main')?.replaceChildren(view.root);
  document.addEventListener('keydown', (event) => {
    if (!event.isTrusted || !isPlainKey(event)) return;
    if (view.pressKey(event.key, event.repeat)) event.preventDefault();
    else if (event.key === 'Escape') void closeTab();
  });

  const asked = new URLSearchParams(location.hash.slice(1));
  const article = await createArticleTabs(browser.storage.session, Date.now).find(asked.get('article') ?? '');
  if (article) {
    document.title = article.title;
    const kept = { address: article.url, pieces: await keptPieces.find(article.url) };
    const shown = view.showArticle({ ...article, content: sanitizeHtml(article.html, document, window) });
    receipt.restore(parts.show(shown, { address: article.url, source: null }), kept);
    void parts.mark();
  } else {
    const obstacle = asked.get('notice') ?? '';
    const notice = noticeOf(isObstacle(obstacle) ? obstacle : 'expired', NOTICE_TEXTS, translate);
    document.title = notice.heading;
    view.showNotice(notice);
  }
  view.focusStart();
}

/** window.close() is for windows that a script opened; the browser goes back to the tab that this one came from. */
async function closeTab(): Promise<void> {
  const { id } = await browser.tabs.getCurrent();
  if (id !== undefined) await browser.tabs.remove(id);
}

void show();
