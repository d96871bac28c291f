import type { MessageKey, Translate } from '../../assets/message-key.ts';
import type { AttributionKind } from '../speakers/attribution.ts';
import { counted } from './counted.ts';
import type { SpeakerEntries, SpeakerEntry } from './speaker-entries.ts';

/** What is said of an entry that is not a quotation through and through. */
export const KIND_LABELS: Readonly<Record<AttributionKind, MessageKey | null>> = {
  direct: null,
  indirect: 'speakersParaphrase',
  mixed: 'speakersMixed',
};

/** What stands over that which is said by somebody whom the article does not tell, or whom nobody looked for. */
export function unattributedHeading({ extent }: SpeakerEntries): MessageKey {
  return extent === 'quotations' ? 'speakersQuotations' : 'speakersUnattributed';
}

/** A speaker's share of the quoted words, in words ("31% of the quoted words"); null for one who is not quoted. */
export function shareInWords(translate: Translate, { speaker }: SpeakerEntry): string | null {
  if (speaker.quotedWords === 0) return null;
  const percent = new Intl.NumberFormat(translate('languageOfMessages'), { style: 'percent' });
  return translate('speakersShare', percent.format(speaker.share));
}

/** How many quotations and paraphrases of a speaker there are, in words; kinds of which there are none are left out. */
export function countsInWords(translate: Translate, { quotations, paraphrases }: SpeakerEntry): string[] {
  const counts: string[] = [];
  if (quotations > 0) counts.push(counted(translate, quotations, 'speakersQuotationsOne', 'speakersQuotationsOther'));
  if (paraphrases > 0)
    counts.push(counted(translate, paraphrases, 'speakersParaphrasesOne', 'speakersParaphrasesOther'));
  return counts;
}
