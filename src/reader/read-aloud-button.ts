import { button, element } from './element.ts';
import { FAILURES } from './listen-failures.ts';
import type { ReadAloud, ReaderPorts } from './ports.ts';

export interface ReadAloudOptions extends Pick<ReaderPorts, 'document' | 'translate'> {
  readAloud: ReadAloud;
  /** Speaks to those who listen with a screen reader. */
  announce(text: string): void;
  /** Aborted when what can be read aloud is gone: the voice falls silent then. */
  signal: AbortSignal;
}

/** What is read aloud. */
export interface ReadableText {
  text: string;
  /** BCP 47; null where it is not known. */
  language: string | null;
  /** Tells the button from others of its kind; null where it is the only one. */
  subject: string | null;
}

/** Makes the button that reads a text aloud, and stops; where nothing is heard, it says why below. */
export function createReadAloudButton(options: ReadAloudOptions, readable: ReadableText): HTMLElement {
  const { document, translate, readAloud, announce, signal } = options;
  const { text, language, subject } = readable;
  let isSpeaking = false;
  const made = button(document, 'action', '', () => void press());
  const failure = element(document, 'p', 'read-aloud-failure');
  const root = element(document, 'div', 'read-aloud', made);
  signal.addEventListener('abort', () => {
    if (isSpeaking) readAloud.stop();
  });
  showLabel();
  return root;

  async function press(): Promise<void> {
    if (isSpeaking) return readAloud.stop();
    isSpeaking = true;
    failure.remove();
    showLabel();
    const reason = await readAloud.speak(text, language);
    isSpeaking = false;
    showLabel();
    if (reason === null || signal.aborted) return;
    failure.textContent = translate(FAILURES[reason].message);
    root.append(failure);
    announce(failure.textContent);
  }

  function showLabel(): void {
    const label = translate(isSpeaking ? 'readAloudStop' : 'readAloud');
    made.textContent = label;
    if (subject !== null) made.setAttribute('aria-label', translate('panelSubject', label, subject));
  }
}
