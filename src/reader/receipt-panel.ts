import type { Translate } from '../../assets/message-key.ts';
import type { Article } from '../article/article.ts';
import { button, element } from './element.ts';
import type { ReceiptEntry, ReceiptGroup } from './receipt-entries.ts';

/** In UTF-16 units: about three lines; the rest of a text is there on demand. */
const EXCERPT_LENGTH = 180;
/** In UTF-16 units: what is said of a text in the name of its button. */
const NAME_LENGTH = 60;

/** What the panel needs of whoever opens it. */
export interface ReceiptPanelOptions {
  document: Document;
  translate: Translate;
  article: Pick<Article, 'language' | 'direction'>;
  groups: readonly ReceiptGroup[];
  introduction: string;
  isBack(entry: ReceiptEntry): boolean;
  /** The id of the entry's place in the article, where it is back. */
  placeOf(entry: ReceiptEntry): string | null;
  /** Puts an entry back, or takes it out again. */
  toggle(entry: ReceiptEntry): void;
}

export interface ReceiptPanel {
  element: HTMLElement;
  /** Brings what is said of an entry up to date. */
  update(entry: ReceiptEntry): void;
  /** Shows a line of trouble over the list; an empty one takes it away. */
  warn(text: string): void;
}

/** Makes the list of what was taken out, by reason. */
export function createReceiptPanel(options: ReceiptPanelOptions): ReceiptPanel {
  const { document, translate, groups } = options;
  const numbers = new Intl.NumberFormat(translate('languageOfMessages'));
  const updates = new Map<ReceiptEntry, () => void>();
  // Asked for once: after the extension was reloaded under an open page there are no texts to be had.
  const labels = {
    out: translate('receiptPutBack'),
    back: translate('receiptTakeOut'),
    show: translate('receiptShow'),
  };

  const heading = element(document, 'h2', 'receipt-heading', translate('receiptHeading'));
  heading.id = 'receipt-heading';
  const trouble = element(document, 'p', 'receipt-trouble');
  trouble.hidden = true;
  const panel = element(
    document,
    'section',
    'receipt',
    heading,
    element(document, 'p', '', options.introduction),
    trouble,
    ...groups.map(createGroup),
  );
  panel.id = 'receipt';
  panel.setAttribute('aria-labelledby', heading.id);
  panel.lang = translate('languageOfMessages');
  panel.dir = translate('directionOfMessages');
  return {
    element: panel,
    update: (entry) => updates.get(entry)?.(),
    warn(text) {
      trouble.textContent = text;
      trouble.hidden = text === '';
    },
  };

  function createGroup({ reason, count, entries }: ReceiptGroup): HTMLElement {
    const title = translate('receiptGroup', translate(reason), numbers.format(count));
    const list = element(document, 'ul', 'receipt-list', ...entries.map(createEntry));
    // Safari's VoiceOver forgets that a list without bullets is one; the role says it again.
    list.setAttribute('role', 'list');
    return element(document, 'div', 'receipt-group', element(document, 'h3', 'receipt-reason', title), list);
  }

  function createEntry(entry: ReceiptEntry): HTMLElement {
    const name = shorten(entry.text, NAME_LENGTH);
    // Without what it is about, a screen reader's list of buttons would be "Put back" twelve times.
    const about = (label: string) => translate('receiptSubject', label, name);
    const names = { out: about(labels.out), back: about(labels.back) };
    const change = button(document, 'action', '', () => options.toggle(entry));
    const link = element(document, 'a', '', labels.show);
    link.setAttribute('aria-label', about(labels.show));
    const times = entry.removals.length;
    const item = element(
      document,
      'li',
      'receipt-entry',
      createText(entry.text),
      ...(times > 1 ? [element(document, 'p', 'receipt-times', translate('receiptTimes', numbers.format(times)))] : []),
      element(document, 'div', 'receipt-actions', change, link),
    );
    const update = () => {
      const state = options.isBack(entry) ? 'back' : 'out';
      change.textContent = labels[state];
      change.setAttribute('aria-label', names[state]);
      const place = options.placeOf(entry);
      link.hidden = place === null;
      if (place !== null) link.setAttribute('href', `#${place}`);
    };
    updates.set(entry, update);
    update();
    return item;
  }

  function createText(text: string): HTMLElement {
    const start = shorten(text, EXCERPT_LENGTH);
    const isShort = start === text;
    const made = isShort
      ? element(document, 'p', 'receipt-text', text)
      : element(
          document,
          'details',
          'receipt-text',
          element(document, 'summary', '', start),
          element(document, 'p', '', `…${text.slice(start.length - 1)}`),
        );
    made.lang = options.article.language ?? '';
    made.dir = options.article.direction;
    return made;
  }
}

/** The start of a text up to a number of UTF-16 units, cut between two words where there are any. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length);
  const space = start.lastIndexOf(' ');
  const cut = space > length / 2 ? start.slice(0, space) : start.replace(/[\ud800-\udbff]$/, '');
  return `${cut}…`;
}
