import type { MessageKey } from '../../assets/message-key.ts';
import { button, element, icon } from './element.ts';
import { X } from './icons.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';
import { makePlace, removePlace } from './text-place.ts';

/** Between the words and the card, and between the card and the edge of the view, in CSS pixels. */
const GAP = 8;

/** The two ends of a press. */
const PRESS = ['pointerdown', 'pointerup'] as const;

/** The words in the text that a card belongs to. */
export interface CardAnchor {
  /** Where they stand, a rectangle for each line. */
  lines(): readonly DOMRect[];
  /** Gives the focus back to where it came from. */
  takeFocus(): void;
}

export interface TextCardOptions extends Pick<ReaderPorts, 'document' | 'translate'> {
  shown: ShownArticle;
  anchor: CardAnchor;
  /** Names the kind of card ("Who is this again?"). */
  question: MessageKey;
  /** What the card is about, with the language of its words. */
  subject: HTMLElement;
}

/** A card over the article, by some of its words. */
export interface TextCard {
  /** Holds what the card says; to be filled before `open`. */
  element: HTMLElement;
  /** Puts the card by its words and moves the focus to a link on it, by its number; to its heading where there is none. */
  open(link?: number): void;
  /** Aborted when the card has gone. */
  closed: AbortSignal;
  /** The number of a link on the card, from 0. */
  numberOf(link: HTMLElement): number;
  /** Finds room for it anew; to be called when what it says has grown. */
  settle(): void;
  /** Takes the card away; the focus goes from it back to the words. */
  close(): void;
}

/** The anchor of a card on words that are an element. */
export function anchorOn(words: HTMLElement): CardAnchor {
  return {
    lines: () => [...words.getClientRects()],
    takeFocus: () => words.isConnected && words.focus({ preventScroll: true }),
  };
}

/** The anchor of a card on words that somebody selected; the focus comes to them only when the card closes. */
export function anchorOnRange(document: Document, shown: ShownArticle, range: Range): CardAnchor {
  const root = shown.element.getRootNode() as Document | ShadowRoot;
  const before = root.activeElement as HTMLElement | null;
  const around = range.startContainer.parentElement;
  return {
    lines() {
      const lines = [...range.getClientRects()];
      // What has been marked since may have taken the place of the words.
      return lines.length > 0 || !around ? lines : [around.getBoundingClientRect()];
    },
    takeFocus() {
      const place = range.collapsed ? null : makePlace(document, range);
      (place ?? before)?.focus({ preventScroll: true });
      shown.shared.tellTextWrapped();
      if (place) removePlace(place, () => shown.shared.tellTextWrapped());
    },
  };
}

/**
 * Makes a card that opens under the words, or over them where there is more room. It is no modal dialog: whoever goes on
 * with Tab comes back to the text, and a press beside it closes it.
 */
export function createTextCard(options: TextCardOptions): TextCard {
  const { shown, anchor } = options;
  const { card, heading } = makeCard(options, () => close());

  card.addEventListener('focusout', ({ relatedTarget }) => {
    if (!relatedTarget || card.contains(relatedTarget as Node)) return;
    const scroller = shown.stage.parentElement;
    const place = scroller?.scrollTop;
    // Not at once: the focus is on its way, and would go on to where it was going, and take the text along.
    setTimeout(() => {
      close(true);
      if (scroller && place !== undefined) scroller.scrollTop = place;
    });
  });
  let isPressOutside = false;
  // As the press ends, and only where it began outside too: a selection that was drawn out of the card keeps it open. Not
  // with the click: the one that opens this card comes by the stage after that.
  const closeFromOutside = ({ type, target }: Event) => {
    const isOutside = !card.contains(target as Node);
    if (type === 'pointerup' && isOutside && isPressOutside) close();
    isPressOutside = type === 'pointerdown' && isOutside;
  };
  const closed = new AbortController();
  const onStage = { close, giveWay: remove };
  shown.signal.addEventListener('abort', remove);
  return {
    element: card,
    closed: closed.signal,
    open(number = -1) {
      shown.shared.card.enter(onStage);
      // Before the text: from the end of the view Tab would lead out to the browser's own bars, and the card would stay.
      shown.stage.prepend(card);
      place(card, anchor.lines(), shown.stage);
      for (const type of PRESS) shown.stage.addEventListener(type, closeFromOutside);
      const focused = links()[number] ?? heading;
      focused.focus({ preventScroll: true });
      card.scrollIntoView({ block: 'nearest' });
    },
    settle() {
      if (!card.isConnected) return;
      place(card, anchor.lines(), shown.stage);
      card.scrollIntoView({ block: 'nearest' });
    },
    numberOf: (link) => links().indexOf(link),
    close,
  };

  function links(): HTMLElement[] {
    return [...card.querySelectorAll<HTMLElement>('.place-link')];
  }

  function close(hasLeft = false): void {
    if (!card.isConnected) return;
    const hadFocus = hasLeft || card.matches(':focus-within');
    remove();
    if (hadFocus) anchor.takeFocus();
  }

  function remove(): void {
    for (const type of PRESS) shown.stage.removeEventListener(type, closeFromOutside);
    shown.shared.card.leave(onStage);
    card.remove();
    closed.abort();
  }
}

function makeCard(
  { document, translate, question, subject }: TextCardOptions,
  close: () => void,
): { card: HTMLElement; heading: HTMLElement } {
  const heading = element(document, 'h2', 'card-heading', subject);
  heading.id = 'card-heading';
  heading.tabIndex = -1;
  const label = element(document, 'p', 'card-question', translate(question));
  label.id = 'card-question';
  const closeButton = button(document, 'card-close', '', close);
  closeButton.replaceChildren(icon(document, X));
  closeButton.setAttribute('aria-label', translate('cardClose'));
  const card = element(document, 'div', 'card', label, heading, closeButton);
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-labelledby', `${label.id} ${heading.id}`);
  card.lang = translate('languageOfMessages');
  card.dir = translate('directionOfMessages');
  return { card, heading };
}

/** Puts the card under the last line of the words or over their first, within the sides of the stage. */
function place(card: HTMLElement, lines: readonly DOMRect[], stage: HTMLElement): void {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return;
  const around = stage.getBoundingClientRect();
  const seen = (stage.parentElement ?? stage).getBoundingClientRect();
  // The bar lies over the top of what is seen; it is as high as the stage is away from there.
  const roomOver = first.top - Math.max(seen.top + stage.offsetTop, around.top) - 2 * GAP;
  const roomUnder = seen.bottom - last.bottom - 2 * GAP;
  const isOver = card.offsetHeight > roomUnder && card.offsetHeight <= roomOver;
  const start = (isOver ? first : last).left - around.left;
  const most = Math.max(GAP, around.width - card.offsetWidth - GAP);
  card.style.left = `${Math.min(Math.max(GAP, start), most)}px`;
  // Over the words, it grows upwards with what comes into it later.
  card.style.top = isOver ? 'auto' : `${last.bottom - around.top + GAP}px`;
  card.style.bottom = isOver ? `${around.bottom - first.top + GAP}px` : 'auto';
  card.style.maxHeight = isOver ? `min(60vh, ${roomOver}px)` : '';
}
