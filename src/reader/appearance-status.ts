import type { MessageKey } from '../../assets/message-key.ts';
import { button, element } from './element.ts';
import type { ReaderPorts } from './ports.ts';

/** Something to press in the line. */
export interface StatusAction {
  label: MessageKey;
  run(): void;
}

/** A line that says what was done last, or is being tried, with what can be done about it. */
export interface AppearanceStatus {
  element: HTMLElement;
  /** Shows a text, and says it to those who listen. It stays until the next: not everybody reads in three seconds. */
  show(text: string, kind: 'done' | 'trial' | 'problem', actions?: readonly StatusAction[]): void;
  clear(): void;
}

/** Makes the line, which is hidden as long as there is nothing to say. */
export function createAppearanceStatus(
  { document, translate }: Pick<ReaderPorts, 'document' | 'translate'>,
  announce: (text: string) => void,
): AppearanceStatus {
  const line = element(document, 'p', 'appearance-said');
  const buttons = element(document, 'div', 'appearance-actions');
  const status = element(document, 'div', 'appearance-status', line, buttons);
  status.hidden = true;
  return {
    element: status,
    show(text, kind, actions = []) {
      const hadFocus = status.querySelector(':focus') !== null;
      line.textContent = text;
      buttons.replaceChildren(...actions.map(({ label, run }) => button(document, 'action', translate(label), run)));
      status.setAttribute('data-kind', kind);
      status.hidden = false;
      // The button that was pressed is gone; the line that tells what came of it takes its place.
      line.tabIndex = -1;
      if (hadFocus) line.focus({ preventScroll: true });
      else announce(text);
    },
    clear() {
      status.hidden = true;
    },
  };
}
