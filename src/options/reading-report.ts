import { SETTINGS } from '../settings/settings.ts';
import type { OptionsPorts } from './ports.ts';
import type { StatusLine } from './status-line.ts';

/**
 * Makes what says what went wrong when the settings were read, if anything did. The same is said once alone: the line may tell
 * of something else by then, with the way back.
 */
export function createReadingReport(
  { store, translate }: Pick<OptionsPorts, 'store' | 'translate'>,
  status: StatusLine,
): () => void {
  let said = '';
  return () => {
    const { unreadable, problems } = store.report();
    const sentences = problems.map(({ id }) => translate('optionsValueUnusable', translate(SETTINGS[id].label)));
    if (unreadable) sentences.unshift(translate('optionsUnreadable'));
    const text = sentences.join(' ');
    if (text !== '' && text !== said) status.show(text, 'problem');
    said = text;
  };
}
