import { SETTINGS } from '../settings/settings.ts';
import type { OptionsPorts } from './ports.ts';
import type { StatusLine } from './status-line.ts';

/** Says what went wrong when the settings were read, if anything did. */
export function reportReading(
  { store, translate }: Pick<OptionsPorts, 'store' | 'translate'>,
  status: StatusLine,
): void {
  const { unreadable, problems } = store.report();
  const sentences = problems.map(({ id }) => translate('optionsValueUnusable', translate(SETTINGS[id].label)));
  if (unreadable) sentences.unshift(translate('optionsUnreadable'));
  if (sentences.length > 0) status.show(sentences.join(' '), 'problem');
}
