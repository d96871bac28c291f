import type { Article } from './article/article.ts';
import { chooseDocument } from './article/choose-document.ts';
import type { Obstacle } from './article/obstacle.ts';
import type { PageKind } from './article/page-kind.ts';
import type { ArticleReading } from './article/reading.ts';
import type { ReadingTools } from './article/reading-rules.ts';
import { unclobbered } from './article/unclobbered.ts';
import { askFont } from './platform/ask-font.ts';
import { askTerms, keepOwnTerm, lookUpPage, lookUpWord, tellKnown } from './platform/ask-glossary.ts';
import { askSpeakers } from './platform/ask-speakers.ts';
import { browser } from './platform/browser.ts';
import { followTypeface } from './platform/fonts.ts';
import { locale, translate } from './platform/i18n.ts';
import {
  CONTENT_SCRIPT,
  type KeptOnPage,
  type PageResources,
  type ReadOutcome,
  type ReadRequest,
} from './platform/messages.ts';
import { findPart, loadPart } from './platform/parts.ts';
import { SettingsReader } from './platform/settings-reader.ts';
import { tell } from './platform/tell.ts';
import { watchAddress } from './reader/address-watch.ts';
import { ArticleParts } from './reader/article-parts.ts';
import { noticeOf } from './reader/notices.ts';
import { type Overlay, openOverlay } from './reader/overlay.ts';
import { painted, pause } from './reader/painting.ts';
import type { ArticleSource, NoticeAction, ReceiptPart, View } from './reader/ports.ts';
import { createView } from './reader/view.ts';

/** A page of this many elements is worth a word of patience before it is read; smaller ones are there at once. */
const LARGE_PAGE = 20_000;

/** One opened reading view, from the press to its end. */
interface Session {
  view: View;
  reading: ArticleReading;
  resources: PageResources;
  kept: KeptOnPage;
  tools: ReadingTools;
  overlay: Overlay | null;
  /** What the view shows now; the tab of Lectern's own takes it over where the page defeats the overlay. */
  shown: Article | Obstacle | null;
  /** The document that the article was read from whole; null where it was a selection. */
  source: Document | null;
  parts: ArticleParts;
  /** Nobody asked for it on this page: it shows an article, or nothing at all. */
  opensByItself: boolean;
  ended: AbortController;
}

let session: Session | null = null;
/** Kept from the first press on: the rules are the same at the next. */
let tools: ReadingTools | null = null;

const OPEN: ReadOutcome = { state: 'open', openTab: null };
const CLOSED: ReadOutcome = { state: 'closed', openTab: null };

async function handle(request: ReadRequest, kept: KeptOnPage): Promise<ReadOutcome> {
  const opensByItself = request.type === 'open-by-itself';
  if (opensByItself && request.timeOrigin !== performance.timeOrigin) return CLOSED;
  if (session) {
    if (opensByItself) return OPEN;
    // Who presses while it is about to open by itself sees nothing yet, and wants it open.
    const isUnseen = session.opensByItself && session.shown === null;
    close(session);
    if (request.type === 'toggle' && !isUnseen) return CLOSED;
  }
  const reading = findPart<ArticleReading>('reading');
  const resources = findPart<PageResources>('resources');
  if (reading === null || resources === null) return { state: 'cannot-read', openTab: 'no-article' };
  const kind = reading.pageKind(document);
  if (opensByItself && kind !== 'html') return CLOSED;
  const openTab = obstacleForTab(kind);
  if (openTab) return { state: 'cannot-read', openTab };
  const opened = await startSession({ reading, resources, kept, opensByItself });
  if (!opened) return CLOSED;
  try {
    if (opensByItself) await readPage(opened);
    else if (request.type === 'selection') showSelection(opened, request.text);
    else if (kind === 'html' || kind === 'frameset' || kind === 'text') await showPage(opened);
    else showObstacle(opened, kind);
  } catch (error) {
    end(opened);
    console.error(error);
    return { state: 'cannot-read', openTab: 'no-article' };
  }
  if (opened.ended.signal.aborted) return CLOSED;
  return opened.shown === null || typeof opened.shown === 'object' ? OPEN : { state: 'cannot-read', openTab: null };
}

