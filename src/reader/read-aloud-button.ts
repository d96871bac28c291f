import { button } from './element.ts';
import type { CardVoice } from './glossary-ports.ts';
import type { ReaderPorts } from './ports.ts';

export interface ReadAloudOptions extends Pick<ReaderPorts, 'document' | 'translate'> {
  voice: CardVoice;
  /** Aborted when what can be read aloud is gone: the voice falls silent then. */
  signal: AbortSignal;
}

/** Makes the button that reads a text aloud, and stops; it is not there as long as the machine has no voice for the language. */
export function createReadAloudButton(options: ReadAloudOptions, text: string, language: string): HTMLButtonElement {
  const { document, translate, voice, signal } = options;
  let isSpeaking = false;
  const made = button(document, 'action', translate('readAloud'), () => void press());
  const update = () => {
    made.hidden = !voice.canSpeak(language);
    made.textContent = translate(isSpeaking ? 'readAloudStop' : 'readAloud');
  };
  voice.onVoices(update, signal);
  signal.addEventListener('abort', () => {
    if (isSpeaking) voice.stop();
  });
  update();
  return made;

  async function press(): Promise<void> {
    if (isSpeaking) return voice.stop();
    isSpeaking = true;
    update();
    await voice.speak(text, language);
    isSpeaking = false;
    update();
  }
}
