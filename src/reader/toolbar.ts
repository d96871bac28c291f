import { button, element, icon } from './element.ts';
import type { ReaderPorts } from './ports.ts';

const CROSS = 'M6 6 18 18M18 6 6 18';
const SPEECH = 'M4 5h16v11H11l-4 4v-4H4z';

export interface Toolbar {
  element: HTMLElement;
  speakersButton: HTMLButtonElement;
}

/** Makes the bar over the article: the name of what one is in, and the tools. */
export function createToolbar({ document, translate, close, openSpeakers }: ReaderPorts): Toolbar {
  // A group, not role="toolbar": that one promises arrow keys, and here every button is a Tab stop of its own.
  const tools = element(document, 'div', 'tools');
  tools.setAttribute('role', 'group');
  tools.setAttribute('aria-label', translate('readerTools'));

  const speakersButton = button(document, 'tool', translate('speakersButton'), openSpeakers);
  speakersButton.prepend(icon(document, SPEECH));
  speakersButton.setAttribute('aria-expanded', 'false');
  // There is nothing to ask of a notice.
  speakersButton.hidden = true;

  const closeButton = button(document, 'tool', translate('readerClose'), close);
  closeButton.prepend(icon(document, CROSS));
  closeButton.setAttribute('aria-keyshortcuts', 'Escape');
  tools.append(speakersButton, closeButton);

  const brand = element(document, 'span', 'brand', translate('readerName'));
  return { element: element(document, 'div', 'bar', brand, tools), speakersButton };
}
