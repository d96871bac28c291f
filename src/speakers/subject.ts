import type { Range } from '../text/span.ts';
import type { Lexicon } from './lexicon.ts';
import { isVerbSense } from './nearby.ts';
import { tokensWithin } from './token-ranges.ts';
import { OUTSIDE, type Tokens } from './tokens.ts';

/** So many tokens a subject may have; longer ones are most often something else. */
const LONGEST = 8;
const ADVERBS: ReadonlySet<string> = new Set([
  'also',
  'again',
  'later',
  'then',
  'still',
  'now',
  'however',
  'meanwhile',
]);
const BREAKS: ReadonlySet<string> = new Set([',', ';', ':', '(', ')', '—', '–', '―']);
const CLAUSE_WORDS: ReadonlySet<string> = new Set([
  'who',
  'which',
  'that',
  'to',
  'as',
  'when',
  'while',
  'after',
  'before',
  'if',
  'because',
  'although',
]);
const PRONOUNS: ReadonlySet<string> = new Set(['i', 'he', 'she', 'they', 'we']);
const RELATIVES: ReadonlySet<string> = new Set(['who', 'which']);
const JOINS: ReadonlySet<string> = new Set(['and', 'but', 'then']);
const PREPOSITIONS: ReadonlySet<string> = new Set(['at', 'by', 'for', 'from', 'in', 'of', 'on', 'with', 'there', 'it']);
const PARTICIPLE = /ing$/;

/**
 * Who says it, where nobody is tagged: the subject of the sentence, where a participle or a second verb behind it reports
 * ("The mayor left the hall, promising …", "The mayor left and promised …"), else the words right before the cue. Null
 * where there is no short subject.
 */
export function subjectOf(tokens: Tokens, cue: Range, lexicon: Lexicon): Range | null {
  const [at] = tokensWithin(tokens, cue);
  const { words, quote, sentence, start, end } = tokens;
  const relative = relativeBefore(tokens, at);
  if (relative !== null) return [start[relative] ?? 0, end[relative] ?? 0];
  if (!PARTICIPLE.test(words[at] ?? '') && !JOINS.has(words[at - 1] ?? '')) return subjectBefore(tokens, at, lexicon);
  let from = at;
  while (from > 0 && sentence[from - 1] === sentence[at]) from--;
  let begin = from;
  let first = -1;
  const span = (one: number, behind: number): Range | null => {
    const own = words.slice(one, behind);
    const fits = own.length > 0 && own.length <= LONGEST && !own.some((word) => CLAUSE_WORDS.has(word));
    return fits ? [start[one] ?? 0, end[behind - 1] ?? 0] : null;
  };
  for (let token = from; token < at; token++) {
    if (quote[token] !== OUTSIDE) return null;
    const word = words[token] ?? '';
    if (BREAKS.has(word)) {
      if (first < 0) first = token;
      begin = token + 1;
    }
    if (!isVerbSense(lexicon.sense(word)) || PARTICIPLE.test(word)) continue;
    // "Perrin, the harbour master, stressed …": the subject is what stands before the apposition.
    if (token === begin && first > from) return span(from, first);
    if (token === begin) continue;
    let last = token;
    while (last > begin && (ADVERBS.has(words[last - 1] ?? '') || isAuxiliary(words[last - 1] ?? ''))) last--;
    return span(JOINS.has(words[begin] ?? '') ? begin + 1 : begin, last);
  }
  return null;
}

/** "But the president of Iran dismissed …": the clause as far as the cue, where it has no other verb and is no passive. */
function subjectBefore({ words, quote, sentence, start, end }: Tokens, at: number, lexicon: Lexicon): Range | null {
  let begin = at;
  while (begin > 0 && sentence[begin - 1] === sentence[at] && !BREAKS.has(words[begin - 1] ?? '')) begin--;
  if (JOINS.has(words[begin] ?? '')) begin++;
  const own = words.slice(begin, at);
  const fits =
    own.length > 0 &&
    own.length <= LONGEST &&
    !isAuxiliary(words[at] ?? '') &&
    !PREPOSITIONS.has(own[0] ?? '') &&
    !own.some((word) => CLAUSE_WORDS.has(word) || isAuxiliary(word) || isVerbSense(lexicon.sense(word))) &&
    quote.subarray(begin, at).every((state) => state === OUTSIDE);
  return fits ? [start[begin] ?? 0, end[at - 1] ?? 0] : null;
}

/** The pronoun right before the words that report, "she said", or with another verb between: "I laughed and said". */
export function pronounBefore({ words, quote, start, end }: Tokens, at: number): Range | null {
  const before = JOINS.has(words[at - 1] ?? '') ? at - 3 : at - 1;
  if (!PRONOUNS.has(words[before] ?? '') || quote[before] !== OUTSIDE) return null;
  return [start[before] ?? 0, end[before] ?? 0];
}

/** "The group, which left in July and says …": the pronoun that begins the clause. */
function relativeBefore({ words, sentence, quote }: Tokens, at: number): number | null {
  for (let token = at - 1; token >= 0 && sentence[token] === sentence[at] && quote[token] === OUTSIDE; token--) {
    if (RELATIVES.has(words[token] ?? '')) return BREAKS.has(words[token - 1] ?? '') ? token : null;
    if (BREAKS.has(words[token] ?? '')) return null;
  }
  return null;
}

function isAuxiliary(word: string): boolean {
  return /^(?:is|was|are|were|has|have|had|will|would|did|does|do|can|could|may|might|be|been|not)$/.test(word);
}
