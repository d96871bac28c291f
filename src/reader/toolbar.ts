import type { MessageKey } from '../../assets/message-key.ts';
import { button, element, icon } from './element.ts';
import { A_LARGE_SMALL, BOOK_OPEN, HEADPHONES, MESSAGE_SQUARE_QUOTE, X } from './icons.ts';
import type { PanelName, ReaderPorts } from './ports.ts';

export interface Toolbar {
  element: HTMLElement;
  panelButtons: Record<PanelName, HTMLButtonElement>;
  listenButton: HTMLButtonElement;
}

/** Makes the bar over the article: the name of what one is in, and the tools. */
export function createToolbar({ document, translate, close, togglePart }: ReaderPorts): Toolbar {
  // A group, not role="toolbar": that one promises arrow keys, and here every button is a Tab stop of its own.
  const tools = element(document, 'div', 'tools');
  tools.setAttribute('role', 'group');
  tools.setAttribute('aria-label', translate('readerTools'));

  const partButton = (name: PanelName | 'listening', label: MessageKey, drawing: readonly string[]) => {
    const made = button(document, 'tool', translate(label), () => togglePart(name));
    made.prepend(icon(document, drawing));
    made.setAttribute('aria-expanded', 'false');
    // There is nothing to ask of a notice.
    made.hidden = true;
    return made;
  };
  const panelButtons = {
    glossary: partButton('glossary', 'glossaryButton', BOOK_OPEN),
    speakers: partButton('speakers', 'speakersButton', MESSAGE_SQUARE_QUOTE),
    appearance: partButton('appearance', 'appearanceButton', A_LARGE_SMALL),
  };
  const listenButton = partButton('listening', 'listenStart', HEADPHONES);

  const closeButton = button(document, 'tool', translate('readerClose'), close);
  closeButton.prepend(icon(document, X));
  closeButton.setAttribute('aria-keyshortcuts', 'Escape');
  tools.append(listenButton, panelButtons.glossary, panelButtons.speakers, panelButtons.appearance, closeButton);

  const brand = element(document, 'span', 'brand', translate('readerName'));
  return { element: element(document, 'div', 'bar', brand, tools), panelButtons, listenButton };
}
