import type { LanguageMarks } from './language-marks.ts';
import type { MarkPair } from './pairs.ts';
import type { Range } from './span.ts';

const OPENING_DASH = /^[\s\p{Cf}]*([–—―-])(?:\s*(?=[\p{Lu}\p{Lt}\p{Lo}\p{N}¿¡…(])|\s+(?=\p{L}))/u;
const SENTENCE_END = /[.!?…։](?:\s|$)/u;
/** A dash between words, with the character before it and what follows. */
const INNER_DASH = /(\S)\s*([–—―])(?=[\s\p{L}.,;])|(\S)\s+(-)(?=\s)/gu;
const NARRATION = /^\s*\p{Ll}/u;

/** Where English, which lists things with dashes, opens several paragraphs so, these words tell speech from a list. */
const FIRST_OR_SECOND_PERSON = /(?:^|\P{L})(?:I|we|you|my|our|your|me|us)(?!\p{L})|\?\s*$/u;
const SEVERAL = 3;

/** How much of the text behind a dash is looked at, in UTF-16 units. */
const LOOK_AHEAD = 40;

/** Whether dashes at the start of paragraphs open speech in this text. */
export function opensSpeechWithDashes(text: string, paragraphs: readonly Range[], language: LanguageMarks): boolean {
  const dashed = paragraphs
    .map(([from, to]) => text.slice(from, to))
    .filter((paragraph) => OPENING_DASH.test(paragraph) && SENTENCE_END.test(paragraph));
  if (language.speechDash) return dashed.length > 0;
  const personal = dashed.filter((paragraph) => FIRST_OR_SECOND_PERSON.test(paragraph));
  return dashed.length >= SEVERAL && personal.length * 2 >= dashed.length;
}

/**
 * The speech in a paragraph that a dash opens: what is said, without the narration that dashes set apart in it ("— No —dijo
 * Ana—. Nunca."). Where nothing sets it apart, as in French, all of the paragraph. None where a list goes on so, or where
 * quotation marks hold the speech.
 */
export function dashedSpeech(text: string, [from, to]: Range, { reporting }: LanguageMarks): MarkPair[] {
  const paragraph = text.slice(from, to);
  const opening = OPENING_DASH.exec(paragraph);
  if (opening === null || !SENTENCE_END.test(paragraph)) return [];
  const first = from + opening[0].length;
  const speeches: MarkPair[] = [];
  let start: number | null = from + opening[0].indexOf(opening[1] ?? '');
  let inner = first;
  let dash = opening[1] ?? '';
  const push = (innerEnd: number, end: number, closed: boolean) => {
    if (start === null || innerEnd <= inner) return;
    const pair = { start, innerStart: inner, innerEnd, end, closed, opening: dash };
    speeches.push({ ...pair, family: 'dash', closing: null, weak: false });
  };
  const dashes = [...paragraph.slice(opening[0].length).matchAll(INNER_DASH)];
  for (const [index, match] of dashes.entries()) {
    const glyph = match[2] ?? match[4] ?? '';
    const before = match[1] ?? match[3] ?? '';
    const at = first + match.index + match[0].length - glyph.length;
    const behind = text.slice(at + 1, Math.min(to, at + LOOK_AHEAD));
    if (start !== null) {
      const next = dashes[index + 1];
      const resumes = next !== undefined && /^[.!?…]$/u.test(next[1] ?? next[3] ?? '');
      const narrates = resumes || endsSpeech(before, text.charAt(at - 1), behind, reporting);
      if (!NARRATION.test(behind) || !narrates) continue;
      const end = first + match.index + before.length;
      push(end, end, true);
      start = null;
    } else if (!NARRATION.test(behind) || /^[,:]$/u.test(before)) {
      const lead = /^[.,;:]?\s*/u.exec(behind)?.[0] ?? '';
      inner = at + 1 + lead.length;
      // In "—dijo Ana—. Nunca" the dash closes the narration, and the stop behind it is not said.
      start = lead.trim() === '' ? at : inner;
      dash = glyph;
    }
  }
  push(to, to, false);
  return speeches;
}

/** A comma or the end of a sentence before the dash, a dash that hugs the narration, or a word of saying behind it. */
function endsSpeech(before: string, last: string, behind: string, reporting: readonly string[]): boolean {
  if (/^[,.!?…»”"]$/u.test(before)) return true;
  if (/^\s$/u.test(last) && /^\p{Ll}/u.test(behind)) return true;
  const words = behind.trimStart().toLowerCase().split(/\s+/u).slice(0, 3);
  return words.some((word) => reporting.some((stem) => word.startsWith(stem)));
}
