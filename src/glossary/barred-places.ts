import type { Range } from '../text/span.ts';

/**
 * Addresses, mail addresses, handles, tags, paths and source code: letters there are not words of the article. Shares'
 * symbols: "(NYSE: XYZ)", "XYZ.N".
 */
const NOT_WORDS =
  /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+|(?<![\p{L}\p{N}])(?:[\w-]+\.)+(?:com|org|net|gov|edu|info|io|co\.uk|co|de|fr|eu|ru|cn)\b(?:\/\S*)?|(?<![\p{L}\p{N}])(?:[\w.-]*\/){2,}[\w.-]+|`[^`\n]+`|\((?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|LON|TSX|ASX|NSE|BSE|JSE|HKG|TYO|OTC)[^)\n]{0,20}:[^)\n]*\)|<\p{Lu}{2,6}\.\p{Lu}{1,2}>|\b\p{Lu}{3,5}\.(?:N|O|L|PA|DE|T|HK|AX)\b/gu;
/** "BEIJING (Reuters) —", "WASHINGTON, Jan. 5 (AP) -", "LONDON —": what stands before the first sentence. */
const DATELINE =
  /^[\s"“‘]*(?:\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[ ,/]+\p{Lu}[\p{L}\p{M}.'’]*|[ ,]+\p{N}{1,4}\.?){0,6}\s*)?(?:\((?:[^()\n]{2,40})\)\s*)?(?:[–—―]|--?\s|:\s(?=\p{Lu}))/u;
const AGENCY_HEAD =
  /^[\s]*(?:[\p{L}.,' ]{0,40}\s)?\((?:AP|AFP|UPI|IANS|ANI|PTI|Reuters|CNN|Xinhua|TASS|dpa|DPA|EFE|ANSA|PA)\)/u;
const BYLINE = /^\s*(?:by|from|BY|By)\s+\p{Lu}[^\n]{0,90}$/u;
/** At least this share of a line's words is in capitals where the line shouts. */
const SHOUTED_SHARE = 0.6;

/** Where no term is looked for: stretches of a text, in no order, that may overlap. */
export function findBarredPlaces(text: string, paragraphs: readonly Range[]): Range[] {
  const barred: Range[] = [...text.matchAll(NOT_WORDS)].map(({ 0: found, index }) => [index, index + found.length]);
  for (const [from, to] of paragraphs) {
    const line = text.slice(from, to);
    if (isShouted(line) || (line.length < 110 && BYLINE.test(line) && !/[.!?]["”]?$/.test(line.trim()))) {
      barred.push([from, to]);
      continue;
    }
    const dateline = DATELINE.exec(line.slice(0, 120)) ?? AGENCY_HEAD.exec(line.slice(0, 120));
    if (dateline !== null) barred.push([from, from + dateline[0].length]);
    for (const range of shoutedOpenings(line)) barred.push([from + range[0], from + range[1]]);
  }
  return barred;
}

function isShouted(line: string): boolean {
  const words = line.match(/\p{L}{2,}/gu) ?? [];
  if (words.length < 2) return false;
  const shouted = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase()).length;
  return words.length >= 3
    ? shouted >= words.length * SHOUTED_SHARE
    : shouted === words.length && line.trim().length > 8;
}

/** "THREE HELD AFTER RAID A man was held": a run of four words in capitals and more. */
function shoutedOpenings(line: string): Range[] {
  return [...line.matchAll(/(?:\p{Lu}[\p{Lu}\p{M}'’-]+[ ,:;]+){3,}\p{Lu}[\p{Lu}\p{M}'’-]+(?![\p{L}\p{N}])/gu)].map(
    ({ 0: found, index }): Range => [index, index + found.length],
  );
}
