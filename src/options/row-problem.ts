import type { MessageKey, Translate } from '../../assets/message-key.ts';
import { OWN_LIMITS } from '../glossary/own-entry.ts';
import type { RowProblem } from '../glossary/own-glossary-file.ts';

const PROBLEMS: Record<RowProblem, { key: MessageKey; limit?: number }> = {
  'no-term': { key: 'optionsGlossaryNoTerm' },
  'no-definition': { key: 'optionsGlossaryNoMeaning' },
  'long-term': { key: 'optionsGlossaryLongTerm', limit: OWN_LIMITS.term },
  'long-also': { key: 'optionsGlossaryLongAlso', limit: OWN_LIMITS.also },
  'many-also': { key: 'optionsGlossaryManyAlso', limit: OWN_LIMITS.alsoCount },
  'long-definition': { key: 'optionsGlossaryLongMeaning', limit: OWN_LIMITS.definition },
  'open-quote': { key: 'optionsGlossaryOpenQuote' },
  'no-entry': { key: 'optionsGlossaryNoEntry' },
};

/** What is wrong with an entry or a row of a file, as the second half of a sentence. */
export function describeRowProblem(translate: Translate, problem: RowProblem): string {
  const { key, limit } = PROBLEMS[problem];
  return limit === undefined ? translate(key) : translate(key, formatNumber(translate, limit));
}

/** A number as the language of the messages writes it. */
export function formatNumber(translate: Translate, number: number): string {
  return new Intl.NumberFormat(translate('languageOfMessages')).format(number);
}
