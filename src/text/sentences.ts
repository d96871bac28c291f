import { isAbbreviation, isExclaimedName, LONGEST_ABBREVIATION, reportsSpeech } from './abbreviations.ts';
import type { Range } from './span.ts';

/**
 * A stop with the marks and brackets that close behind it; French puts a space before the guillemet. A line feed
 * always ends a sentence.
 */
const STOP =
  /\n|([.!?…‼⁇⁈⁉\u037e]+|[。！？．｡]+|[؟۔।॥։።]+)((?:["'”’“‘»«›‹」』﹂﹄)\]}）】〉》]|[ \u00a0\u202f][»›”](?=\s|$)|\p{Cf}|\[\p{N}{1,3}\])*)/gu;

/** What may stand before the first word of a sentence. */
const LEAD = /^[\s\p{Cf}"'“‘„‚”’«»‹›「『([{¿¡–—―-]*/u;
const WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/u;
/** The first half of an abbreviation that is written with a space: "u. a.". */
const SPACED_LETTER = /(?<!\p{L})\p{Ll}\. $/u;
const HAS_WORD = /[\p{L}\p{N}]/u;

/** How much of the text behind a stop is looked at, in UTF-16 units. */
const LOOK_AHEAD = 60;

/**
 * Cuts a range of a text into sentences: trimmed offsets into `text`, in order, which together hold all that is not white
 * space. Words that report what somebody exclaimed belong to the sentence: `“Stop!” he said.` Time is linear in the text.
 */
export function findSentences(text: string, [from, to]: Range): Range[] {
  const sentences: Range[] = [];
  let start = from;
  const push = (end: number) => {
    const piece = text.slice(start, end);
    const first = end - piece.trimStart().length;
    const behind = start + piece.trimEnd().length;
    start = end;
    if (first >= behind) return;
    const last = sentences.at(-1);
    // A mark that a space has parted from its sentence.
    if (last !== undefined && !HAS_WORD.test(piece)) sentences[sentences.length - 1] = [last[0], behind];
    else sentences.push([first, behind]);
  };
  for (const match of text.slice(from, to).matchAll(STOP)) {
    const [all, signs, closers = ''] = match;
    const stop = from + match.index;
    if (signs === undefined) push(stop);
    else if (endsSentence(text, start, stop, signs, closers, to)) push(stop + all.length);
  }
  push(to);
  return sentences;
}

function endsSentence(text: string, start: number, stop: number, signs: string, closers: string, to: number): boolean {
  const behind = stop + signs.length + closers.length;
  const ahead = text.slice(behind, Math.min(to, behind + LOOK_AHEAD));
  if (ahead.trim() === '') return true;
  const spaced = /^\s/u.test(ahead);
  // 「行く。」と言った。: what follows the closing mark without a space reports it.
  if (/^[。！？．｡]/u.test(signs)) return spaced || closers === '' || /^[「『（【“‘《]/u.test(ahead);
  if (/^[؟۔।॥։።]/u.test(signs)) return spaced || closers === '';
  const rest = ahead.replace(LEAD, '');
  // Some pages lose the space: `gone.”She`. Without a mark between it is an address or a number more often.
  if (!spaced && (closers === '' || !/^\p{Lu}/u.test(ahead))) return false;
  if (/^\p{Ll}/u.test(rest)) return /^\p{Ll}{1,2}\p{Lu}/u.test(rest);
  const next = WORD.exec(rest)?.[0] ?? '';
  const word = /[\p{L}\p{M}\p{N}.-]*$/u.exec(text.slice(Math.max(start, stop - LONGEST_ABBREVIATION), stop))?.[0] ?? '';
  if (signs === '!' && closers === '' && isExclaimedName(word, next)) return false;
  if (/[!?]/.test(signs)) return closers === '' || !reportsSpeech(rest.match(/[\p{L}\p{M}'’-]+/gu) ?? []);
  if (signs !== '.') return true;
  const before = text.slice(Math.max(start, stop - word.length - LONGEST_ABBREVIATION), stop - word.length);
  const spelled = SPACED_LETTER.exec(before)?.[0].trim() ?? '';
  return !isAbbreviation(word.length === 1 ? spelled + word : word, next, !HAS_WORD.test(before));
}
