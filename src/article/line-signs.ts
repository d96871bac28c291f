import { hasClockTime, hasDate } from './line-dates.ts';
import type { LinePatterns } from './line-patterns.ts';

/** A longer line, in words, is the matter even where it has such words. */
const INVITATION_WORDS = 70;

/** A line of so few words with a date in it is a dateline, even where it closes: "Updated at 20:56h." */
const DATELINE_WORDS = 8;

const SENTENCE_END = /[.!?…。！？؟।։۔]["'”’»)\]」』]*$/u;

/** Who wrote the article; in the middle of one, such a sentence may well be its matter. */
const BIOGRAPHY =
  /^(?:\p{Lu}[\p{L}.'’-]+ ){1,4}(?:is|was) (?:an?|the) (?:[\p{L}-]+ ){0,8}(?:reporter|writer|journalist|editor|columnist|correspondent|contributor|author|blogger|producer)\b/u;

/** Tells by its words alone what a line of an article is. */
export interface LineSigns {
  /** A byline, dateline or reading time: short, no sentence, with a date, a time or words such as "By". */
  isByline(text: string): boolean;
  isCredit(text: string): boolean;
  isNote(text: string, atEnd: boolean): boolean;
  /** Whether a last line with a link in it asks for something: a subscription, a message, a visit. */
  isInvitation(text: string): boolean;
}

/** The signs for an article in `language` (BCP 47); `byline` is the authors as the page's data names them. */
export function lineSignsFor(language: string | null, byline: string | null, patterns: LinePatterns): LineSigns {
  const authors = byline?.toLowerCase() ?? null;
  return {
    isByline(text) {
      if (text.length > 200 || wordCount(text) > 25) return false;
      const lower = text.toLowerCase();
      const dated = hasDate(text, language) || patterns.time.test(lower);
      if (authors !== null && text.length < 80 && (authors.includes(lower) || lower.startsWith(authors))) return true;
      if (dated && wordCount(text) <= DATELINE_WORDS) return true;
      if (patterns.byline.test(lower)) return dated || (wordCount(text) <= 12 && !closesSentence(text));
      return (dated || (hasClockTime(text) && wordCount(text) <= 6)) && !closesSentence(text);
    },
    isCredit: (text) => wordCount(text) <= 45 && patterns.credit.test(text.toLowerCase()),
    isInvitation: (text) => wordCount(text) <= INVITATION_WORDS && patterns.invitation.test(text.toLowerCase()),
    isNote: (text, atEnd) =>
      wordCount(text) <= 80 && (patterns.note.test(text.toLowerCase()) || (atEnd && BIOGRAPHY.test(text))),
  };
}

/** In UTF-16 units: as many as a full stop and the brackets and quotation marks behind it can be. */
const LONGEST_END = 20;

/** True where a line ends as a sentence does. */
export function closesSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-LONGEST_END));
}

/** Thai, kana and Han: ranges, since they are tested at every line and script properties are slow. */
const SPACELESS = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/;

/** Han, kana and Hangul say as much in thirty characters as Latin letters in eighty. */
const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Words between spaces, in text whose white space is collapsed; scripts without spaces are taken to have a word every three characters. */
export function wordCount(text: string): number {
  // Rule after rule asks for the words of one block.
  if (text !== lastCounted.text) lastCounted = { text, words: countWords(text) };
  return lastCounted.words;
}

let lastCounted = { text: '', words: 1 };

function countWords(text: string): number {
  const spaced = text.split(' ').length;
  if (!SPACELESS.test(text)) return spaced;
  return Math.max(spaced, Math.floor((text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/gu)?.length ?? 0) / 3));
}

/** A block that is told rather than listed: a sentence or more. */
export function isProse(text: string): boolean {
  if (wordCount(text) >= 20) return true;
  return text.length >= (EAST_ASIAN.test(text) ? 30 : 80) && closesSentence(text);
}
