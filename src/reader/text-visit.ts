import type { Span } from '../text/span.ts';
import { button, element } from './element.ts';
import { markText } from './highlights.ts';
import type { ShownArticle } from './ports.ts';
import { findRanges } from './text-range.ts';
import { unwrapText, wrapText } from './text-wrap.ts';

/** The key that leads back from a visit: screen readers and browsers leave it alone where nothing is typed. */
const BACK_KEY = 'Backspace';

/** Where a visit came from. */
export interface VisitOrigin {
  /** The text of the button that leads back. */
  label: string;
  /** What the key is called that does the same. */
  keyName: string;
  comeBack(): void;
}

/**
 * Leads to a place in the text, marks it there, and leads back. The focus goes along, so that the next Tab, and a screen
 * reader, continue from that place.
 */
export class TextVisit {
  readonly #document: Document;
  readonly #shown: ShownArticle;
  /** Called after the elements around the text have changed: ranges from before are worth nothing. */
  readonly #onTextWrapped: () => void;
  readonly #wayBack: HTMLElement;
  #place: HTMLElement | null = null;
  #origin: VisitOrigin | null = null;

  constructor(document: Document, shown: ShownArticle, onTextWrapped: () => void) {
    this.#document = document;
    this.#shown = shown;
    this.#onTextWrapped = onTextWrapped;
    this.#wayBack = element(document, 'div', 'way-back');
    shown.answerKeys((key) => key === BACK_KEY && this.back());
    shown.signal.addEventListener('abort', () => this.end());
  }

  /** Goes to the first of the spans and marks them all; false where the view does not show it. */
  go(spans: readonly Span[], origin: VisitOrigin): boolean {
    this.end();
    const first = findRanges(this.#shown, spans).find((range) => range !== null);
    if (!first) return false;
    const place = this.#focusable(first);
    this.#origin = origin;
    const wayBack = button(this.#document, 'action', origin.label, () => this.back());
    wayBack.setAttribute('aria-keyshortcuts', BACK_KEY);
    const key = element(this.#document, 'kbd', '', origin.keyName);
    key.setAttribute('aria-hidden', 'true');
    wayBack.append(key);
    this.#wayBack.replaceChildren(wayBack);
    this.#shown.stage.append(this.#wayBack);
    // First: what had the focus may be the place before this one, which then goes and takes its ranges along.
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'center' });
    this.#onTextWrapped();
    const ranges = findRanges(this.#shown, spans).filter((range) => range !== null);
    markText(this.#document, 'lectern-place', ranges);
    return true;
  }

  /** Goes back to where the visit came from; false where there is none. */
  back(): boolean {
    const origin = this.#origin;
    if (!origin) return false;
    this.end();
    origin.comeBack();
    return true;
  }

  /** Takes the mark away and leaves the reader where they are. */
  end(): void {
    markText(this.#document, 'lectern-place', []);
    this.#wayBack.remove();
    this.#origin = null;
    const place = this.#place;
    this.#place = null;
    if (!place || this.#shown.signal.aborted) return;
    const leave = () => {
      if (place.isConnected) unwrapText(place);
      this.#onTextWrapped();
    };
    // Who stands there goes on from there: taken away, it would leave the focus nowhere.
    if ((place.getRootNode() as Document | ShadowRoot).activeElement === place)
      place.addEventListener('blur', leave, { once: true });
    else leave();
  }

  /** An element at the start of the range that can take the focus; the words in it are what a screen reader says. */
  #focusable(range: Range): HTMLElement {
    const name = range.startContainer.parentElement?.closest<HTMLElement>('.speaker-name[tabindex]');
    // A button begins the range: its own element would say half of it.
    if (name?.contains(range.endContainer)) return name;
    const [place] = wrapText(oneText(range), () => element(this.#document, 'span', 'place'));
    if (!place) throw new TypeError('a range of text holds no text');
    place.tabIndex = -1;
    this.#place = place;
    return place;
  }
}

/** The part of a range that lies in its first text node. */
function oneText(range: Range): Range {
  const first = range.cloneRange();
  const { startContainer, endContainer } = range;
  if (endContainer !== startContainer) first.setEnd(startContainer, (startContainer as Text).data.length);
  return first;
}
