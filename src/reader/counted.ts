import type { MessageKey, Translate } from '../../assets/message-key.ts';

/** A number of things in words, with the singular or the plural of the language of the messages. */
export function counted(translate: Translate, count: number, one: MessageKey, other: MessageKey): string {
  const language = translate('languageOfMessages');
  const isOne = new Intl.PluralRules(language).select(count) === 'one';
  return translate(isOne ? one : other, new Intl.NumberFormat(language).format(count));
}
