import type { Translate } from '../../assets/message-key.ts';
import { SETTINGS } from '../settings/settings.ts';

const { minimum, maximum, step } = SETTINGS.speechRate;

/** The speed a step slower or faster, within what the setting allows. */
export function nextRate(rate: number, direction: 1 | -1): number {
  // In whole steps: 0.1 has no exact number, and what is left over would add up.
  const steps = Math.round(rate / step) + direction;
  return Math.min(maximum, Math.max(minimum, Math.round(steps * step * 100) / 100));
}

/** "1.2 ×", with the numbers of the language of the messages. */
export function rateInWords(translate: Translate, rate: number): string {
  return translate('listenRate', new Intl.NumberFormat(translate('languageOfMessages')).format(rate));
}

export function rateLimits(rate: number): { isSlowest: boolean; isFastest: boolean } {
  return { isSlowest: rate <= minimum, isFastest: rate >= maximum };
}
