import type { MessageKey } from '../../assets/message-key.ts';
import { button, element, icon } from './element.ts';
import type { PanelName, ReaderPorts } from './ports.ts';

const CROSS = 'M6 6 18 18M18 6 6 18';
const BOOK = 'M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h12M9 8h6';
const SPEECH = 'M4 5h16v11H11l-4 4v-4H4z';
const SOUND = 'M4 10v4h4l5 4V6l-5 4zM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11';

/** Starts to read aloud, as long as the settings want keys for listening. */
export const LISTEN_KEY = 'K';

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

  const partButton = (name: PanelName | 'listening', label: MessageKey, drawing: string) => {
    const made = button(document, 'tool', translate(label), () => togglePart(name));
    made.prepend(icon(document, drawing));
    made.setAttribute('aria-expanded', 'false');
    // There is nothing to ask of a notice.
    made.hidden = true;
    return made;
  };
  const panelButtons = {
    glossary: partButton('glossary', 'glossaryButton', BOOK),
    speakers: partButton('speakers', 'speakersButton', SPEECH),
  };
  const listenButton = partButton('listening', 'listenStart', SOUND);

  const closeButton = button(document, 'tool', translate('readerClose'), close);
  closeButton.prepend(icon(document, CROSS));
  closeButton.setAttribute('aria-keyshortcuts', 'Escape');
  tools.append(listenButton, panelButtons.glossary, panelButtons.speakers, closeButton);

  const brand = element(document, 'span', 'brand', translate('readerName'));
  return { element: element(document, 'div', 'bar', brand, tools), panelButtons, listenButton };
}
