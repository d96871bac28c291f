/** With figures alone, in the orders in use; Chinese, Japanese and Korean with the words for year and month. */
const NUMERIC_DATE =
  /\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d{2}\b|\b(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}\b|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]/;

const CLOCK_TIME = /\b\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m)?\b(?!\s*%)/i;

/** Whether a line has a date in it, in figures or with the name of a month in `language` (BCP 47) or in English. */
export function hasDate(text: string, language: string | null): boolean {
  return /\d/.test(text) && (NUMERIC_DATE.test(text) || monthPattern(language).test(text));
}

export function hasClockTime(text: string): boolean {
  return CLOCK_TIME.test(text);
}

/** What stands before the first date or time of a line, without the day of the week; the whole line where it has none. */
export function beforeDate(text: string, language: string | null): string {
  if (!/\d/.test(text)) return text;
  const starts = [NUMERIC_DATE, CLOCK_TIME, monthPattern(language)].map((pattern) => text.search(pattern));
  const start = Math.min(...starts.filter((at) => at >= 0));
  if (!Number.isFinite(start)) return text;
  // Lines that stand under each other on the page may be joined without a space: "Nora FieldMonday, 4 May".
  const weekdays = new RegExp(
    `(?:(?<!\\p{L})|(?=\\p{L}{6}))(?:${datePartNames('weekday', language)})\\.?,?\\s*$`,
    'iu',
  );
  return text.slice(0, start).replace(weekdays, '');
}

/** The patterns made so far, by language: forty-eight dates are formatted for one. */
const MONTH_PATTERNS = new Map<string, RegExp>();

function monthPattern(language: string | null): RegExp {
  const key = language ?? 'en';
  const pattern = MONTH_PATTERNS.get(key) ?? makeMonthPattern(language);
  MONTH_PATTERNS.set(key, pattern);
  return pattern;
}

function makeMonthPattern(language: string | null): RegExp {
  const names = datePartNames('month', language);
  return new RegExp(
    `\\b\\d{1,2}(?:st|nd|rd|th|\\.)?,? (?:de |of )?(?:${names})|(?<!\\p{L})(?:${names})\\.?,? \\d{1,2}(?:st|nd|rd|th)?\\b`,
    'iu',
  );
}

/** In the page's language and in English, which datelines of other languages use as well; with "|" between them. */
function datePartNames(part: 'month' | 'weekday', language: string | null): string {
  const names = new Set<string>();
  for (const locale of new Set(['en', language ?? 'en']))
    for (const style of ['long', 'short'] as const) {
      const formatter = formatterFor(locale, { day: 'numeric', [part]: style, timeZone: 'UTC' });
      for (let index = 0; index < 12; index++) {
        const date = part === 'month' ? Date.UTC(2024, index, 15) : Date.UTC(2024, 0, index);
        const parts = formatter.formatToParts(date);
        const name =
          parts
            .find(({ type }) => type === part)
            ?.value.toLowerCase()
            .replace(/\.$/, '') ?? '';
        if (/\p{L}{3}/u.test(name)) names.add(name);
      }
    }
  return [...names].join('|');
}

function formatterFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    // A page may name a language that is no language tag.
    return new Intl.DateTimeFormat('en', options);
  }
}
