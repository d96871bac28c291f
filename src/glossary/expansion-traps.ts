import type { Range } from '../text/span.ts';

/** "(R-Wis.)", "(D-IL)", "(Lab., Leeds)", "(I-VT)", "(LD)": what party a politician is of, and from where. */
const PARTY =
  /^(?:R|D|I|L|G|DFL|Rep|Dem|Ind|Lab|Con|LD|Lib|Lib Dem|SNP|PC|CDU|CSU|SPD|BJP|ALP|LNP|NDP)\b\.?\s?(?:$|[-–‑‐—,/])/u;
const AFTER_PARTY = /^\s*[-–‑‐—,/]\s?\p{Lu}/u;
/** A dateline's agency stands at the head of its paragraph and a dash or stop follows: "BEIJING (AP) —". */
const DATELINE_HEAD = /^[\s"“‘]*(?:(?:By )?[\p{L}.'’,/ -]{0,60})$/u;
const DATELINE_TAIL = /^\s*[)\]]\s*(?:[-–‑—―:]|\.\s|$)/u;
/** "(NYSE: XYZ)", "(NASDAQ:XYZ)", "(LON: XYZ)". */
const EXCHANGE = /^[\s]*:\s?\p{Lu}/u;

/**
 * Whether a short form in a bracket tells of no long form before it: a party, a news agency, a share's symbol. Positions are
 * UTF-16 offsets; `bracket` is that of the opening bracket.
 */
export function isExpansionTrap(text: string, paragraph: number, bracket: number, short: Range): boolean {
  const word = text.slice(...short);
  const behind = text.slice(short[1], short[1] + 24);
  if (PARTY.test(word) && (word.length > 3 || AFTER_PARTY.test(behind))) return true;
  if (EXCHANGE.test(behind)) return true;
  const before = text.slice(paragraph, bracket);
  return before.length < 70 && DATELINE_TAIL.test(behind) && DATELINE_HEAD.test(before) && isDateline(before, behind);
}

function isDateline(before: string, behind: string): boolean {
  const place = before.trim();
  // "By Ann Example (AP)", a line of its own, or a place in capitals before a dash.
  if (/^By /.test(place) || place === '') return true;
  return /^\s*[)\]]\s*[-–‑—―:]/u.test(behind) && place.split(/\s+/).length <= 5;
}
