import { primaryLanguage } from '../text/primary-language.ts';

/** Any day does, as long as its name and its number are both of some length. */
const DAY = Date.UTC(2024, 4, 22);

/** A short text in a language (BCP 47) to hear a voice by: the name of the language, and a date as it is written there. */
export function sampleText(language: string): string {
  try {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(primaryLanguage(language)) ?? '';
    return `${name}. ${new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(DAY)}`;
  } catch {
    // A tag that is none.
    return language;
  }
}
