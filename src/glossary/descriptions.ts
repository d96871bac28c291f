import descriptionHeads from '../../assets/language/description-heads.json' with { type: 'json' };
import type { Range } from '../text/span.ts';

/** Nouns that say what something is: "agency", "treaty", "virus". */
const HEADS: ReadonlySet<string> = new Set(descriptionHeads.heads);
/** Behind these no description goes on. */
const ENDS =
  /^(?:which|who|whose|that|where|when|while|and|but|or|as|after|before|because|is|was|are|were|has|have|had|said|says|will|would|could|can|may)$/;
/** Before these words no description begins, going back from its head. */
const NO_MODIFIER =
  /^(?:of|in|on|at|by|to|for|from|with|against|between|into|over|under|about|and|or|but|nor|that|which|who|than|as|if|when|while|where|is|was|are|were|be|been|being|has|have|had|do|does|did|said|says|say|told|will|would|could|can|may|might|must|should|not|this|these|those|such|no|any|some|other|another|each|every|all|both|with|join|joined|called|named|including|like|it|he|she|they|we|i|you)$/;
const DETERMINER = /^(?:a|an|the|its|their|his|her|our)$/;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.'’-][\p{L}\p{N}]+)*['’]?/gu;
/** "the company" says nothing that its reader does not know. */
const FEWEST_WORDS = 3;
const LONGEST_BEHIND = 18;
const LONGEST_BEFORE = 6;
/** So many UTF-16 units on each side are looked at. */
const REACH = 180;
const APPOSITION = /^(?: ?\([^()\n]{2,20}\))?(?:, | [–—-] |—| \()/u;
const COPULA = /^(?: ?\([^()\n]{2,20}\))?,? (?:is|was|are|were) /u;

interface Word {
  text: string;
  start: number;
  end: number;
}

/**
 * The words by which an article says what a name is: "the Nusra Front, al Qaeda's Syrian branch", "the Lebanese militant group
 * Hezbollah", "Wallonia is a region of Belgium", "the United Nations humanitarian agency (OCHA)". Ranges into the text; null
 * where it says nothing there.
 */
export function findDescription(text: string, [from, to]: Range, paragraph: Range): Range | null {
  return (
    behind(text, to, paragraph[1], APPOSITION, false) ??
    behind(text, to, paragraph[1], COPULA, true) ??
    before(text, from, paragraph[0])
  );
}

function behind(text: string, to: number, end: number, opening: RegExp, whole: boolean): Range | null {
  const rest = text.slice(to, Math.min(end, to + REACH));
  const opened = opening.exec(rest)?.[0];
  if (opened === undefined) return null;
  const close = opened.endsWith('(') ? /[()]/ : /[,.;:!?()“”"–—]|\s-\s/;
  const tail = rest.slice(opened.length);
  const stop = close.exec(tail)?.index ?? tail.length;
  const words = wordsOf(tail.slice(0, stop), to + opened.length);
  const first = words[0];
  if (first === undefined || !opensNounPhrase(words)) return null;
  let head = -1;
  let last = -1;
  for (const [index, word] of words.entries()) {
    const lower = word.text.toLowerCase();
    if (index > 0 && head === -1 && ENDS.test(lower)) return null;
    if (index > 0 && !whole && ENDS.test(lower) && lower !== 'and' && lower !== 'that' && lower !== 'which') break;
    if (head === -1 && isHead(word.text)) head = index;
    last = index;
    if (index >= LONGEST_BEHIND) return null;
  }
  const final = words[last];
  // An apposition is closed by a mark; where the sentence runs on, it was an aside about somebody else.
  if (head < 1 || last + 1 < FEWEST_WORDS || final === undefined || (stop === tail.length && to + REACH < end))
    return null;
  return [first.start, final.end];
}

function opensNounPhrase(words: readonly Word[]): boolean {
  const first = words[0]?.text ?? '';
  if (DETERMINER.test(first.toLowerCase()) || first === 'one') return true;
  return words.slice(0, 4).some(({ text }) => /['’]s?$/.test(text)) && !ENDS.test(first.toLowerCase());
}

function before(text: string, from: number, start: number): Range | null {
  const lead = text.slice(Math.max(start, from - REACH), from);
  const opening = / ?\($| $/.exec(lead)?.[0];
  if (opening === undefined) return null;
  const piece = lead.slice(0, lead.length - opening.length);
  const base = from - opening.length - piece.length;
  const words = wordsOf(piece, base);
  const head = words.at(-1);
  if (head === undefined || head.end !== from - opening.length || !isHead(head.text)) return null;
  let first = words.length - 1;
  let modifiers = 0;
  while (first > 0 && words.length - first < LONGEST_BEFORE) {
    const word = words[first - 1];
    const current = words[first];
    if (word === undefined || current === undefined || !/^ $/.test(text.slice(word.end, current.start))) break;
    const lower = word.text.toLowerCase();
    if (NO_MODIFIER.test(lower)) break;
    first--;
    if (DETERMINER.test(lower)) break;
    modifiers++;
  }
  const opened = words[first];
  return modifiers === 0 || opened === undefined ? null : [opened.start, head.end];
}

function isHead(word: string): boolean {
  return HEADS.has(word) || HEADS.has(word.replace(/s$/, ''));
}

function wordsOf(text: string, base: number): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    start: base + index,
    end: base + index + word.length,
  }));
}
