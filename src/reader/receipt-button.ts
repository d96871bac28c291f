import type { Article, Removal } from '../article/article.ts';
import { counted } from './counted.ts';
import { button } from './element.ts';
import type { ReaderPorts } from './ports.ts';

/** What was taken out of an article; a line that was only set apart in it is still there. */
export function takenOut({ removed }: Article): Removal[] {
  return removed.filter(({ reason }) => reason !== 'setApartCaption');
}

/** Makes the button that tells how much was taken out and opens the receipt; null where nothing was. */
export function createReceiptButton(ports: ReaderPorts, article: Article): HTMLButtonElement | null {
  const { length } = takenOut(article);
  if (length === 0) return null;
  const label = counted(ports.translate, length, 'receiptCountOne', 'receiptCountOther');
  const made = button(ports.document, 'receipt-button', label, () => ports.openReceipt());
  made.setAttribute('aria-expanded', 'false');
  return made;
}
