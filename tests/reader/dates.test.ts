import { afterEach, describe, expect, it } from 'vitest';
import { formatPublishedTime } from '../../src/reader/dates.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('formatPublishedTime', () => {
  it.each([
    ['2016', 'en-GB', '2016'],
    ['2016-05', 'en-GB', 'May 2016'],
    ['2016-05-03', 'en-GB', '3 May 2016'],
    ['2016-05-03', 'en-US', 'May 3, 2016'],
    ['2016-05-03', 'de', '3. Mai 2016'],
    ['2016-05-03T14:30', 'en-GB', '3 May 2016 at 14:30'],
    ['2016-05-03 14:30:59', 'en-GB', '3 May 2016 at 14:30'],
  ])('is no more precise than the page: %s (%s)', (time, locale, text) => {
    expect(formatPublishedTime(time, locale)).toBe(text);
  });

  it.each([
    ['2016-05-03T23:30:00Z', '3 May 2016 at 19:30'],
    ['2016-05-03T23:30:00.123+02:00', '3 May 2016 at 17:30'],
    ['2016-05-03T23:30:00+0200', '3 May 2016 at 17:30'],
    ['2016-05-03T14:30:00', '3 May 2016 at 14:30'],
    // A day, and the start of a day, are the same day everywhere.
    ['2016-05-03', '3 May 2016'],
    ['2016-05-03T00:00:00Z', '3 May 2016'],
    ['2016-05-03T00:00:00+02:00', '3 May 2016'],
  ])('tells a certain moment in the time zone of the reader: %s in New York', (time, text) => {
    process.env.TZ = 'America/New_York';
    expect(formatPublishedTime(time, 'en-GB')).toBe(text);
  });

  it.each(['', 'yesterday', '2016-13-01', '2016-05-03T99:99Z', '03/05/2016', 'May 3, 2016'])(
    'gives up on "%s"',
    (time) => {
      expect(formatPublishedTime(time, 'en')).toBeNull();
    },
  );
});
