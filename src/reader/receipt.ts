import type { Removal } from '../article/article.ts';
import { findLeftBehind } from '../article/left-behind.ts';
import { element } from './element.ts';
import type { KeptForPage, ReaderPorts, ReceiptPart, ReceiptSubject } from './ports.ts';
import { PutBack } from './put-back.ts';
import { takenOut } from './receipt-button.ts';
import { groupRemovals, LEFT_BEHIND, type ReceiptEntry, type ReceiptGroup } from './receipt-entries.ts';
import { createReceiptPanel, type ReceiptPanel, shorten } from './receipt-panel.ts';
import { ADDED } from './text-range.ts';

/** In UTF-16 units: what is said of a text that was put back. */
const SPOKEN_LENGTH = 80;

/** Remembers for the next visit what was put back. */
export interface ReceiptMemory {
  /** True in a private window, where nothing is remembered. */
  isPrivate: boolean;
  /** Rejects where it cannot be stored. */
  keep(address: string, piece: string): Promise<void>;
  /** Rejects where it cannot be stored. */
  forget(address: string, piece: string): Promise<void>;
}

type Ports = Pick<ReaderPorts, 'document' | 'translate'>;

/** Makes the receipt: the list of what was taken out of an article, each to be put back with one press. */
export function createReceiptPart(ports: Ports, memory: ReceiptMemory): ReceiptPart {
  const receipts = new WeakMap<ReceiptSubject, Receipt>();
  const receiptOf = (subject: ReceiptSubject) => {
    const receipt = receipts.get(subject) ?? new Receipt(ports, memory, subject);
    receipts.set(subject, receipt);
    return receipt;
  };
  return {
    toggle: (subject) => receiptOf(subject).toggle(),
    restore: (subject, kept) => receiptOf(subject).restore(kept),
  };
}

/** The receipt of one article on show. */
class Receipt {
  readonly #ports: Ports;
  readonly #memory: ReceiptMemory;
  readonly #subject: ReceiptSubject;
  readonly #pieces: PutBack;
  #leftBehind: Removal[] | null = null;
  #panel: ReceiptPanel | null = null;

  constructor(ports: Ports, memory: ReceiptMemory, subject: ReceiptSubject) {
    this.#ports = ports;
    this.#memory = memory;
    this.#subject = subject;
    this.#pieces = new PutBack(ports.document, subject.shown, subject.source);
    for (const removal of this.#pieces.placed.keys()) this.#mark(removal);
  }

  toggle(): void {
    const { receiptButton } = this.#subject.shown;
    if (!receiptButton) return;
    if (!this.#panel) {
      this.#panel = this.#createPanel();
      this.#panel.element.hidden = true;
      receiptButton.after(this.#panel.element);
      receiptButton.setAttribute('aria-controls', this.#panel.element.id);
    }
    const panel = this.#panel.element;
    panel.hidden = !panel.hidden;
    receiptButton.setAttribute('aria-expanded', String(!panel.hidden));
  }

  restore({ address, pieces }: KeptForPage): void {
    if (withoutFragment(address) !== withoutFragment(this.#subject.address)) return;
    const wanted = new Set(pieces);
    const putBack = (groups: readonly ReceiptGroup[]) => {
      for (const entry of groups.flatMap(({ entries }) => entries)) {
        // What the page no longer has is let be: it may come again.
        if (!wanted.delete(entry.piece)) continue;
        for (const removal of entry.removals) this.#putBack(removal);
      }
    };
    putBack(this.#groupsTaken());
    if (wanted.size > 0) putBack(groupRemovals(this.#findLeftBehind()));
  }

  #createPanel(): ReceiptPanel {
    const { document, translate } = this.#ports;
    return createReceiptPanel({
      document,
      translate,
      article: this.#subject.shown.article,
      groups: this.#groups(),
      introduction: translate(this.#memory.isPrivate ? 'receiptIntroductionPrivate' : 'receiptIntroduction'),
      isBack: (entry) => this.#isBack(entry),
      placeOf: ({ removals }) => this.#placeOf(removals),
      toggle: (entry) => void this.#change(entry),
    });
  }

  /** What was taken out by reason, and last what no rule decided about. */
  #groups(): ReceiptGroup[] {
    const leftBehind = groupRemovals(this.#findLeftBehind());
    return [...this.#groupsTaken(), ...leftBehind];
  }

  #groupsTaken(): ReceiptGroup[] {
    const taken = takenOut(this.#subject.shown.article);
    return groupRemovals(taken.filter((removal) => !this.#leftBehind?.includes(removal)));
  }

  #findLeftBehind(): Removal[] {
    const { source, shown } = this.#subject;
    if (this.#leftBehind) return this.#leftBehind;
    if (!source) return [];
    this.#leftBehind = findLeftBehind(source.document, shown.article).map(({ element: block, text, isWhole }) => {
      const removal: Removal = {
        rule: LEFT_BEHIND,
        reason: 'receiptLeftBehind',
        text,
        element: isWhole ? block : null,
        origin: 'page',
        after: null,
      };
      this.#pieces.rememberPlace(removal, block);
      return removal;
    });
    return this.#leftBehind;
  }

  #isBack({ removals }: ReceiptEntry): boolean {
    return removals.some((removal) => this.#pieces.placed.has(removal));
  }

  #placeOf(removals: readonly Removal[]): string | null {
    for (const removal of removals) {
      const place = this.#pieces.placed.get(removal);
      if (place) return place.inView.id;
    }
    return null;
  }

  async #change(entry: ReceiptEntry): Promise<void> {
    const { translate } = this.#ports;
    const { shown, address } = this.#subject;
    const wasBack = this.#isBack(entry);
    for (const removal of entry.removals)
      if (wasBack) this.#pieces.takeOut(removal);
      else this.#putBack(removal);
    this.#panel?.update(entry);
    const done = translate(wasBack ? 'receiptNowOut' : 'receiptNowBack', shorten(entry.text, SPOKEN_LENGTH));
    shown.announce(done);
    try {
      if (wasBack) await this.#memory.forget(address, entry.piece);
      else await this.#memory.keep(address, entry.piece);
      this.#panel?.warn('');
    } catch {
      const trouble = translate('receiptNotRemembered');
      this.#panel?.warn(trouble);
      // The region holds one text at a time, and the first may not have been read yet.
      shown.announce(`${done} ${trouble}`);
    }
  }

  #putBack(removal: Removal): void {
    if (this.#pieces.placed.has(removal)) return;
    this.#pieces.putBack(removal);
    this.#mark(removal);
  }

  /** Shows whose doing it is that this piece stands in the article. */
  #mark(removal: Removal): void {
    const { document, translate } = this.#ports;
    const piece = this.#pieces.placed.get(removal)?.inView;
    if (!piece) return;
    const label = element(document, 'span', 'put-back-label', translate('receiptYours'));
    label.toggleAttribute(ADDED, true);
    label.lang = translate('languageOfMessages');
    label.dir = translate('directionOfMessages');
    piece.classList.add('put-back');
    piece.id = `receipt-piece-${this.#subject.shown.article.removed.indexOf(removal)}`;
    piece.prepend(label);
  }
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/, '');
}
