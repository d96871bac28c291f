import type { MessageKey } from '../../assets/message-key.ts';
import type { Span } from '../text/span.ts';
import { button, element } from './element.ts';
import { markText } from './highlights.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';
import { makePlace, removePlace } from './text-place.ts';
import { findRanges } from './text-range.ts';

/** The key that leads back from a visit: screen readers and browsers leave it alone where nothing is typed. */
const BACK_KEY = 'Backspace';

/** Where a visit came from. */
export interface VisitOrigin {
  /** The text of the button that leads back. */
  label: MessageKey;
  comeBack(): void;
}

/**
 * Leads to a place in the text, marks it there, and leads back. The focus goes along, so that the next Tab, and a screen
 * reader, continue from that place.
 */
export class TextVisit {
  readonly #ports: Pick<ReaderPorts, 'document' | 'translate'>;
  readonly #shown: ShownArticle;
  readonly #wayBack: HTMLElement;
  readonly #onStage = { close: () => this.end(), giveWay: () => this.end() };
  #place: HTMLElement | null = null;
  #spans: readonly Span[] = [];
  #origin: VisitOrigin | null = null;
  /** Whether the key that leads back has been told: once is enough. */
  #isKeyTold = false;

  constructor(ports: Pick<ReaderPorts, 'document' | 'translate'>, shown: ShownArticle) {
    this.#ports = ports;
    this.#shown = shown;
    this.#wayBack = element(ports.document, 'div', 'way-back');
    shown.answerKeys((key) => key === BACK_KEY && this.back());
    shown.shared.onTextWrapped(() => this.#mark());
    shown.signal.addEventListener('abort', () => this.end());
  }

  /** Goes to the first of the spans and marks them all; straight back where the view does not show it. */
  go(spans: readonly Span[], origin: VisitOrigin): void {
    this.end();
    const { document, translate } = this.#ports;
    const { shared, stage, announce } = this.#shown;
    shared.visit.enter(this.#onStage);
    const first = findRanges(this.#shown, spans).find((range) => range !== null);
    if (!first) {
      origin.comeBack();
      return;
    }
    const place = this.#focusable(first);
    this.#origin = origin;
    const wayBack = button(document, 'action', translate(origin.label), () => this.back());
    wayBack.setAttribute('aria-keyshortcuts', BACK_KEY);
    const keyName = translate('keyBackspace');
    const key = element(document, 'kbd', '', keyName);
    key.setAttribute('aria-hidden', 'true');
    wayBack.append(key);
    this.#wayBack.replaceChildren(wayBack);
    stage.append(this.#wayBack);
    // First: what had the focus may be the place before this one, which then goes and takes its ranges along.
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'center' });
    this.#spans = spans;
    shared.tellTextWrapped();
    if (!this.#isKeyTold) announce(translate('visitBackByKey', keyName));
    this.#isKeyTold = true;
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
    if (!this.#origin) return;
    this.#shown.shared.visit.leave(this.#onStage);
    this.#origin = null;
    this.#spans = [];
    markText(this.#ports.document, 'lectern-place', []);
    this.#wayBack.remove();
    const place = this.#place;
    this.#place = null;
    if (!place || this.#shown.signal.aborted) return;
    removePlace(place, () => this.#shown.shared.tellTextWrapped());
  }

  #mark(): void {
    if (!this.#origin) return;
    const ranges = findRanges(this.#shown, this.#spans).filter((range) => range !== null);
    markText(this.#ports.document, 'lectern-place', ranges);
  }

  /** An element at the start of the range that can take the focus; the words in it are what a screen reader says. */
  #focusable(range: Range): HTMLElement {
    const words = range.startContainer.parentElement?.closest<HTMLElement>('.text-button[tabindex]');
    // A button begins the range: its own element would say half of it.
    if (words?.contains(range.endContainer)) return words;
    const place = makePlace(this.#ports.document, range);
    if (!place) throw new TypeError('a range of text holds no text');
    this.#place = place;
    return place;
  }
}
