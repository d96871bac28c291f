import { button, element, icon } from './element.ts';
import type { ReaderPorts } from './ports.ts';

const CROSS = 'M6 6 18 18M18 6 6 18';

/** Makes the bar over the article: the name of what one is in, and the tools. */
export function createToolbar({ document, translate, close }: ReaderPorts): HTMLElement {
  // A group, not role="toolbar": that one promises arrow keys, and here every button is a Tab stop of its own.
  const tools = element(document, 'div', 'tools');
  tools.setAttribute('role', 'group');
  tools.setAttribute('aria-label', translate('readerTools'));

  const closeButton = button(document, 'tool', translate('readerClose'), close);
  closeButton.prepend(icon(document, CROSS));
  closeButton.setAttribute('aria-keyshortcuts', 'Escape');
  tools.append(closeButton);

  return element(document, 'div', 'bar', element(document, 'span', 'brand', translate('readerName')), tools);
}
