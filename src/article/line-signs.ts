/** The words of assets/line-signs.json, by language where they belong to one. */
export interface LineSignData {
  /** Words that stand before a name or a date in bylines and datelines. */
  bylineWords: Readonly<Record<string, readonly string[]>>;
  /** Agencies, archives and words that mark the credit of a picture wherever they stand. */
  creditWords: readonly string[];
  /** Words that do so before a colon or a slash. */
  creditLabels: Readonly<Record<string, readonly string[]>>;
  /** Agencies that do so after a slash or a bracket. */
  creditAgencies: readonly string[];
  /** Regular expressions of notes in which agencies and editors speak of the article instead of its matter. */
  notePatterns: readonly string[];
}

/** The same as patterns. */
export interface LinePatterns {
  byline: RegExp;
  credit: RegExp;
  note: RegExp;
}

export function compileLineSigns(data: LineSignData): LinePatterns {
  const { creditWords, creditAgencies, notePatterns } = data;
  const [bylines, labels] = [data.bylineWords, data.creditLabels].map((words) => Object.values(words).flat().join('|'));
  const agencies = creditAgencies.join('|');
  return {
    byline: new RegExp(`^(?:${bylines})(?=[\\s:：|,.]|$)`, 'iu'),
    credit: new RegExp(
      `\\b(?:${creditWords.join('|')}|\\w+ images)\\b|©|[/(](?:${agencies})\\b|(?<!\\p{L})(?:${labels})\\s*[:/]|写真\\s?[:：=＝]|\\breuters\\/`,
      'iu',
    ),
    note: new RegExp(notePatterns.join('|'), 'iu'),
  };
}

const NUMERIC_DATE =
  /\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d{2}\b|\b(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}\b|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]/;
const CLOCK_TIME = /\b\d{1,2}[:.h]\d{2}\b(?!\s*%)/;
const TIME_AGO = /\b\d+\s*(?:min(?:ute)?s?|hours?|hrs?|days?)\s*(?:ago|read)\b|\bmin(?:ute)?s? read\b|\bLesezeit\b/i;

const SENTENCE_END = /[.!?…。！？؟।։۔]["'”’»)\]」』]*$/u;

/** Who wrote the article; in the middle of one, such a sentence may well be its matter. */
const BIOGRAPHY =
  /^(?:\p{Lu}[\p{L}.'’-]+ ){1,4}(?:is|was) (?:an?|the) (?:[\p{L}-]+ ){0,8}(?:reporter|writer|journalist|editor|columnist|correspondent|contributor|author|blogger|producer)\b/u;

/** The patterns made so far, by language: forty-eight dates are formatted for one. */
const MONTH_PATTERNS = new Map<string, RegExp>();

function monthPattern(language: string | null): RegExp {
  const key = language ?? 'en';
  const pattern = MONTH_PATTERNS.get(key) ?? makeMonthPattern(language);
  MONTH_PATTERNS.set(key, pattern);
  return pattern;
}

/** Month names of the page's language and of English, which datelines of other languages use as well. */
function makeMonthPattern(language: string | null): RegExp {
  const names = new Set<string>();
  for (const locale of new Set(['en', language ?? 'en']))
    for (const formatter of [formatterFor(locale, 'long'), formatterFor(locale, 'short')])
      for (let index = 0; index < 12; index++) {
        const parts = formatter.formatToParts(Date.UTC(2024, index, 15));
        const name =
          parts
            .find(({ type }) => type === 'month')
            ?.value.toLowerCase()
            .replace(/\.$/, '') ?? '';
        if (/\p{L}{3}/u.test(name)) names.add(name);
      }
  const source = [...names].join('|');
  return new RegExp(
    `\\b\\d{1,2}(?:st|nd|rd|th|\\.)?,? (?:de |of )?(?:${source})|(?:${source})\\.?,? \\d{1,2}(?:st|nd|rd|th)?\\b`,
    'iu',
  );
}

function formatterFor(locale: string, month: 'long' | 'short'): Intl.DateTimeFormat {
  const options = { day: 'numeric', month, timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    // A page may name a language that is no language tag.
    return new Intl.DateTimeFormat('en', options);
  }
}

/** Tells by its words alone what a line of an article is. */
export interface LineSigns {
  /** A byline, dateline or reading time: short, no sentence, with a date, a time or words such as "By". */
  isByline(text: string): boolean;
  isCredit(text: string): boolean;
  isNote(text: string, atEnd: boolean): boolean;
}

/** The signs for an article in `language` (BCP 47); `byline` is the authors as the page's data names them. */
export function lineSignsFor(language: string | null, byline: string | null, patterns: LinePatterns): LineSigns {
  const months = monthPattern(language);
  const authors = byline?.toLowerCase() ?? null;
  return {
    isByline(text) {
      if (wordCount(text) > 25 || text.length > 200) return false;
      const dated = NUMERIC_DATE.test(text) || months.test(text) || TIME_AGO.test(text);
      if (
        authors !== null &&
        text.length < 80 &&
        (authors.includes(text.toLowerCase()) || text.toLowerCase().startsWith(authors))
      )
        return true;
      if (patterns.byline.test(text)) return dated || (wordCount(text) <= 12 && !closesSentence(text));
      return (dated || (CLOCK_TIME.test(text) && wordCount(text) <= 6)) && !closesSentence(text);
    },
    isCredit: (text) => wordCount(text) <= 45 && patterns.credit.test(text),
    isNote: (text, atEnd) => wordCount(text) <= 80 && (patterns.note.test(text) || (atEnd && BIOGRAPHY.test(text))),
  };
}

/** True where a line ends as a sentence does. */
export function closesSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** Thai, kana and Han: ranges, since they are tested at every line and script properties are slow. */
const SPACELESS = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/;

/** Words between spaces, in text whose white space is collapsed; scripts without spaces are taken to have a word every three characters. */
export function wordCount(text: string): number {
  const spaced = text.split(' ').length;
  if (!SPACELESS.test(text)) return spaced;
  return Math.max(spaced, Math.floor((text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/gu)?.length ?? 0) / 3));
}

/** A block that is told rather than listed: a sentence or more. */
export function isProse(text: string): boolean {
  return wordCount(text) >= 20 || (text.length >= 80 && closesSentence(text));
}
