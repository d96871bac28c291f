import type { MessageKey } from '../../assets/message-key.ts';
import { button, element, icon } from './element.ts';
import { X } from './icons.ts';
import { PanelCover } from './panel-cover.ts';
import type { PanelName, ReaderPorts, ShownArticle } from './ports.ts';
import { TextVisit, type VisitOrigin } from './text-visit.ts';

export interface SidePanelOptions extends Pick<ReaderPorts, 'document' | 'translate'> {
  shown: ShownArticle;
  /** The id of the panel, its class, and which button opens it. */
  name: PanelName;
  heading: MessageKey;
  /** Puts into the panel what it shows, each time that it opens, or after something went wrong. */
  fill(): Promise<void>;
  /** The panel has closed, and something else may be on show. */
  closed?(): void;
}

/** A panel beside the article, opened by a button of the toolbar; on a narrow screen it lies over the article. */
export class SidePanel {
  readonly element: HTMLElement;
  /** Holds what the panel shows. */
  readonly body: HTMLElement;
  /** Leads from the panel, or from a card, to places in the text and back. */
  readonly visit: TextVisit;
  readonly #options: SidePanelOptions;
  readonly #heading: HTMLElement;
  readonly #cover: PanelCover;
  readonly #onStage = { close: () => this.close(), giveWay: () => this.close() };
  #isOpen = false;

  constructor(options: SidePanelOptions) {
    const { document, translate, shown, name } = options;
    this.#options = options;
    this.#heading = element(document, 'h2', 'panel-heading', translate(options.heading));
    this.#heading.id = `${name}-heading`;
    this.#heading.tabIndex = -1;
    const closeButton = button(document, 'panel-close', translate('panelClose'), () => this.close());
    closeButton.prepend(icon(document, X));
    const bar = element(document, 'div', 'panel-bar', this.#heading, closeButton);
    this.body = element(document, 'div', 'panel-body');
    this.element = element(document, 'section', `panel ${name}`, bar, this.body);
    this.element.id = name;
    this.element.hidden = true;
    this.element.setAttribute('aria-labelledby', this.#heading.id);
    this.element.lang = translate('languageOfMessages');
    this.element.dir = translate('directionOfMessages');
    this.visit = new TextVisit(options, shown);
    this.#cover = new PanelCover(shown, this.element);
    shown.signal.addEventListener('abort', () => this.#end());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  toggle(): void {
    // On a narrow screen the panel makes way for the place it led to; asked for, it comes back.
    if (this.#isOpen && this.element.hidden) this.visit.back();
    else if (this.#isOpen) this.close();
    else void this.open();
  }

  async open(): Promise<void> {
    const { shown } = this.#options;
    if (this.#isOpen && this.element.hidden) this.visit.back();
    shown.shared.panel.enter(this.#onStage);
    this.#isOpen = true;
    this.element.hidden = false;
    shown.stage.append(this.element);
    this.#button.setAttribute('aria-expanded', 'true');
    this.#button.setAttribute('aria-controls', this.element.id);
    this.#cover.update();
    await this.refill();
  }

  close(): void {
    if (!this.#isOpen) return;
    const hadFocus = this.element.matches(':focus-within');
    this.#isOpen = false;
    this.#options.shown.shared.panel.leave(this.#onStage);
    this.element.hidden = true;
    this.#cover.update();
    this.visit.end();
    this.#button.setAttribute('aria-expanded', 'false');
    if (hadFocus) this.#button.focus({ preventScroll: true });
    this.#options.closed?.();
  }

  /** Shows one sentence in place of what the panel lists; with `again`, a button to try again. */
  showMessage(message: MessageKey, again = false): void {
    const { document, translate } = this.#options;
    this.body.replaceChildren(element(document, 'p', 'panel-message', translate(message)));
    if (again) this.body.append(button(document, 'action', translate('panelTryAgain'), () => void this.refill()));
  }

  /** Makes way where the panel would cover the text, and says how to come back to a link in it. */
  leave(link: HTMLElement): VisitOrigin {
    if (this.#cover.isCovering()) this.element.hidden = true;
    this.#cover.update();
    const comeBack = () => {
      this.element.hidden = false;
      this.#cover.update();
      link.focus();
    };
    return { label: 'visitBackToList', comeBack };
  }

  get #button(): HTMLButtonElement {
    const { shown, name } = this.#options;
    return shown.panelButtons[name];
  }

  async refill(): Promise<void> {
    this.#heading.focus({ preventScroll: true });
    await this.#options.fill();
  }

  /** Something else is shown now. */
  #end(): void {
    this.element.hidden = true;
    this.element.remove();
    this.#cover.update();
    this.#button.setAttribute('aria-expanded', 'false');
    this.#button.removeAttribute('aria-controls');
  }
}