/**
 * What can only be told in a tab of Lectern's own: SVG and XML documents show no dialog, and Chromium's PDF viewer
 * shows one but keeps the focus and every key.
 */
function obstacleForTab(kind: PageKind): Obstacle | null {
  if (kind === 'feed' || kind === 'xml' || kind === 'pdf') return kind;
  if (unclobbered(document, 'documentElement') instanceof HTMLElement) return null;
  return kind === 'image' ? 'image' : 'xml';
}

async function startSession(
  given: Pick<Session, 'reading' | 'resources' | 'kept' | 'opensByItself'>,
): Promise<Session | null> {
  const ended = new AbortController();
  const settings = new SettingsReader(browser.storage.sync, browser.storage.onChanged, ended.signal);
  // Asked for in time: once the extension is reloaded, it has no texts either.
  const unavailable = translate('partUnavailable');
  const started: Session = {
    view: createView({
      document,
      translate,
      locale: locale(),
      settings,
      close: () => close(started),
      togglePart: (name) => void started.parts.toggle(name),
    }),
    ...given,
    tools: toolsOf(given),
    overlay: null,
    shown: null,
    source: null,
    parts: new ArticleParts({
      loadPart,
      sayUnavailable: () => started.view.showBanner({ text: unavailable, actions: [] }),
      settings,
      askSpeakers,
      glossary: { askTerms, tellKnown, keepOwnTerm, lookUpWord, lookUpPage },
    }),
    ended,
  };
  session = started;
  await settings.ready;
  followTypeface({ document, settings, loadFont: askFont }, ended.signal);
  return ended.signal.aborted ? null : started;
}

function toolsOf({ reading, resources }: Pick<Session, 'reading' | 'resources'>): ReadingTools {
  tools ??= { window, rules: reading.compilePrepared(resources.readingData) };
  return tools;
}

/** Shows the session's view over the page; from then on the page may try to get rid of it. */
function mount(current: Session): void {
  if (current.overlay || current.ended.signal.aborted) return;
  const giveWay = () => {
    end(current);
    tell({ type: 'reader-state', state: 'closed' });
    const { shown } = current;
    if (typeof shown === 'string') tell({ type: 'open-notice-tab', obstacle: shown });
    else if (shown) tell({ type: 'open-article-tab', article: current.reading.serializeArticle(shown, document) });
  };
  try {
    current.overlay = openOverlay({
      window,
      content: current.view.root,
      styleSheet: current.resources.styleSheet,
      label: translate('readerLabel'),
      onEscape: () => current.view.pressKey('Escape') || close(current),
      onKey: current.view.pressKey,
      onClosed: () => {
        end(current);
        tell({ type: 'reader-state', state: 'closed' });
      },
      onDefeat: giveWay,
    });
  } catch {
    // The page will not have a dialog at all: the same answer as to one that takes it away.
    giveWay();
    return;
  }
  watchAddress(window, () => offerNewPage(current), current.ended.signal);
}

function close(current: Session): void {
  if (current.overlay) current.overlay.close();
  else end(current);
}

function end(current: Session): void {
  current.ended.abort();
  current.view.dispose();
  if (session === current) session = null;
}

async function showPage(current: Session): Promise<void> {
  if (unclobbered(document, 'readyState') === 'loading') await waitForPage(current);
  else if (unclobbered(document, 'getElementsByTagName')('*').length > LARGE_PAGE) showBusy(current, 'reading');
  if (current.overlay) await painted();
  if (current.ended.signal.aborted) return;
  await readPage(current);
}

