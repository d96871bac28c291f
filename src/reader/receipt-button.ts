import type { Article, Removal } from '../article/article.ts';
import { counted } from './counted.ts';
import { button } from './element.ts';
import type { ReaderPorts } from './ports.ts';

/** A caption that was only set apart is still in the text, and the author's name under the headline. */
const SHOWN_ELSEWHERE: ReadonlySet<Removal['reason']> = new Set(['setApartCaption', 'setApartByline']);

/** What was taken out of an article, and is nowhere else in the view. */
export function takenOut({ removed }: Article): Removal[] {
  return removed.filter(({ reason }) => !SHOWN_ELSEWHERE.has(reason));
}

/** Makes the button that tells how much was taken out and opens the receipt; null where nothing was. */
export function createReceiptButton(ports: ReaderPorts, article: Article): HTMLButtonElement | null {
  const { length } = takenOut(article);
  if (length === 0) return null;
  const label = counted(ports.translate, length, 'receiptCountOne', 'receiptCountOther');
  const made = button(ports.document, 'receipt-button', label, () => ports.togglePart('receipt'));
  made.setAttribute('aria-expanded', 'false');
  return made;
}
