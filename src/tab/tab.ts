import { sanitizeHtml } from '../article/sanitize.ts';
import { createArticleTabs } from '../platform/article-tabs.ts';
import { askSpeakers } from '../platform/ask-speakers.ts';
import { browser } from '../platform/browser.ts';
import { locale, translate } from '../platform/i18n.ts';
import { createKeptPieces } from '../platform/kept-pieces.ts';
import { createSettingsStore } from '../platform/settings-store.ts';
import { isObstacle, NOTICE_TEXTS } from '../reader/notice-texts.ts';
import { noticeOf } from '../reader/notices.ts';
import type { ReceiptSubject, SpeakersSubject } from '../reader/ports.ts';
import { createReceiptPart } from '../reader/receipt.ts';
import { createSpeakersPart } from '../reader/speakers.ts';
import { createSpeakersSubject, isHuge } from '../reader/speakers-subject.ts';
import { createView } from '../reader/view.ts';

/** The reading view in a tab of Lectern's own: for pages that defeat the overlay, and for notices where none can be. */
async function show(): Promise<void> {
  const settings = createSettingsStore(browser.storage.sync, browser.storage.onChanged);
  await settings.ready;
  const isPrivate = browser.extension.inIncognitoContext === true;
  const keptPieces = createKeptPieces(browser.storage.local, isPrivate, Date.now);
  const receipt = createReceiptPart({ document, translate }, { isPrivate, ...keptPieces });
  const speakers = createSpeakersPart({ document, translate, settings });
  let speakersSubject: SpeakersSubject | null = null;
  let subject: ReceiptSubject | null = null;
  const view = createView({
    document,
    translate,
    locale: locale(),
    settings,
    close: () => void closeTab(),
    openReceipt: () => subject && receipt.toggle(subject),
    openSpeakers: () => speakersSubject && speakers.toggle(speakersSubject),
  });
  document.documentElement.lang = translate('languageOfMessages');
  document.querySelector('main')?.replaceChildren(view.root);
  document.addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (view.pressKey(event.key)) event.preventDefault();
    else if (event.key === 'Escape') void closeTab();
  });

  const asked = new URLSearchParams(location.hash.slice(1));
  const article = await createArticleTabs(browser.storage.session, Date.now).find(asked.get('article') ?? '');
  if (article) {
    document.title = article.title;
    const kept = { address: article.url, pieces: await keptPieces.find(article.url) };
    const shown = view.showArticle({ ...article, content: sanitizeHtml(article.html, document, window) });
    subject = { shown, address: article.url, source: null };
    receipt.restore(subject, kept);
    speakersSubject = createSpeakersSubject(shown, askSpeakers);
    if (!isHuge(article)) speakers.markNames(speakersSubject);
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
