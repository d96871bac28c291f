import type { Range } from '../text/span.ts';
import { alignLetters } from './align-letters.ts';
import { isExpansionTrap } from './expansion-traps.ts';

/** A short form that the article itself spells out; ranges into the text. */
export interface Expansion {
  short: Range;
  long: Range;
}

/** 2 to 10 characters, at least one of them a letter: Schwartz and Hearst (2003), section 2.1. */
const SHORT = /^\p{Lu}[\p{L}\p{N}&./-]{1,9}$|^\p{L}[\p{L}\p{N}&.-]*\p{Lu}[\p{L}\p{N}&.-]*$|^\p{N}\p{Lu}+$/u;
const LONGEST_SHORT = 10;
/** An acronym in a bracket, also one that more follows: "(WHO, Geneva)", "(the ICC)", "(or IDPs)". */
const BRACKET =
  /([([])\s*(?:the |or |also known as |known as |hereafter |“|"|‘|')*([^\s()[\],;“”"‘’]{2,14}?)[’”"']*(?:['’]s)?(?:[,;:][^()[\]]{0,40})?\s*[)\]]/gu;
/** ", or WHO," ", known as WHO" ", called WHO" */
const NAMED =
  /,? (?:(?:better |also |commonly |widely )?(?:known|abbreviated|referred to|shortened) (?:as|to|by (?:its|their) (?:acronym|initials|abbreviation))|or|called|dubbed) (?:the |by |its acronym,? |“|"|‘)*([\p{L}\p{N}&.-]{2,11})(?=[\s,.;:)”"’—–-]|$)/gu;
/** "WHO (World Health Organization)" */
const SPELLED = /([\p{L}\p{N}&.-]{2,11}) ?([([])([^()[\]]{4,120})[)\]]/gu;
/** "WHO, or the World Health Organization," "WHO, which stands for World Health Organization" "WHO, the World Health Organization," */
const STANDS =
  /([\p{L}\p{N}&.-]{2,11})”?(?:,? (?:which )?(?:stands|stood|standing|is short) for|, or|,| [–—-]|: ) (?:the |“|"|‘)*([^,.;:()[\]–—“”"]{4,120})/gu;
/** So many letters before a bracket hold its long form. */
const LOOK_BACK = 160;

/**
 * Finds the short forms that a text spells out, and with what words, in the order of the text. The way of Schwartz, A. S.
 * and Hearst, M. A. (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text", Pacific
 * Symposium on Biocomputing 8, 451-462, with what news needs: the letters are aligned by cost and initials are cheap; long
 * forms may follow; brackets of parties, agencies and places are no expansions.
 * @param paragraphs no expansion runs from one into the next.
 */
export function findExpansions(text: string, paragraphs: readonly Range[]): Expansion[] {
  const found = new Map<number, Expansion>();
  const add = (short: Range, long: Range | null) => {
    if (long !== null && !found.has(short[0])) found.set(short[0], { short, long });
  };
  for (const [from, to] of paragraphs) {
    const paragraph = text.slice(from, to);
    if (!/\p{Lu}[\p{L}\p{N}&.-]*\p{Lu}|\p{Lu}\./u.test(paragraph)) continue;
    for (const match of paragraph.matchAll(BRACKET)) {
      const word = match[2] ?? '';
      const at = from + match.index + match[0].indexOf(word);
      const short = shortAt(at, word);
      if (short !== null && !isExpansionTrap(text, from, from + match.index, short))
        add(short, longBefore(text, from, from + match.index, short));
    }
    for (const match of paragraph.matchAll(NAMED)) {
      const word = match[1] ?? '';
      const short = shortAt(from + match.index + match[0].length - word.length, word);
      if (short !== null && isShouted(text, short)) add(short, longBefore(text, from, from + match.index, short));
    }
    for (const [pattern, group] of [
      [SPELLED, 3],
      [STANDS, 2],
    ] as const)
      for (const match of paragraph.matchAll(pattern)) {
        const word = match[1] ?? '';
        const inside = match[group] ?? '';
        const at = from + match.index;
        const short = shortAt(at, word);
        if (short === null || !isShouted(text, short) || /[\p{L}\p{N}]$/u.test(text.slice(0, at).slice(-1))) continue;
        const start = at + match[0].lastIndexOf(inside);
        add(short, longBehind(text, start, start + inside.length, short, group === 3));
      }
  }
  return [...found.values()].sort((one, other) => one.short[0] - other.short[0]);
}

function shortAt(at: number, word: string): Range | null {
  const trimmed = word.replace(/[.,;:'’-]+$/u, (end) => (/^\p{Lu}\.(?:\p{Lu}\.?)*$/u.test(word) ? end : ''));
  const letters = trimmed.replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < 2 || letters.length > LONGEST_SHORT || !SHORT.test(trimmed)) return null;
  if (!/\p{Lu}/u.test(trimmed)) return null;
  return [at, at + trimmed.length];
}

/** At least half of its letters are capitals: "AfD", "DoJ", "NGOs" but not "Smith". */
function isShouted(text: string, [start, end]: Range): boolean {
  const letters = text.slice(start, end).replace(/s$|[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '').length;
  return capitals >= 2 && capitals * 2 >= letters.length;
}

function longBefore(text: string, paragraph: number, bracket: number, short: Range): Range | null {
  const from = Math.max(paragraph, bracket - LOOK_BACK);
  return alignLetters(text, [from, bracket], text.slice(...short), 'end');
}

function longBehind(text: string, start: number, end: number, short: Range, whole: boolean): Range | null {
  const long = alignLetters(text, [start, end], text.slice(...short), 'start');
  // "the WHO (Geneva-based World …)": a bracket that says more than the name is no expansion.
  return long !== null && whole && long[1] - long[0] < (end - start) / 2 ? null : long;
}
