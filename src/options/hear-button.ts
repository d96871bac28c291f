import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import type { FailureReason } from '../speech/player-state.ts';
import type { OptionsPorts } from './ports.ts';
import type { StatusLine } from './status-line.ts';
import type { Hearing } from './voice-ports.ts';

const FAILURES: Partial<Record<FailureReason, MessageKey>> = {
  'no-voice': 'optionsVoicesNone',
  network: 'listenFailedNetwork',
  'audio-busy': 'listenFailedAudioBusy',
};

/** What a button speaks, and where it says that it could not. */
export interface HearButtonKind {
  label: MessageKey;
  /** What tells it from the others of its name to a screen reader: the language, or the word. Null where it is alone. */
  of: string | null;
  status: StatusLine;
  /** What is to be heard as things are now; null where there is nothing. */
  hearing(): Hearing | null;
}

/** Makes a button that speaks a short text, and falls silent when it is pressed again. */
export function createHearButton(
  { document, translate, speech }: Pick<OptionsPorts, 'document' | 'translate' | 'speech'>,
  { label, of, status, hearing }: HearButtonKind,
): HTMLButtonElement {
  let isHeard = false;
  let hasFailed = false;
  const button = element(document, 'button', 'hear');
  button.type = 'button';
  button.addEventListener('click', () => void press());
  update();
  return button;

  function update(): void {
    const text = translate(isHeard ? 'optionsVoicesStop' : label);
    button.textContent = text;
    if (of !== null) button.setAttribute('aria-label', translate('optionsGlossaryButtonFor', text, of));
  }

  async function press(): Promise<void> {
    if (isHeard) return speech.stop();
    const wanted = hearing();
    if (wanted === null) return;
    isHeard = true;
    update();
    const failure = await speech.hear(wanted).catch((): FailureReason => 'synthesis-failed');
    isHeard = false;
    update();
    // What else stands in the line, such as a way back, is left there.
    if (failure !== null) status.show(translate(FAILURES[failure] ?? 'optionsVoicesFailed'), 'problem');
    else if (hasFailed) status.show('', 'done');
    hasFailed = failure !== null;
  }
}