/** Waits until the page is there whole, or until the person would rather read what has come. */
async function waitForPage(current: Session): Promise<void> {
  await new Promise<void>((resolve) => {
    const { signal } = current.ended;
    unclobbered(document, 'addEventListener')('DOMContentLoaded', () => resolve(), { signal });
    signal.addEventListener('abort', () => resolve());
    showBusy(current, 'loading', [{ label: translate('noticeReadWhatIsThere'), run: resolve }]);
  });
}

async function readPage(current: Session): Promise<void> {
  const { document: chosen, foreignFrame } = chooseDocument(document, current.tools.rules.clutter);
  const reading = await current.reading.readArticleInSteps(chosen, current.tools, pause);
  if (current.ended.signal.aborted) return;
  current.source = chosen;
  if (reading && !reading.doubt) return showArticle(current, reading.article);
  if (current.opensByItself && current.shown === null) return end(current);
  if (foreignFrame !== null)
    return showObstacle(current, 'foreign-frame', [
      { label: translate('noticeOpenFrame'), run: () => void window.open(foreignFrame, '_blank', 'noopener') },
    ]);
  if (!reading) return showObstacle(current, 'no-article');
  showObstacle(current, reading.doubt ?? 'no-article', [
    { label: translate('noticeShowAnyway'), run: () => showArticle(current, reading.article) },
  ]);
}

function showSelection(current: Session, text: string | null): void {
  const selection = unclobbered(document, 'getSelection')();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) => selection?.getRangeAt(index));
  const fragments = ranges.flatMap((range) => (range ? [range.cloneContents()] : []));
  const { readSelection, readText } = current.reading;
  const article =
    readSelection(fragments, document, current.tools) ??
    // What is selected in a frame or in a field is no range of this document; the browser tells its text.
    readText(
      text ?? '',
      document,
      { url: window.location.href, title: unclobbered(document, 'title') },
      current.tools.rules,
    );
  if (article) showArticle(current, article);
  else showObstacle(current, 'empty-selection');
}

function showArticle(current: Session, article: Article): void {
  current.shown = article;
  const shown = current.view.showArticle(article);
  const receipt = current.parts.show(shown, { address: window.location.href, source: sourceOf(current) });
  // Before the first painting; there is no more to wait for, since the background has sent the part along.
  if (current.kept.pieces.length > 0) findPart<ReceiptPart>('receipt')?.restore(receipt, current.kept);
  mount(current);
  current.view.focusStart();
  tell({ type: 'reader-state', state: 'open' });
  // Chromium has the voices of the system some time after it was first asked for them: by the time somebody listens.
  window.speechSynthesis?.getVoices();
  void current.parts.mark();
}

function sourceOf({ source, tools, reading }: Session): ArticleSource | null {
  return source && { document: source, readPart: (element) => reading.readFragments([element], source, tools, 'kept') };
}

function showObstacle(current: Session, obstacle: Obstacle, actions: NoticeAction[] = []): void {
  current.shown = obstacle;
  mount(current);
  current.view.showNotice(noticeOf(obstacle, current.resources.noticeTexts, translate, actions));
  current.view.focusStart();
}

function showBusy(current: Session, wait: 'loading' | 'reading', actions: NoticeAction[] = []): void {
  mount(current);
  current.view.showNotice(noticeOf(wait, current.resources.noticeTexts, translate, actions));
  current.view.focusStart();
}

/** A single-page app went on to another article while its reading view is open: the person decides. */
function offerNewPage(current: Session): void {
  current.view.showBanner({
    text: translate('bannerPageChanged'),
    actions: [
      {
        label: translate('bannerReadNewPage'),
        run: () => {
          current.view.showBanner(null);
          void readPage(current);
        },
      },
    ],
  });
}

// Every press injects this file again; the first one stays and keeps its session.
const key = Symbol.for(CONTENT_SCRIPT);
if (!Object.hasOwn(globalThis, key)) Object.defineProperty(globalThis, key, { value: handle });
