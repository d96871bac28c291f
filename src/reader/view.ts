import { createAnnouncer } from './announcer.ts';
import { createArticleView } from './article-view.ts';
import { createBanner } from './banner.ts';
import { element } from './element.ts';
import { createNotice } from './notice.ts';
import type { ReaderPorts, View } from './ports.ts';
import { applySettings } from './theme.ts';
import { createToolbar } from './toolbar.ts';

/**
 * Makes the reading view. It is styled by reader.css, which whoever mounts it puts into the same document or shadow
 * root, and it scrolls by itself: the container gives it a height.
 */
export function createView(ports: ReaderPorts): View {
  const { document, settings, translate } = ports;
  const ended = new AbortController();
  const announcer = createAnnouncer(document, ended.signal);
  // No landmarks of its own: in the overlay it is a dialog beside those of the page, in the tab it stands in `main`.
  const main = element(document, 'div', 'main');
  const root = element(document, 'div', 'lectern', createToolbar(ports), main, announcer.element);
  // Firefox makes every scroller a Tab stop, at which a screen reader would read all of the article at once.
  root.tabIndex = -1;
  root.lang = translate('languageOfMessages');
  root.dir = translate('directionOfMessages');
  applySettings(root, settings.current());
  settings.subscribe((changed) => applySettings(root, changed), ended.signal);

  /** Ends what the article or notice on show listens to, when the next takes its place. */
  let shown = new AbortController();
  let banner: HTMLElement | null = null;
  let heading: HTMLElement | null = null;

  function show(next: { element: HTMLElement; heading: HTMLElement }): void {
    main.replaceChildren(...(banner ? [banner] : []), next.element);
    heading = next.heading;
    root.scrollTop = 0;
    // What had the focus is gone with the rest: without this, keys would go to the page behind.
    if (root.isConnected) focusStart();
  }

  function focusStart(): void {
    heading?.focus({ preventScroll: true });
  }

  function renewSignal(): AbortSignal {
    shown.abort();
    shown = new AbortController();
    return shown.signal;
  }

  return {
    root,
    showArticle(article) {
      const next = createArticleView(ports, article, announcer.announce, renewSignal());
      show(next);
      announcer.announce('');
      return next.shown;
    },
    showNotice(notice) {
      renewSignal();
      show(createNotice(document, notice));
      // The heading is read because it takes the focus; the sentences would go unheard.
      announcer.announce(notice.sentences.join(' '));
    },
    showBanner(next) {
      const hadFocus = banner?.matches(':focus-within');
      banner?.remove();
      banner = next && createBanner(document, next);
      if (banner) main.prepend(banner);
      if (hadFocus) focusStart();
      announcer.announce(next?.text ?? '');
    },
    focusStart,
    dispose() {
      shown.abort();
      ended.abort();
    },
  };
}
