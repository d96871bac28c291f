import { sanitizeHtml } from '../article/sanitize.ts';
import { createArticleTabs } from '../platform/article-tabs.ts';
import { browser } from '../platform/browser.ts';
import { locale, translate } from '../platform/i18n.ts';
import { SettingsReader } from '../platform/settings-reader.ts';
import { isObstacle, NOTICE_TEXTS } from '../reader/notice-texts.ts';
import { noticeOf } from '../reader/notices.ts';
import { createView } from '../reader/view.ts';

/** The reading view in a tab of Lectern's own: for pages that defeat the overlay, and for notices where none can be. */
async function show(): Promise<void> {
  const settings = new SettingsReader(browser.storage.sync, browser.storage.onChanged);
  await settings.ready;
  const view = createView({ document, translate, locale: locale(), settings, close: () => void closeTab() });
  document.documentElement.lang = translate('languageOfMessages');
  document.querySelector('main')?.replaceChildren(view.root);
  document.addEventListener('keydown', (event) => {
    if (event.isTrusted && event.key === 'Escape') void closeTab();
  });

  const asked = new URLSearchParams(location.hash.slice(1));
  const article = await createArticleTabs(browser.storage.session, Date.now).find(asked.get('article') ?? '');
  if (article) {
    document.title = article.title;
    view.showArticle({ ...article, content: sanitizeHtml(article.html, document, window) });
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
