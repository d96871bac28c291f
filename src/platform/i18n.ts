import type { MessageKey } from '../../assets/message-key.ts';
import { browser } from './browser.ts';

/** Where a key would be no language and no direction, and a date could not be written with it. */
const WITHOUT_MESSAGES: Partial<Record<MessageKey, string>> = { languageOfMessages: 'en', directionOfMessages: 'ltr' };

/**
 * The text of a message with `$1`, `$2` … filled in, in the language of the browser's interface where there is a translation.
 * Where the browser has no text (the extension was reloaded under an open page), the key stands in: a control keeps a name.
 */
export function translate(key: MessageKey, ...substitutions: string[]): string {
  const without = WITHOUT_MESSAGES[key] ?? key;
  try {
    return browser.i18n.getMessage(key, substitutions) || without;
  } catch {
    return without;
  }
}

/** The language of the browser's interface (BCP 47), for dates and numbers. */
export function locale(): string {
  return browser.i18n.getUILanguage();
}
