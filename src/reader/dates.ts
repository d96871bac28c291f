/** A date as a page gives it, and what of it is certain. */
const ISO_DATE = /^(\d{4})(-\d{2})?(-\d{2})?(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Writes a date for a person, no more precise than the page knows it: the year, the month, the day, or the minute.
 * A time with an offset from UTC is told in the reader's own time zone, one without as it stands. Midnight sharp is how
 * content management systems write "some time that day": it gives the day alone, so that the day is right everywhere.
 * @param publishedTime ISO 8601, the calendar form.
 * @param locale BCP 47.
 * @returns null where the date cannot be read.
 */
export function formatPublishedTime(publishedTime: string, locale: string): string | null {
  const match = ISO_DATE.exec(publishedTime.trim());
  if (!match) return null;
  const [, year, month, day, time, offset] = match;
  const isTimeKnown = day !== undefined && time !== undefined && time !== '00:00';
  const clock = isTimeKnown ? `T${time}${offset ? withColon(offset) : 'Z'}` : '';
  const date = new Date(`${year}${month ?? ''}${day ?? ''}${clock}`);
  if (Number.isNaN(date.getTime())) return null;
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
    ...(isTimeKnown && { hour: 'numeric', minute: '2-digit' }),
    ...(isTimeKnown && offset ? {} : { timeZone: 'UTC' }),
  }).format(date);
}

/** `+0200` is ISO 8601's basic form, which Date does not read. */
function withColon(offset: string): string {
  return offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
}
