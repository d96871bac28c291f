import type { Settings } from '../settings/settings.ts';
import { createAnnouncer } from './announcer.ts';
import { createArticleView } from './article-view.ts';
import { createBanner } from './banner.ts';
import { element } from './element.ts';
import { createNotice } from './notice.ts';
import type { KeyAnswer, ReaderPorts, View } from './ports.ts';
import { SharedStage } from './shared-stage.ts';
import { isSingleKey, showSingleKey } from './single-keys.ts';
import { applySettings } from './theme.ts';
import { createToolbar } from './toolbar.ts';
import { letToolbarRetreat } from './toolbar-retreat.ts';

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
  const stage = element(document, 'div', 'stage', main);
  const toolbar = createToolbar(ports);
  const { panelButtons, listenButton } = toolbar;
  const showPartButtons = (isShown: boolean) => {
    for (const partButton of [listenButton, ...Object.values(panelButtons)]) partButton.hidden = !isShown;
  };
  const openers = [
    { id: 'keyListen', part: 'listening', opener: listenButton },
    { id: 'keyGlossary', part: 'glossary', opener: panelButtons.glossary },
    { id: 'keySpeakers', part: 'speakers', opener: panelButtons.speakers },
    { id: 'keyAppearance', part: 'appearance', opener: panelButtons.appearance },
  ] as const;
  const root = element(document, 'div', 'lectern', toolbar.element, stage, announcer.element);
  // Firefox makes every scroller a Tab stop, at which a screen reader would read all of the article at once.
  root.tabIndex = -1;
  root.lang = translate('languageOfMessages');
  root.dir = translate('directionOfMessages');
  const apply = (current: Settings) => {
    applySettings(root, current);
    for (const { id, opener } of openers) showSingleKey(current, id, opener);
  };
  apply(settings.current());
  settings.subscribe(apply, ended.signal);
  letToolbarRetreat(root, toolbar.element, ended.signal);

  /** Ends what the article or notice on show listens to, when the next takes its place. */
  let shown = new AbortController();
  let banner: HTMLElement | null = null;
  let heading: HTMLElement | null = null;
  let answers: KeyAnswer[] = [];

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
    answers = [];
    return shown.signal;
  }

  return {
    root,
    showArticle(article) {
      const signal = renewSignal();
      const next = createArticleView(ports, article, signal);
      show(next);
      showPartButtons(true);
      announcer.announce('');
      const shared = new SharedStage();
      answers.push((key) => key === 'Escape' && (shared.card.close() || shared.panel.close()));
      answers.push((key, isHeld) => {
        const pressed = openers.find(({ id }) => isSingleKey(settings.current(), id, key));
        if (pressed && !isHeld) ports.togglePart(pressed.part);
        return pressed !== undefined;
      });
      return {
        ...next.shown,
        stage,
        covered: [toolbar.element, main],
        panelButtons,
        listenButton,
        announce: announcer.announce,
        answerKeys: (answer) => answers.unshift(answer),
        shared,
      };
    },
    showNotice(notice) {
      renewSignal();
      showPartButtons(false);
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
    pressKey(key, isHeld = false) {
      const { activeElement } = root.getRootNode() as Document | ShadowRoot;
      // What is typed into a field belongs to it, and a letter chooses from a list.
      if (key !== 'Escape' && activeElement?.matches('select, textarea, input:not([type="radio"], [type="checkbox"])'))
        return false;
      return answers.some((answer) => answer(key, isHeld));
    },
    dispose() {
      shown.abort();
      ended.abort();
    },
  };
}
