import type { Translate } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';

/** One line that says what became of the last change, to eyes and to screen readers. */
export interface StatusLine {
  root: HTMLElement;
  /** @param undo takes the change back; null where there is nothing to take back. */
  show(text: string, kind: 'done' | 'problem', undo?: (() => void) | null): void;
  /** Puts the focus on the button that takes the change back, where there is one. */
  focusUndo(): void;
}

/** Makes the line. It stays until the next change: not everybody reads in three seconds. */
export function createStatusLine(document: Document, translate: Translate): StatusLine {
  const text = element(document, 'p', 'status-text');
  // Polite: it waits until the screen reader has said the value of the slider.
  text.setAttribute('role', 'status');
  const undoButton = element(document, 'button', 'action', translate('optionsUndo'));
  undoButton.type = 'button';
  undoButton.hidden = true;
  let undo: (() => void) | null = null;
  undoButton.addEventListener('click', () => undo?.());
  const root = element(document, 'div', 'status', text, undoButton);
  return {
    root,
    show(message, kind, takeBack = null) {
      undo = takeBack;
      undoButton.hidden = takeBack === null;
      root.dataset.kind = kind;
      text.textContent = message;
    },
    focusUndo: () => undoButton.focus(),
  };
}
