import type { Range } from '../text/span.ts';

/** American papers write party and state behind a politician's name: "(D-Wis.)", ", R-Ky.,". */
const PARTY_TAG = /^(?:\s\(([DRI]-\p{Lu}[\p{L}.]{1,8})\)|,\s([DRI]-\p{Lu}[\p{L}.]{1,8}?\.?)(?=,|\s[a-z]))/u;
/** In UTF-16 units, with its marks. */
const LONGEST = 16;

/** The party and state that stand right behind the first of the mentions to have them; null where none has. */
export function partyTagOf(text: string, mentions: readonly Range[]): string | null {
  for (const [, end] of mentions) {
    const [, inBrackets, betweenCommas] = PARTY_TAG.exec(text.slice(end, end + LONGEST)) ?? [];
    const tag = inBrackets ?? betweenCommas;
    if (tag !== undefined) return tag;
  }
  return null;
}
