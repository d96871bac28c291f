import type { Range } from '../text/span.ts';

/** When it was said: "the president of Iran on Wednesday" names the president. */
const TIME =
  /\s+(?:(?:on|late|early|earlier|later|this|last)\s+){0,2}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?$|\s+(?:also|later|then|today|yesterday|again|earlier)$|\s+(?:earlier|later|last|this)\s(?:this\s)?(?:week|month|year)$/u;

const LOOSE_END = /(?:[\s,—–-]|\s(?:and|but))+$/u;

/** A source without the words behind it that tell when, and without a comma or a dash at its end. */
export function trimSource([start, end]: Range, text: string): Range {
  const trimmed = text.slice(start, end).replace(LOOSE_END, '').replace(TIME, '').replace(LOOSE_END, '');
  return trimmed === '' ? [start, end] : [start, start + trimmed.length];
}
